// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pages.h"

#include <QAbstractScrollArea>
#include <memory>

namespace mezasu::ui {

/// One page of a paper, painted as it is printed.
class PaperView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PaperView(QWidget *parent = nullptr);

    /// Shows these pages, at the page that was shown where there is one. Null: nothing.
    void setPages(std::shared_ptr<const report::Pages> pages);
    int page() const { return m_page; } ///< from 0
    int pageCount() const { return m_pages ? int(m_pages->pages.size()) : 0; }
    void showPage(int page);
    double zoom() const; ///< of the size on paper, as the screen says it
    void setZoom(double zoom);
    void fitPage();  ///< the whole page, whatever the size of the view; until the next setZoom()
    void fitWidth(); ///< the whole width of the page, likewise
    bool isFitted() const { return m_fit == Fit::Page; }
    /// Where a click leads to: the link at a place of the viewport, null where there is none.
    const report::PageLink *linkAt(const QPoint &place) const;
    /// The part of the viewport in which something of the present page is, in page units.
    QRectF onViewport(const QRectF &area) const;
    /// The words on a page in reading order: what is heard of it.
    static QString textOf(const report::Pages &pages, int page);

Q_SIGNALS:
    void pageChanged(int page);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QRectF sheet() const; ///< in the viewport
    void goTo(const report::Anchor &target);
    QSizeF paperSize() const; ///< in pixels of the view
    void follow();

    std::shared_ptr<const report::Pages> m_pages;
    int m_page = 0;
    double m_zoom = 1; ///< where it is not fitted
    enum class Fit { Page, Width, None };
    Fit m_fit = Fit::Page;
    const report::PageLink *m_pressed = nullptr; ///< the link on which the mouse went down
};

} // namespace mezasu::ui
