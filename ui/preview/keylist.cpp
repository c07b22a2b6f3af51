// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/keylist.h"

#include "ui/preview/listpaper.h"

#include <QAction>
#include <QCoreApplication>
#include <QHash>
#include <QMenu>
#include <QMenuBar>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeyList)
};

/// "ファイル(&F)…" as it is read: without the mnemonic.
QString plain(QString text)
{
    const qsizetype at = text.indexOf(u"(&"_s);
    if (at >= 0 && text.indexOf(u')', at) == at + 3)
        text.remove(at, 4);
    return text.remove(u'&');
}

QString mnemonic(const QString &text)
{
    const qsizetype at = text.indexOf(u'&');
    return at >= 0 && at + 1 < text.size() ? QString(text.at(at + 1)).toUpper() : QString();
}

void addActions(const QMenu *menu, const QString &path, const QString &above, QList<KeyGroup::Row> &rows)
{
    for (const QAction *action : menu->actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString letter = mnemonic(action->text());
        const QString reach = letter.isEmpty() ? path : QString(path + Text::tr("、") + letter);
        const QString text = above + plain(action->text());
        if (action->menu()) {
            addActions(action->menu(), reach, text + u" › "_s, rows);
            continue;
        }
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys.append(keyName(key));
        rows.append({keys.isEmpty() ? reach : keys.join(Text::tr("、")), text});
    }
}

QStringList columnNames()
{
    return {Text::tr("キー"), Text::tr("すること")};
}
} // namespace

QString keyName(const QKeySequence &key)
{
    QStringList parts = key.toString(QKeySequence::PortableText).split(u'+');
    static const QHash<QString, QString> names{{u"Up"_s, u"↑"_s}, {u"Down"_s, u"↓"_s}, {u"Left"_s, u"←"_s},
        {u"Right"_s, u"→"_s}, {u"Return"_s, u"Enter"_s}, {u"Del"_s, u"Delete"_s}};
    parts.last() = names.value(parts.last(), parts.last());
    return parts.join(u'+');
}

QList<KeyGroup> keyGroups(const QMenuBar *menus)
{
    QList<KeyGroup> out;
    for (const QAction *action : menus->actions()) {
        if (!action->menu())
            continue;
        KeyGroup group{plain(action->text()), {}};
        addActions(action->menu(), u"Alt+"_s + mnemonic(action->text()), {}, group.rows);
        out.append(group);
    }
    out.append({Text::tr("どの画面でも"),
        {{Text::tr("Tab・Shift+Tab"), Text::tr("次の欄へ・前の欄へ")}, {u"Alt"_s, Text::tr("メニューへ")},
            {Text::tr("F1・Esc"), Text::tr("ヘルプを開く・閉じる")},
            {Text::tr("変換中のキー"), Text::tr("変換が終わるまで、キーはすべて日本語入力のものです")}}});
    out.append({Text::tr("検索"),
        {{Text::tr("Enter・Shift+Enter"), Text::tr("次の一致へ・前の一致へ")},
            {u"Esc"_s, Text::tr("検索をやめて、計画の構成へ")}}});
    out.append({Text::tr("行の並ぶ欄（目指す姿の文、指標、現状と課題、注）"),
        {{u"Enter"_s, Text::tr("文の終わりで、下に行を追加")}, {u"Ctrl+Enter"_s, Text::tr("下に行を追加")},
            {Text::tr("Alt+↑・Alt+↓"), Text::tr("行を上へ・下へ")}, {u"Backspace"_s, Text::tr("空の行を除く")}}});
    out.append({Text::tr("年度ごとの値"),
        {{Text::tr("Enter・Shift+Enter"), Text::tr("下へ・上へ")}, {Text::tr("Tab・Shift+Tab"), Text::tr("右へ・左へ")},
            {u"Ctrl+Tab"_s, Text::tr("表から出る")}, {u"F2"_s, Text::tr("いまの値を手直しする")},
            {Text::tr("Ctrl+D・Ctrl+R"), Text::tr("下へコピー・右へコピー")}, {u"Delete"_s, Text::tr("消去")},
            {u"Esc"_s, Text::tr("読み取れない値を、元の値に戻す")}}});
    out.append({Text::tr("グラフ"),
        {{Text::tr("←・→"), Text::tr("前の年度・次の年度の値を読み上げる")},
            {Text::tr("↑・↓"), Text::tr("同じ年度のほかの値へ")}}});
    out.append({Text::tr("食い違いの一覧"),
        {{Text::tr("1・2"), Text::tr("その番号の案に決める（3から9も同じ）")},
            {u"Enter"_s, Text::tr("その場所に移る")}}});
    out.append({Text::tr("指標の一覧"),
        {{u"Enter"_s, Text::tr("指標のページを開く")}, {u"Esc"_s, Text::tr("元のページに戻る")}}});
    out.append({Text::tr("印刷プレビュー"),
        {{Text::tr("PageDown・PageUp"), Text::tr("次のページ・前のページ")},
            {Text::tr("Home・End"), Text::tr("最初のページ・最後のページ")},
            {Text::tr("Ctrl++・Ctrl+-"), Text::tr("拡大・縮小")}, {u"Ctrl+0"_s, Text::tr("ページ全体を表示")},
            {u"Ctrl+P"_s, Text::tr("印刷")}}});
    out.append({Text::tr("一覧（最近開いた計画、点検）"),
        {{u"Enter"_s, Text::tr("開く・その場所に移る")}, {u"Delete"_s, Text::tr("最近開いた計画を一覧から外す")}}});
    return out;
}

report::Document keyListDocument(const QList<KeyGroup> &groups, const QString &title)
{
    report::Document out;
    out.title = title;
    report::Section section;
    const QStringList names = columnNames();
    for (const KeyGroup &group : groups) {
        section.blocks.emplace_back(report::Heading{2, group.title});
        ListTable table{group.title, names, {{30, 75}, {60, 160}}, {}};
        for (const KeyGroup::Row &row : group.rows)
            table.rows.append(QStringList{row.keys, row.text});
        section.blocks.emplace_back(tableOf(table));
    }
    out.sections.push_back(std::move(section));
    return out;
}

} // namespace mezasu::ui
