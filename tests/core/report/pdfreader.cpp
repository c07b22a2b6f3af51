// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/pdfreader.h"

#include "tests/core/report/pdfcontent.h"
#include "tests/core/report/pdfrules.h"

#include <QSet>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace pdfreader {

using namespace Qt::StringLiterals;
using Obj = QPDFObjectHandle;

namespace {

/// The entries of a dictionary in a dictionary, where it is there.
std::map<std::string, Obj> entriesOf(Obj outer, const std::string &key)
{
    if (!outer.isDictionary() || !outer.getKey(key).isDictionary())
        return {};
    return outer.getKey(key).getDictAsMap();
}

const QSet<QByteArray> kBlocks{"P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Lbl", "LBody"};

class Reader
{
public:
    explicit Reader(QPDF &pdf)
        : m_pdf(pdf)
    {
    }
    File read()
    {
        readPages();
        checkCatalog();
        checkFonts();
        Obj tree = m_pdf.getRoot().getKey("/StructTreeRoot");
        if (!tree.isDictionary()) {
            fault(u"no structure tree"_s);
            return m_file;
        }
        Obj top = tree.getKey("/K");
        m_file.document = readNode(top, "StructTreeRoot", tree);
        if (m_file.document.role != "Document")
            fault(u"the structure does not begin with a Document"_s);
        checkParents(tree);
        checkHeadings();
        checkTables(m_file.document);
        return m_file;
    }

private:
    void fault(const QString &text)
    {
        if (m_file.faults.size() < 30)
            m_file.faults += text;
    }
    void readPages();
    void checkCatalog();
    void checkFonts();
    Node readNode(Obj element, const QByteArray &parent, Obj parentObject);
    void readKid(Node &node, Obj kid, Obj element);
    void checkArea(Obj area);
    void checkNesting(const QByteArray &role, const QByteArray &parent);
    void checkParents(Obj tree);
    void checkHeadings();
    void checkTables(const Node &node);
    void checkTable(const Node &table);

