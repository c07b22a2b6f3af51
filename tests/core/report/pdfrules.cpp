// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/pdfrules.h"

#include "tests/core/report/pdfcontent.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QXmlStreamReader>
#include <QtEndian>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace pdfrules {

using namespace Qt::StringLiterals;
using Obj = QPDFObjectHandle;
using pdfreader::streamOf;

namespace {

constexpr std::size_t kLongestString = 32767; // 6.1.13, as are the next
constexpr std::size_t kLongestName = 127;
constexpr long long kMostObjects = 8388607;
constexpr int kDeepestState = 28;
constexpr double kLeastSheet = 3, kLargestSheet = 14400;
constexpr double kWidthTolerance = 1; ///< thousandths of the em

const QSet<QByteArray> kBlendModes{"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten",
    "/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation",
    "/Color", "/Luminosity"};
const QSet<QByteArray> kIntents{"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"};
const QSet<QByteArray> kFilters{"/FlateDecode", "/DCTDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode",
    "/CCITTFaxDecode", "/JBIG2Decode", "/JPXDecode"};
const QSet<QByteArray> kForbiddenActions{"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide",
    "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/JavaScript"};
const QSet<QByteArray> kOperators{"w", "J", "j", "M", "d", "ri", "i", "gs", "q", "Q", "cm", "m", "l", "c", "v", "y",
    "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf",
    "Tr", "Ts", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\"", "d0", "d1", "CS", "cs", "SC", "SCN", "sc", "scn", "G",
    "g", "RG", "rg", "K", "k", "sh", "BI", "ID", "EI", "Do", "MP", "DP", "BMC", "BDC", "EMC"};

QByteArray nameOf(Obj object)
{
    return object.isName() ? QByteArray::fromStdString(object.getName()) : QByteArray();
}

/// A TrueType font program, as far as its glyphs' widths are asked for.
class FontProgram
{
public:
    explicit FontProgram(QByteArray data)
        : m_data(std::move(data))
    {
        const int tables = word(4);
        for (int i = 0; i < tables; ++i) {
            const qsizetype entry = 12 + 16 * i;
            m_tables[m_data.mid(entry, 4)] = qsizetype(quad(entry + 8));
        }
    }
    bool hasTable(const QByteArray &name) const { return m_tables.contains(name); }
    int glyphCount() const { return word(at("maxp") + 4); }
    /// In thousandths of the em.
    double widthOf(int glyph) const
    {
        const int metrics = word(at("hhea") + 34);
        const int unitsPerEm = word(at("head") + 18);
        if (metrics == 0 || unitsPerEm == 0)
            return 0;
        return word(at("hmtx") + 4 * qsizetype(std::min(glyph, metrics - 1))) * 1000.0 / unitsPerEm;
    }

private:
    qsizetype at(const QByteArray &table) const
    {
        const auto found = m_tables.find(table);
        return found == m_tables.end() ? m_data.size() : found->second;
    }
    int word(qsizetype place) const
    {
        return place + 2 > m_data.size() ? 0 : qFromBigEndian<quint16>(m_data.constData() + place);
    }
    quint32 quad(qsizetype place) const
    {
        return place + 4 > m_data.size() ? 0 : qFromBigEndian<quint32>(m_data.constData() + place);
    }
    QByteArray m_data;
    std::map<QByteArray, qsizetype> m_tables;
};

/// The operators of one content stream, and which codes of which font they show.
class Operators : public Obj::ParserCallbacks
{
public:
    using QPDFObjectHandle::ParserCallbacks::handleObject;
    void handleObject(Obj object, size_t, size_t) override
    {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        const QByteArray op = QByteArray::fromStdString(object.getOperatorValue());
        if (!kOperators.contains(op))
            faults += u"6.2.2: an operator %1"_s.arg(QString::fromLatin1(op));
        if (op == "q")
            deepest = std::max(deepest, ++m_depth);
        else if (op == "Q" && --m_depth < 0)
            faults += u"6.2.2: Q without q"_s;
        else if (op == "K" || op == "k")
            faults += u"6.2.4.3: a colour of four inks without such an output intent"_s;
        else if (op == "ri" && !kIntents.contains(nameOf(m_operands.back())))
            faults += u"6.2.6: an unknown rendering intent"_s;
        else if (op == "Tf")
            m_font = m_operands.front().getName();
        else if (op == "Tj" || op == "'" || op == "\"")
            show(m_operands.back());
        else if (op == "TJ") {
            for (Obj item : m_operands.front().getArrayAsVector())
                show(item);
        }
        m_operands.clear();
    }
    void handleEOF() override
    {
        if (m_depth != 0)
            faults += u"6.2.2: q without Q"_s;
    }

