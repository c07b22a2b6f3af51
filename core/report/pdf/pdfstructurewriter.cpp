// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfstructurewriter.h"

#include "core/report/pdf/pdffile.h"

#include <algorithm>

namespace mezasu::report {

namespace {

/// \param area with the corner that QRectF calls the upper left one as lower left
QByteArray rectangleOf(const QRectF &area)
{
    return '[' + pdfNumber(area.left()) + ' ' + pdfNumber(area.top()) + ' ' + pdfNumber(area.right()) + ' '
        + pdfNumber(area.bottom()) + ']';
}

QByteArray attributesOf(const PdfElement &element)
{
    QByteArray table;
    if (!element.scope.isEmpty())
        table += " /Scope /" + element.scope;
    if (element.rowSpan > 1)
        table += " /RowSpan " + QByteArray::number(element.rowSpan);
    if (element.columnSpan > 1)
        table += " /ColSpan " + QByteArray::number(element.columnSpan);
    if (!element.summary.isEmpty())
        table += " /Summary " + pdfText(element.summary);
    if (!table.isEmpty())
        return " /A << /O /Table" + table + " >>";
    if (!element.box.isEmpty())
        return " /A << /O /Layout /Placement /Block /BBox " + rectangleOf(element.box) + " >>";
    return {};
}

} // namespace

PdfStructureWriter::PdfStructureWriter(PdfFile *file)
    : m_file(file)
    , m_tree(file->allocate())
{
    Open document;
    document.object = file->allocate();
    document.parent = m_tree;
    document.element.role = "Document";
    m_open.emplace(m_nextElement++, std::move(document));
}

int PdfStructureWriter::addElement(PdfElement element, int parent)
{
    Open open;
    open.object = m_file->allocate();
    open.element = std::move(element);
    const auto above = m_open.find(parent);
    Q_ASSERT(above != m_open.end());
    open.parent = above->second.object;
    above->second.kids += ' ' + pdfReference(open.object);
    m_open.emplace(m_nextElement, std::move(open));
    return m_nextElement++;
}

void PdfStructureWriter::setBox(int element, const QRectF &box)
{
    if (const auto found = m_open.find(element); found != m_open.end())
        found->second.element.box = box;
}

void PdfStructureWriter::setRole(int element, const QByteArray &role)
{
    if (const auto found = m_open.find(element); found != m_open.end())
        found->second.element.role = role;
}

void PdfStructureWriter::close(int element)
{
    const auto found = m_open.find(element);
    if (element == 0 || found == m_open.end() || found->second.element.role == "Link")
        return;
    write(found->second);
    m_open.erase(found);
}

void PdfStructureWriter::write(const Open &open)
{
    QByteArray text = "<< /Type /StructElem /S /" + open.element.role + " /P " + pdfReference(open.parent)
        + attributesOf(open.element);
    if (!open.element.alt.isEmpty())
        text += " /Alt " + pdfText(open.element.alt);
    if (open.page > 0)
        text += " /Pg " + pdfReference(open.page);
    m_file->add(open.object, text + " /K [" + open.kids + " ] >>");
}

void PdfStructureWriter::beginPage(int pageObject)
{
    m_page = pageObject;
    m_ofPage.clear();
    m_pieces.push_back(0);
}

bool PdfStructureWriter::addPiece(int element)
{
    const auto found = m_open.find(element);
    if (found == m_open.end())
        return false;
    Open &open = found->second;
    if (open.page == 0)
        open.page = m_page;
    const QByteArray number = QByteArray::number(m_pieces.back()++);
    // Content on the element's own page is named by a number alone, on others with the page.
    if (open.page == m_page)
        open.kids += ' ' + number;
    else
        open.kids += " << /Type /MCR /Pg " + pdfReference(m_page) + " /MCID " + number + " >>";
    m_ofPage += ' ' + pdfReference(open.object);
    return true;
}

void PdfStructureWriter::endPage()
{
    const int list = m_file->add('[' + m_ofPage + " ]");
    m_parents += ' ' + QByteArray::number(m_nextKey++) + ' ' + pdfReference(list);
}

int PdfStructureWriter::addLink(const PdfLink &link, const std::vector<int> &pageObjects)
{
    const auto found = m_open.find(link.element);
    if (found == m_open.end())
        return 0;
    const int page = pageObjects.at(std::size_t(link.page));
    // Printed, as PDF/A wants it (/F 4); nothing of it is seen.
    const int annotation = m_file->add("<< /Type /Annot /Subtype /Link /Rect " + rectangleOf(link.area)
        + " /Border [0 0 0] /F 4 /Contents " + pdfText(link.contents) + " /Dest ["
        + pdfReference(pageObjects.at(std::size_t(link.targetPage))) + " /XYZ 0 " + pdfNumber(link.targetTop)
        + " null] /StructParent " + QByteArray::number(m_nextKey) + " >>");
    found->second.kids += " << /Type /OBJR /Pg " + pdfReference(page) + " /Obj " + pdfReference(annotation) + " >>";
    m_parents += ' ' + QByteArray::number(m_nextKey++) + ' ' + pdfReference(found->second.object);
    return annotation;
}

int PdfStructureWriter::finish()
{
    std::vector<int> left;
    for (const auto &[number, open] : m_open)
        left.push_back(number);
    std::sort(left.begin(), left.end()); // the same file every time
    for (const int number : left)
        write(m_open.at(number));
    const int document = m_open.at(0).object;
    m_open.clear();
    const int parents = m_file->add("<< /Nums [" + m_parents + " ] >>");
    m_file->add(m_tree,
        "<< /Type /StructTreeRoot /K " + pdfReference(document) + " /ParentTree " + pdfReference(parents)
            + " /ParentTreeNextKey " + QByteArray::number(m_nextKey) + " >>");
    return m_tree;
}

} // namespace mezasu::report
