// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfstructure.h"

#include <unordered_map>
#include <vector>

namespace mezasu::report {

class PdfFile;

/// Writes the structure tree of a tagged PDF while its pages are painted: an element goes into the file when it is closed, the
/// list of what a page shows when the page ends. Kept are the open elements only.
class PdfStructureWriter
{
public:
    /// \param file outlives this
    explicit PdfStructureWriter(PdfFile *file);

    /// Elements are numbered from 1 in the order in which they come; 0 is the document.
    int addElement(PdfElement element, int parent);
    void setBox(int element, const QRectF &box);
    /// Another role, for instance of a link that leads nowhere.
    void setRole(int element, const QByteArray &role);
    /// Nothing will be added to the element. A Link stays open, as its annotations come last.
    void close(int element);
    bool isOpen(int element) const { return m_open.contains(element); }

    void beginPage(int pageObject);
    /// What is painted next on the page belongs to this element. False: it is not open.
    bool addPiece(int element);
    void endPage();
    /// Of each page.
    const std::vector<int> &pieces() const { return m_pieces; }

    /// Writes an annotation. \return its object, which the page has to name. 0: its element is not open
    int addLink(const PdfLink &link, const std::vector<int> &pageObjects);

    /// Closes all that is open. \return the root of the tree
    int finish();

private:
    struct Open
    {
        int object = 0;
        int parent = 0; ///< its object
        PdfElement element;
        QByteArray kids;
        int page = 0; ///< the object of the page of its first content
    };
    void write(const Open &open);

    PdfFile *m_file;
    int m_tree;
    int m_nextElement = 0;
    std::unordered_map<int, Open> m_open;
    QByteArray m_parents; ///< the parent tree: a key and an object, in turn
    int m_nextKey = 0;
    int m_page = 0; ///< the object of the page that is painted
    QByteArray m_ofPage;
    std::vector<int> m_pieces;
};

} // namespace mezasu::report
