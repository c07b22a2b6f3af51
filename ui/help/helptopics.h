// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

class QWidget;

/// The pages of the help, `resources/help/<language>/<topic>.html`, and what each of them is about.
namespace mezasu::ui::help {

/// Every topic by its name; the contents, "index", first.
QStringList topics();
/// What the nearest part of the window around a widget is about: a page, a panel, a dialog. Empty: nothing is written of it.
QString topicOf(const QWidget *widget);
/// The page of a topic in the language of the window.
QUrl pageOf(const QString &topic);

} // namespace mezasu::ui::help
