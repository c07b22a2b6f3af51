// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/valuestable.h"

#include "ui/compositionguard.h"
#include "ui/find/textkey.h"
#include "ui/look/look.h"
#include "ui/models/cellblock.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QStyledItemDelegate>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {

/// Edits a cell: a line for numbers and notes, a list for how certain a value is or why there is none.
class CellDelegate : public QStyledItemDelegate
{
public:
    explicit CellDelegate(ValuesTable *table)
        : QStyledItemDelegate(table)
        , m_table(table)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QString name = index.data(Qt::AccessibleTextRole).toString();
        if (ValuesModel::partOf(index.column()) != ValuesModel::Part::Status) {
            auto *edit = new QLineEdit(parent);
            edit->setObjectName(u"cellEdit"_s);
            edit->setAccessibleName(name);
            edit->setFrame(false);
            edit->setAutoFillBackground(true);
            if (ValuesModel::partOf(index.column()) == ValuesModel::Part::Number)
                edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            return edit;
        }
        auto *box = new QComboBox(parent);
        box->setObjectName(u"cellCombo"_s);
        box->setAccessibleName(name);
        for (const QString &word : ValuesModel::statusWords())
            box->addItem(ValuesModel::statusText(word), word);
        auto *self = const_cast<CellDelegate *>(this);
        connect(box, &QComboBox::activated, this, [self, box] { self->finish(box); });
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentIndex(std::max(0, box->findData(index.data(Qt::EditRole))));
        else if (auto *edit = qobject_cast<QLineEdit *>(editor);
                 edit && !edit->isModified() && !CompositionGuard::isComposingIn(edit))
            edit->setText(index.data(Qt::EditRole).toString());
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        const auto *box = qobject_cast<QComboBox *>(editor);
        const QString text = box ? box->currentData().toString() : qobject_cast<QLineEdit *>(editor)->text();
        if (text != index.data(Qt::EditRole).toString())
            model->setData(index, text);
    }

    /// What is being composed stands in its cell before there is an editor.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (m_table->isMatch(index)) {
            option->backgroundBrush = colours().match;
            option->font.setUnderline(true); // not by colour alone
        }
        if (m_table->preedit().isEmpty() || index != m_table->currentIndex())
            return;
        option->text = m_table->preedit();
        option->font.setUnderline(true);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *editor = qobject_cast<QWidget *>(watched);
        if (editor && event->type() == CompositionGuard::finishEvent()) {
            finish(editor);
            return true;
        }
        if (!editor || event->type() != QEvent::KeyPress || CompositionGuard::isComposing())
            return QStyledItemDelegate::eventFilter(watched, event);
        auto *key = static_cast<QKeyEvent *>(event);
        const bool back = key->modifiers().testFlag(Qt::ShiftModifier);
        const bool isLine = qobject_cast<QLineEdit *>(editor) != nullptr;
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            finish(editor);
            m_table->stepDown(back ? -1 : 1);
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            finish(editor);
            m_table->stepAside(key->key() == Qt::Key_Backtab || back ? -1 : 1);
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (!isLine)
                break;
            finish(editor);
            m_table->step(key->key() == Qt::Key_Up ? -1 : 1, 0);
            return true;
        default:
            break;
        }
        return QStyledItemDelegate::eventFilter(watched, event);
    }

private:
    void finish(QWidget *editor)
    {
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor);
    }

    ValuesTable *m_table;
};

} // namespace

ValuesTable::ValuesTable(ValuesModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ContiguousSelection);
    setAlternatingRowColors(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab is told below; Qt's own never leaves
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setCornerButtonEnabled(false);
    addCommand(tr("切り取り(&T)"), u"valuesCutAction"_s, QKeySequence::Cut, &ValuesTable::cut);
    addCommand(tr("コピー(&C)"), u"valuesCopyAction"_s, QKeySequence::Copy, &ValuesTable::copy, false);
    addCommand(tr("貼り付け(&P)"), u"valuesPasteAction"_s, QKeySequence::Paste, &ValuesTable::paste);
    addCommand(
        tr("下へコピー(&D)"), u"valuesFillDownAction"_s, QKeySequence(Qt::CTRL | Qt::Key_D), &ValuesTable::fillDown);
    addCommand(
        tr("右へコピー(&R)"), u"valuesFillRightAction"_s, QKeySequence(Qt::CTRL | Qt::Key_R), &ValuesTable::fillRight);
    addCommand(tr("消去(&L)"), u"valuesClearAction"_s, QKeySequence(Qt::Key_Delete), &ValuesTable::clearCells);
}

