// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QVariantHash>
#include <algorithm>
#include <memory>

namespace mezasu::ui::settings {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kRecents = "recent_files"_L1;

struct Kept
{
    std::unique_ptr<QSettings> file;
    QVariantHash memory;
};

Kept &kept()
{
    static Kept one;
    return one;
}

QVariant value(const QString &key, const QVariant &usual = {})
{
    return kept().file ? kept().file->value(key, usual) : kept().memory.value(key, usual);
}

void set(const QString &key, const QVariant &value)
{
    if (kept().file) {
        kept().file->setValue(key, value);
        kept().file->sync();
    } else {
        kept().memory.insert(key, value);
    }
}

void setRecentFiles(const QList<RecentFile> &files)
{
    QVariantList list;
    for (const RecentFile &one : files)
        list.append(QVariantMap{
            {u"path"_s, one.path}, {u"title"_s, one.title}, {u"opened"_s, one.opened.toUTC().toString(Qt::ISODate)}});
    set(kRecents, list);
}
} // namespace

void keepInUserFolder()
{
    kept().file = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"mezasu"_s, u"mezasu"_s);
}

void keepIn(const QString &file)
{
    kept().file = file.isEmpty() ? nullptr : std::make_unique<QSettings>(file, QSettings::IniFormat);
    kept().memory.clear();
}

QString shownLanguage()
{
    return QLocale().language() == QLocale::English ? u"en"_s : u"ja"_s;
}

QString language()
{
    return value(u"language"_s).toString();
}

void setLanguage(const QString &language)
{
    set(u"language"_s, language);
}

QString author()
{
    return value(u"author"_s).toString();
}

void setAuthor(const QString &author)
{
    set(u"author"_s, author.trimmed());
}

QString look()
{
    return value(u"look"_s).toString();
}

void setLook(const QString &look)
{
    set(u"look"_s, look);
}

int textPercent()
{
    return std::clamp(value(u"text_percent"_s, kSmallestText).toInt(), kSmallestText, kLargestText);
}

void setTextPercent(int percent)
{
    set(u"text_percent"_s, percent);
}

int backupsKept()
{
    return std::clamp(value(u"backups_kept"_s, kUsualBackups).toInt(), kFewestBackups, kMostBackups);
}

void setBackupsKept(int number)
{
    set(u"backups_kept"_s, number);
}

QList<RecentFile> recentFiles()
{
    QList<RecentFile> out;
    const QVariantList list = value(kRecents).toList();
    for (const QVariant &one : list) {
        const QVariantMap map = one.toMap();
        out.append({map.value(u"path"_s).toString(), map.value(u"title"_s).toString(),
            QDateTime::fromString(map.value(u"opened"_s).toString(), Qt::ISODate)});
    }
    return out;
}

void noteOpened(const QString &path, const QString &title, const QDateTime &when)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QList<RecentFile> files = recentFiles();
    files.removeIf([&whole](const RecentFile &one) { return one.path == whole; });
    files.prepend({whole, title, when});
    setRecentFiles(files.mid(0, kRecentFiles));
}

void forget(const QString &path)
{
    QList<RecentFile> files = recentFiles();
    files.removeIf([&path](const RecentFile &one) { return one.path == path; });
    setRecentFiles(files);
}

} // namespace mezasu::ui::settings