    QPDF &m_pdf;
    File m_file;
    std::map<QPDFObjGen, int> m_pageOf;
    std::vector<std::map<int, QString>> m_texts;        ///< by page and MCID
    std::map<std::pair<int, int>, QPDFObjGen> m_owners; ///< element of each marked content, by page and MCID
    std::map<QPDFObjGen, QPDFObjGen> m_annotationOwners;
    std::set<QPDFObjGen> m_annotations;
    std::map<QPDFObjGen, Obj> m_fonts;
};

void Reader::readPages()
{
    std::map<QPDFObjGen, CharacterMap> maps;
    for (auto &helper : QPDFPageDocumentHelper(m_pdf).getAllPages()) {
        Obj page = helper.getObjectHandle();
        const int index = m_file.pages++;
        m_pageOf[page.getObjGen()] = index;
        std::map<std::string, CharacterMap> fonts;
        Obj resources = helper.getAttribute("/Resources", false);
        for (const auto &[name, font] : entriesOf(resources, "/Font")) {
            Obj object = font;
            m_fonts.emplace(object.getObjGen(), object);
            if (!maps.contains(object.getObjGen()) && object.getKey("/ToUnicode").isStream())
                maps[object.getObjGen()] = mapOf(streamOf(object.getKey("/ToUnicode")));
            if (maps.contains(object.getObjGen()))
                fonts[name] = maps[object.getObjGen()];
        }
        Content content(resources, fonts, &m_file.faults, index);
        helper.parseContents(&content);
        m_texts.push_back(content.texts);
        if (!page.getKey("/StructParents").isInteger())
            fault(u"page %1 has no StructParents"_s.arg(index + 1));
        if (page.hasKey("/Group") && !page.getKey("/Group").getKey("/CS").isName())
            fault(u"page %1: a transparency group without a colour space"_s.arg(index + 1));
        for (const auto &[name, object] : entriesOf(resources, "/XObject")) {
            Obj form = object;
            if (form.getDict().getKey("/Subtype").getName() == "/Form" && form.getDict().hasKey("/Group")
                && !form.getDict().getKey("/Group").getKey("/CS").isName())
                fault(u"page %1: a form's group without a colour space"_s.arg(index + 1));
            if (form.getDict().hasKey("/Interpolate"))
                fault(u"page %1: an interpolated image"_s.arg(index + 1));
        }
        if (!page.getKey("/Annots").isArray())
            continue;
        if (!page.getKey("/Tabs").isName() || page.getKey("/Tabs").getName() != "/S")
            fault(u"page %1: annotations are not in the order of the structure"_s.arg(index + 1));
        for (Obj annotation : page.getKey("/Annots").getArrayAsVector()) {
            m_annotations.insert(annotation.getObjGen());
            if (!annotation.getKey("/F").isInteger() || annotation.getKey("/F").getIntValueAsInt() != 4)
                fault(u"page %1: an annotation that is not printed"_s.arg(index + 1));
            if (textOf(annotation.getKey("/Contents")).isEmpty())
                fault(u"page %1: an annotation that does not say where it leads"_s.arg(index + 1));
            if (!annotation.getKey("/StructParent").isInteger())
                fault(u"page %1: an annotation outside the structure"_s.arg(index + 1));
            if (annotation.hasKey("/A") || annotation.hasKey("/AA"))
                fault(u"page %1: an annotation with an action"_s.arg(index + 1));
        }
    }
}

void Reader::checkCatalog()
{
    Obj root = m_pdf.getRoot();
    if (m_pdf.isEncrypted())
        fault(u"encrypted"_s);
    if (textOf(root.getKey("/Lang")).isEmpty())
        fault(u"no language"_s);
    if (!root.getKey("/MarkInfo").getKey("/Marked").isBool()
        || !root.getKey("/MarkInfo").getKey("/Marked").getBoolValue())
        fault(u"not marked as tagged"_s);
    if (!root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").isBool()
        || !root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue())
        fault(u"the title is not shown"_s);
    for (const char *forbidden : {"/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/Requirements"}) {
        if (root.hasKey(forbidden))
            fault(u"the catalog has %1"_s.arg(QLatin1StringView(forbidden)));
    }
    if (root.getKey("/Names").isDictionary()
        && (root.getKey("/Names").hasKey("/JavaScript") || root.getKey("/Names").hasKey("/EmbeddedFiles")))
        fault(u"scripts or files inside"_s);
    Obj intents = root.getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() != 1) {
        fault(u"no output intent"_s);
    } else {
        Obj intent = intents.getArrayItem(0);
        if (intent.getKey("/S").getName() != "/GTS_PDFA1" || !intent.getKey("/DestOutputProfile").isStream()
            || intent.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValueAsInt() != 3)
            fault(u"the output intent is not one of three colours for PDF/A"_s);
    }
    if (!root.getKey("/Metadata").isStream()) {
        fault(u"no metadata"_s);
    } else {
        Obj stream = root.getKey("/Metadata");
        if (stream.getDict().hasKey("/Filter"))
            fault(u"the metadata are compressed"_s);
        const QByteArray xmp = streamOf(stream);
        for (const char *needed : {"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
                 "<pdfuaid:part>1</pdfuaid:part>", "<dc:title>"}) {
            if (!xmp.contains(needed))
                fault(u"the metadata lack %1"_s.arg(QLatin1StringView(needed)));
        }
    }
    QPDFPageLabelDocumentHelper labels(m_pdf);
    if (!labels.hasPageLabels())
        fault(u"no page labels"_s);
    for (int page = 0; page < m_file.pages; ++page) {
        Obj label = labels.getLabelForPage(page);
        m_file.labels += label.isDictionary() && label.getKey("/St").isInteger()
            ? QString::number(label.getKey("/St").getIntValueAsInt())
            : QString();
    }
}

