// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/valuesmodel.h"

#include "ui/words.h"

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

ValuesModel::ValuesModel(PlanDocument *document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        if (!changed.contains(m_indicator) && !changed.contains(m_document->plan().root()))
            return;
        followYears();
        if (!m_years.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void ValuesModel::setIndicator(const ElementId &indicator)
{
    if (indicator == m_indicator)
        return;
    beginResetModel();
    m_indicator = indicator;
    m_added.clear();
    m_years = wantedYears();
    endResetModel();
}

fiscal::YearStyle ValuesModel::yearStyle() const
{
    const Plan &plan = m_document->plan();
    return fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style"));
}

void ValuesModel::addYear(int year)
{
    m_added.insert(year);
    followYears();
}

QList<int> ValuesModel::wantedYears() const
{
    const Plan &plan = m_document->plan();
    QSet<int> years = m_added;
    const Element *element = plan.element(m_indicator);
    if (!element)
        return {};
    for (const auto &[name, value] : element->fields) {
        const QList<QStringView> parts = field::parts(name);
        if (parts.size() == 3 && parts.first() == "values"_L1)
            years.insert(parts.at(1).toInt());
    }
    const auto first = plan.number(plan.root(), u"first_year");
    const auto last = plan.number(plan.root(), u"last_year");
    if (first && last && *last >= *first && *last - *first < 60) {
        for (auto year = *first - 1; year <= *last; ++year) // the year before holds most baselines
            years.insert(static_cast<int>(year));
    }
    QList<int> out(years.begin(), years.end());
    std::sort(out.begin(), out.end());
    return out;
}

void ValuesModel::followYears()
{
    const QList<int> wanted = wantedYears();
    for (int row = static_cast<int>(m_years.size()) - 1; row >= 0; --row) {
        if (!wanted.contains(m_years.at(row))) {
            beginRemoveRows({}, row, row);
            m_years.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row >= m_years.size() || m_years.at(row) != wanted.at(row)) {
            beginInsertRows({}, row, row);
            m_years.insert(row, wanted.at(row));
            endInsertRows();
        }
    }
}

QStringList ValuesModel::statusWords()
{
    return {
        QString(), u"estimate"_s, u"preliminary"_s, u"final"_s, u"not_surveyed"_s, u"unavailable"_s, u"suppressed"_s};
}

QString ValuesModel::statusText(const QString &word)
{
    return word.isEmpty() ? QString() : words::listed(u"status", word);
}

int ValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_years.size());
}

int ValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ValuesModel::fieldAt(int row, int column) const
{
    const QString role = column == BaselineColumn ? u"baseline"_s : column == TargetColumn ? u"target"_s : u"actual"_s;
    return field::values(m_years.at(row), role);
}

IndicatorValue ValuesModel::entryAt(int row, int column, const Entries &pending) const
{
    const QString field = fieldAt(row, column);
    if (const auto it = pending.constFind(field); it != pending.constEnd())
        return *it;
    const Value value = m_document->plan().value(m_indicator, field);
    return value.entry() ? *value.entry() : IndicatorValue();
}

QVariant ValuesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document->plan().contains(m_indicator))
        return {};
    const IndicatorValue entry = entryAt(index.row(), index.column());
    switch (role) {
    case Qt::TextAlignmentRole:
        return int(
            index.column() <= ActualColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::DisplayRole:
    case Qt::EditRole:
        break;
    case Qt::ToolTipRole:
        return index.column() == NoteColumn ? data(index, Qt::DisplayRole) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1の%2：%3")
            .arg(headerData(index.row(), Qt::Vertical).toString(),
                headerData(index.column(), Qt::Horizontal).toString(), data(index, Qt::DisplayRole).toString());
    default:
        return {};
    }
    const bool shown = role == Qt::DisplayRole;
    switch (index.column()) {
    case StatusColumn: {
        const QString word = entry.missing.isEmpty() ? entry.status : entry.missing;
        return shown ? statusText(word) : word;
    }
    case NoteColumn:
        return entry.noteErased ? tr("（消去済み）") : entry.note;
    default:
        break;
    }
    if (!entry.value) // other columns say why an actual is missing; the others have no column for it
        return shown && index.column() != ActualColumn ? statusText(entry.missing) : QString();
    const QString text = entry.value->toString();
    return shown && text.startsWith(u'-') ? QString(u'△' + text.mid(1)) : text;
}

