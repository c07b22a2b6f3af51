// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <functional>
#include <optional>

namespace mezasu::ui {

/// The colours of a high-contrast theme of the system, which a person has chosen for their eyes: black on white, yellow on
/// black, whatever it is.
struct SystemContrast
{
    QColor window, text;           ///< of windows and of what is typed into
    QColor button, buttonText;     ///< of what can be pressed
    QColor highlight, highlighted; ///< what is selected, and text on it
    QColor link;
    QColor unusable; ///< text of what cannot be used now

    friend bool operator==(const SystemContrast &, const SystemContrast &) = default;
};

/// From the names of Windows ("Window", "HilightText") and its way of writing colours ("255 255 0").
/// \return nothing where one is missing or cannot be read
std::optional<SystemContrast> readSystemContrast(const std::function<QString(const QString &name)> &colourOf);

/// What Scheme::HighContrast is made of from now on; nothing: colours of ours.
void setSystemContrast(const std::optional<SystemContrast> &theme);
const std::optional<SystemContrast> &systemContrast();

} // namespace mezasu::ui