void Reader::checkFonts()
{
    for (auto &[id, font] : m_fonts) {
        const QString name =
            QString::fromStdString(font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName() : "");
        if (!font.getKey("/ToUnicode").isStream())
            fault(name + u": no character map"_s);
        Obj described = font;
        if (font.getKey("/Subtype").getName() == "/Type0") {
            described = font.getKey("/DescendantFonts").getArrayItem(0);
            if (described.getKey("/Subtype").getName() == "/CIDFontType2" && !described.hasKey("/CIDToGIDMap"))
                fault(name + u": no CIDToGIDMap"_s);
            if (!font.getKey("/Encoding").isName() || font.getKey("/Encoding").getName() != "/Identity-H")
                fault(name + u": an encoding that is not Identity-H"_s);
        }
        if (font.getKey("/Subtype").getName() == "/Type3")
            continue;
        Obj descriptor = described.getKey("/FontDescriptor");
        if (!descriptor.hasKey("/FontFile") && !descriptor.hasKey("/FontFile2") && !descriptor.hasKey("/FontFile3"))
            fault(name + u": not embedded"_s);
        if (!name.contains(u'+'))
            fault(name + u": not a subset"_s);
    }
}

void Reader::checkNesting(const QByteArray &role, const QByteArray &parent)
{
    static const QHash<QByteArray, QSet<QByteArray>> allowed{{"L", {"Sect", "Document", "TD", "TH", "LBody", "Div"}},
        {"LI", {"L"}}, {"Lbl", {"LI"}}, {"LBody", {"LI"}}, {"THead", {"Table"}}, {"TBody", {"Table"}},
        {"TR", {"THead", "TBody", "Table"}}, {"TH", {"TR"}}, {"TD", {"TR"}}, {"Table", {"Sect", "Document"}},
        {"Figure", {"Sect", "Document", "P"}}, {"Sect", {"Document", "Sect"}},
        {"P", {"Sect", "Document", "TD", "TH", "LBody"}}, {"Link", {"P", "LBody", "Lbl", "TD", "TH"}},
        {"Span", {"P", "LBody", "Lbl", "Link"}}, {"Document", {"StructTreeRoot"}}, {"H1", {"Document", "Sect"}},
        {"H2", {"Sect"}}, {"H3", {"Sect"}}, {"H4", {"Sect"}}};
    if (!allowed.contains(role))
        fault(u"an element %1"_s.arg(QString::fromLatin1(role)));
    else if (!allowed[role].contains(parent))
        fault(u"%1 in %2"_s.arg(QString::fromLatin1(role), QString::fromLatin1(parent)));
}

Node Reader::readNode(Obj element, const QByteArray &parent, Obj parentObject)
{
    Node node;
    node.role = QByteArray::fromStdString(element.getKey("/S").getName().substr(1));
    if (element.getKey("/P").getObjGen() != parentObject.getObjGen())
        fault(u"%1 names another parent"_s.arg(QString::fromLatin1(node.role)));
    checkNesting(node.role, parent);
    node.alt = textOf(element.getKey("/Alt"));
    if (node.role == "Figure" && node.alt.isEmpty())
        fault(u"a figure without words"_s);
    if (Obj attributes = element.getKey("/A"); attributes.isDictionary()) {
        if (node.role == "Figure")
            checkArea(attributes.getKey("/BBox"));
        if (attributes.getKey("/Scope").isName())
            node.scope = QByteArray::fromStdString(attributes.getKey("/Scope").getName().substr(1));
        if (attributes.getKey("/RowSpan").isInteger())
            node.rowSpan = attributes.getKey("/RowSpan").getIntValueAsInt();
        if (attributes.getKey("/ColSpan").isInteger())
            node.columnSpan = attributes.getKey("/ColSpan").getIntValueAsInt();
    } else if (node.role == "Figure")
        fault(u"a figure without attributes"_s);
    Obj kids = element.getKey("/K");
    if (kids.isArray()) {
        for (Obj kid : kids.getArrayAsVector())
            readKid(node, kid, element);
    } else if (!kids.isNull()) {
        readKid(node, kids, element);
    }
    if (node.role == "Link" && node.links.isEmpty())
        fault(u"a link that leads nowhere: "_s + node.text);
    if (node.role == "TR" && node.kids.empty())
        fault(u"a row without cells"_s);
    if (node.role == "L" && node.kids.empty())
        fault(u"a list without items"_s);
    if (node.role == "Table") {
        for (std::size_t i = 1; i < node.kids.size(); ++i) {
            if (node.kids[i].role == "THead")
                fault(u"a table's head that is not its first part"_s);
        }
    }
    if (node.role == "LI" && (node.kids.size() != 2 || node.kids[0].role != "Lbl" || node.kids[1].role != "LBody"))
        fault(u"a list item without mark and body"_s);
    return node;
}

