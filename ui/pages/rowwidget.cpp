// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rowwidget.h"

#include "ui/compositionguard.h"
#include "ui/look/measures.h"
#include "ui/menus/actionicons.h"
#include "ui/pages/fieldnote.h"
#include "ui/pages/fields.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

RowHandle::RowHandle(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"rowHandle"_s);
    setCursor(Qt::OpenHandCursor);
    setToolTip(tr("ドラッグして並べ替え（キーでは Alt+↑、Alt+↓）"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize RowHandle::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 2, fontMetrics().height() + 8};
}

void RowHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(underMouse() ? QPalette::Text : QPalette::PlaceholderText));
    const double step = fontMetrics().height() / 4.0;
    const double size = step / 2.5;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 2; ++column)
            painter.drawEllipse(
                QPointF(width() / 2.0 + (column - 0.5) * step, height() / 2.0 + (row - 1) * step), size, size);
    }
}

void RowHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_dragging = false;
    m_pressedAt = event->globalPosition().toPoint();
}

void RowHandle::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->globalPosition().toPoint();
    if (!m_pressed || (!m_dragging && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance()))
        return;
    if (!m_dragging)
        grabKeyboard(); // for Esc
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    Q_EMIT dragged(at);
}

void RowHandle::mouseReleaseEvent(QMouseEvent *)
{
    const bool ends = std::exchange(m_dragging, false);
    m_pressed = false;
    setCursor(Qt::OpenHandCursor);
    if (ends) {
        releaseKeyboard();
        Q_EMIT dropped();
    }
}

bool RowHandle::event(QEvent *event)
{
    if (m_dragging && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_dragging = m_pressed = false;
        setCursor(Qt::OpenHandCursor);
        releaseKeyboard();
        Q_EMIT cancelled();
        return true;
    }
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QWidget::event(event);
}

RowWidget::RowWidget(PlanDocument *document, const ElementId &id, const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_id(id)
    , m_parts(parts)
{
    setObjectName(u"rowWidget"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::kHair);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(gap::kHair);
    column->addLayout(layout);
    const bool writes = !document->isReadOnly();

    if (writes) {
        m_handle = new RowHandle(this);
        layout->addWidget(m_handle, 0, Qt::AlignTop);
        connect(m_handle, &RowHandle::dragged, this, &RowWidget::dragged);
        connect(m_handle, &RowHandle::dropped, this, &RowWidget::dropped);
        connect(m_handle, &RowHandle::cancelled, this, &RowWidget::dragCancelled);
    }
    m_short = fields::lineEdit(document, id, parts.shortField, this);
    const int characters = parts.shortField == "mark"_L1 ? 3 : 6;
    m_short->setFixedWidth(m_short->fontMetrics().horizontalAdvance(u'あ') * characters + 16);
    if (writes)
        m_short->setPlaceholderText(words::fieldName(id.kind, parts.shortField));
    layout->addWidget(m_short, 0, Qt::AlignTop);
    m_long = fields::textEdit(document, id, parts.longField, this);
    layout->addWidget(m_long, 1, Qt::AlignTop);
    m_short->installEventFilter(this);
    m_long->installEventFilter(this);
    if (parts.opens) {
        m_open = new QPushButton(tr("開く"), this);
        m_open->setObjectName(u"openButton"_s);
        m_open->setAutoDefault(false);
        m_open->setFixedWidth(m_open->fontMetrics().horizontalAdvance(m_open->text()) + 20);
        connect(m_open, &QPushButton::clicked, this, &RowWidget::openRequested);
        layout->addWidget(m_open, 0, Qt::AlignTop);
    }
    if (writes) {
        m_more = new QToolButton(this);
        m_more->setText(u"…"_s);
        m_more->setObjectName(u"rowMenuButton"_s);
        m_more->setToolTip(tr("行の操作"));
        m_more->setFocusPolicy(Qt::StrongFocus);
        m_more->setMinimumHeight(m_short->sizeHint().height());
        connect(m_more, &QToolButton::clicked, this, &RowWidget::openMenu);
        layout->addWidget(m_more, 0, Qt::AlignTop);
    }
    refreshNotes();
}

QList<QWidget *> RowWidget::stops() const
{
    QList<QWidget *> out{m_short, m_long, m_open, m_more};
    out.removeAll(nullptr);
    return out;
}

void RowWidget::setNames(const QString &section, qsizetype number)
{
    const auto name = [&](QWidget *part, const QString &what) {
        if (part)
            //: %1 a section such as 現状と課題, %2 the number of the row, %3 what this part is
            part->setAccessibleName(tr("%1 %2 %3").arg(section).arg(number).arg(what));
    };
    name(m_short, words::fieldName(m_id.kind, m_parts.shortField));
    name(m_long, words::fieldName(m_id.kind, m_parts.longField));
    name(m_open, tr("開く"));
    name(m_more, tr("行の操作"));
}

void RowWidget::setRemark(const QString &remark)
{
    if (!m_remark && remark.isEmpty())
        return;
    if (!m_remark) {
        m_remark = new QLabel;
        m_remark->setObjectName(u"rowRemarkLabel"_s);
        m_remark->setForegroundRole(QPalette::PlaceholderText);
        m_remark->setContentsMargins(gap::kHair, gap::kHair, gap::kHair, 0);
        m_remark->setParent(this);
        m_remark->setMinimumWidth(fontMetrics().horizontalAdvance(u'あ') * 8); // so that the texts end alike
        placeRemark();
    }
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

/// Beside the texts, or below them where there is little room.
void RowWidget::placeRemark()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *line = static_cast<QHBoxLayout *>(column->itemAt(0)->layout());
    const bool below = width() < fontMetrics().horizontalAdvance(u'あ') * 30;
    if ((below ? column->indexOf(m_remark) : line->indexOf(m_remark)) >= 0)
        return;
    column->removeWidget(m_remark);
    line->removeWidget(m_remark);
    if (below)
        column->insertWidget(1, m_remark);
    else
        line->insertWidget(line->indexOf(m_long) + 1, m_remark, 0, Qt::AlignTop);
}

void RowWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_remark)
        placeRemark();
}

