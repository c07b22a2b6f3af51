// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingsmodel.h"

#include "core/findings/findingtext.h"
#include "ui/words.h"

#include <QLocale>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kNameLength = 60;

QString elementWords(const Plan &plan, const ElementId &id)
{
    QStringList parts;
    for (const QString &field : {u"code"_s, u"number"_s, u"mark"_s, u"title"_s, u"name"_s, u"text"_s}) {
        const QString text = plan.text(id, field);
        if (!text.isEmpty())
            parts.append(text);
    }
    if (const ElementId named = plan.namedBy(id); parts.isEmpty() && named != id)
        parts.append(plan.text(named, u"text"));
    if (parts.isEmpty()) { // by what it belongs to
        const ElementId above = plan.parentOf(id);
        for (const QString &field : {u"code"_s, u"number"_s, u"title"_s}) {
            if (const QString text = plan.text(above, field); !text.isEmpty() && above.kind != Kind::Plan)
                parts.append(text);
        }
    }
    const QString level = words::levelName(plan, id.kind);
    return parts.isEmpty() ? level : u"%1　%2"_s.arg(level, words::shortened(parts.join(u' '), kNameLength));
}
} // namespace

void FindingsModel::setFindings(const PlanDocument *document, const QList<Finding> &findings)
{
    beginResetModel();
    m_document = document;
    m_all = findings;
    choose();
    endResetModel();
}

void FindingsModel::setCode(const QString &code)
{
    beginResetModel();
    m_code = code;
    choose();
    endResetModel();
}

void FindingsModel::choose()
{
    m_shown.clear();
    for (int i = 0; i < int(m_all.size()); ++i) {
        if (m_code.isEmpty() || m_all.at(i).code == m_code)
            m_shown.append(i);
    }
}

QString FindingsModel::words(const Finding &finding, int column) const
{
    const QLocale::Language language = QLocale().language();
    switch (column) {
    case SeverityColumn:
        return findingtext::severity(finding.severity, language);
    case ElementColumn:
        return m_document ? elementWords(m_document->plan(), finding.element) : QString();
    default: {
        const QString sentence = findingtext::sentence(finding, language);
        // The lists below an element name themselves in the sentence; a field of several texts does not.
        return finding.code == "conflict"_L1 || finding.code == "note_missing"_L1
            ? tr("%1：%2").arg(words::fieldName(finding.element.kind, finding.field), sentence)
            : sentence;
    }
    }
}

QString FindingsModel::asText() const
{
    QStringList lines;
    for (const int i : m_shown) {
        QStringList cells;
        for (int c = 0; c < ColumnCount; ++c)
            cells.append(words(m_all.at(i), c));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return words(at(index.row()), index.column());
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("区分");
    case ElementColumn:
        return tr("どこ");
    default:
        return tr("内容");
    }
}

} // namespace mezasu::ui
