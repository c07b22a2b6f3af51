// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Workbooks: any bytes that begin like a zip file as they are; anything else as the parts of a workbook, each below a line
// "%%path/of/the/part", which are packed here, so that fuzzing gets past the zip layer. Parts that are not given are sound.
#include "tests/core/exchange/testworkbook.h"
#include "tests/fuzz/tablechecks.h"

using namespace mezasu::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxParts = 32;

QList<QPair<QByteArray, QByteArray>> soundParts()
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/relationships";
    return {
        {"_rels/.rels",
            "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" + office
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
            "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                + "\"><sheets><sheet name=\"Table\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" + office
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + office
                + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" + office
                + "/styles\" Target=\"/xl/styles.xml\"/></Relationships>"},
        {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\"/>"},
        {"xl/styles.xml", "<styleSheet xmlns=\"" + main + "\"/>"},
        {"xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + main + "\"/>"},
    };
}

QByteArray packed(const QByteArray &input)
{
    QList<QPair<QByteArray, QByteArray>> parts = soundParts();
    qsizetype from = 0;
    while (from < input.size() && parts.size() < kMaxParts) {
        qsizetype end = input.indexOf("\n%%", from);
        if (end < 0)
            end = input.size();
        const QByteArray section = input.mid(from, end - from);
        from = end + 1;
        const qsizetype lineEnd = section.indexOf('\n');
        if (!section.startsWith("%%") || lineEnd < 3)
            continue;
        const QByteArray name = section.mid(2, lineEnd - 2);
        const auto known =
            std::find_if(parts.begin(), parts.end(), [&](const auto &part) { return part.first == name; });
        if (known != parts.end())
            known->second = section.mid(lineEnd + 1);
        else if (!name.contains('\0'))
            parts.append({name, section.mid(lineEnd + 1)});
    }
    return packZip(parts);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = bytesOf(data, size);
    checkTable(input.startsWith("PK") ? input : packed(input), u"t.xlsx"_s);
    return 0;
}
