// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfstructurewriter.h"

#include "core/report/pdf/artifacts.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <map>
#include <memory>
#include <stdexcept>
#include <vector>

namespace mezasu::report {

namespace {

using Obj = QPDFObjectHandle;

/// The content of a page with its artifacts marked, made when it is written.
class MarkedContent : public QPDFObjectHandle::StreamDataProvider
{
public:
    explicit MarkedContent(Obj content)
        : m_content(content)
    {
    }
    using QPDFObjectHandle::StreamDataProvider::provideStreamData;
    void provideStreamData(QPDFObjGen const &, Pipeline *pipeline) override
    {
        const auto data = m_content.getStreamData(qpdf_dl_generalized);
        const std::string marked = withArtifacts({reinterpret_cast<const char *>(data->getBuffer()), data->getSize()});
        pipeline->write(reinterpret_cast<const unsigned char *>(marked.data()), marked.size());
        pipeline->finish();
    }

private:
    Obj m_content;
};

/// One stretch of marked content on one page.
struct Mark
{
    Obj page;
    int mcid = 0;
};

/// cairo's own tree is flat: one Span per piece, in painting order. A piece has several marks when it crosses a page.
std::vector<std::vector<Mark>> readPieces(QPDF &pdf, Obj treeRoot, int expected)
{
    std::vector<std::vector<Mark>> pieces;
    Obj kids = treeRoot.getKey("/K");
    if (kids.isArray() && kids.getArrayNItems() == 1 && kids.getArrayItem(0).getKey("/S").getName() == "/Document")
        kids = kids.getArrayItem(0).getKey("/K");
    const auto readOne = [&](Obj span) {
        std::vector<Mark> marks;
        Obj page = span.getKey("/Pg");
        Obj k = span.getKey("/K");
        const auto add = [&](Obj item) {
            if (item.isInteger())
                marks.push_back({page, item.getIntValueAsInt()});
            else if (item.isDictionary())
                marks.push_back({item.getKey("/Pg"), item.getKey("/MCID").getIntValueAsInt()});
        };
        if (k.isArray()) {
            for (auto &item : k.getArrayAsVector())
                add(item);
        } else {
            add(k);
        }
        pieces.push_back(marks);
    };
    if (kids.isArray()) {
        for (auto &span : kids.getArrayAsVector()) {
            readOne(span);
            if (span.isIndirect()) // read and no longer needed: a long report has as many of them as lines
                pdf.replaceObject(span.getObjGen(), Obj::newNull());
        }
    } else if (kids.isDictionary()) {
        readOne(kids);
    }
    if (int(pieces.size()) != expected)
        throw std::runtime_error("structure: cairo wrote " + std::to_string(pieces.size()) + " pieces, expected "
            + std::to_string(expected));
    return pieces;
}

Obj name(const QByteArray &s)
{
    return Obj::newName("/" + s.toStdString());
}
Obj text(const QString &s)
{
    return Obj::newUnicodeString(s.toStdString());
}

/// Content on the element's own page is named by a number alone, on others with the page.
Obj reference(const Mark &mark, Obj ownPage)
{
    if (mark.page.getObjGen() == ownPage.getObjGen())
        return Obj::newInteger(mark.mcid);
    Obj ref = Obj::newDictionary();
    ref.replaceKey("/Type", Obj::newName("/MCR"));
    ref.replaceKey("/Pg", mark.page);
    ref.replaceKey("/MCID", Obj::newInteger(mark.mcid));
    return ref;
}

Obj tableAttributes(const PdfElement &element)
{
    Obj attributes = Obj::newDictionary();
    attributes.replaceKey("/O", Obj::newName("/Table"));
    if (!element.scope.isEmpty())
        attributes.replaceKey("/Scope", name(element.scope));
    if (element.rowSpan > 1)
        attributes.replaceKey("/RowSpan", Obj::newInteger(element.rowSpan));
    if (element.columnSpan > 1)
        attributes.replaceKey("/ColSpan", Obj::newInteger(element.columnSpan));
    if (!element.summary.isEmpty())
        attributes.replaceKey("/Summary", text(element.summary));
    return attributes;
}

/// \param area with the corner that QRectF calls the upper left one as lower left
Obj rectangleOf(const QRectF &area)
{
    Obj rectangle = Obj::newArray();
    for (const double value : {area.left(), area.top(), area.right(), area.bottom()})
        rectangle.appendItem(Obj::newReal(value, 2));
    return rectangle;
}

/// An annotation on its page, known to its element. \param key its place in the parent tree
void addLink(QPDF &pdf, const PdfLink &link, Obj element, int key)
{
    const std::vector<Obj> &pages = pdf.getAllPages();
    Obj page = pages.at(size_t(link.page));
    Obj destination = Obj::newArray();
    destination.appendItem(pages.at(size_t(link.targetPage)));
    destination.appendItem(Obj::newName("/XYZ"));
    destination.appendItem(Obj::newInteger(0));
    destination.appendItem(Obj::newReal(link.targetTop, 2));
    destination.appendItem(Obj::newNull());
    Obj border = Obj::newArray();
    for (int i = 0; i < 3; ++i)
        border.appendItem(Obj::newInteger(0));
    Obj annotation = Obj::newDictionary();
    annotation.replaceKey("/Type", Obj::newName("/Annot"));
    annotation.replaceKey("/Subtype", Obj::newName("/Link"));
    annotation.replaceKey("/Rect", rectangleOf(link.area));
    annotation.replaceKey("/Border", border);
    annotation.replaceKey("/F", Obj::newInteger(4)); // printed, as PDF/A wants it; nothing of it is seen
    annotation.replaceKey("/Contents", text(link.contents));
    annotation.replaceKey("/Dest", destination);
    annotation.replaceKey("/StructParent", Obj::newInteger(key));
    annotation = pdf.makeIndirectObject(annotation);
    if (!page.getKey("/Annots").isArray())
        page.replaceKey("/Annots", Obj::newArray());
    page.getKey("/Annots").appendItem(annotation);
    Obj reference = Obj::newDictionary();
    reference.replaceKey("/Type", Obj::newName("/OBJR"));
    reference.replaceKey("/Pg", page);
    reference.replaceKey("/Obj", annotation);
    element.getKey("/K").appendItem(reference);
}

Obj boxAttributes(const QRectF &box)
{
    Obj attributes = Obj::newDictionary();
    attributes.replaceKey("/O", Obj::newName("/Layout"));
    attributes.replaceKey("/Placement", Obj::newName("/Block"));
    attributes.replaceKey("/BBox", rectangleOf(box));
    return attributes;
}

} // namespace

void writeStructure(QPDF &pdf, const PdfStructure &structure)
{
    Obj root = pdf.getRoot();
    Obj tree = root.getKey("/StructTreeRoot");
    if (!tree.isDictionary())
        throw std::runtime_error("structure: the file has no structure tree");
    const auto pieces = readPieces(pdf, tree, structure.pieceCount);
    std::vector<Obj> objects;
    for (size_t i = 0; i < structure.elements.size(); ++i)
        objects.push_back(pdf.makeIndirectObject(Obj::newDictionary()));
    std::map<std::pair<QPDFObjGen, int>, Obj> owner; // (page, MCID) -> element
    for (size_t i = 0; i < structure.elements.size(); ++i) {
        const PdfElement &e = structure.elements[i];
        Obj o = objects[i];
        o.replaceKey("/Type", Obj::newName("/StructElem"));
        o.replaceKey("/S", name(e.role));
        o.replaceKey("/P", e.parent < 0 ? tree : objects[size_t(e.parent)]);
        if (!e.alt.isEmpty())
            o.replaceKey("/Alt", text(e.alt));
        if (!e.scope.isEmpty() || e.rowSpan > 1 || e.columnSpan > 1 || !e.summary.isEmpty())
            o.replaceKey("/A", tableAttributes(e));
        else if (!e.box.isEmpty())
            o.replaceKey("/A", boxAttributes(e.box));
        Obj kids = Obj::newArray();
        for (const PdfElement::Kid &kid : e.kids) {
            if (!kid.isPiece) {
                kids.appendItem(objects[size_t(kid.index)]);
                continue;
            }
            for (const Mark &m : pieces[size_t(kid.index)]) {
                if (!o.hasKey("/Pg"))
                    o.replaceKey("/Pg", m.page);
                kids.appendItem(reference(m, o.getKey("/Pg")));
                owner[{m.page.getObjGen(), m.mcid}] = o;
            }
        }
        o.replaceKey("/K", kids);
    }
    tree.replaceKey("/K", objects[0]);
    tree.removeKey("/RoleMap");
    Obj numbers = Obj::newArray();
    int key = 0;
    for (auto &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        Obj p = page.getObjectHandle();
        Obj refs = Obj::newArray();
        for (int mcid = 0; owner.count({p.getObjGen(), mcid}); ++mcid)
            refs.appendItem(owner[{p.getObjGen(), mcid}]);
        p.replaceKey("/Tabs", Obj::newName("/S"));
        if (Obj content = p.getKey("/Contents"); content.isStream()) {
            Obj marked = pdf.newStream();
            marked.replaceStreamData(std::make_shared<MarkedContent>(content), Obj::newNull(), Obj::newNull());
            p.replaceKey("/Contents", marked);
        } else {
            throw std::runtime_error("structure: a page has no content of one piece");
        }
        p.replaceKey("/StructParents", Obj::newInteger(key));
        numbers.appendItem(Obj::newInteger(key++));
        numbers.appendItem(pdf.makeIndirectObject(refs));
    }
    for (const PdfLink &link : structure.links) {
        addLink(pdf, link, objects[size_t(link.element)], key);
        numbers.appendItem(Obj::newInteger(key++));
        numbers.appendItem(objects[size_t(link.element)]);
    }
    Obj parents = Obj::newDictionary();
    parents.replaceKey("/Nums", numbers);
    tree.replaceKey("/ParentTree", pdf.makeIndirectObject(parents));
    tree.replaceKey("/ParentTreeNextKey", Obj::newInteger(key));
    Obj mark = Obj::newDictionary();
    mark.replaceKey("/Marked", Obj::newBool(true));
    root.replaceKey("/MarkInfo", mark);
}

} // namespace mezasu::report
