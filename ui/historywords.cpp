// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/historywords.h"

#include "core/change/textdifference.h"
#include "core/indicator/typedvalue.h"
#include "ui/look/look.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace mezasu::ui::words {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

constexpr qsizetype kThingsNamed = 5; ///< in a sentence; the rest are counted

QString named(const ElementId &id, const QString &called, const Plan &plan)
{
    const QString level = levelName(plan, id.kind);
    //: an element by its code or title
    return called.isEmpty() ? level : Text::tr("「%1」").arg(shortened(called, 24));
}

QString restored(const HistoryEntry &entry, const Plan &plan)
{
    const QString what = thing(entry.thing, entry.called, plan);
    if (entry.restored > 1)
        //: %1 a field of an element
        return Text::tr("%1など%2か所を、以前の内容に戻した").arg(what).arg(entry.restored);
    if (entry.conflict == HistoryEntry::Conflict::Decided)
        return Text::tr("%1の食い違いを決めた").arg(what);
    if (entry.conflict == HistoryEntry::Conflict::Reopened)
        return Text::tr("%1を、食い違いのある状態に戻した").arg(what);
    return entry.thing.aspect == aspect::kExists ? Text::tr("%1を、もう一度置いた").arg(what)
                                                 : Text::tr("%1を、以前の内容に戻した").arg(what);
}

QString counted(const HistoryEntry &entry)
{
    QStringList parts;
    const auto add = [&parts](qsizetype number, const QString &words) {
        if (number > 0)
            parts.append(words.arg(QLocale().toString(number)));
    };
    add(entry.inserted, Text::tr("%1件を追加"));
    add(entry.removed, Text::tr("%1件を削除"));
    add(entry.moved, Text::tr("%1件を移動"));
    add(entry.edited, Text::tr("%1か所を変更"));
    add(entry.restored, Text::tr("%1か所を以前の内容に"));
    return parts.join(Text::tr("、"));
}

QString entryText(const IndicatorValue &entry)
{
    QStringList parts{entry.value ? printedDecimal(*entry.value) : Text::tr("（値なし）")};
    for (const QString &word : {entry.status, entry.missing}) {
        if (!word.isEmpty())
            parts.append(listed(u"status", word));
    }
    if (!entry.note.isEmpty())
        parts.append(entry.note);
    return parts.join(u'　');
}
} // namespace

QString change(const HistoryEntry &entry, const Plan &plan)
{
    const ElementId id = entry.thing.element;
    const QString what = named(id, entry.called, plan);
    if (entry.beginsPlan)
        return Text::tr("計画を作成");
    if (entry.erased > 0)
        return Text::tr("文%1個を完全に消去").arg(entry.erased);
    const QString counts = counted(entry);
    if (!entry.origin.file.isEmpty())
        return Text::tr("「%1」の取り込み（%2）").arg(entry.origin.file, counts);
    const qsizetype sum = entry.inserted + entry.removed + entry.moved + entry.edited + entry.restored;
    if (sum == entry.restored)
        return sum == 0 ? Text::tr("変更なし") : restored(entry, plan);
    if (entry.inserted == sum) {
        if (id.kind == Kind::Edition)
            return Text::tr("版%1を作成").arg(what);
        return sum == 1 ? Text::tr("%1を追加").arg(what) : Text::tr("%1など%2件を追加").arg(what).arg(sum);
    }
    if (entry.removed == sum)
        return sum == 1 ? Text::tr("%1を削除").arg(what) : Text::tr("%1など%2件を削除").arg(what).arg(sum);
    if (entry.moved == sum)
        return sum == 1 ? Text::tr("%1を移動").arg(what) : Text::tr("%1など%2件を移動").arg(what).arg(sum);
    if (entry.edited == sum) {
        const QString field = thing(entry.thing, entry.called, plan);
        return sum == 1 ? Text::tr("%1を変更").arg(field) : Text::tr("%1など%2か所を変更").arg(field).arg(sum);
    }
    return counts;
}

