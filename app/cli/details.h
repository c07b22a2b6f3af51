// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mezasu::cli {

/// The Japanese for the technical detail of an error of core, where it has one; else the detail itself.
QString detailInJapanese(const QString &detail);

} // namespace mezasu::cli
