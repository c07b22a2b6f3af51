// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/planfile.h"
#include "tests/gui/typing.h"
#include "ui/mainwindow.h"
#include "ui/planview.h"
#include "ui/preview/previewdialog.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPrinter>
#include <QScrollArea>
#include <QTimer>
#include <QTreeView>
#include <QtTest>

/// What a person's hands do in a window, and what answers when the window asks for a file. Shared by the stories.
namespace mezasu::story {

using namespace Qt::StringLiterals;

/// Plans of stories are kept in memory where there is such a disk: whether they are durable is asked elsewhere, and thousands of
/// commits would wait for a disk.
inline void workInMemory()
{
    if (!qEnvironmentVariableIsSet("TMPDIR") && QFileInfo(u"/dev/shm"_s).isWritable())
        qputenv("TMPDIR", "/dev/shm");
}

/// As a desktop does with the window that is worked in. \return whether it is the active one now
inline bool activate(QWidget *window)
{
    window->activateWindow();
    // Qt takes a dialog for active as soon as its parent is.
    return QTest::qWaitFor([window] { return QApplication::activeWindow() == window; });
}

/// Where the keys go, as a keyboard has it.
inline QWidget *focus()
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup ? popup : QApplication::focusWidget();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(focus() ? focus() : QApplication::activeWindow(), key, modifiers);
}

/// Keys of a keyboard without an input method.
inline void keys(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(focus(), c.toLatin1());
}

/// Japanese as it is typed: composed first, then committed.
inline void write(const QString &text)
{
    compose(focus(), text);
    compose(focus(), {}, text);
}

/// Brings a widget of a page into sight, as a person scrolls.
inline void reveal(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(widget);
    }
}

/// \return false where it is not there, not to be seen, or covered by something else
inline bool click(QWidget *widget, const QPoint &at = {})
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    reveal(widget);
    QCoreApplication::processEvents();
    const QPoint place = at.isNull() ? widget->rect().center() : at;
    QWidget *const hit = widget->window()->childAt(widget->mapTo(widget->window(), place));
    if (hit != widget && !(hit && widget->isAncestorOf(hit)))
        return false;
    QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(widget->window(), widget->mapTo(widget->window(), place)));
    return true;
}

/// The one of this name that is to be seen.
template <typename Widget>
Widget *seen(const QWidget *below, const QString &name)
{
    for (Widget *widget : below->findChildren<Widget *>(name)) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// Does what a menu does when it is chosen there. \return false where it is not to be chosen
inline bool choose(const QWidget *window, const QString &action)
{
    auto *one = window->findChild<QAction *>(action);
    if (!one || !one->isEnabled() || !one->isVisible())
        return false;
    one->trigger();
    return true;
}

/// Drags a row of a tree over a place of it, and lets it go where that is allowed. \return whether it was
inline bool dragRow(QTreeView *tree, const QModelIndex &row, const QPoint &place)
{
    const std::unique_ptr<QMimeData> data(tree->model()->mimeData({row}));
    QWidget *viewport = tree->viewport();
    QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &enter);
    QDragMoveEvent move(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &move);
    if (!move.isAccepted()) {
        QDragLeaveEvent leave;
        QApplication::sendEvent(viewport, &leave);
        return false;
    }
    QDropEvent drop(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &drop);
    return drop.isAccepted();
}

/// Drags by mouse events, for what follows the mouse by itself.
inline void dragHandle(QWidget *handle, const QPoint &toGlobal)
{
    const QPoint from = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step)
        QTest::mouseMove(handle, from + (handle->mapFromGlobal(toGlobal) - from) * step / 4);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->mapFromGlobal(toGlobal));
}

/// Answers with the files of a test; the table that is to be taken over is looked at in the dialog itself.
class Answers : public ui::Questions
{
public:
    QString path, printTo;
    QStringList paths;                          ///< where several may be chosen
    std::function<void(QWidget *dialog)> looks; ///< at the dialog of an import, and accepts it
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return path; }
    QStringList pathsToOpen(QWidget *, const QString &, const QString &) override { return paths; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    std::optional<ui::ImportPreview> acceptImport(QWidget *parent, const QString &file, const ui::ImportPreview &first,
        const ui::ImportPreviewer &previewer) override
    {
        QTimer::singleShot(0, parent, [this] {
            if (QWidget *dialog = QApplication::activeModalWidget())
                looks(dialog);
        });
        return m_desktop.acceptImport(parent, file, first, previewer);
    }
    bool closeUnsaved(QWidget *) override { return true; }
    bool choosePrinter(QWidget *, QPrinter *printer) override
    {
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(printTo);
        return !printTo.isEmpty();
    }

private:
    ui::DesktopQuestions m_desktop;
};

/// What is wrong with a plan file: its tables against what the journal adds up to. Empty: nothing.
inline QString wrongWith(const QString &path)
{
    PlanFile::Options options;
    options.readOnly = true;
    const auto file = PlanFile::open(path, options);
    if (!file)
        return u"cannot be opened: "_s + file.error().detail;
    const auto verified = file.value()->verify();
    if (!verified)
        return u"cannot be read: "_s + verified.error().detail;
    return (verified.value().lost + verified.value().derived).join(u'\n');
}

} // namespace mezasu::story