QString authorName(const QString &name)
{
    return name.isEmpty() || name == u"?"_s ? Text::tr("（名前なし）")
                                            : name; // ? is what a nameless user is recorded as
}

QString author(const Origin &origin)
{
    if (!origin.author)
        return Text::tr("（消去済み）");
    return authorName(*origin.author);
}

QString time(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    return time.isValid() ? words::dayAndTime(time.toLocalTime()) : iso;
}

QString who(const Origin &origin)
{
    return u"%1　%2"_s.arg(author(origin), time(origin.time));
}

QString circumstances(const HistoryEntry &entry)
{
    QString out = who(entry.origin);
    if (entry.names.size() > 1)
        out += Text::tr("（%1回の入力）").arg(entry.names.size());
    const QString reason = entry.origin.reason.value_or(Text::tr("（消去済み）"));
    if (!reason.isEmpty())
        out += Text::tr("　理由：%1").arg(shortened(reason, 60));
    return out;
}

QString thing(const Thing &thing, const QString &called, const Plan &plan)
{
    QString label = called;
    for (const QString &field : {u"code"_s, u"number"_s, u"title"_s, u"name"_s, u"text"_s}) {
        if (label.isEmpty())
            label = plan.text(thing.element, field);
    }
    const QString element =
        thing.element.kind == Kind::Plan ? levelName(plan, Kind::Plan) : named(thing.element, label, plan);
    if (thing.aspect == aspect::kExists)
        return element;
    if (thing.aspect == aspect::kPlace)
        return Text::tr("%1の位置").arg(element);
    //: %1 an element, %2 one of its fields
    return Text::tr("%1の%2").arg(element, fieldName(thing.element.kind, thing.aspect));
}

QString value(const Thing &thing, const Value &value, const Plan &plan)
{
    if (value.isNull())
        return {};
    if (value.isErased())
        return Text::tr("（消去済み）");
    if (thing.aspect == aspect::kExists)
        return value.text() == "alive"_L1 ? Text::tr("あり") : Text::tr("削除");
    if (thing.aspect == aspect::kPlace) {
        const auto parent = ElementId::fromString(value.text());
        if (!parent)
            return {};
        //: %1 the element below which something stands
        return Text::tr("%1の下").arg(words::thing({*parent, aspect::kExists}, {}, plan));
    }
    if (const IndicatorValue *entry = value.entry())
        return entryText(*entry);
    const FieldInfo *info = fieldInfo(thing.element.kind, thing.aspect);
    if (info && info->type == FieldType::Listed)
        return listed(thing.aspect, value.text());
    if (info && info->type == FieldType::Reference) {
        const auto department = ElementId::fromString(QString(u"department:"_s + value.text()));
        const QString name = department ? plan.text(*department, u"name") : QString();
        return name.isEmpty() ? Text::tr("（なくなった課）") : name;
    }
    if (const auto number = value.number())
        return QString::number(*number);
    if (const auto flag = value.boolean())
        return *flag ? Text::tr("はい") : Text::tr("いいえ");
    return value.isText() ? value.text() : Text::tr("（一覧）");
}

QString differenceHtml(const QString &before, const QString &after)
{
    const QString strong = colours().added.name();
    const QString faint = colours().removed.name();
    QString out;
    for (const TextPart &part : textDifference(before, after)) {
        const QString text = part.text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
        switch (part.is) {
        case TextPart::Is::Same:
            out += text;
            break;
        case TextPart::Is::Removed:
            out += u"<s style=\"color:%1\">%2</s>"_s.arg(faint, text);
            break;
        case TextPart::Is::Added:
            out += u"<u style=\"color:%1; font-weight:bold\">%2</u>"_s.arg(strong, text);
            break;
        }
    }
    return out;
}

