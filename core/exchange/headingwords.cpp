// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/headingwords.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

// A static library's resources are not in the program until they are asked for; must stand outside the namespace.
static void initResources()
{
    Q_INIT_RESOURCE(exchange);
}

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The form in which headings are compared: full-width letters narrowed, no white space, no の, no separators.
QString keyOf(const QString &text)
{
    static const QString left = u"の・･,、/／:：|｜＿_「」『』<>〈〉《》"_s;
    QString key;
    const QString narrow = text.normalized(QString::NormalizationForm_KC).toUpper();
    for (const QChar c : narrow) {
        if (!c.isSpace() && !left.contains(c))
            key += c;
    }
    return key;
}

QString withoutBrackets(const QString &text)
{
    static const QString brackets = u"()[]【】〔〕（）［］〈〉《》"_s;
    QString out;
    for (const QChar c : text) {
        if (!brackets.contains(c))
            out += c;
    }
    return out;
}

QHash<QString, QString> wordsOf(const QJsonObject &object)
{
    QHash<QString, QString> words;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray list = it.value().toArray();
        for (const QJsonValue &word : list)
            words.insert(keyOf(word.toString()), it.key());
    }
    return words;
}

QSet<QString> setOf(const QJsonValue &words, QString (*key)(const QString &))
{
    QSet<QString> set;
    const QJsonArray list = words.toArray();
    for (const QJsonValue &word : list)
        set.insert(key(word.toString()));
    return set;
}

} // namespace

QString takeBracket(QString &text)
{
    static const QString openers = u"([【〔（［〈《"_s;
    static const QString closers = u")]】〕）］〉》"_s;
    if (text.isEmpty() || !closers.contains(text.back()))
        return {};
    int depth = 0;
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        if (closers.contains(text.at(i)))
            ++depth;
        else if (openers.contains(text.at(i)) && --depth == 0) {
            const QString inside = text.mid(i + 1, text.size() - i - 2);
            text = text.left(i).trimmed();
            return inside;
        }
    }
    return {};
}

QString unitKey(const QString &unit)
{
    QString key;
    const QString narrow = unit.normalized(QString::NormalizationForm_KC);
    for (const QChar c : narrow) {
        if (!c.isSpace())
            key += c;
    }
    return key;
}

std::optional<int> takeYear(QString &text)
{
    static const QRegularExpression pattern(
        u"(?:(?:西暦)?((?:19|20|21)[0-9]{2})|(令和|平成|昭和|R|H|S)([0-9]{1,2}|元))(?:年度|年|FY)?末?"
        "(?:\\((?:(?:19|20|21)[0-9]{2}|(?:令和|平成|R|H)(?:[0-9]{1,2}|元))(?:年度|年)?\\))?"_s);
    const QString narrow = text.normalized(QString::NormalizationForm_KC);
    const auto match = pattern.match(narrow);
    if (!match.hasMatch())
        return std::nullopt;
    const bool atStart = match.capturedStart() == 0;
    const bool atEnd = match.capturedEnd() == narrow.size();
    if (!atStart && !atEnd)
        return std::nullopt;
    int year = match.captured(1).toInt();
    if (year == 0) {
        const QString era = match.captured(2);
        const int base = era == u"令和" || era == u"R" ? 2018 : era == u"平成" || era == u"H" ? 1988 : 1925;
        year = base + (match.captured(3) == u"元" ? 1 : match.captured(3).toInt());
    }
    text = narrow.left(match.capturedStart()) + narrow.mid(match.capturedEnd());
    return year;
}

const HeadingWords &HeadingWords::builtIn()
{
    static const HeadingWords words = [] {
        initResources();
        QFile file(u":/mezasu/exchange/headings.json"_s);
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        return fromJson(open ? file.readAll() : QByteArray());
    }();
    return words;
}

HeadingWords HeadingWords::fromJson(const QByteArray &json)
{
    HeadingWords words;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonArray levels = root.value(u"levels").toArray();
    for (const QJsonValue &level : levels) {
        const QJsonArray list = level.toObject().value(u"words").toArray();
        for (const QJsonValue &word : list)
            words.m_levels.append({keyOf(word.toString()), word.toString(), level.toObject().value(u"rank").toInt()});
    }
    std::stable_sort(words.m_levels.begin(), words.m_levels.end(),
        [](const Level &a, const Level &b) { return a.key.size() > b.key.size(); });
    words.m_aspects = wordsOf(root.value(u"aspects").toObject());
    words.m_fields = wordsOf(root.value(u"fields").toObject());
    words.m_values = wordsOf(root.value(u"values").toObject());
    words.m_states = wordsOf(root.value(u"states").toObject());
    words.m_vague = setOf(root.value(u"vague"), keyOf);
    words.m_units = setOf(root.value(u"units"), unitKey);
    words.m_totals = setOf(root.value(u"totals"), keyOf);
    words.m_ditto = setOf(root.value(u"ditto"), [](const QString &word) { return word; });
    return words;
}

