// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/document.h"

#include <QByteArray>

namespace mezasu::report {

/// A document as one HTML file, with its pictures and charts inside: for reading on a screen, and for programs that read a
/// paper aloud. Nothing in it is loaded from elsewhere. Needs a QApplication, in its thread, where there are charts.
///
/// \param language BCP 47, of the text
/// \retval NotFound a chart's font is not installed
Result<QByteArray> documentHtml(const Document &document, const QString &language);

} // namespace mezasu::report
