// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/valuesmodel.h"

#include "ui/words.h"
#include "ui/years.h"

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestPeriod = 60; ///< years; a mistyped bound must not make a table of a thousand

QString roleOf(int column)
{
    switch (column) {
    case ValuesModel::BaselineColumn:
    case ValuesModel::BaselineStatusColumn:
    case ValuesModel::BaselineNoteColumn:
        return u"baseline"_s;
    case ValuesModel::TargetColumn:
    case ValuesModel::TargetStatusColumn:
    case ValuesModel::TargetNoteColumn:
        return u"target"_s;
    default:
        return u"actual"_s;
    }
}
} // namespace

ValuesModel::ValuesModel(PlanDocument *document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(document, &PlanDocument::elementsChanged, this, &ValuesModel::follow);
}

ValuesModel::Part ValuesModel::partOf(int column)
{
    switch (column) {
    case StatusColumn:
    case BaselineStatusColumn:
    case TargetStatusColumn:
        return Part::Status;
    case NoteColumn:
    case BaselineNoteColumn:
    case TargetNoteColumn:
        return Part::Note;
    default:
        return Part::Number;
    }
}

void ValuesModel::setIndicator(const ElementId &indicator)
{
    if (indicator == m_indicator)
        return;
    beginResetModel();
    m_indicator = indicator;
    m_added.clear();
    m_unread.clear();
    const UnreadTexts::Texts kept = UnreadTexts::of(m_document)->in(indicator);
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        const QStringList cell = it.key().split(u'/');
        m_unread.insert({cell.first().toInt(), cell.last().toInt()}, *it);
        m_added.insert(cell.first().toInt());
    }
    const QSet<int> years = m_added + yearsWithValues() + yearsOfPlan();
    m_years = QList<int>(years.begin(), years.end());
    std::sort(m_years.begin(), m_years.end());
    endResetModel();
}

fiscal::YearStyle ValuesModel::yearStyle() const
{
    const Plan &plan = m_document->plan();
    return fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style"));
}

// -- years

QSet<int> ValuesModel::yearsWithValues() const
{
    QSet<int> years;
    const Element *element = m_document->plan().element(m_indicator);
    if (!element)
        return years;
    for (const auto &[name, value] : element->fields) {
        const QList<QStringView> parts = field::parts(name);
        if (parts.size() == 3 && parts.first() == "values"_L1)
            years.insert(parts.at(1).toInt());
    }
    return years;
}

QSet<int> ValuesModel::yearsOfPlan() const
{
    QSet<int> years;
    const Plan &plan = m_document->plan();
    const auto first = plan.number(plan.root(), u"first_year");
    const auto last = plan.number(plan.root(), u"last_year");
    if (first && last && *last >= *first && *last - *first < kLongestPeriod) {
        for (auto year = *first - 1; year <= *last; ++year) // the year before holds most baselines
            years.insert(static_cast<int>(year));
    }
    return years;
}

void ValuesModel::addYear(int year)
{
    m_added.insert(year);
    followYears();
}

bool ValuesModel::isRemovable(int row) const
{
    if (row < 0 || row >= rowCount() || isReadOnly())
        return false;
    const int year = m_years.at(row);
    for (int column = 0; column < ColumnCount; ++column) {
        if (m_unread.contains({year, column}))
            return false;
    }
    return !yearsOfPlan().contains(year) && !yearsWithValues().contains(year);
}

void ValuesModel::removeYear(int row)
{
    if (!isRemovable(row))
        return;
    m_added.remove(m_years.at(row));
    followYears();
}

bool ValuesModel::hasDetails() const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = BaselineStatusColumn; column < ColumnCount; ++column) {
            if (!shownText(row, column, false).isEmpty() || m_unread.contains(keyOf(row, column)))
                return true;
        }
    }
    return false;
}

