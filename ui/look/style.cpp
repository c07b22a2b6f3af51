// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"

#include "ui/look/icons.h"
#include "ui/look/look.h"
#include "ui/look/measures.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>
#include <cmath>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double kRadius = 3;
constexpr int kFrame = 2;                        ///< room for the ring of the focus
constexpr int kIcon = 16;                        ///< beside text of the usual size
constexpr int kMark = 2;                         ///< below the tab that is shown
constexpr double kHover = 0.07, kPressed = 0.16; ///< how much of the text's colour a face takes on

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return int(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

/// Saves the painter's state for as long as it lives, and smooths what is painted.
class Painting
{
public:
    explicit Painting(QPainter *painter)
        : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Painting)

private:
    QPainter *m_painter;
};

QRectF within(const QRect &rect, double width)
{
    return QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
}

void drawRing(QPainter *painter, const QRect &rect, double width = kFrame)
{
    const Painting painting(painter);
    painter->setPen(QPen(colours().focus, width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(within(rect, width), kRadius, kRadius);
}

bool isOn(const QStyleOption &option, QStyle::StateFlag state)
{
    return option.state.testFlag(state);
}

/// A face with its line, and the ring where it has the focus.
void drawFace(QPainter *painter, const QStyleOption &option, const QRect &rect, const QBrush &face, bool hasFocus)
{
    const Painting painting(painter);
    const bool usable = isOn(option, QStyle::State_Enabled);
    painter->setBrush(face);
    painter->setPen(QPen(usable ? colours().line : colours().hairline, 1));
    painter->drawRoundedRect(within(rect, 1), kRadius, kRadius);
    if (hasFocus)
        drawRing(painter, rect);
}

/// What a button's face looks like while it is pointed at or pressed.
QColor faceOf(const QStyleOption &option, const QColor &resting)
{
    const QColor ink = option.palette.color(QPalette::ButtonText);
    if (!isOn(option, QStyle::State_Enabled))
        return option.palette.color(QPalette::Window);
    if (isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On))
        return mixed(resting, ink, kPressed);
    return isOn(option, QStyle::State_MouseOver) ? mixed(resting, ink, kHover) : resting;
}

void drawCheck(QPainter *painter, const QStyleOption &option, bool isRound)
{
    const Painting painting(painter);
    const int side = std::min(option.rect.width(), option.rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool chosen = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_NoChange);
    const bool usable = isOn(option, QStyle::State_Enabled);
    const QColor fill =
        !usable ? option.palette.color(QPalette::Disabled, QPalette::Text) : option.palette.color(QPalette::Highlight);
    painter->setPen(QPen(chosen ? fill : colours().line, 1));
    painter->setBrush(chosen ? QBrush(fill) : option.palette.brush(QPalette::Base));
    if (isRound)
        painter->drawEllipse(within(box, 1));
    else
        painter->drawRoundedRect(within(box, 1), kRadius, kRadius);
    const QColor ink = option.palette.color(QPalette::HighlightedText);
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * side, box.top() + y * side); };
    if (isOn(option, QStyle::State_NoChange)) {
        painter->setPen(QPen(ink, side / 7.0, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (chosen && isRound) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(at(0.5, 0.5), side * 0.2, side * 0.2);
    } else if (chosen) {
        painter->setPen(QPen(ink, side / 7.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.31)});
    }
}

