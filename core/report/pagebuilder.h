// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/textsetter.h"

#include <functional>

namespace mezasu::report {

/// Margins of a page, in millimetres. The left one leaves room for binding.
struct PageMargins
{
    double left = 25;
    double top = 22;
    double right = 15;
    double bottom = 20;
};

/// Fills pages from top to bottom: knows the present page, how far it is filled, and what stands around the content
/// of every page (running head, page number).
class PageBuilder
{
public:
    PageBuilder(Pages *pages, const Document &document, const PageMargins &margins, FontChoice fonts, double sizePt);

    TextSetter &setter() { return m_setter; }
    double sizePt() const { return m_sizePt; } ///< of the text
    Page &page() { return m_pages->pages.back(); }
    int pageIndex() const { return int(m_pages->pages.size()) - 1; }
    const QRectF &body() const { return m_body; } ///< where content stands, on every page
    double y() const { return m_y; }
    void setY(double y) { m_y = y; }
    bool isAtTop() const { return m_y <= m_body.top(); }

    /// See LayoutProgress.
    void setProgress(std::function<bool(const Pages &)> progress) { m_progress = std::move(progress); }
    /// What is laid out is not wanted any more; pages can still be added, but need not.
    bool isCancelled() const { return m_isCancelled; }

    /// A place to which what is laid out can be taken back.
    struct Mark
    {
        int pageIndex = 0;
        double y = 0;
        Page page; ///< as it was
        std::size_t elements = 0;
        std::size_t bookmarks = 0;
    };
    Mark mark() const;
    /// Takes back all that was put on pages since the mark.
    void backTo(const Mark &mark);

    void newPage();
    /// Puts the page number below the present page; for the last one, as newPage() does it for the others.
    void finishPage();
    int addElement(StructureElement element);
    int addElement(const QByteArray &role, int parent);
    /// An element for the text of a paragraph: `block` itself, or a Link in it.
    int addText(int block, const QString &link);
    void addBookmark(const BookmarkEntry &entry, double y);
    void addAnchor(const QString &name, const QString &title, double y);
    /// Gives every Link its areas, once all is laid out; one whose anchor is nowhere becomes a Span.
    void resolveLinks();
    /// Puts one line of a flow on the present page.
    void place(const FlowLine &line, double left, double top);
    /// Puts a whole flow below what stands on the page, and goes on to further pages where it does not fit.
    void flow(const Flow &flow, double left);

private:
    void addFurniture(const QString &text, double left, double baseline);
    void addRunningHead();

    Pages *m_pages;
    QString m_title;
    PageHead m_head;
    TextSetter m_setter;
    double m_sizePt;
    QRectF m_body;
    double m_y = 0;
    std::function<bool(const Pages &)> m_progress;
    bool m_isCancelled = false;
};

} // namespace mezasu::report