QSize RowWidget::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'あ') * 14, QWidget::minimumSizeHint().height()};
}

/// Most rows have nothing to say; they get no labels.
void RowWidget::refreshNotes()
{
    if (!m_document->plan().contains(m_id))
        return;
    const QString note = FieldNote::overLimit(*m_document, m_id, m_parts.longField);
    if (!m_note && !note.isEmpty()) {
        m_note = new QLabel;
        m_note->setObjectName(u"rowNoteLabel"_s);
        m_note->setWordWrap(true);
        layout()->addWidget(m_note);
    }
    if (m_note) {
        m_note->setText(note);
        m_note->setVisible(!note.isEmpty());
    }
    if (!m_contested && m_document->plan().conflicts().value(m_id).contains(m_parts.longField)) {
        m_contested = fields::contestedLabel(m_document, m_id, m_parts.longField, this);
        layout()->addWidget(m_contested);
    }
}

bool RowWidget::isEmpty() const
{
    return m_long->text().isEmpty() && !CompositionGuard::isComposingIn(m_long);
}

QMenu *RowWidget::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QString &name, const QKeySequence &keys, auto deed) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setIcon(iconOfAction(name));
        action->setShortcut(keys); // shown; the keys themselves are handled in the fields
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, deed, Qt::QueuedConnection);
    };
    add(tr("下に追加(&A)"), u"rowAddAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { Q_EMIT addRequested(); });
    add(tr("上へ(&U)"), u"rowUpAction"_s, QKeySequence(Qt::ALT | Qt::Key_Up), [this] { Q_EMIT moveRequested(-1); });
    add(tr("下へ(&D)"), u"rowDownAction"_s, QKeySequence(Qt::ALT | Qt::Key_Down), [this] { Q_EMIT moveRequested(1); });
    menu->addSeparator();
    add(tr("削除(&L)"), u"rowRemoveAction"_s, {}, [this] { Q_EMIT removeRequested(); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    return menu;
}

bool RowWidget::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if ((event->type() != QEvent::KeyPress && !isOverride) || CompositionGuard::isComposing()
        || m_document->isReadOnly())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isLong = watched == m_long;
    std::function<void()> deed;
    if (isEnter && modifiers == Qt::ControlModifier) {
        deed = [this] { Q_EMIT addRequested(); };
    } else if (modifiers == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        deed = [this, by = key->key() == Qt::Key_Up ? -1 : 1] { Q_EMIT moveRequested(by); };
    } else if (isEnter && modifiers == Qt::NoModifier && !isLong) {
        deed = [this] { m_long->setFocus(Qt::TabFocusReason); };
    } else if (isEnter && modifiers == Qt::NoModifier && (!m_parts.paragraphs || m_long->textCursor().atEnd())
        && !m_long->textCursor().hasSelection()) {
        deed = [this] {
            if (!isEmpty()) // one empty row is enough
                Q_EMIT addRequested();
        };
    } else if (key->key() == Qt::Key_Backspace && modifiers == Qt::NoModifier && isLong && isEmpty()
        && !key->isAutoRepeat()) {
        deed = [this] { Q_EMIT removeEmptyRequested(); };
    }
    if (!deed)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (!isOverride)
        deed();
    return true;
}

} // namespace mezasu::ui