/// An open arrow head.
void drawArrow(QPainter *painter, const QRect &rect, Qt::ArrowType type, const QColor &ink, double size)
{
    const Painting painting(painter);
    painter->setPen(QPen(ink, std::max(1.4, size / 5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    painter->rotate(type == Qt::UpArrow ? 180 : type == Qt::LeftArrow ? 90 : type == Qt::RightArrow ? -90 : 0);
    painter->drawPolyline(QPolygonF{QPointF(-size / 2, -size / 4), QPointF(0, size / 4), QPointF(size / 2, -size / 4)});
}

/// Around a menu and between its parts, where nothing else parts it from what lies below.
QColor menuLine(const QStyleOption &option)
{
    return scheme() == Scheme::HighContrast ? option.palette.color(QPalette::WindowText) : colours().line;
}

double arrowSize(const QStyleOption &option)
{
    return std::max(7.0, option.fontMetrics.height() * 0.42);
}

void drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    const Painting painting(painter);
    const bool shown = isOn(tab, QStyle::State_Selected);
    const bool isBelow = tab.shape == QTabBar::RoundedSouth || tab.shape == QTabBar::TriangularSouth;
    if (!shown && isOn(tab, QStyle::State_MouseOver) && isOn(tab, QStyle::State_Enabled))
        painter->fillRect(
            tab.rect, mixed(tab.palette.color(QPalette::Window), tab.palette.color(QPalette::WindowText), kHover));
    if (!shown)
        return;
    QRect mark = tab.rect;
    if (isBelow)
        mark.setHeight(kMark + 1);
    else
        mark.setTop(mark.bottom() - kMark);
    painter->fillRect(mark, tab.palette.color(QPalette::Highlight));
}

void drawHeader(const QStyleOptionHeader &header, QPainter *painter)
{
    const Painting painting(painter);
    painter->setRenderHint(QPainter::Antialiasing, false);
    QStyleOptionHeader plain(header);
    plain.state &= ~QStyle::State_On; // that something in the column is chosen can be seen there
    painter->fillRect(header.rect, faceOf(plain, header.palette.color(QPalette::Window)));
    painter->setPen(colours().hairline);
    const QRect rect = header.rect;
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (header.orientation == Qt::Vertical
        || (header.position != QStyleOptionHeader::End && header.position != QStyleOptionHeader::OnlyOneSection))
        painter->drawLine(rect.topRight(), rect.bottomRight());
}
} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    const bool hasFocus = isOn(*option, State_HasFocus) && isOn(*option, State_Enabled);
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool isFlat = button && button->features.testFlag(QStyleOptionButton::Flat);
        const bool rests = !isOn(*option, State_Sunken) && !isOn(*option, State_On) && !isOn(*option, State_MouseOver);
        if (isFlat && rests) {
            if (hasFocus)
                drawRing(painter, option->rect);
            return;
        }
        drawFace(painter, *option, option->rect, faceOf(*option, palette.color(QPalette::Button)), hasFocus);
        if (button && button->features.testFlag(QStyleOptionButton::DefaultButton) && !hasFocus) {
            const Painting painting(painter); // what Enter does
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colours().focus, 1.5));
            painter->drawRoundedRect(within(option->rect, 1.5), kRadius, kRadius);
        }
        return;
    }
    case PE_PanelButtonTool: {
        const bool lies = isOn(*option, State_AutoRaise);
        const QColor resting = palette.color(lies ? QPalette::Window : QPalette::Button);
        if (!lies) {
            drawFace(painter, *option, option->rect, faceOf(*option, resting), hasFocus);
            return;
        }
        const QColor face = faceOf(*option, resting);
        const Painting painting(painter);
        painter->setPen(Qt::NoPen);
        painter->setBrush(face);
        if (face != resting)
            painter->drawRoundedRect(option->rect, kRadius, kRadius);
        return;
    }
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QComboBox *>(widget))
            return; // have their ring
        if (qobject_cast<const QToolButton *>(widget))
            drawRing(painter, widget->rect());
        else
            drawRing(painter, option->rect, 1.5);
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawFace(painter, *option, option->rect, palette.brush(QPalette::Base), hasFocus);
        else if (!widget || !qobject_cast<const QComboBox *>(widget->parentWidget()))
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1), palette.brush(QPalette::Base));
        return;
    }
    case PE_FrameLineEdit:
        drawFace(painter, *option, option->rect, Qt::NoBrush, hasFocus);
        return;
    case PE_Frame: {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        const QWidget *inside = area ? area->viewport() : nullptr;
        const QBrush ground = inside ? inside->palette().brush(inside->backgroundRole()) : QBrush(Qt::NoBrush);
        drawFace(painter, *option, option->rect, ground, hasFocus && area);
        return;
    }
    case PE_FrameMenu:
    case PE_PanelMenu:
    case PE_PanelTipLabel: {
        const Painting painting(painter);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(element == PE_PanelTipLabel ? colours().line : menuLine(*option));
        painter->setBrush(element == PE_PanelTipLabel ? palette.brush(QPalette::ToolTipBase)
                : element == PE_PanelMenu             ? palette.brush(QPalette::Base)
                                                      : QBrush(Qt::NoBrush));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    case PE_IndicatorCheckBox:
        drawCheck(painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(painter, *option, true);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const Qt::ArrowType type = element == PE_IndicatorArrowDown ? Qt::DownArrow
            : element == PE_IndicatorArrowUp                        ? Qt::UpArrow
            : element == PE_IndicatorArrowLeft                      ? Qt::LeftArrow
                                                                    : Qt::RightArrow;
        drawArrow(painter, option->rect, type,
            palette.color(isOn(*option, State_Selected) ? QPalette::HighlightedText : QPalette::WindowText),
            std::min(arrowSize(*option), std::min(option->rect.width(), option->rect.height()) * 0.8));
        return;
    }
    case PE_IndicatorBranch: {
        if (!isOn(*option, State_Children))
            return;
        const QColor ink = palette.color(isOn(*option, State_Selected) ? QPalette::HighlightedText : QPalette::Text);
        const bool isOpen = isOn(*option, State_Open);
        drawArrow(painter, option->rect, isOpen ? Qt::DownArrow : Qt::RightArrow, ink, arrowSize(*option));
        return;
    }
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase: {
        const Painting painting(painter);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(colours().hairline);
        if (element == PE_FrameTabWidget)
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        else
            painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    case PE_PanelStatusBar:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), colours().hairline);
        return;
    case PE_IndicatorToolBarSeparator: {
        const QPoint middle = option->rect.center();
        const int reach = option->rect.height() / 4;
        painter->fillRect(QRect(middle.x(), middle.y() - reach, 1, 2 * reach), colours().line);
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(*tab, painter);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeader(*header, painter);
        return;
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
            const QRect place = item->rect.adjusted(gap::kSmall, 0, -gap::kSmall, 0);
            painter->fillRect(QRect(place.left(), place.center().y(), place.width(), 1), menuLine(*item));
            return;
        }
        if (!item || item->icon.isNull() || !isOn(*item, State_Selected) || !isOn(*item, State_Enabled))
            break;
        QStyleOptionMenuItem on(*item); // in the ink of what is selected
        const int side = proxy()->pixelMetric(PM_SmallIconSize, option, widget);
        on.icon = QIcon(item->icon.pixmap(QSize(side, side), painter->device()->devicePixelRatioF(), QIcon::Selected));
        QProxyStyle::drawControl(element, &on, painter, widget);
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
        return;
    case CE_ToolBar: {
        const QRect rect = option->rect;
        painter->fillRect(rect, option->palette.brush(QPalette::Window));
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours().hairline);
        return;
    }
    case CE_MenuBarItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        const bool isOpen = isOn(*item, State_Selected) && isOn(*item, State_Enabled);
        painter->fillRect(item->rect, item->palette.brush(isOpen ? QPalette::Highlight : QPalette::Window));
        const bool shows = proxy()->styleHint(SH_UnderlineShortcut, item, widget) != 0;
        const int flags = Qt::AlignCenter | Qt::TextSingleLine | (shows ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
        proxy()->drawItemText(painter, item->rect, flags, item->palette, isOn(*item, State_Enabled), item->text,
            isOpen ? QPalette::HighlightedText : QPalette::WindowText);
        return;
    }
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
        return;
    case CE_Splitter: {
        const bool isUpright = isOn(*option, State_Horizontal);
        QRect line = option->rect;
        if (isUpright)
            line = QRect(line.center().x(), line.top(), 1, line.height());
        else
            line = QRect(line.left(), line.center().y(), line.width(), 1);
        painter->fillRect(line, isOn(*option, State_MouseOver) ? colours().focus : colours().hairline);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        drawComboBox(*combo, *painter, widget);
    else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        drawSpinBox(*spin, *painter, widget);
    else if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        drawScrollBar(*bar, *painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const
{
    const QBrush face = option.editable ? option.palette.brush(QPalette::Base)
                                        : QBrush(faceOf(option, option.palette.color(QPalette::Button)));
    const bool hasFocus = isOn(option, State_HasFocus) && isOn(option, State_Enabled);
    if (option.frame || !option.editable)
        drawFace(&painter, option, option.rect, face, hasFocus);
    else
        painter.fillRect(option.rect, face);
    const QRect place = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawArrow(&painter, place, Qt::DownArrow, option.palette.color(QPalette::ButtonText), arrowSize(option));
}

void Style::drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const
{
    const bool hasFocus = isOn(option, State_HasFocus) && isOn(option, State_Enabled);
    if (option.frame)
        drawFace(&painter, option, option.rect, option.palette.brush(QPalette::Base), hasFocus);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl which, Qt::ArrowType type, QAbstractSpinBox::StepEnabledFlag can) {
        const bool works = isOn(option, State_Enabled) && option.stepEnabled.testFlag(can);
        const QRect place = proxy()->subControlRect(CC_SpinBox, &option, which, widget);
        if (works && option.activeSubControls == which)
            painter.fillRect(place.adjusted(1, 1, -1, -1), faceOf(option, option.palette.color(QPalette::Button)));
        drawArrow(&painter, place, type,
            option.palette.color(works ? QPalette::Active : QPalette::Disabled, QPalette::Text),
            arrowSize(option) * 0.8);
    };
    arrow(SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

void Style::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const
{
    const bool isFlat = option.orientation == Qt::Horizontal;
    painter.fillRect(option.rect, option.palette.brush(QPalette::Window));
    const auto place = [&](SubControl which) { return proxy()->subControlRect(CC_ScrollBar, &option, which, widget); };
    const bool works = isOn(option, State_Enabled) && option.maximum > option.minimum;
    const auto ink = option.palette.color(works ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    const double size = std::min(option.rect.width(), option.rect.height()) * 0.45;
    drawArrow(&painter, place(SC_ScrollBarSubLine), isFlat ? Qt::LeftArrow : Qt::UpArrow, ink, size);
    drawArrow(&painter, place(SC_ScrollBarAddLine), isFlat ? Qt::RightArrow : Qt::DownArrow, ink, size);
    if (!works)
        return;
    const bool isHeld = option.activeSubControls.testFlag(SC_ScrollBarSlider)
        && (isOn(option, State_MouseOver) || isOn(option, State_Sunken));
    const QRect slider = place(SC_ScrollBarSlider);
    const QRectF handle = isFlat ? QRectF(slider).adjusted(1, 3, -1, -3) : QRectF(slider).adjusted(3, 1, -3, -1);
    const Painting painting(&painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isHeld ? mixed(colours().line, ink, 0.5) : colours().line);
    const double radius = std::min(handle.width(), handle.height()) / 2;
    painter.drawRoundedRect(handle, radius, radius);
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which == SP_TitleBarCloseButton || which == SP_DockWidgetCloseButton || which == SP_LineEditClearButton)
        return icon(u"edit-delete-remove"_s);
    return QProxyStyle::standardIcon(which, option, widget);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        return size + QSize(gap::kSmall, 0);
    case CT_ItemViewItem:
        return size + QSize(gap::kSmall, gap::kHair); // likewise from the next column
    case CT_HeaderSection:
        return size + QSize(gap::kSmall, 0); // from the words of the next column
    default:
        return size;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth:
        return kFrame;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return int(std::lround(kIcon * textShare()));
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return int(std::lround(QProxyStyle::pixelMetric(metric, option, widget) * textShare()));
    case PM_SplitterWidth:
        return 6;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
        return 0;
    case SH_ComboBox_Popup:                   // a list below the box, not over it
    case SH_DialogButtonBox_ButtonsHaveIcons: // which some desktops give, in a look of theirs
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace mezasu::ui