HeadingWord HeadingWords::classify(const QString &key) const
{
    HeadingWord word;
    if (key.isEmpty())
        return word;
    if (m_fields.contains(key)) {
        word.kind = HeadingWord::Kind::Field;
        word.name = m_fields.value(key);
        return word;
    }
    if (m_values.contains(key)) {
        word.kind = HeadingWord::Kind::Value;
        word.name = m_values.value(key);
        word.vague = m_vague.contains(key);
        return word;
    }
    for (const Level &level : m_levels) {
        if (!key.startsWith(level.key))
            continue;
        const QString rest = key.mid(level.key.size());
        word.levelWord = level.word;
        word.rank = level.rank;
        if (rest.isEmpty() || m_aspects.contains(rest)) {
            word.kind = HeadingWord::Kind::Level;
            word.name = m_aspects.value(rest);
            return word;
        }
        const QString field = m_fields.value(rest.startsWith(u'が') ? rest.mid(1) : rest);
        if (!field.isEmpty()) {
            word.kind = HeadingWord::Kind::Field;
            word.name = field;
            return word;
        }
        if (m_values.contains(rest)) {
            word.kind = HeadingWord::Kind::Value;
            word.name = m_values.value(rest);
            word.vague = m_vague.contains(rest);
            return word;
        }
    }
    word = HeadingWord();
    if (m_aspects.contains(key)) {
        word.kind = HeadingWord::Kind::Aspect;
        word.name = m_aspects.value(key);
        return word;
    }
    // "指標の単位", "KPI目標値": an indicator's word before what it is of.
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (it.value() != u"indicators" || !key.startsWith(it.key()))
            continue;
        const QString rest = key.mid(it.key().size());
        if (m_values.contains(rest)) {
            word.kind = HeadingWord::Kind::Value;
            word.name = m_values.value(rest);
        } else if (const QString field = m_fields.value(rest);
                   field == u"unit" || field == u"source" || field == u"definition") {
            word.kind = HeadingWord::Kind::Field;
            word.name = field;
        } else if (const QString aspect = m_aspects.value(rest); aspect == u"title" || aspect == u"description") {
            word.kind = HeadingWord::Kind::Field;
            word.name = aspect == u"title" ? u"indicators"_s : u"definition"_s;
        }
        if (word.kind != HeadingWord::Kind::Unknown)
            return word;
    }
    return word;
}

HeadingWord HeadingWords::withoutState(const QString &key) const
{
    HeadingWord word = classify(key);
    if (word.kind != HeadingWord::Kind::Unknown)
        return word;
    // "指標案": the longest state that the heading ends with.
    QString longest;
    for (auto it = m_states.cbegin(); it != m_states.cend(); ++it) {
        if (key.endsWith(it.key()) && it.key().size() > longest.size())
            longest = it.key();
    }
    if (longest.isEmpty())
        return word;
    word = classify(key.chopped(longest.size()));
    if (word.kind != HeadingWord::Kind::Unknown)
        word.state = m_states.value(longest);
    return word;
}

HeadingWord HeadingWords::read(const QString &heading) const
{
    QString text = heading.left(200).trimmed();
    QString state;
    std::optional<int> year;
    for (;;) {
        const QString inside = takeBracket(text);
        if (inside.isEmpty())
            break;
        QString rest = inside;
        if (state.isEmpty() && m_states.contains(keyOf(inside)))
            state = m_states.value(keyOf(inside));
        else if (const auto found = takeYear(rest); found && !year)
            year = found;
    }
    QString key = keyOf(text);
    HeadingWord word = withoutState(key);
    if (word.kind == HeadingWord::Kind::Unknown || word.kind == HeadingWord::Kind::Value) {
        QString rest = key;
        if (const auto found = takeYear(rest)) {
            const HeadingWord inner = withoutState(rest);
            if (inner.kind == HeadingWord::Kind::Value) {
                word = inner;
                year = found;
            }
        }
    }
    if (word.kind == HeadingWord::Kind::Unknown && !heading.isEmpty()) {
        // "【基本方針】の説明", "（基本方針）": brackets that say nothing.
        word = withoutState(keyOf(withoutBrackets(heading.left(200))));
    }
    if (word.kind == HeadingWord::Kind::Unknown) {
        // "1 基本方針", "②目指す姿": a number before the word.
        static const QRegularExpression number(u"^[\\(]?[0-9]{1,2}[\\).]?"_s);
        const QString rest = QString(key).remove(number);
        if (rest != key)
            word = withoutState(rest);
    }
    if (!state.isEmpty())
        word.state = state;
    word.year = year;
    word.vague = word.vague && !year;
    return word;
}

bool HeadingWords::namesElement(const QString &text) const
{
    static const QRegularExpression chapter(u"^第[0-9一二三四五六七八九十]{1,3}[編部章節]"_s);
    static const QRegularExpression marks(u"^[【「『《〈\\[(■◆●○□◇★☆▼▶\\s]+"_s);
    static const QRegularExpression number(
        u"^[\\s】」』》〉\\])]*(?:[0-9]|[IVX]+[\\s.:]|[一二三四五六七八九十]+[\\s.:、]|[:：])"_s);
    const QString narrow = text.left(200).normalized(QString::NormalizationForm_KC).trimmed().remove(marks);
    QString plain = narrow;
    plain.remove(u' ');
    if (chapter.match(plain).hasMatch())
        return true;
    return std::any_of(m_levels.cbegin(), m_levels.cend(), [&narrow](const Level &level) {
        constexpr int kUpperLevels = 30;
        return level.rank <= kUpperLevels && narrow.startsWith(level.word)
            && number.match(narrow.mid(level.word.size())).hasMatch();
    });
}

bool HeadingWords::isTotal(const QString &text) const
{
    if (text.size() > 40)
        return false;
    QString word = text.trimmed();
    while (!takeBracket(word).isEmpty()) { }
    return m_totals.contains(keyOf(word));
}

bool HeadingWords::isDitto(const QString &text) const
{
    return text.size() <= 8 && m_ditto.contains(text.trimmed());
}

bool HeadingWords::isUnit(const QString &text) const
{
    return text.size() <= 12 && m_units.contains(unitKey(text));
}

QStringList HeadingWords::examples() const
{
    return {u"基本方針"_s, u"目指す姿"_s, u"指標"_s, u"現状と課題"_s, u"改革項目"_s};
}

} // namespace mezasu::exchange