void Reader::checkArea(Obj area)
{
    if (!area.isArray() || area.getArrayNItems() != 4)
        fault(u"a figure without its area"_s);
    else if (area.getArrayItem(0).getNumericValue() >= area.getArrayItem(2).getNumericValue()
        || area.getArrayItem(1).getNumericValue() >= area.getArrayItem(3).getNumericValue())
        fault(u"a figure whose area is none"_s);
}

void Reader::readKid(Node &node, Obj kid, Obj element)
{
    const auto addContent = [&](Obj page, int mcid) {
        const auto found = m_pageOf.find(page.getObjGen());
        if (found == m_pageOf.end()) {
            fault(u"content on a page that is not there"_s);
            return;
        }
        const auto &texts = m_texts[std::size_t(found->second)];
        const auto text = texts.find(mcid);
        if (text == texts.end())
            fault(u"page %1 has no content %2"_s.arg(found->second + 1).arg(mcid));
        else
            node.text += text->second;
        if (!m_owners.emplace(std::pair(found->second, mcid), element.getObjGen()).second)
            fault(u"page %1: content %2 belongs to two elements"_s.arg(found->second + 1).arg(mcid));
        if (node.page < 0)
            node.page = found->second;
    };
    if (kid.isInteger()) {
        addContent(element.getKey("/Pg"), kid.getIntValueAsInt());
    } else if (kid.getKey("/Type").isName() && kid.getKey("/Type").getName() == "/MCR") {
        addContent(kid.getKey("/Pg"), kid.getKey("/MCID").getIntValueAsInt());
    } else if (kid.getKey("/Type").isName() && kid.getKey("/Type").getName() == "/OBJR") {
        Obj annotation = kid.getKey("/Obj");
        m_annotationOwners[annotation.getObjGen()] = element.getObjGen();
        node.links += textOf(annotation.getKey("/Contents"));
        Obj destination = annotation.getKey("/Dest");
        const auto target =
            destination.isArray() ? m_pageOf.find(destination.getArrayItem(0).getObjGen()) : m_pageOf.end();
        if (target == m_pageOf.end())
            fault(u"a link to a page that is not there"_s);
        else
            node.targets += target->second;
    } else {
        node.kids.push_back(readNode(kid, node.role, element));
    }
}

void Reader::checkParents(Obj tree)
{
    std::map<int, Obj> parents;
    Obj numbers = tree.getKey("/ParentTree").getKey("/Nums");
    int before = -1;
    for (int i = 0; numbers.isArray() && i + 1 < numbers.getArrayNItems(); i += 2) {
        const int key = numbers.getArrayItem(i).getIntValueAsInt();
        if (key <= before)
            fault(u"the parent tree is not in order"_s);
        before = key;
        parents.emplace(key, numbers.getArrayItem(i + 1));
    }
    if (tree.getKey("/ParentTreeNextKey").getIntValueAsInt() <= before)
        fault(u"the parent tree's next key is taken"_s);
    for (auto &helper : QPDFPageDocumentHelper(m_pdf).getAllPages()) {
        Obj page = helper.getObjectHandle();
        const int index = m_pageOf[page.getObjGen()];
        const auto found = parents.find(page.getKey("/StructParents").getIntValueAsInt());
        for (const auto &[mcid, text] : m_texts[std::size_t(index)]) {
            const auto owner = m_owners.find({index, mcid});
            if (owner == m_owners.end())
                fault(u"page %1: content that no element has: %2"_s.arg(index + 1).arg(text));
            else if (found == parents.end() || !found->second.isArray() || mcid >= found->second.getArrayNItems()
                || found->second.getArrayItem(mcid).getObjGen() != owner->second)
                fault(u"page %1: the parent tree does not know content %2"_s.arg(index + 1).arg(mcid));
        }
        if (!page.getKey("/Annots").isArray())
            continue;
        for (Obj annotation : page.getKey("/Annots").getArrayAsVector()) {
            const auto parent = parents.find(annotation.getKey("/StructParent").getIntValueAsInt());
            const auto owner = m_annotationOwners.find(annotation.getObjGen());
            if (owner == m_annotationOwners.end() || parent == parents.end()
                || parent->second.getObjGen() != owner->second)
                fault(u"page %1: an annotation that its element does not know"_s.arg(index + 1));
        }
    }
}