void ValuesModel::followYears()
{
    const QSet<int> years = m_added + yearsWithValues() + yearsOfPlan();
    QList<int> wanted(years.begin(), years.end());
    std::sort(wanted.begin(), wanted.end());
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

void ValuesModel::follow(const QList<ElementId> &changed)
{
    const Plan &plan = m_document->plan();
    const bool planChanged = changed.contains(plan.root());
    if (!changed.contains(m_indicator) && !planChanged)
        return;
    // A row whose last value was cleared stays under the eyes that cleared it; one that only the period gave goes with it.
    if (!planChanged)
        m_added.unite(QSet<int>(m_years.begin(), m_years.end()).subtract(yearsOfPlan()));
    QHash<QPair<int, int>, Unread> unread = m_unread;
    for (auto it = unread.begin(); it != unread.end();) {
        const QString field = field::values(it.key().first, roleOf(it.key().second));
        it = plan.value(m_indicator, field) == it->before ? std::next(it) : unread.erase(it);
    }
    setUnread(unread);
    followYears();
    if (m_years.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    if (planChanged)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

// -- words

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
    return field::values(m_years.at(row), roleOf(column));
}

QString ValuesModel::placeOf(int row, int column) const
{
    //: a cell: %1 a fiscal year, %2 a column such as 実績値
    return tr("%1の%2").arg(
        words::fiscalYear(m_years.at(row), yearStyle()), headerData(column, Qt::Horizontal).toString());
}

IndicatorValue ValuesModel::entryAt(int row, int column, const Entries &pending) const
{
    const QString field = fieldAt(row, column);
    if (const auto it = pending.constFind(field); it != pending.constEnd())
        return *it;
    const Value value = m_document->plan().value(m_indicator, field);
    return value.entry() ? *value.entry() : IndicatorValue();
}

QString ValuesModel::shownText(int row, int column, bool forEditing) const
{
    const IndicatorValue entry = entryAt(row, column);
    switch (partOf(column)) {
    case Part::Status: {
        const QString word = entry.missing.isEmpty() ? entry.status : entry.missing;
        return forEditing ? word : statusText(word);
    }
    case Part::Note:
        return entry.noteErased && !forEditing ? tr("（消去済み）") : entry.note;
    case Part::Number:
        break;
    }
    if (!entry.value)
        return missingSign(entry.missing);
    return forEditing ? entry.value->toString() : printedDecimal(*entry.value);
}

/// What the cell does not say itself.
QString ValuesModel::explanation(const QModelIndex &index) const
{
    const auto unread = m_unread.constFind(keyOf(index.row(), index.column()));
    if (unread != m_unread.constEnd()) {
        const QString held = shownText(index.row(), index.column(), false);
        return held.isEmpty() ? tr("%1。まだ記録していません。").arg(unread->reason)
                              : tr("%1。記録されているのは「%2」のままです。").arg(unread->reason, held);
    }
    QStringList parts;
    const IndicatorValue entry = entryAt(index.row(), index.column());
    if (partOf(index.column()) == Part::Number) {
        if (const QString word = entry.missing.isEmpty() ? entry.status : entry.missing; !word.isEmpty())
            parts.append(statusText(word));
        if (!entry.note.isEmpty())
            parts.append(tr("注記：%1").arg(entry.note));
    } else if (partOf(index.column()) == Part::Note) {
        parts.append(entry.note);
    }
    if (m_document->plan().conflicts().value(m_indicator).contains(fieldAt(index.row(), index.column())))
        parts.append(tr("調整中：別々に直された値があります"));
    parts.removeAll(QString());
    return parts.join(u'\n');
}

QVariant ValuesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document->plan().contains(m_indicator))
        return {};
    const auto unread = m_unread.constFind(keyOf(index.row(), index.column()));
    const bool isUnread = unread != m_unread.constEnd();
    switch (role) {
    case Qt::TextAlignmentRole:
        return int((partOf(index.column()) == Part::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DisplayRole:
        if (isUnread)
            return QString(u"⚠ "_s + unread->typed);
        return shownText(index.row(), index.column(), false);
    case Qt::EditRole:
        return isUnread ? unread->typed : shownText(index.row(), index.column(), true);
    case Qt::ToolTipRole: {
        const QString words = explanation(index);
        return words.isEmpty() ? QVariant() : QVariant(words);
    }
    case Qt::AccessibleTextRole: {
        const QString shown = data(index, Qt::DisplayRole).toString();
        //: read by a screen reader: %1 the cell, %2 what it holds
        return tr("%1：%2").arg(placeOf(index.row(), index.column()), shown.isEmpty() ? tr("空欄") : shown);
    }
    case Qt::AccessibleDescriptionRole:
        return explanation(index);
    default:
        return {};
    }
}

// -- writing

void ValuesModel::setUnread(const QHash<QPair<int, int>, Unread> &unread)
{
    m_unread = unread;
    UnreadTexts::Texts kept;
    for (auto it = unread.begin(); it != unread.end(); ++it)
        kept.insert(u"%1/%2"_s.arg(it.key().first).arg(it.key().second), *it);
    UnreadTexts::of(m_document)->set(m_indicator, kept);
}

/// Reads a number into an entry. \return why not, as a clause; empty: it was taken
QString ValuesModel::putNumber(const QString &typed, IndicatorValue &entry) const
{
    TypedValue read = readTypedValue(typed, m_document->text(m_indicator, u"unit"_s));
    for (const QString &word : statusWords()) { // 未調査 in place of its sign
        if (!word.isEmpty() && isListed(field::kMissing, word) && typed.trimmed() == statusText(word)) {
            read = TypedValue();
            read.missing = word;
        }
    }
    switch (read.problem) {
    case TypedValue::Problem::None:
        break;
    case TypedValue::Problem::NotANumber:
        return tr("数として読み取れません");
    case TypedValue::Problem::Grouping:
        return tr("桁区切りのカンマの位置が正しくありません");
    case TypedValue::Problem::Range:
        return tr("幅のある値は入力できません（一つの数にします）");
    case TypedValue::Problem::OtherUnit:
        return tr("単位「%1」がこの指標の単位と違います").arg(read.unit);
    case TypedValue::Problem::TooLong:
        return tr("30桁を超える数は入力できません");
    }
    entry.value = read.value;
    entry.missing = read.missing;
    if (!read.value)
        entry.status.clear(); // there is nothing left that could be certain
    else if (!read.status.isEmpty())
        entry.status = read.status;
    return {};
}

/// Changes one cell of what is pending. \return why not, as a clause; empty: it was taken
QString ValuesModel::put(int row, int column, const QString &text, Entries &pending) const
{
    const QString field = fieldAt(row, column);
    IndicatorValue entry = entryAt(row, column, pending);
    const QString typed = text.trimmed();
    switch (partOf(column)) {
    case Part::Note:
        entry.note = text;
        break;
    case Part::Status: {
        QString word = typed;
        for (const QString &w : statusWords()) {
            if (typed == statusText(w) || (!typed.isEmpty() && typed == missingSign(w)))
                word = w;
        }
        if (!statusWords().contains(word))
            return tr("状況を表す言葉ではありません（見込み、速報、確定、未調査、把握不可、秘匿のどれか）");
        // Beside a number of the same block, an empty cell says nothing: "－" or "95.3p" has said it already.
        if (word.isEmpty() && pending.contains(field))
            break;
        const bool missing = isListed(field::kMissing, word);
        entry.missing = missing ? word : QString();
        entry.status = missing ? QString() : word;
        if (missing)
            entry.value.reset();
        break;
    }
    case Part::Number:
        if (const QString why = putNumber(typed, entry); !why.isEmpty())
            return why;
        break;
    }
    pending.insert(field, entry);
    return {};
}

int ValuesModel::write(const QList<CellText> &cells)
{
    Entries pending;
    QStringList sentences;
    QHash<QPair<int, int>, Unread> unread = m_unread;
    int taken = 0;
    for (const CellText &cell : cells) {
        const QString why = put(cell.row, cell.column, cell.text, pending);
        if (why.isEmpty()) {
            unread.remove(keyOf(cell.row, cell.column));
            ++taken;
            continue;
        }
        unread.insert(keyOf(cell.row, cell.column), {cell.text, why, {}});
        //: %1 a cell such as 2022年度の実績値, %2 what was typed there, %3 why it cannot be read
        sentences.append(tr("%1「%2」：%3").arg(placeOf(cell.row, cell.column), words::shortened(cell.text, 24), why));
    }
    QList<PlanChange> changes;
    for (auto it = pending.begin(); it != pending.end(); ++it) {
        const Value value = *it == IndicatorValue() ? Value() : Value(*it);
        if (!(m_document->plan().value(m_indicator, it.key()) == value))
            changes.append(PlanChange::set(m_indicator, it.key(), value));
    }
    if (!changes.isEmpty() && !m_document->apply(changes))
        return -1;
    for (auto it = unread.begin(); it != unread.end(); ++it)
        it->before = m_document->plan().value(m_indicator, field::values(it.key().first, roleOf(it.key().second)));
    const bool marksChanged = !sentences.isEmpty() || unread.size() != m_unread.size();
    setUnread(unread);
    if (marksChanged)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    if (!sentences.isEmpty())
        Q_EMIT refused(sentences);
    return taken;
}

int ValuesModel::clear(const QModelIndexList &cells)
{
    QList<CellText> texts;
    for (const QModelIndex &cell : cells)
        texts.append({cell.row(), cell.column(), QString()});
    return write(texts);
}

bool ValuesModel::isUnread(const QModelIndex &cell) const
{
    return cell.isValid() && m_unread.contains(keyOf(cell.row(), cell.column()));
}

void ValuesModel::drop(const QModelIndex &cell)
{
    if (!isUnread(cell))
        return;
    QHash<QPair<int, int>, Unread> unread = m_unread;
    unread.remove(keyOf(cell.row(), cell.column()));
    setUnread(unread);
    Q_EMIT dataChanged(cell, cell);
}

bool ValuesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    return write({{index.row(), index.column(), value.toString()}}) == 1;
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_years.size() ? words::fiscalYear(m_years.at(section), yearStyle()) : QString();
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
    case BaselineStatusColumn:
        return tr("基準値の状況");
    case BaselineNoteColumn:
        return tr("基準値の注記");
    case TargetStatusColumn:
        return tr("目標値の状況");
    case TargetNoteColumn:
        return tr("目標値の注記");
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
