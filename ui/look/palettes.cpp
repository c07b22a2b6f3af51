// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/palettes.h"

#include "ui/look/systemcontrast.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace mezasu::ui {

namespace {
/// What a palette is made of; the other roles follow from these.
struct Base
{
    QRgb window, base, alternate, button, text, quiet, unusable;
    QRgb highlight, highlighted, link, visited, tip, tipText, mid, midlight, dark, shadow;
};

constexpr Base kLight{0xf3f5f8, 0xffffff, 0xf4f7fb, 0xfbfcfd, 0x1c2128, 0x586271, 0x737c89, 0x1f62b8, 0xffffff,
    0x0a55ac, 0x6a3d9c, 0xfdf3d0, 0x1c2128, 0x7f8895, 0xe4e8ee, 0x5f6875, 0x3c434d};
constexpr Base kDark{0x23272e, 0x1a1d22, 0x20242a, 0x323841, 0xe4e8ee, 0xa4adba, 0x808995, 0x2f6fd0, 0xffffff, 0x8ab8ff,
    0xc9a7f5, 0x3b3521, 0xf2ecd8, 0x7b8593, 0x3a414b, 0x15181c, 0x0c0e11};
constexpr Base kHighContrast{0x000000, 0x000000, 0x141414, 0x000000, 0xffffff, 0xdcdcdc, 0xa0a0a0, 0xffd700, 0x000000,
    0x7fd4ff, 0xe3b5ff, 0x262626, 0xffffff, 0xb4b4b4, 0x5a5a5a, 0xb4b4b4, 0xffffff};

QPalette made(const Base &from)
{
    using P = QPalette;
    QPalette out;
    const std::pair<P::ColorRole, QRgb> roles[] = {{P::Window, from.window}, {P::WindowText, from.text},
        {P::Base, from.base}, {P::AlternateBase, from.alternate}, {P::Text, from.text}, {P::Button, from.button},
        {P::ButtonText, from.text}, {P::BrightText, from.highlighted}, {P::PlaceholderText, from.quiet},
        {P::Highlight, from.highlight}, {P::HighlightedText, from.highlighted}, {P::Link, from.link},
        {P::LinkVisited, from.visited}, {P::ToolTipBase, from.tip}, {P::ToolTipText, from.tipText},
        {P::Light, from.midlight}, {P::Midlight, from.midlight}, {P::Mid, from.mid}, {P::Dark, from.dark},
        {P::Shadow, from.shadow}};
    for (const auto &[role, colour] : roles)
        out.setColor(P::All, role, QColor(colour));
    for (const P::ColorRole role : {P::WindowText, P::Text, P::ButtonText, P::PlaceholderText})
        out.setColor(P::Disabled, role, QColor(from.unusable));
    out.setColor(P::Disabled, P::Base, QColor(from.window)); // what cannot be typed into lies flat
    return out;
}

Colours coloursFrom(
    const Base &from, QRgb hairline, QRgb focus, QRgb match, QRgb trouble, QRgb actual, QRgb target, QRgb grid)
{
    return {QColor(from.mid), QColor(hairline), QColor(focus), QColor(match), QColor(trouble), QColor(from.link),
        QColor(from.quiet), QColor(actual), QColor(target), QColor(grid)};
}

double luminanceOf(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

std::optional<SystemContrast> s_theme;
Colours s_themeColours;

/// Between two colours, as much of the second as leaves a text on it readable.
QColor tinted(const QColor &ground, const QColor &tint, const QColor &text)
{
    constexpr double kReadable = 7;
    for (const double share : {0.4, 0.3, 0.2, 0.1}) {
        const auto mixed = [&](double one, double other) { return float(one * (1 - share) + other * share); };
        const QColor out = QColor::fromRgbF(mixed(ground.redF(), tint.redF()), mixed(ground.greenF(), tint.greenF()),
            mixed(ground.blueF(), tint.blueF()));
        if (contrastOf(out, text) >= kReadable)
            return out;
    }
    return ground;
}

Base baseOf(const SystemContrast &theme)
{
    const QRgb window = theme.window.rgb();
    const QRgb text = theme.text.rgb();
    return {window, window, window, theme.button.rgb(), text, text, theme.unusable.rgb(), theme.highlight.rgb(),
        theme.highlighted.rgb(), theme.link.rgb(), theme.link.rgb(), window, text, text, theme.unusable.rgb(), text,
        text};
}

QPalette paletteOf(const SystemContrast &theme)
{
    QPalette out = made(baseOf(theme));
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        out.setColor(group, QPalette::ButtonText, theme.buttonText);
    return out;
}

Colours coloursOf(const SystemContrast &theme)
{
    Colours out;
    out.line = out.hairline = out.removed = out.actual = out.target = theme.text;
    out.added = theme.link;
    out.focus = contrastOf(theme.highlight, theme.window) >= 3 ? theme.highlight : theme.text;
    out.match = tinted(theme.window, theme.highlight, theme.text);
    out.trouble = theme.window; // which a line and a sign go with
    out.grid = theme.unusable;
    return out;
}
} // namespace

std::optional<SystemContrast> readSystemContrast(const std::function<QString(const QString &name)> &colourOf)
{
    SystemContrast out;
    const std::pair<QColor *, QString> wanted[] = {{&out.window, QStringLiteral("Window")},
        {&out.text, QStringLiteral("WindowText")}, {&out.button, QStringLiteral("ButtonFace")},
        {&out.buttonText, QStringLiteral("ButtonText")}, {&out.highlight, QStringLiteral("Hilight")},
        {&out.highlighted, QStringLiteral("HilightText")}, {&out.link, QStringLiteral("HotTrackingColor")},
        {&out.unusable, QStringLiteral("GrayText")}};
    for (const auto &[colour, name] : wanted) {
        const QStringList parts = colourOf(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        bool isRead = parts.size() == 3;
        int values[3] = {};
        for (int i = 0; i < 3 && isRead; ++i)
            values[i] = parts.at(i).toInt(&isRead);
        *colour = isRead ? QColor(values[0], values[1], values[2]) : QColor();
        if (!colour->isValid())
            return {};
    }
    return out;
}

void setSystemContrast(const std::optional<SystemContrast> &theme)
{
    s_theme = theme;
    s_themeColours = theme ? coloursOf(*theme) : Colours();
}

const std::optional<SystemContrast> &systemContrast()
{
    return s_theme;
}

QPalette paletteOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Dark:
        return made(kDark);
    case Scheme::HighContrast:
        return s_theme ? paletteOf(*s_theme) : made(kHighContrast);
    case Scheme::Light:
        break;
    }
    return made(kLight);
}

const Colours &coloursOf(Scheme scheme)
{
    static const Colours light =
        coloursFrom(kLight, 0xd5dae1, 0x1f62b8, 0xffe08a, 0xfde3e0, 0x1f4a8c, 0x8a4b00, 0xd3d8df);
    static const Colours dark =
        coloursFrom(kDark, 0x3a414b, 0x7db0ff, 0x6b5310, 0x50292a, 0x9ec1ff, 0xffbf75, 0x3b424c);
    static const Colours highContrast =
        coloursFrom(kHighContrast, 0xb4b4b4, 0xffd700, 0x5c4a00, 0x5a0000, 0x8fd0ff, 0xffb347, 0x5a5a5a);
    if (scheme == Scheme::HighContrast)
        return s_theme ? s_themeColours : highContrast;
    return scheme == Scheme::Dark ? dark : light;
}

double contrastOf(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminanceOf(a), luminanceOf(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace mezasu::ui