QString replacementHtml(const QString &before, const QString &after)
{
    const QString was = u"<s style=\"color:%1\">%2</s>"_s.arg(colours().removed.name(), before.toHtmlEscaped());
    const QString is =
        u"<u style=\"color:%1; font-weight:bold\">%2</u>"_s.arg(colours().added.name(), after.toHtmlEscaped());
    return before.isEmpty() ? is : after.isEmpty() ? was : QString(was + u" → "_s + is);
}

QString left(const PlanDocument::Left &left, PlanDocument &document)
{
    if (left.isEmpty())
        return {};
    QStringList names;
    for (const Thing &one : left) {
        const QString name = thing(one, calledOf(document.journal(), one.element), document.plan());
        if (names.size() < kThingsNamed && !names.contains(name))
            names.append(name);
    }
    const qsizetype rest = left.size() - names.size();
    const QString list = names.join(Text::tr("、")) + (rest > 0 ? Text::tr(" ほか%1か所").arg(rest) : QString());
    return Text::tr("その後にほかの変更があったため、そのままにしたところ：%1").arg(list);
}

QString taken(const Union &came, qsizetype copies)
{
    QStringList lines;
    if (came.applied > 0)
        lines.append(Text::tr("写し%1個から、変更%2件を取り込みました。").arg(copies).arg(came.applied));
    else
        lines.append(Text::tr("写し%1個を読みました。新しい変更はありませんでした。").arg(copies));
    if (came.known > 0)
        lines.append(Text::tr("すでに取り込み済みの変更が%1件ありました。").arg(came.known));
    if (came.waiting > 0)
        lines.append(
            Text::tr("元になる変更がまだ届いていない変更が%1件あります。届いたときに反映します。").arg(came.waiting));
    if (came.newer > 0)
        lines.append(
            Text::tr("新しい版のMezasuによる変更が%1件あります。失われませんが、新しい版で開くまで反映されません。")
                .arg(came.newer));
    if (!came.refused.isEmpty())
        lines.append(Text::tr("形が正しくないため受け付けなかった変更が%1件あります。").arg(came.refused.size()));
    if (came.textsRefused > 0)
        lines.append(Text::tr("記録と合わないため受け付けなかった文が%1件あります。").arg(came.textsRefused));
    if (came.erased > 0)
        lines.append(Text::tr("写しで消去された文%1個を、この計画からも消去しました。").arg(came.erased));
    if (came.conflicts > 0)
        lines.append(Text::tr("食い違いが%1件あります。「食い違い」の一覧で、一つずつ選べます。").arg(came.conflicts));
    return lines.join(u'\n');
}

QString copyRefused(const Error &error, const QString &path)
{
    const QString file = QDir::toNativeSeparators(path);
    const QString nothing = Text::tr("計画は変わっていません。");
    const auto about = [&](const QString &why) { return Text::tr("「%1」は%2%3").arg(file, why, nothing); };
    switch (error.code) {
    case Error::Code::Conflict:
        return about(Text::tr("別の計画のファイルです。"));
    case Error::Code::InvalidInput:
        return about(Text::tr("計画のファイルでも持ち出しファイルでもありません。"));
    case Error::Code::NewerFormat:
        return about(Text::tr("新しい版のMezasuで作られているため、この版では読めません。"));
    case Error::Code::NotFound:
        return about(Text::tr("見つかりません。"));
    case Error::Code::Damaged:
        if (error.detail == "truncated"_L1)
            return about(Text::tr("途中で切れています。もう一度コピーしてください。"));
        if (error.detail == "altered"_L1)
            return about(Text::tr("作られた後に書き換えられています。"));
        if (error.detail.startsWith("name: "_L1))
            return about(Text::tr("記録の内容が名前と合いません。"));
        return about(Text::tr("壊れているため、読めません。"));
    case Error::Code::Cancelled:
        return Text::tr("取り込みを中止しました。%1").arg(nothing);
    case Error::Code::Storage:
        break;
    }
    return about(Text::tr("読めません。共有フォルダーへの接続や、読み取りの権限を確かめてください。"));
}

} // namespace mezasu::ui::words
