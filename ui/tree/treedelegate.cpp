// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treedelegate.h"

#include "ui/compositionguard.h"
#include "ui/find/textkey.h"
#include "ui/look/look.h"
#include "ui/look/measures.h"
#include "ui/models/plantreemodel.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
QFont signFont(const QFont &font)
{
    QFont small = font;
    small.setBold(false);
    small.setPointSizeF(font.pointSizeF() * shareOf(Type::Small));
    return small;
}

QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
{
    return !(option.state & QStyle::State_Enabled) ? QPalette::Disabled
        : option.state & QStyle::State_Active      ? QPalette::Active
                                                   : QPalette::Inactive;
}

int paddingOf(const QFontMetrics &metrics)
{
    return std::max(2, metrics.height() / 5);
}

/// That signs take side by side.
int widthOf(const QList<RowSigns::Sign> &signs, const QFont &font)
{
    const QFontMetrics metrics(signFont(font));
    const int padding = paddingOf(metrics);
    int width = padding + 2;
    for (const RowSigns::Sign &sign : signs) {
        const bool plain = sign.look == RowSigns::Sign::Look::Plain;
        width += metrics.horizontalAdvance(sign.text) + (plain ? 0 : 2 * padding) + 1 + padding;
    }
    return width;
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(groupOf(option), selected ? QPalette::HighlightedText : QPalette::Text);
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    QStyleOptionViewItem empty = option;
    empty.text.clear();
    empty.icon = {};
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);
}
} // namespace

TreeDelegate::TreeDelegate(const PlanTreeModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

int TreeDelegate::widthOfSigns(const QFont &font)
{
    const QFontMetrics metrics(signFont(font));
    return metrics.horizontalAdvance(u"点未修正"_s) + 2 * metrics.height();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = index.column() == PlanTreeModel::SignsColumn
        ? widthOf(signsAt(option, index), option.font)
        : QStyledItemDelegate::sizeHint(option, index).width() + gap::kHair;
    return {width, option.fontMetrics.height() + 8};
}

void TreeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *line = qobject_cast<const QLineEdit *>(editor);
    if (!line || (!line->isModified() && !CompositionGuard::isComposingIn(line)))
        QStyledItemDelegate::setEditorData(editor, index);
}

bool TreeDelegate::eventFilter(QObject *editor, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(editor);
    if (!widget || event->type() != CompositionGuard::finishEvent())
        return QStyledItemDelegate::eventFilter(editor, event);
    Q_EMIT commitData(widget);
    Q_EMIT closeEditor(widget);
    return true;
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isSigns = index.column() == PlanTreeModel::SignsColumn;
    if (!isSigns) {
        const bool isMarked = marks(index, m_key.isEmpty() ? QString() : index.data().toString());
        noteMark(index, isMarked);
        if (!isMarked) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
    }
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    paintBackground(painter, shown);
    if (isSigns)
        paintSigns(painter, shown, index);
    else
        paintMarked(painter, shown, shown.text);
}

bool TreeDelegate::marks(const QModelIndex &index, const QString &text) const
{
    return !m_key.isEmpty() && index.column() != PlanTreeModel::SignsColumn && TextKey::of(text).contains(m_key);
}

bool TreeDelegate::isHit(const QTreeView *tree, const QModelIndex &index) const
{
    const bool isClosed = tree && !tree->isExpanded(index.siblingAtColumn(0));
    return m_model->isHit(index, isClosed);
}

void TreeDelegate::noteMark(const QModelIndex &index, bool isMarked) const
{
    const std::pair<ElementId, int> place(m_model->idOf(index), index.column());
    if (isMarked)
        m_marked.insert(place);
    else
        m_marked.remove(place);
}

void TreeDelegate::updateMarks(QTreeView *tree) const
{
    const int bottom = tree->viewport()->height();
    for (QModelIndex row = tree->indexAt(QPoint(0, 0)); row.isValid() && tree->visualRect(row).top() < bottom;
         row = tree->indexBelow(row)) {
        for (int column = 0; column < PlanTreeModel::ColumnCount; ++column) {
            const QModelIndex index = row.siblingAtColumn(column);
            const bool isMarked =
                column == PlanTreeModel::SignsColumn ? isHit(tree, index) : marks(index, index.data().toString());
            if (isMarked || m_marked.contains({m_model->idOf(index), column}))
                tree->update(index);
        }
    }
}

void TreeDelegate::paintMarked(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const QRect place =
        style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).adjusted(margin, 0, -margin, 0);
    const QString elided = option.fontMetrics.elidedText(text, Qt::ElideRight, place.width());
    const bool selected = option.state & QStyle::State_Selected;
    QTextCharFormat mark;
    if (selected) { // turned round, as clear as the row itself
        mark.setBackground(option.palette.color(groupOf(option), QPalette::HighlightedText));
        mark.setForeground(option.palette.color(groupOf(option), QPalette::Highlight));
    } else {
        mark.setBackground(colours().match);
    }
    mark.setFontUnderline(true); // not by colour alone
    QList<QTextLayout::FormatRange> marks;
    for (const TextKey::Span &span : TextKey(elided).find(m_key))
        marks.append({static_cast<int>(span.begin), static_cast<int>(span.length), mark});
    QTextLayout layout(elided, option.font, painter->device());
    layout.setFormats(marks);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width() + option.fontMetrics.maxWidth());
    layout.endLayout();
    painter->save();
    painter->setClipRect(place);
    painter->setPen(textColor(option));
    layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
    painter->restore();
}

QList<RowSigns::Sign> TreeDelegate::signsAt(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QList<RowSigns::Sign> signs = m_model->signs(index).signs();
    if (isHit(qobject_cast<const QTreeView *>(option.widget), index))
        //: a sign in the tree: what is searched (検索) is here
        signs.prepend({tr("検"), RowSigns::Sign::Look::Filled});
    return signs;
}

void TreeDelegate::paintSigns(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QList<RowSigns::Sign> signs = signsAt(option, index);
    noteMark(index, isHit(qobject_cast<const QTreeView *>(option.widget), index));
    if (signs.isEmpty())
        return;
    const QFont font = signFont(option.font);
    const QFontMetrics metrics(font);
    const QColor ink = textColor(option);
    const int padding = paddingOf(metrics);
    const int height = std::min(metrics.height() + 2, option.rect.height() - 2);
    const int top = option.rect.top() + (option.rect.height() - height) / 2;
    int left = option.rect.left() + padding;
    painter->save();
    painter->setFont(font);
    painter->setRenderHint(QPainter::Antialiasing);
    for (const RowSigns::Sign &sign : std::as_const(signs)) {
        const bool plain = sign.look == RowSigns::Sign::Look::Plain;
        const QRect box(left, top, metrics.horizontalAdvance(sign.text) + (plain ? 0 : 2 * padding), height);
        if (box.right() > option.rect.right() - 1) {
            painter->setPen(ink);
            painter->drawText(QRect(left, top, option.rect.right() - left, height), Qt::AlignVCenter, u"…"_s);
            break;
        }
        if (!plain) {
            painter->setPen(QPen(ink, 1));
            painter->setBrush(sign.look == RowSigns::Sign::Look::Filled ? QBrush(ink) : QBrush(Qt::NoBrush));
            painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5);
        }
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(sign.look == RowSigns::Sign::Look::Filled
                ? option.palette.color(groupOf(option), selected ? QPalette::Highlight : QPalette::Base)
                : ink);
        painter->drawText(box, Qt::AlignCenter, sign.text);
        left = box.right() + 1 + padding;
    }
    painter->restore();
}

} // namespace mezasu::ui