bool ValuesModel::put(int row, int column, const QString &text, Entries &pending) const
{
    IndicatorValue entry = entryAt(row, column, pending);
    const QString typed = text.trimmed();
    if (column == NoteColumn) {
        entry.note = text;
    } else if (column == StatusColumn) {
        QString word = typed;
        for (const QString &w : statusWords()) {
            if (typed == statusText(w))
                word = w;
        }
        if (!statusWords().contains(word))
            return false;
        const bool missing = isListed(field::kMissing, word);
        entry.missing = missing ? word : QString();
        entry.status = missing ? QString() : word;
        if (missing)
            entry.value.reset();
    } else if (typed.isEmpty()) {
        entry.value.reset();
    } else {
        const auto number = Decimal::fromTyped(typed);
        if (!number)
            return false;
        entry.value = number;
        entry.missing.clear();
    }
    pending.insert(fieldAt(row, column), entry);
    return true;
}

bool ValuesModel::write(const Entries &pending)
{
    QList<PlanChange> changes;
    for (auto it = pending.begin(); it != pending.end(); ++it) {
        const Value value = *it == IndicatorValue() ? Value() : Value(*it);
        if (!(m_document->plan().value(m_indicator, it.key()) == value))
            changes.append(PlanChange::set(m_indicator, it.key(), value));
    }
    return changes.isEmpty() || m_document->apply(changes);
}

bool ValuesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    Entries pending;
    if (!put(index.row(), index.column(), value.toString(), pending)) {
        Q_EMIT refused(value.toString());
        return false;
    }
    return write(pending);
}

bool ValuesModel::paste(const QModelIndex &from, const QString &text)
{
    if (!from.isValid())
        return false;
    QStringList lines = QString(text).remove(u'\r').split(u'\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    Entries pending;
    for (int r = 0; r < lines.size() && from.row() + r < rowCount(); ++r) {
        const QStringList cells = lines.at(r).split(u'\t');
        for (int c = 0; c < cells.size() && from.column() + c < ColumnCount; ++c) {
            if (!put(from.row() + r, from.column() + c, cells.at(c), pending)) {
                Q_EMIT refused(cells.at(c));
                return false;
            }
        }
    }
    return write(pending);
}

QString ValuesModel::copy(const QModelIndexList &cells) const
{
    if (cells.isEmpty())
        return {};
    QMap<int, QMap<int, QString>> rows;
    for (const QModelIndex &cell : cells) {
        const QVariant shown = cell.data(cell.column() == StatusColumn ? Qt::DisplayRole : Qt::EditRole);
        rows[cell.row()][cell.column()] = shown.toString();
    }
    QStringList lines;
    for (const auto &row : std::as_const(rows))
        lines.append(QStringList(row.values()).join(u'\t'));
    return lines.join(u'\n');
}

bool ValuesModel::clear(const QModelIndexList &cells)
{
    Entries pending;
    for (const QModelIndex &cell : cells) {
        if (!put(cell.row(), cell.column(), QString(), pending))
            return false;
    }
    return write(pending);
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_years.size() ? fiscal::label(m_years.at(section), yearStyle()) : QString();
    switch (section) {
    case BaselineColumn:
        return tr("基準値");
    case TargetColumn:
        return tr("目標値");
    case ActualColumn:
        return tr("実績値");
    case StatusColumn:
        return tr("実績の状況");
    case NoteColumn:
        return tr("実績の注記");
    default:
        return {};
    }
}

Qt::ItemFlags ValuesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return m_document->isReadOnly() ? flags : flags | Qt::ItemIsEditable;
}

} // namespace mezasu::ui