/// Keys are handled in keyPressEvent(); the shortcuts here are for the menu to show.
QAction *ValuesTable::addCommand(
    const QString &text, const QString &name, const QKeySequence &keys, void (ValuesTable::*deed)(), bool writes)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, deed);
    m_commands.append({action, writes});
    return action;
}

// -- cells

QList<int> ValuesTable::shownColumns() const
{
    QList<int> columns;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QModelIndexList ValuesTable::cells() const
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    if (cells.isEmpty() && currentIndex().isValid())
        cells.append(currentIndex());
    cells.removeIf([this](const QModelIndex &cell) { return isColumnHidden(cell.column()); });
    std::sort(cells.begin(), cells.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return a.row() != b.row() ? a.row() < b.row() : a.column() < b.column();
    });
    return cells;
}

void ValuesTable::copy()
{
    cellblock::Block block;
    int row = -1;
    const QModelIndexList chosen = cells();
    for (const QModelIndex &cell : chosen) {
        if (cell.row() != row)
            block.append(QStringList());
        row = cell.row();
        const bool isWord = ValuesModel::partOf(cell.column()) == ValuesModel::Part::Status;
        block.last().append(cell.data(isWord && !m_model->isUnread(cell) ? Qt::DisplayRole : Qt::EditRole).toString());
    }
    if (!block.isEmpty())
        QGuiApplication::clipboard()->setMimeData(cellblock::toClipboard(block).release());
}

void ValuesTable::cut()
{
    copy();
    clearCells();
}

void ValuesTable::clearCells()
{
    if (!m_model->isReadOnly())
        (void)m_model->clear(cells());
}

void ValuesTable::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const QModelIndexList chosen = cells();
    if (m_model->isReadOnly() || !copied || chosen.isEmpty())
        return;
    const cellblock::Block block = cellblock::fromClipboard(*copied);
    if (block.isEmpty())
        return;
    QList<ValuesModel::CellText> texts;
    int outside = 0;
    if (block.size() == 1 && block.constFirst().size() == 1) {
        for (const QModelIndex &cell : chosen)
            texts.append({cell.row(), cell.column(), block.constFirst().constFirst()});
    } else {
        const QList<int> columns = shownColumns();
        const qsizetype first = columns.indexOf(chosen.constFirst().column());
        for (qsizetype r = 0; r < block.size(); ++r) {
            const int row = chosen.constFirst().row() + static_cast<int>(r);
            for (qsizetype c = 0; c < block.at(r).size(); ++c) {
                if (row < m_model->rowCount() && first + c < columns.size())
                    texts.append({row, columns.at(first + c), block.at(r).at(c)});
                else if (!block.at(r).at(c).trimmed().isEmpty())
                    ++outside;
            }
        }
    }
    if (m_model->write(texts) < 0)
        return;
    if (texts.size() > 1) {
        selectionModel()->select(QItemSelection(m_model->index(texts.constFirst().row, texts.constFirst().column),
                                     m_model->index(texts.constLast().row, texts.constLast().column)),
            QItemSelectionModel::ClearAndSelect);
    }
    if (outside > 0)
        Q_EMIT said(
            tr("表からはみ出した%n個のセルは貼り付けていません。年度の行が足りないときは、先に追加してください。",
                nullptr, outside));
}

/// The first row (or column) of the selection into the others; of a single row, what stands before it.
void ValuesTable::fill(bool down)
{
    QModelIndexList chosen = cells();
    if (m_model->isReadOnly() || chosen.isEmpty())
        return;
    const QList<int> columns = shownColumns();
    const auto lineOf = [&](const QModelIndex &cell) {
        return down ? cell.row() : static_cast<int>(columns.indexOf(cell.column()));
    };
    const int first = lineOf(chosen.constFirst());
    const int last = lineOf(chosen.constLast());
    const int source = first == last ? first - 1 : first;
    if (source < 0)
        return;
    QList<ValuesModel::CellText> texts;
    for (const QModelIndex &cell : std::as_const(chosen)) {
        if (lineOf(cell) == source)
            continue;
        const QModelIndex from =
            down ? m_model->index(source, cell.column()) : m_model->index(cell.row(), columns.at(source));
        if (!m_model->isUnread(from))
            texts.append({cell.row(), cell.column(), from.data(Qt::EditRole).toString()});
    }
    (void)m_model->write(texts);
}

void ValuesTable::fillDown()
{
    fill(true);
}

void ValuesTable::fillRight()
{
    fill(false);
}

// -- going about

void ValuesTable::step(int rows, int columns)
{
    const QList<int> shown = shownColumns();
    const QModelIndex at = currentIndex();
    if (!at.isValid() || shown.isEmpty())
        return;
    const int row = std::clamp(at.row() + rows, 0, m_model->rowCount() - 1);
    const qsizetype column = std::clamp<qsizetype>(shown.indexOf(at.column()) + columns, 0, shown.size() - 1);
    setCurrentIndex(m_model->index(row, shown.at(column)));
}