void Reader::checkHeadings()
{
    int level = 0;
    const auto visit = [&](const auto &self, const Node &node) -> void {
        if (node.role.size() == 2 && node.role[0] == 'H') {
            const int own = node.role[1] - '0';
            if (own > level + 1)
                fault(u"a heading of level %1 below one of level %2"_s.arg(own).arg(level));
            level = own;
        }
        for (const Node &kid : node.kids)
            self(self, kid);
    };
    visit(visit, m_file.document);
}

void Reader::checkTables(const Node &node)
{
    if (node.role == "Table")
        checkTable(node);
    for (const Node &kid : node.kids)
        checkTables(kid);
}

/// Every row has as many cells as the table has columns, those that reach into it from above included.
void Reader::checkTable(const Node &table)
{
    std::size_t columns = 0;
    for (const Node &part : table.kids) {
        std::vector<int> covered(columns, 0);
        for (const Node &row : part.kids) {
            std::size_t at = 0;
            for (const Node &cell : row.kids) {
                while (at < covered.size() && covered[at] > 0)
                    ++at;
                if (cell.role == "TH" && cell.scope.isEmpty())
                    fault(u"a header cell without scope: "_s + cell.wholeText());
                if (at + std::size_t(cell.columnSpan) > covered.size()) {
                    if (columns > 0) {
                        fault(u"a row of too many cells: "_s + row.wholeText());
                        return;
                    }
                    covered.resize(at + std::size_t(cell.columnSpan), 0);
                }
                for (int span = 0; span < cell.columnSpan; ++span)
                    covered[at++] = cell.rowSpan;
            }
            const auto width =
                std::size_t(std::count_if(covered.begin(), covered.end(), [](int left) { return left > 0; }));
            if (columns == 0)
                columns = width;
            if (width != columns)
                fault(u"a row of %1 cells in a table of %2: %3"_s.arg(width).arg(columns).arg(row.wholeText()));
            for (int &left : covered)
                --left;
        }
        if (std::any_of(covered.begin(), covered.end(), [](int left) { return left > 0; }))
            fault(u"a cell spans beyond its table"_s);
    }
}

} // namespace

QString Node::wholeText() const
{
    QString all = text;
    for (const Node &kid : kids)
        all += kid.wholeText();
    return all;
}

File read(const QByteArray &bytes)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("paper", bytes.constData(), std::size_t(bytes.size()));
        File file = Reader(pdf).read();
        file.faults += pdfrules::faultsOf(pdf, bytes);
        for (const QPDFExc &warning : pdf.getWarnings())
            file.faults += QString::fromUtf8(warning.what());
        return file;
    } catch (const std::exception &fault) {
        File file;
        file.faults += QString::fromUtf8(fault.what());
        return file;
    }
}

QStringList blockTexts(const Node &node)
{
    if (kBlocks.contains(node.role))
        return {node.wholeText()};
    QStringList texts;
    for (const Node &kid : node.kids)
        texts += blockTexts(kid);
    return texts;
}

} // namespace pdfreader
