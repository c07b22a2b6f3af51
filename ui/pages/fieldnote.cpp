// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/fieldnote.h"

#include "core/plan/characters.h"
#include "core/plan/municipalitycode.h"

#include <QEvent>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

FieldNote::FieldNote(
    PlanDocument *document, const ElementId &id, const QString &field, QWidget *editor, QWidget *parent)
    : QLabel(parent)
    , m_document(document)
    , m_id(id)
    , m_field(field)
    , m_editor(editor)
{
    setObjectName(field.section(u'/', 0, 0) + u"NoteLabel"_s);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        if (changed.contains(m_id) || changed.contains(m_document->plan().root()))
            refresh();
    });
    connect(document, &PlanDocument::textHeld, this, [this](const ElementId &held, const QString &name) {
        if (held == m_id && name == m_field)
            refresh();
    });
    editor->installEventFilter(this);
    refresh();
}

QString FieldNote::overLimit(const PlanDocument &document, const ElementId &id, const QString &field)
{
    const auto limit = document.plan().limit(id.kind, field);
    if (!limit)
        return {};
    const qsizetype characters = countCharacters(document.text(id, field));
    if (characters <= *limit)
        return {};
    //: %1 the limit, %2 by how many characters the text is longer
    return tr("⚠ 上限の%1字を%2字超えています。文章はこのまま残ります。").arg(*limit).arg(characters - *limit);
}

bool FieldNote::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::DynamicPropertyChange)
        refresh();
    return QLabel::eventFilter(watched, event);
}

void FieldNote::refresh()
{
    if (!m_document->plan().contains(m_id))
        return;
    QStringList lines;
    const FieldInfo *info = fieldInfo(m_id.kind, m_field);
    const bool isYear = m_field == "first_year"_L1 || m_field == "last_year"_L1;
    if (m_editor->property("refused").toBool())
        lines.append(isYear ? tr("⚠ 年度を読み取れません。2022、R4、令和4年度のように入力してください。")
                : info && info->keyed ? tr("⚠ 1から9999までの数を入力してください。")
                                      : tr("⚠ 0から20までの数を入力してください。"));
    if (info && info->type == FieldType::Text)
        lines.append(overLimit(*m_document, m_id, m_field));
    if (m_id.kind == Kind::Plan && m_field == "municipality_code"_L1)
        lines.append(codeNote());
    if (m_id.kind == Kind::Plan && isYear)
        lines.append(yearNote());
    lines.removeAll(QString());
    setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

QString FieldNote::codeNote() const
{
    const MunicipalityCodeCheck check = checkMunicipalityCode(m_document->text(m_id, m_field));
    switch (check.verdict) {
    case MunicipalityCodeCheck::Verdict::Empty:
        return {};
    case MunicipalityCodeCheck::Verdict::Right:
        return tr("✓ 検査数字（6けた目）は合っています。");
    case MunicipalityCodeCheck::Verdict::WithoutCheckDigit:
        return tr("⚠ 5けたです。検査数字を付けると %1 になります。").arg(check.fitting);
    case MunicipalityCodeCheck::Verdict::WrongCheckDigit:
        //: %1 the digit that would fit, %2 the whole code with it
        return tr("⚠ 検査数字（6けた目）が合いません。前の5けたが正しければ、%1（%2）になります。")
            .arg(check.fitting.last(1), check.fitting);
    case MunicipalityCodeCheck::Verdict::NoCode:
        return tr("⚠ 数字6けた（検査数字を含む）ではありません。");
    }
    return {};
}

QString FieldNote::yearNote() const
{
    const Plan &plan = m_document->plan();
    const auto first = plan.number(m_id, u"first_year");
    const auto last = plan.number(m_id, u"last_year");
    return m_field == "last_year"_L1 && first && last && *last < *first ? tr("⚠ 開始年度より前になっています。")
                                                                        : QString();
}

} // namespace mezasu::ui
