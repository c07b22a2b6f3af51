// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A program that is carried about, on a USB stick for instance, keeps everything beside itself and nothing on the computers
/// that it is used on. It is one when a file named "portable" lies beside it.
namespace mezasu::portable {

/// Where this program keeps what belongs to its user and not to a plan: settings, rescue files.
/// \return absolute; empty: in the user's own folders, as the system says
QString dataFolder();
/// The same for a program in \p programFolder.
QString dataFolderOf(const QString &programFolder);

} // namespace mezasu::portable