void ValuesTable::stepDown(int by)
{
    if (m_tabStart >= 0 && !isColumnHidden(m_tabStart) && currentIndex().isValid())
        setCurrentIndex(m_model->index(currentIndex().row(), m_tabStart));
    m_tabStart = -1;
    step(by, 0);
}

void ValuesTable::markMatches(const QString &key)
{
    m_searched = key;
    viewport()->update();
}

bool ValuesTable::isMatch(const QModelIndex &cell) const
{
    if (m_searched.isEmpty())
        return false;
    return TextKey::of(cell.data(Qt::DisplayRole).toString()).contains(m_searched)
        || TextKey::of(cell.data(Qt::EditRole).toString()).contains(m_searched);
}

void ValuesTable::stepAside(int by)
{
    const QList<int> shown = shownColumns();
    const QModelIndex at = currentIndex();
    const auto wanted = at.row() * shown.size() + shown.indexOf(at.column()) + by;
    if (!at.isValid() || shown.isEmpty() || wanted < 0 || wanted >= shown.size() * m_model->rowCount()) {
        m_tabStart = -1;
        QTableView::focusNextPrevChild(by > 0);
        return;
    }
    if (m_tabStart < 0)
        m_tabStart = at.column();
    const int row = static_cast<int>(wanted / shown.size());
    if (row != at.row())
        m_tabStart = -1; // a new row is a new run
    setCurrentIndex(m_model->index(row, shown.at(wanted % shown.size())));
}

/// Tab within the grid; this is also what Tab does when no key event reaches keyPressEvent().
bool ValuesTable::focusNextPrevChild(bool next)
{
    if (CompositionGuard::isComposing())
        return false;
    if (!hasFocus() || state() == EditingState)
        return QTableView::focusNextPrevChild(next);
    stepAside(next ? 1 : -1);
    return true;
}

bool ValuesTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !CompositionGuard::isComposing()) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = std::any_of(m_commands.begin(), m_commands.end(),
            [key](const auto &command) { return QKeySequence(key->keyCombination()) == command.first->shortcut(); });
        if (ours) {
            event->accept(); // not the window's: it is about these cells
            return true;
        }
    }
    return QTableView::event(event);
}

/// Composing begins in the grid itself: an editor that opened now would take the focus, and with it the composition, away
/// from the input method. It opens with what was committed.
void ValuesTable::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_model->isReadOnly() || !currentIndex().isValid()) {
        event->ignore();
        return;
    }
    m_preedit = event->preeditString();
    update(currentIndex());
    event->accept();
    if (event->commitString().isEmpty())
        return;
    if (ValuesModel::partOf(currentIndex().column()) == ValuesModel::Part::Status) {
        m_model->setData(currentIndex(), event->commitString());
        return;
    }
    edit(currentIndex());
    if (auto *line = qobject_cast<QLineEdit *>(indexWidget(currentIndex()))) {
        line->setText(event->commitString());
        line->setModified(true);
    }
}

void ValuesTable::keyPressEvent(QKeyEvent *event)
{
    if (CompositionGuard::isComposing())
        return;
    for (const auto &[action, writes] : std::as_const(m_commands)) {
        if (QKeySequence(event->keyCombination()) == action->shortcut()) {
            if (!writes || !m_model->isReadOnly())
                action->trigger();
            return;
        }
    }
    const bool back = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        stepDown(back ? -1 : 1);
        return;
    case Qt::Key_Backspace:
        clearCells();
        return;
    case Qt::Key_Escape:
        if (m_model->isUnread(currentIndex())) {
            m_model->drop(currentIndex());
            return;
        }
        break;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            QTableView::focusNextPrevChild(event->key() == Qt::Key_Tab && !back);
            return;
        }
        break;
    case Qt::Key_F2:
        if (!m_model->isReadOnly())
            edit(currentIndex(), EditKeyPressed, event);
        if (auto *line = qobject_cast<QLineEdit *>(indexWidget(currentIndex())))
            line->deselect(); // to change what is there, not to replace it
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        m_tabStart = -1;
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void ValuesTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    for (const auto &[action, writes] : std::as_const(m_commands)) {
        action->setEnabled(!writes || !m_model->isReadOnly());
        menu.addAction(action);
    }
    menu.exec(event->reason() == QContextMenuEvent::Keyboard
            ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
            : event->globalPos());
    for (const auto &command : std::as_const(m_commands))
        command.first->setEnabled(true);
}

} // namespace mezasu::ui
