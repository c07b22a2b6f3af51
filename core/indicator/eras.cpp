// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/eras.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mezasu::fiscal {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 100'000; ///< bytes; a table of eras has a few hundred

Error refusal(qsizetype row, const QString &detail)
{
    return makeError(Error::Code::InvalidInput, detail, QString::number(row));
}

/// For a program whose table cannot be read: years are still named rightly until the next era.
EraTable knownEras()
{
    return {{u"明治"_s, u'M', {1868, 1, 25}, false}, {u"大正"_s, u'T', {1912, 7, 30}, false},
        {u"昭和"_s, u'S', {1926, 12, 25}, false}, {u"平成"_s, u'H', {1989, 1, 8}, false},
        {u"令和"_s, u'R', {2019, 5, 1}, true}};
}

EraTable installedEras()
{
    QStringList places;
    if (QCoreApplication::instance()) {
        const QString folder = QCoreApplication::applicationDirPath();
        places += folder + u"/eras.json"_s;
        places += folder + u"/../share/mezasu/eras.json"_s;
    }
    places += u":/mezasu/eras.json"_s;
    for (const QString &place : std::as_const(places)) {
        QFile file(place);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto table = erasFromJson(file.read(kLargestFile)))
            return std::move(table).value();
    }
    return knownEras();
}

EraTable &tableInForce()
{
    static EraTable table = installedEras();
    return table;
}

} // namespace

Result<EraTable> erasFromJson(const QByteArray &json)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (!document.isArray())
        return refusal(0, parsed.error == QJsonParseError::NoError ? u"no array"_s : parsed.errorString());
    EraTable table;
    for (const QJsonValue &row : document.array()) {
        const qsizetype number = qsizetype(table.size()) + 1;
        const QString letter = row[u"letter"_s].toString();
        const Era era{row[u"name"_s].toString(), letter.isEmpty() ? QChar() : letter.at(0).toUpper(),
            QDate::fromString(row[u"from"_s].toString(), Qt::ISODate), row[u"whole_fiscal_year"_s].toBool()};
        if (era.name.isEmpty() || letter.size() != 1 || !era.from.isValid())
            return refusal(number, u"name, letter or from is missing"_s);
        for (const Era &earlier : table) {
            if (earlier.name == era.name || earlier.letter == era.letter || earlier.from >= era.from)
                return refusal(number, u"name or letter stands twice, or the days are not ascending"_s);
        }
        table.push_back(era);
    }
    if (table.empty())
        return refusal(0, u"no row"_s);
    return table;
}

const EraTable &eras()
{
    return tableInForce();
}

void setEras(EraTable table)
{
    tableInForce() = table.empty() ? installedEras() : std::move(table);
}

} // namespace mezasu::fiscal