    QStringList faults;
    int deepest = 0;
    std::map<std::string, std::set<std::string>> shown; ///< strings, by font

private:
    void show(Obj string)
    {
        if (string.isString())
            shown[m_font].insert(string.getStringValue());
    }
    std::vector<Obj> m_operands;
    std::string m_font;
    int m_depth = 0;
};

class Rules
{
public:
    Rules(QPDF &pdf, const QByteArray &bytes)
        : m_pdf(pdf)
        , m_bytes(bytes)
    {
    }
    QStringList run()
    {
        checkBytes();
        checkStreams();
        checkObjects();
        checkPages();
        for (auto &[id, font] : m_fonts)
            checkFont(font.object, font.shown);
        checkMetadata();
        checkCatalog();
        return m_faults;
    }

private:
    struct Font
    {
        Obj object;
        std::set<std::string> shown;
    };
    void fault(const QString &text)
    {
        if (m_faults.size() < 20 && !m_faults.contains(text))
            m_faults += text;
    }
    void checkBytes();
    void checkStreams();
    void checkObjects();
    void checkValue(Obj object);
    void checkDictionary(Obj dictionary);
    void checkPages();
    void checkResources(Obj resources);
    void checkFont(Obj font, const std::set<std::string> &shown);
    void checkWidths(Obj descendant, const std::set<int> &codes, const QString &name);
    void checkCharacters(Obj font, const std::set<int> &codes, int length, const QString &name);
    void checkMetadata();
    void checkCatalog();
    int checkOutline(Obj parent, int depth);

