// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findingtext.h"

namespace mezasu::findingtext {

using namespace Qt::StringLiterals;

namespace {
struct Words
{
    QLatin1StringView code;
    const char16_t *titleJa, *titleEn, *ja, *en;
};

constexpr Words kWords[] = {
    {"title_missing"_L1, u"名称がない", u"no name", u"名称がありません。", u"No name."},
    {"code_missing"_L1, u"番号がない", u"no code", u"番号がありません。", u"No code."},
    {"code_duplicate"_L1, u"番号の重複", u"code given twice", u"同じ番号「%1」がほかにもあります。",
        u"Another one has the same code, %1."},
    {"statement_missing"_L1, u"目指す姿の文がない", u"no statement", u"目指す姿の文がありません。", u"No statement."},
    {"indicator_missing"_L1, u"指標がない", u"no indicator", u"指標がありません。", u"No indicator."},
    {"unit_missing"_L1, u"単位がない", u"no unit", u"単位がありません。", u"No unit."},
    {"baseline_missing"_L1, u"基準値がない", u"no baseline value", u"基準値がありません。", u"No baseline value."},
    {"target_missing"_L1, u"目標値がない", u"no target", u"目標値がありません。", u"No target."},
    {"department_missing"_L1, u"所管課がない", u"no department", u"所管課がありません。", u"No department."},
    {"text_missing"_L1, u"文がない", u"no text", u"文がありません。", u"No text."},
    {"mark_missing"_L1, u"注の記号がない", u"note without a mark", u"注の記号がありません。", u"No mark."},
    {"note_missing"_L1, u"記号に当たる注がない", u"mark without a note", u"「%1」に当たる注がありません。",
        u"Refers to %1, and there is no such note."},
    {"note_unused"_L1, u"注の記号が文にない", u"note that no text refers to", u"「%1」の記号が、どの文にもありません。",
        u"No text refers to this note (%1)."},
    {"conflict"_L1, u"調整中", u"in conflict", u"複数の案があり、調整中です。",
        u"There are several versions to choose from."},
    {"erasure_suspect"_L1, u"消去した文の名残", u"words of an erased text",
        u"消去された文をもとにした記載が残っている可能性があります。", u"May still hold words of an erased text."},
};

const Words *find(const QString &code)
{
    for (const Words &words : kWords) {
        if (code == words.code)
            return &words;
    }
    return nullptr;
}
} // namespace

QString title(const QString &code, QLocale::Language language)
{
    const Words *words = find(code);
    if (!words)
        return code;
    return QString::fromUtf16(language == QLocale::English ? words->titleEn : words->titleJa);
}

QString sentence(const Finding &finding, QLocale::Language language)
{
    const Words *words = find(finding.code);
    if (!words)
        return finding.code;
    QString out = QString::fromUtf16(language == QLocale::English ? words->en : words->ja);
    for (const QString &arg : finding.args)
        out = out.arg(arg);
    return out;
}

QString severity(Finding::Severity severity, QLocale::Language language)
{
    const bool japanese = language != QLocale::English;
    if (severity == Finding::Severity::Warning)
        return japanese ? u"要対応"_s : u"Needs action"_s;
    return japanese ? u"未入力・確認"_s : u"Missing or to check"_s;
}

} // namespace mezasu::findingtext
