// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

/// What a person has set for this computer, and the plans opened last. Everything that is kept is kept here.
///
/// Until keepInUserFolder() or keepIn() is called it is kept in memory only, so that no test touches a person's settings.
namespace mezasu::ui::settings {

/// Where the desktop keeps settings of programs.
void keepInUserFolder();
/// In this file instead. \param file empty: in memory, emptied
void keepIn(const QString &file);

QString language(); ///< "ja" or "en"; empty: none chosen
/// The one that the window speaks, whether or not it was chosen: "ja" or "en".
QString shownLanguage();
void setLanguage(const QString &language);
/// Whose name stands with changes. \return empty: none given; the system's user is meant
QString author();
void setAuthor(const QString &author);
/// Which colours, by the names of lookNamed(); empty: as the system has them.
QString look();
void setLook(const QString &look);
constexpr int kSmallestText = 100, kLargestText = 200;
int textPercent(); ///< of the desktop's text size
void setTextPercent(int percent);
constexpr int kFewestBackups = 1, kMostBackups = 100, kUsualBackups = 10;
int backupsKept();
void setBackupsKept(int number);

/// A plan that was opened.
struct RecentFile
{
    QString path;  ///< absolute
    QString title; ///< of the plan, when it was opened last
    QDateTime opened;
    bool operator==(const RecentFile &) const = default;
};
inline constexpr int kRecentFiles = 30;
/// The latest first. Nobody looks whether they are there: see FilePresence.
QList<RecentFile> recentFiles();
void noteOpened(const QString &path, const QString &title, const QDateTime &when = QDateTime::currentDateTime());
void forget(const QString &path);

} // namespace mezasu::ui::settings