    QPDF &m_pdf;
    const QByteArray &m_bytes;
    QStringList m_faults;
    std::map<QPDFObjGen, Font> m_fonts;
};

void Rules::checkBytes()
{
    static const QRegularExpression head(u"^%PDF-1\\.[0-7](\\r\\n|\\r|\\n)%[\\x80-\\xff]{4}"_s);
    if (!head.match(QString::fromLatin1(m_bytes.left(32))).hasMatch())
        fault(u"6.1.2: the head of the file"_s);
    const qsizetype end = m_bytes.lastIndexOf("%%EOF");
    const QByteArray behind = end < 0 ? QByteArray("?") : m_bytes.mid(end + 5);
    if (behind != "" && behind != "\n" && behind != "\r\n" && behind != "\r")
        fault(u"6.1.3: something behind the end of the file"_s);
    Obj trailer = m_pdf.getTrailer();
    if (trailer.hasKey("/Encrypt"))
        fault(u"6.1.3: encrypted"_s);
    Obj id = trailer.getKey("/ID");
    if (!id.isArray() || id.getArrayNItems() != 2 || id.getArrayItem(0).getStringValue().empty())
        fault(u"6.1.3: no identity"_s);
}

/// The bytes around every stream.
void Rules::checkStreams()
{
    for (const auto &[id, entry] : m_pdf.getXRefTable()) {
        if (entry.getType() != 1)
            continue;
        Obj object = m_pdf.getObjectByObjGen(id);
        if (!object.isStream())
            continue;
        const qsizetype word = m_bytes.indexOf("stream", qsizetype(entry.getOffset()));
        qsizetype data = word + 6;
        if (m_bytes.mid(data, 2) == "\r\n")
            data += 2;
        else if (m_bytes.mid(data, 1) == "\n")
            ++data;
        else
            fault(u"6.1.7.1: a stream does not begin on a new line"_s);
        Obj length = object.getDict().getKey("/Length");
        const QByteArray behind = m_bytes.mid(data + (length.isInteger() ? qsizetype(length.getIntValue()) : 0), 11);
        if (!behind.startsWith("\nendstream") && !behind.startsWith("\r\nendstream"))
            fault(u"6.1.7.1: the length of a stream, or its end"_s);
    }
}

void Rules::checkObjects()
{
    std::vector<Obj> all = m_pdf.getAllObjects();
    if (std::ssize(all) > kMostObjects)
        fault(u"6.1.13: too many objects"_s);
    for (Obj &object : all) {
        if (object.isStream()) {
            Obj dictionary = object.getDict();
            for (const char *key : {"/F", "/FFilter", "/FDecodeParms"}) {
                if (dictionary.hasKey(key))
                    fault(u"6.1.7.1: a stream in another file"_s);
            }
            Obj filter = dictionary.getKey("/Filter");
            const std::vector<Obj> filters = filter.isArray() ? filter.getArrayAsVector() : std::vector<Obj>{filter};
            for (const Obj &one : filters) {
                if (!Obj(one).isNull() && !kFilters.contains(nameOf(one)))
                    fault(u"6.1.7.2: a filter %1"_s.arg(QString::fromLatin1(nameOf(one))));
            }
            checkValue(dictionary);
        } else {
            checkValue(object);
        }
    }
}

void Rules::checkValue(Obj object)
{
    if (object.isString()) {
        if (object.getStringValue().size() > kLongestString)
            fault(u"6.1.13: a string that is too long"_s);
    } else if (object.isName()) {
        if (object.getName().size() - 1 > kLongestName)
            fault(u"6.1.13: a name that is too long"_s);
    } else if (object.isInteger()) {
        if (object.getIntValue() > 2147483647LL || object.getIntValue() < -2147483648LL)
            fault(u"6.1.13: a number that is too large"_s);
    } else if (object.isArray()) {
        for (Obj item : object.getArrayAsVector()) {
            if (!item.isIndirect())
                checkValue(item);
        }
    } else if (object.isDictionary()) {
        for (auto &[key, value] : object.getDictAsMap()) {
            if (key.size() - 1 > kLongestName)
                fault(u"6.1.13: a key that is too long"_s);
            Obj held = value;
            if (!held.isIndirect())
                checkValue(held);
        }
        checkDictionary(object);
    }
}

void Rules::checkDictionary(Obj dictionary)
{
    const QByteArray subtype = nameOf(dictionary.getKey("/Subtype"));
    if (subtype == "/Image") {
        if (dictionary.hasKey("/Alternates") || dictionary.hasKey("/OPI"))
            fault(u"6.2.8: an image with others in its place"_s);
        if (dictionary.getKey("/Interpolate").isBool() && dictionary.getKey("/Interpolate").getBoolValue())
            fault(u"6.2.8: an interpolated image"_s);
        if (nameOf(dictionary.getKey("/ColorSpace")) == "/DeviceCMYK")
            fault(u"6.2.4.3: an image of four inks"_s);
    } else if (subtype == "/Form") {
        if (dictionary.hasKey("/OPI") || dictionary.hasKey("/PS") || dictionary.hasKey("/Ref"))
            fault(u"6.2.9: a form that stands for something else"_s);
    } else if (subtype == "/PS") {
        fault(u"6.2.9: PostScript"_s);
    }
    if (kForbiddenActions.contains(nameOf(dictionary.getKey("/S"))))
        fault(u"6.5.1: an action %1"_s.arg(QString::fromLatin1(nameOf(dictionary.getKey("/S")))));
}

void Rules::checkPages()
{
    for (auto &helper : QPDFPageDocumentHelper(m_pdf).getAllPages()) {
        Obj page = helper.getObjectHandle();
        if (page.hasKey("/AA") || page.hasKey("/PresSteps"))
            fault(u"6.5.2: a page with actions"_s);
        Obj box = helper.getMediaBox(false);
        if (!box.isArray() || box.getArrayNItems() != 4) {
            fault(u"6.1.13: a page without a size"_s);
        } else {
            for (int side = 0; side < 2; ++side) {
                const double size =
                    box.getArrayItem(side + 2).getNumericValue() - box.getArrayItem(side).getNumericValue();
                if (size < kLeastSheet || size > kLargestSheet)
                    fault(u"6.1.13: a page of an impossible size"_s);
            }
        }
        Obj resources = helper.getAttribute("/Resources", false);
        checkResources(resources);
        Operators operators;
        helper.parseContents(&operators);
        for (const QString &one : std::as_const(operators.faults))
            fault(one);
        if (operators.deepest > kDeepestState)
            fault(u"6.1.13: graphics states within each other"_s);
        for (const auto &[name, strings] : operators.shown) {
            Obj font = resources.getKey("/Font").getKey(name);
            Font &known = m_fonts[font.getObjGen()];
            known.object = font;
            known.shown.insert(strings.begin(), strings.end());
        }
    }
}

void Rules::checkResources(Obj resources)
{
    if (!resources.isDictionary())
        return;
    if (Obj states = resources.getKey("/ExtGState"); states.isDictionary()) {
        for (auto &[name, value] : states.getDictAsMap()) {
            Obj state = value;
            if (state.hasKey("/TR") || state.hasKey("/HTP")
                || (state.hasKey("/TR2") && nameOf(state.getKey("/TR2")) != "/Default"))
                fault(u"6.2.5: a transfer function"_s);
            if (state.hasKey("/BM") && !kBlendModes.contains(nameOf(state.getKey("/BM"))))
                fault(u"6.2.10: a blend mode"_s);
            if (state.hasKey("/RI") && !kIntents.contains(nameOf(state.getKey("/RI"))))
                fault(u"6.2.6: an unknown rendering intent"_s);
        }
    }
}

std::set<int> codesOf(const std::set<std::string> &shown, int length)
{
    std::set<int> codes;
    for (const std::string &string : shown) {
        for (std::size_t i = 0; i + std::size_t(length) <= string.size(); i += std::size_t(length)) {
            int code = 0;
            for (int b = 0; b < length; ++b)
                code = code << 8 | uchar(string[i + std::size_t(b)]);
            codes.insert(code);
        }
    }
    return codes;
}

void Rules::checkFont(Obj font, const std::set<std::string> &shown)
{
    const QString name = QString::fromLatin1(nameOf(font.getKey("/BaseFont"))).mid(1);
    static const QRegularExpression subset(u"^[A-Z]{6}\\+"_s);
    if (!subset.match(name).hasMatch())
        fault(u"6.2.11.4: %1 has no name of a subset"_s.arg(name));
    const bool isComposite = nameOf(font.getKey("/Subtype")) == "/Type0";
    Obj described = isComposite ? font.getKey("/DescendantFonts").getArrayItem(0) : font;
    Obj descriptor = described.getKey("/FontDescriptor");
    if (!descriptor.isDictionary()) {
        fault(u"6.2.11.4: %1 is not described"_s.arg(name));
        return;
    }
    if (nameOf(descriptor.getKey("/FontName")) != nameOf(font.getKey("/BaseFont")))
        fault(u"6.2.11.2: %1 has two names"_s.arg(name));
    const int flags = descriptor.getKey("/Flags").isInteger() ? descriptor.getKey("/Flags").getIntValueAsInt() : 0;
    if (((flags & 4) != 0) == ((flags & 32) != 0))
        fault(u"6.2.11.2: %1 is both symbolic and not, or neither"_s.arg(name));
    const std::set<int> codes = codesOf(shown, isComposite ? 2 : 1);
    checkCharacters(font, codes, isComposite ? 2 : 1, name);
    if (isComposite) {
        Obj system = described.getKey("/CIDSystemInfo");
        if (!system.isDictionary() || system.getKey("/Registry").getStringValue() != "Adobe"
            || system.getKey("/Ordering").getStringValue() != "Identity")
            fault(u"6.2.11.3.1: %1 has another order of characters"_s.arg(name));
        if (codes.contains(0))
            fault(u"6.2.11.8: %1 shows the sign for what it lacks"_s.arg(name));
        if (Obj set = descriptor.getKey("/CIDSet"); set.isStream()) {
            const QByteArray bits = streamOf(set);
            for (const int code : codes) {
                if (code / 8 >= bits.size() || (uchar(bits[code / 8]) & (0x80 >> (code % 8))) == 0)
                    fault(u"6.2.11.4.2: %1 is said to lack a character that it shows"_s.arg(name));
            }
        }
        if (descriptor.hasKey("/FontFile2"))
            checkWidths(described, codes, name);
    } else if (nameOf(font.getKey("/Subtype")) == "/TrueType") {
        const QByteArray encoding = nameOf(font.getKey("/Encoding"));
        if ((flags & 32) != 0 && encoding != "/WinAnsiEncoding" && encoding != "/MacRomanEncoding")
            fault(u"6.2.11.6: %1 has another encoding"_s.arg(name));
        if ((flags & 4) != 0 && font.hasKey("/Encoding"))
            fault(u"6.2.11.6: %1 is symbolic and has an encoding"_s.arg(name));
        for (const int code : codes) {
            const int first = font.getKey("/FirstChar").getIntValueAsInt();
            Obj widths = font.getKey("/Widths");
            if (code < first || code - first >= widths.getArrayNItems()
                || widths.getArrayItem(code - first).getNumericValue() <= 0)
                fault(u"6.2.11.5: %1 has no width for a character that it shows"_s.arg(name));
        }
        if (descriptor.getKey("/FontFile2").isStream()
            && !FontProgram(streamOf(descriptor.getKey("/FontFile2"))).hasTable("cmap"))
            fault(u"6.2.11.6: %1 has no table of characters"_s.arg(name));
    }
}

void Rules::checkWidths(Obj descendant, const std::set<int> &codes, const QString &name)
{
    const FontProgram program(streamOf(descendant.getKey("/FontDescriptor").getKey("/FontFile2")));
    const double usual = descendant.getKey("/DW").isNumber() ? descendant.getKey("/DW").getNumericValue() : 1000;
    std::map<int, double> widths;
    Obj list = descendant.getKey("/W");
    for (int i = 0; list.isArray() && i + 1 < list.getArrayNItems();) {
        const int first = list.getArrayItem(i).getIntValueAsInt();
        if (Obj next = list.getArrayItem(i + 1); next.isArray()) {
            for (int k = 0; k < next.getArrayNItems(); ++k)
                widths[first + k] = next.getArrayItem(k).getNumericValue();
            i += 2;
        } else {
            for (int code = first; code <= next.getIntValueAsInt(); ++code)
                widths[code] = list.getArrayItem(i + 2).getNumericValue();
            i += 3;
        }
    }
    for (const int code : codes) {
        const auto told = widths.find(code);
        if (code >= program.glyphCount())
            fault(u"6.2.11.4: %1 lacks a glyph that it shows"_s.arg(name));
        else if (std::abs((told == widths.end() ? usual : told->second) - program.widthOf(code)) > kWidthTolerance)
            fault(u"6.2.11.5: %1 has another width than it says"_s.arg(name));
    }
}

/// What the codes mean.
void Rules::checkCharacters(Obj font, const std::set<int> &codes, int length, const QString &name)
{
    Obj map = font.getKey("/ToUnicode");
    if (!map.isStream())
        return; // found by the reader
    const auto characters = pdfreader::mapOf(streamOf(map)).texts;
    for (const QString &text : characters) {
        const char16_t first = text.isEmpty() ? 0 : text.front().unicode();
        if (text.size() <= 1 && (first == 0 || first == 0xfeff || first == 0xfffe))
            fault(u"6.2.11.7.2: %1 has a character that is none"_s.arg(name));
        if (first >= 0xe000 && first <= 0xf8ff)
            fault(u"6.2.11.7.3: %1 has a character of private use"_s.arg(name));
        if (QChar::isHighSurrogate(first) && text.size() < 2)
            fault(u"6.2.11.7.2: %1 has half a character"_s.arg(name));
    }
    for (const int code : codes) {
        if (!characters.contains(quint32(code)))
            fault(u"6.2.11.7.2: %1 shows a code of %2 bytes that means nothing"_s.arg(name).arg(length));
    }
}

void Rules::checkMetadata()
{
    Obj stream = m_pdf.getRoot().getKey("/Metadata");
    if (!stream.isStream())
        return; // found by the reader
    if (nameOf(stream.getDict().getKey("/Type")) != "/Metadata"
        || nameOf(stream.getDict().getKey("/Subtype")) != "/XML")
        fault(u"6.6.2.1: the metadata are not said to be"_s);
    const QByteArray xmp = streamOf(stream);
    const QByteArray head = xmp.left(xmp.indexOf("?>"));
    if (!head.startsWith("<?xpacket begin=") || head.contains("bytes=") || head.contains("encoding="))
        fault(u"6.6.2.1: the head of the metadata"_s);
    QXmlStreamReader xml(xmp);
    QStringList path;
    std::map<QString, QString> values; ///< by the property's name; of several, the first
    bool hasDefault = false, describesUa = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            path += xml.qualifiedName().toString();
            hasDefault =
                hasDefault || (path.contains(u"dc:title"_s) && xml.attributes().value(u"xml:lang"_s) == u"x-default");
            break;
        case QXmlStreamReader::EndElement:
            path.removeLast();
            break;
        case QXmlStreamReader::Characters:
            for (auto name = path.crbegin(); name != path.crend() && !xml.isWhitespace(); ++name) {
                if (name->startsWith(u"rdf:"_s))
                    continue;
                values.emplace(*name, xml.text().toString());
                break;
            }
            describesUa = describesUa
                || (path.contains(u"pdfaSchema:namespaceURI"_s) && xml.text() == u"http://www.aiim.org/pdfua/ns/id/");
            break;
        default:
            break;
        }
    }
    if (xml.hasError())
        fault(u"6.6.2.1: the metadata are no XML: "_s + xml.errorString());
    if (!hasDefault || values[u"dc:title"_s].isEmpty())
        fault(u"ISO 14289-1, 7.1: no title in the metadata"_s);
    if (!describesUa)
        fault(u"6.6.2.3: the mark of PDF/UA is not described"_s);
    Obj info = m_pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary())
        return;
    for (const auto &[key, property] : {std::pair("/Title", "dc:title"), std::pair("/Author", "dc:creator"),
             std::pair("/Subject", "dc:description"), std::pair("/Creator", "xmp:CreatorTool")}) {
        if (!info.hasKey(key))
            continue;
        const QString told = QString::fromStdString(info.getKey(key).getUTF8Value());
        if (values[QLatin1StringView(property).toString()] != told)
            fault(u"6.6.3: %1 is not what the metadata say: %2"_s.arg(QLatin1StringView(key), told));
    }
}

