// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "core/report/paperoptions.h"

#include <QImage>
#include <functional>

namespace mezasu::ui {

/// The quick guide of two pages: what is written in `resources/guide`, in the language of the window, as a paper.
/// \param picture gives the picture of a name; a null one is left out
report::Document quickGuide(const std::function<QImage(const QString &name)> &picture);

/// On what it stands: two pages of A4, in type that is small enough for them.
report::PaperOptions quickGuidePaper();

} // namespace mezasu::ui
