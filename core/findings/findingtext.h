// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/findings.h"

#include <QLocale>

/// The words for findings, for the window and the command line alike.
namespace mezasu::findingtext {

/// What kind of finding a code stands for, for lists and filters: 番号の重複. The code itself when it is not known.
/// \param language English, or anything else for Japanese
QString title(const QString &code, QLocale::Language language);
/// The finding in words, without the name of the element.
QString sentence(const Finding &finding, QLocale::Language language);
/// 要対応 or 確認.
QString severity(Finding::Severity severity, QLocale::Language language);

} // namespace mezasu::findingtext