void Rules::checkCatalog()
{
    Obj root = m_pdf.getRoot();
    static const QRegularExpression language(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    if (root.getKey("/Lang").isString()
        && !language.match(QString::fromStdString(root.getKey("/Lang").getUTF8Value())).hasMatch())
        fault(u"6.7.4: the language"_s);
    Obj suspects =
        root.getKey("/MarkInfo").isDictionary() ? root.getKey("/MarkInfo").getKey("/Suspects") : Obj::newNull();
    if (suspects.isBool() && suspects.getBoolValue())
        fault(u"ISO 14289-1, 7.1: the structure is said to be doubtful"_s);
    if (Obj tree = root.getKey("/StructTreeRoot");
        tree.isDictionary() && nameOf(tree.getKey("/Type")) != "/StructTreeRoot")
        fault(u"6.7.3: the structure tree is not said to be one"_s);
    if (Obj outlines = root.getKey("/Outlines"); outlines.isDictionary())
        checkOutline(outlines, 0);
}

/// The bookmarks below one. \return how many
int Rules::checkOutline(Obj parent, int depth)
{
    int count = 0;
    Obj before = Obj::newNull();
    for (Obj item = parent.getKey("/First"); item.isDictionary() && depth < 20; item = item.getKey("/Next")) {
        ++count;
        if (item.getKey("/Title").isString() ? item.getKey("/Title").getUTF8Value().empty() : true)
            fault(u"a bookmark without a name"_s);
        if (!item.hasKey("/Dest") && !item.hasKey("/A"))
            fault(u"a bookmark that leads nowhere"_s);
        if (item.getKey("/Parent").getObjGen() != parent.getObjGen()
            || (!before.isNull() && item.getKey("/Prev").getObjGen() != before.getObjGen()))
            fault(u"a bookmark whose neighbours do not know it"_s);
        checkOutline(item, depth + 1);
        before = item;
        if (count > 100000)
            break;
    }
    if (count > 0 && parent.getKey("/Last").getObjGen() != before.getObjGen())
        fault(u"the last bookmark is not the last"_s);
    return count;
}

} // namespace

QStringList faultsOf(QPDF &pdf, const QByteArray &bytes)
{
    return Rules(pdf, bytes).run();
}

} // namespace pdfrules
