// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

class QPDF;

/// What every object of a file has to keep, whatever it shows: the rules of PDF/A-2 (ISO 19005-2, clauses 6.1 to 6.6) and of
/// PDF/UA-1 (ISO 14289-1, clause 7) that concern bytes, objects, graphics, fonts, metadata and bookmarks. What is said and in
/// which structure is read by pdfreader.
namespace pdfrules {

/// \param bytes of the file \return each rule that is broken, with its clause
QStringList faultsOf(QPDF &pdf, const QByteArray &bytes);

} // namespace pdfrules
