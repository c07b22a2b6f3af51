// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pagesink.h"
#include "core/report/textsetter.h"

#include <QSet>

#include <functional>
#include <map>

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
    int pageIndex() const { return m_firstPage + int(m_pages->pages.size()) - 1; } ///< from 0
    /// One that has not been given away.
    const Page &pageAt(int index) const { return m_pages->pages[std::size_t(index - m_firstPage)]; }
    int elementCount() const { return m_firstElement + int(m_pages->elements.size()); }
    const QRectF &body() const { return m_body; } ///< where content stands, on every page
    double y() const { return m_y; }
    void setY(double y) { m_y = y; }
    bool isAtTop() const { return m_y <= m_body.top(); }

    /// See LayoutProgress.
    void setProgress(std::function<bool(const Pages &)> progress) { m_progress = std::move(progress); }
    /// Gives pages away as soon as nothing changes them any more.
    void setSink(PageSink *sink) { m_sink = sink; }
    /// What is laid out is not wanted any more, or will be laid out anew; pages can still be added, but need not.
    bool isCancelled() const { return m_isCancelled || m_isAbandoned; }
    /// How much of the document is laid out, and how much is what is laid out next; see advance().
    void setShare(double done, double next)
    {
        m_share = done;
        m_shareBegin = done;
        m_shareNext = next;
    }
    /// \param part of what setShare() called next
    void advance(double part) { m_share = m_shareBegin + part * m_shareNext; }

    /// A place to which what is laid out can be taken back.
    struct Mark
    {
        int pageIndex = 0;
        double y = 0;
        Page page; ///< as it was
        int elements = 0;
        std::size_t bookmarks = 0;
        std::size_t closed = 0;
    };
    Mark mark() const;
    /// Takes back all that was put on pages since the mark, which a hold has kept.
    void backTo(const Mark &mark);

    /// Keeps pages as long as one may have to go back to a mark.
    enum class HoldFor {
        OnePage, ///< what is laid out has to end on the page on which it began
        Company, ///< something has to stand on the page that ends, below what headed() was called for
    };
    void hold(HoldFor purpose);
    /// What was laid out since hold() heads what is laid out next.
    void headed();
    /// Ends the last hold. \return false: one has to go back to the mark
    bool release();

    void newPage();
    int addElement(StructureElement element);
    int addElement(const QByteArray &role, int parent);
    /// These elements are complete: no child of them comes, and nothing that stands on a later page.
    void closeElements(int from, int to) { m_closed.emplace_back(from, to); }
    /// An element for the text of a paragraph: `block` itself, or a Link in it.
    int addText(int block, const QString &link);
    void addBookmark(const BookmarkEntry &entry, double y);
    void addAnchor(const QString &name, const QString &title, double y);
    /// Ends the last page, and gives every Link its areas; one whose anchor is nowhere becomes a Span.
    void finish();
    /// Puts one line of a flow on the present page.
    void place(const FlowLine &line, double left, double top);
    /// Puts a whole flow below what stands on the page, and goes on to further pages where it does not fit.
    void flow(const Flow &flow, double left);

private:
    struct Hold
    {
        HoldFor purpose = HoldFor::OnePage;
        int page = 0;        ///< that must not end, or must not end without company
        int element = -1;    ///< the first that is company; -1: what heads it is being laid out
        bool isKept = false; ///< what was held for has come true
        bool isMissed = false;
    };
    void finishPage();
    void growCharts();
    void moveDown(Page &page, double below, double by);
    void look(Hold &hold) const;
    bool hasCompany(const Hold &hold) const;
    void giveAway();
    void collectLinks(const Page &page, int index);
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
    PageSink *m_sink = nullptr;
    double m_share = 0;
    double m_shareBegin = 0;
    double m_shareNext = 0;
    bool m_isCancelled = false;
    bool m_isAbandoned = false;
    std::vector<Hold> m_holds;
    int m_firstToGrow = 0;                             ///< a page
    QSet<QString> m_anchorsToMove;                     ///< that may be on pages from there on
    std::vector<std::pair<int, int>> m_closed;         ///< and not yet told: from the first to before the second
    std::map<int, QString> m_targets;                  ///< of the elements that are a Link
    std::vector<std::pair<PageLink, QString>> m_links; ///< with what they lead to
    int m_firstPage = 0;                               ///< that is kept
    int m_firstElement = 0;
};

} // namespace mezasu::report
