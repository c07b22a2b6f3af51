// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/details.h"

#include "core/store/planfile.h"

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
/// A detail as core says it, up to where its argument begins.
struct Phrase
{
    QLatin1StringView en;
    QStringView ja;    ///< %1: what follows
    bool only = false; ///< what follows is for the log
};

constexpr Phrase kPhrases[] = {
    {"the id exists already"_L1, u"その ID はすでに使われています"},
    {"the id is used twice"_L1, u"同じ ID が二度使われています"},
    {"unknown id"_L1, u"その ID の要素はありません"},
    {"unknown parent "_L1, u"置き場所 %1 がありません"},
    {"unknown sibling "_L1, u"並びの基準 %1 がその下にありません"},
    {"unknown kind"_L1, u"要素の種類が正しくありません"},
    {"unknown op "_L1, u"操作「%1」はありません"},
    {"unknown key"_L1, u"この項目名は使えません"},
    {"unknown element or kind"_L1, u"要素または種類が正しくありません"},
    {"the old value does not match: "_L1, u"変更前の値（old）が今の値と違います: %1"},
    {"the value does not fit the field "_L1, u"項目 %1 に入れられない値です"},
    {"the plan cannot be removed"_L1, u"計画そのものは削除できません"},
    {"a plan cannot be inserted"_L1, u"計画の中に計画は作れません"},
    {"not a JSON object"_L1, u"JSON のオブジェクトではありません"},
    {"not a mezasu-plan"_L1, u"「めざす」の計画の JSON ではありません"},
    {"not a UUID"_L1, u"ID の形が正しくありません"},
    {"not a list"_L1, u"配列ではありません"},
    {"not an object"_L1, u"オブジェクトではありません"},
    {"not a field state"_L1, u"案の状態として正しくありません"},
    {"not a candidate: "_L1, u"候補ではありません: %1"},
    {"not a name"_L1, u"変更の名前として正しくありません"},
    {"not an indicator"_L1, u"指標ではありません"},
    {"no candidate is kept"_L1, u"残す候補が指定されていません"},
    {"no such ChangeSet"_L1, u"その変更はありません"},
    {"no such element"_L1, u"その要素はありません"},
    {"no such file"_L1, u"ファイルがありません"},
    {"no edition of this name"_L1, u"その名前の版はありません"},
    {"an edition of this name exists"_L1, u"同じ名前の版がすでにあります"},
    {"no new value"_L1, u"新しい値（new）がありません"},
    {"no version"_L1, u"版（version）がありません"},
    {"no plan"_L1, u"計画（plan）がありません"},
    {"written twice in one batch"_L1, u"一度の変更の中で二回書かれています"},
    {"JSON goes into a new file; this plan exists"_L1, u"JSON は新しいファイルにだけ取り込めます"},
    {"a folder"_L1, u"フォルダーです"},
    {"another plan"_L1, u"別の計画です"},
    {"read-only"_L1, u"読み取り専用です"},
    {"not a file"_L1, u"ファイルではなく、フォルダーなどです"},
    {"the file is empty"_L1, u"中身のない、空のファイルです"},
    {"not a plan file"_L1, u"「めざす」の計画ファイルではありません"},
    {"a database of another program"_L1, u"ほかのプログラムのデータベースです"},
    {"cut off: "_L1, u"途中で切れています: %1"},
    {"there is no such file"_L1, u"ファイルがありません"},
    {"there is a file of this name"_L1, u"同じ名前のファイルやフォルダーがすでにあります"},
    {"the new file could not be given its name"_L1, u"新しいファイルに名前を付けられません"},
    {"the file is write-protected"_L1, u"ファイルが書き込み禁止になっています"},
    {PlanFile::kSeveralNames,
        u"同じ中身に別の名前（ハードリンク）があり、片方から書くと壊れるおそれがあります。コピーを作ってお使いくださ"
        u"い"},
    {PlanFile::kCutWrite,
        u"書き込みが途中で止まっているか、ほかの人が書き込み中です。しばらくしてから、書き込める場所で開いてください"},
    {"the folder cannot be made"_L1, u"控えのフォルダーを作れません"},
    {"the file is not there any more"_L1, u"ファイルがなくなっています"},
    {"the file was replaced"_L1, u"ファイルがほかのものに置き換えられています"},
    {"somebody else wrote to the file"_L1, u"その間に、ほかの人が書き込みました"},
    {"the lock was taken by somebody else"_L1, u"書き込みは、ほかの人に引き継がれました"},
    {"Permission denied"_L1, u"書き込む権限がありません"},
    {"No space left on device"_L1, u"空き容量がありません"},
    {"database or disk is full"_L1, u"空き容量がありません", true},
    {"disk I/O error"_L1, u"ディスクや共有フォルダーを読み書きできません", true},
    {"attempt to write a readonly database"_L1, u"書き込む権限がありません", true},
    {"database is locked"_L1, u"ほかのプログラムが書き込み中です", true},
    {"the state is not in this journal"_L1, u"その時点の記録がこのファイルにありません"},
};
} // namespace

QString detailInJapanese(const QString &detail)
{
    for (const Phrase &phrase : kPhrases) {
        if (detail == phrase.en || ((phrase.only || phrase.ja.contains(u"%1"_s)) && detail.startsWith(phrase.en)))
            return phrase.ja.toString().replace(u"%1"_s, detail.mid(phrase.en.size()));
    }
    return detail;
}

} // namespace mezasu::cli
