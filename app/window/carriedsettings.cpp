// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/carriedsettings.h"

#include "core/store/portable.h"

#include <QSettings>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
/// Where Qt notes the folder that a file dialog showed last. On Windows that is the registry, and no path leads elsewhere.
#ifdef Q_OS_WIN
bool hasQtsNotes()
{
    return QSettings(u"HKEY_CURRENT_USER\\Software"_s, QSettings::NativeFormat).childGroups().contains(u"QtProject"_s);
}

void removeQtsNotes()
{
    QSettings(u"HKEY_CURRENT_USER\\Software"_s, QSettings::NativeFormat).remove(u"QtProject"_s);
}
#else
bool hasQtsNotes()
{
    return true; // beside the program
}

void removeQtsNotes() { }
#endif
} // namespace

CarriedSettings::CarriedSettings()
{
    const QString folder = portable::dataFolder();
    if (folder.isEmpty())
        return;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
    m_cleanUp = !hasQtsNotes(); // another program's are left alone
}

CarriedSettings::~CarriedSettings()
{
    if (m_cleanUp)
        removeQtsNotes();
}

} // namespace mezasu
