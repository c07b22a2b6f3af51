// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library needs a source of its own; what this one holds is listed in CMakeLists.txt.
#include <QtGlobal>
