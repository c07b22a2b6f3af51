// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/messagetext.h"
#include <iterator>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    MessageCode code;
    const char16_t *name;
    const char16_t *japanese;
    const char16_t *english;
};

constexpr Entry kEntries[] = {
    {MessageCode::CannotOpen, u"cannot_open", u"ファイルを開けません（%1）。", u"The file cannot be opened (%1)."},
    {MessageCode::CannotWrite, u"cannot_write", u"ファイルに書き込めません（%1）。",
        u"The file cannot be written (%1)."},
    {MessageCode::EmptyFile, u"empty_file", u"ファイルに表の内容がありません（空です）。",
        u"There is no table in the file: it is empty."},
    {MessageCode::BinaryFile, u"binary_file",
        u"文字の表としてもExcelブックとしても読めないファイルです。TSV、CSV、.xlsxのいずれかを指定してください。",
        u"The file is neither text nor an Excel workbook. A TSV, CSV or .xlsx file is expected."},
    {MessageCode::NulCharacter, u"nul_character", u"文字の中にNUL（文字コード0）があるため、表として読めません。",
        u"A NUL character stands in the text, so the file cannot be read as a table."},
    {MessageCode::UnknownEncoding, u"unknown_encoding",
        u"文字コード「%1」は使えません。utf-8、utf-16le、utf-16be、cp932のいずれかを指定してください。",
        u"The encoding \"%1\" is not known. Use utf-8, utf-16le, utf-16be or cp932."},
    {MessageCode::NotDecodable, u"not_decodable",
        u"文字コード%1として読めない箇所があります（先頭から%2バイト目）。文字コードを指定し直してください。",
        u"The text cannot be read as %1 (byte %2 from the start). Name the right encoding."},
    {MessageCode::TooLarge, u"too_large", u"大きすぎるため読み込めません（%1の上限は%2です）。",
        u"It is too large to be read (limit of %1: %2)."},
    {MessageCode::EncryptedWorkbook, u"encrypted_workbook",
        u"パスワードで保護されたExcelブックです。パスワードを外して保存し直してください。",
        u"The workbook is protected by a password. Save it again without one."},
    {MessageCode::OldWorkbook, u"old_workbook",
        u"古い形式のExcelブック（.xls）です。Excelで.xlsxとして保存し直してください。",
        u"The workbook has the old .xls format. Save it again as .xlsx."},
    {MessageCode::OpenDocument, u"open_document",
        u"OpenDocument形式（.ods）の表です。.xlsxとして保存し直してください。",
        u"The file is an OpenDocument spreadsheet (.ods). Save it again as .xlsx."},
    {MessageCode::BinaryWorkbook, u"binary_workbook",
        u"バイナリ形式のExcelブック（.xlsb）です。.xlsxとして保存し直してください。",
        u"The workbook has the binary .xlsb format. Save it again as .xlsx."},
    {MessageCode::NotAWorkbook, u"not_a_workbook", u"圧縮ファイルですが、Excelブックではありません。",
        u"The file is a zip archive, but not an Excel workbook."},
    {MessageCode::DamagedWorkbook, u"damaged_workbook", u"Excelブックが壊れています（%1：%2）。",
        u"The workbook is damaged (%1: %2)."},
    {MessageCode::HostileXml, u"hostile_xml",
        u"Excelブックの中に、通常のブックにはない危険な記述があるため読み込みません（%1）。",
        u"The workbook holds dangerous content that no ordinary workbook has, and was refused (%1)."},
    {MessageCode::PdfFile, u"pdf_file", u"PDFファイルです。表はTSV、CSV、.xlsxのいずれかで指定してください。",
        u"This is a PDF. A TSV, CSV or .xlsx file is expected."},
    {MessageCode::DatabaseFile, u"database_file",
        u"データベースファイルです。計画ファイルなら「開く」を使ってください。",
        u"This is a database file. If it is a plan, open it instead of importing it."},
    {MessageCode::JsonFile, u"json_file", u"JSONファイルです。表としては読めません。",
        u"This is a JSON file, which cannot be read as a table."},
    {MessageCode::NoTableInHtml, u"no_table_in_html", u"HTMLの中に表がありません。", u"There is no table in the HTML."},
    {MessageCode::NoSuchSheet, u"no_such_sheet", u"シート「%1」がありません（あるシート：%2）。",
        u"There is no sheet \"%1\" (there are: %2)."},
    {MessageCode::NoSheet, u"no_sheet", u"内容のあるシートがありません。",
        u"No sheet of the workbook has any content."},
    {MessageCode::NoHeadingRow, u"no_heading_row",
        u"見出しの行が見つかりません。最初の行は「%1」です。「%2」などの見出しが必要です。",
        u"No heading row was found. The first row is \"%1\". Headings such as \"%2\" are expected."},
    {MessageCode::HeadingOnly, u"heading_only", u"見出しの行だけで、内容の行がありません。",
        u"There is a heading row, but no row below it."},

    {MessageCode::ExtensionDiffers, u"extension_differs",
        u"拡張子は「%1」ですが、内容は%2です。内容に合わせて読みました。",
        u"The extension is \"%1\", but the content is %2. It was read by its content."},
    {MessageCode::PrivateUseCharacters, u"private_use_characters",
        u"外字が%1文字あります（%2）。ほかのパソコンでは違う字に見えることがあります。",
        u"There are %1 private-use characters (%2). They may look different on other computers."},
    {MessageCode::OtherSheet, u"other_sheet", u"シート「%1」は読み込んでいません。", u"The sheet \"%1\" was not read."},
    {MessageCode::OtherTable, u"other_table", u"「%1」で始まる別の表は読み込んでいません。",
        u"Another table, which begins with \"%1\", was not read."},
    {MessageCode::TextBesideTable, u"text_beside_table", u"表の外の文「%1」は読み込んでいません。",
        u"The text \"%1\" stands outside the table and was left out."},
    {MessageCode::OtherSheetLikeTable, u"other_sheet_like_table",
        u"シート「%1」も表のようですが、読み込んでいません。必要なら、シートを指定して読み込んでください。",
        u"The sheet \"%1\" looks like a table too, but was not taken. Name it to read it."},
    {MessageCode::HiddenRowsTaken, u"hidden_rows_taken", u"非表示の行%1行も読み込みました。",
        u"%1 hidden rows were taken like the others."},
    {MessageCode::FormulaValue, u"formula_value", u"数式のセルです。最後に計算された値を読み込みました。",
        u"The cell is a formula; its last computed value was taken."},
    {MessageCode::FormulaWithoutValue, u"formula_without_value",
        u"計算されたことのない数式のセルです。空として扱いました。",
        u"The cell is a formula that was never computed; it counts as blank."},
    {MessageCode::ErrorValue, u"error_value", u"セルの値がエラー「%1」です。そのまま読み込みました。",
        u"The cell holds the error %1, which was taken as it is."},
    {MessageCode::CoveredTextLeftOut, u"covered_text_left_out",
        u"結合されたセルの下に隠れている文「%1」は読み込んでいません。",
        u"The text \"%1\" lies unseen under a merged cell and was left out."},
    {MessageCode::ApostropheRemoved, u"apostrophe_removed", u"数式として動くのを防ぐ先頭の「'」を1つ外しました。",
        u"One leading apostrophe, which keeps a spreadsheet from computing the cell, was taken off."},
    {MessageCode::UnevenRows, u"uneven_rows", u"見出しのない列に内容があります（「%1」）。読み込んでいません。",
        u"There is text in a column without a heading (\"%1\"); it was left out."},
    {MessageCode::ColumnsIgnored, u"columns_ignored", u"%1列目より右の列は読み込んでいません。",
        u"Columns right of column %1 were not read."},

    {MessageCode::MarkupDropped, u"markup_dropped", u"書式などのタグ（%1）を外しました。文字はそのままです。",
        u"Markup (%1) was dropped; its words were kept."},
    {MessageCode::ScriptDropped, u"script_dropped", u"文章ではないタグ（%1）を、中身ごと外しました。",
        u"Tags that hold no text (%1) were left out with their content."},
    {MessageCode::FuriganaDropped, u"furigana_dropped", u"ふりがなは読み込んでいません。", u"Furigana was left out."},
    {MessageCode::EntityDecoded, u"entity_decoded", u"文字参照「%1」などを文字に直しました。",
        u"Character references such as %1 were turned into characters."},
    {MessageCode::CodeWasDate, u"code_was_date",
        u"番号が日付（%1）に変わっていたため、「%2」に戻しました。確認してください。",
        u"The code had become a date (%1) and was turned back into \"%2\". Please check it."},
    {MessageCode::DuplicateCode, u"duplicate_code", u"番号「%1」が重なっています（最初は%2行目）。",
        u"The code \"%1\" occurs twice (first in row %2)."},
    {MessageCode::ValuesDoNotAlign, u"values_do_not_align",
        u"値が%1件、指標が%2件で対応が分からないため、この列の値は読み込んでいません。",
        u"%1 values stand beside %2 indicators; they cannot be told apart and were left out."},

    {MessageCode::UnknownColumn, u"unknown_column", u"「%1」は何の列か分からないため、取り込みません。",
        u"The column \"%1\" is not known and was left out."},
    {MessageCode::DuplicateColumn, u"duplicate_column", u"列「%1」は、ほかの列と同じ意味のため、読み込んでいません。",
        u"The column \"%1\" has the same meaning as another and was left out."},
    {MessageCode::LevelLeftOut, u"level_left_out", u"階層が計画より多いため、列「%1」は読み込んでいません。",
        u"The table has more levels than a plan; the column \"%1\" was left out."},
    {MessageCode::ColumnLeftOut, u"column_left_out", u"列「%1」は、指定により読み込んでいません。",
        u"The column \"%1\" was left out as asked."},
    {MessageCode::PolicyMissing, u"policy_missing",
        u"上位の項目（基本方針など）がないため、名称のないものを作りました。",
        u"There is no policy above this row; one without a title was made."},
    {MessageCode::GoalWithoutStatement, u"goal_without_statement",
        u"目指す姿の文がないまま、新しい目指す姿として読み込みました。",
        u"A new goal was begun here without a statement."},
    {MessageCode::ItemWithoutTitle, u"item_without_title", u"取組の上の項目がないため、名称のないものを作りました。",
        u"There is no item above this initiative; one without a title was made."},
    {MessageCode::ParentMissing, u"parent_missing", u"「%1」の内容が属する先がないため、読み込んでいません。",
        u"The text under \"%1\" has nothing to belong to and was left out."},
    {MessageCode::RepeatedHeading, u"repeated_heading", u"見出しの繰り返しの行を飛ばしました。",
        u"A repeated heading row was skipped."},
    {MessageCode::LineAboveLeftOut, u"line_above_left_out", u"見出しより上の行「%1」は読み込んでいません。",
        u"The row \"%1\" stands above the headings and was left out."},
    {MessageCode::TotalRowLeftOut, u"total_row_left_out", u"合計などの行「%1」は読み込んでいません。",
        u"The row \"%1\" sums up others and was left out."},
    {MessageCode::BannerTaken, u"banner_taken", u"行「%1」を、下に続く行の上位の項目として読み込みました。",
        u"The row \"%1\" was taken as what the rows below it belong to."},
    {MessageCode::ElementContinued, u"element_continued",
        u"「%1」は%2行目にもあります。同じものとして、そこに加えました。",
        u"\"%1\" was named in row %2 before; these rows were added there."},
    {MessageCode::DittoResolved, u"ditto_resolved", u"「%1」を、上のセルと同じ内容として読みました。",
        u"\"%1\" was read as the text of the cell above."},
    {MessageCode::UnitFromValue, u"unit_from_value", u"値「%1」を、数値「%2」と単位「%3」に分けて読み込みました。",
        u"The value \"%1\" was taken as the number %2 and the unit \"%3\"."},
    {MessageCode::EmptyLeftAsIs, u"empty_left_as_is",
        u"表のセルは空ですが、計画には「%1」があります。そのまま残します。",
        u"The cell is blank, but the plan has \"%1\". It stays as it is."},
    {MessageCode::NoteRowLeftOut, u"note_row_left_out", u"表の欄外の注と思われる行「%1」は読み込んでいません。",
        u"The row \"%1\" looks like a note beside the table and was left out."},
    {MessageCode::RowTextDiffers, u"row_text_differs",
        u"同じ項目の行ですが、文「%1」が上の行と違います。上の行の文を残しました。",
        u"The text \"%1\" differs from the same element's text above; the one above was kept."},

    {MessageCode::BaseUnknown, u"base_unknown",
        u"この表を書き出したときの状態が計画にありません。今の内容と比べました。",
        u"The plan does not have the state from which this table was exported. It was compared with the present one."},
    {MessageCode::BaseIsPast, u"base_is_past",
        u"この表は以前の内容から書き出されたものです。その時点と比べたので、その後の編集は残ります。",
        u"This table was exported from an earlier state. It was compared with that state; later edits stay."},
    {MessageCode::MatchDoubtful, u"match_doubtful",
        u"番号「%1」は計画では「%2」のものです。文字が近い「%3」として取り込みます。確認してください。",
        u"The code \"%1\" belongs to \"%2\" in the plan; the row was taken for \"%3\". Please check."},
    {MessageCode::NotInTable, u"not_in_table", u"計画にあって表にないもの: 「%1」。そのまま残します。",
        u"In the plan, not in the table: \"%1\". It stays as it is."},
    {MessageCode::RemovedWithTable, u"removed_with_table", u"表にないため削除します: 「%1」。",
        u"Not in the table, so removed: \"%1\"."},
    {MessageCode::CorrectionUnknown, u"correction_unknown", u"対応の指定「%1」に当たる行または要素がありません。",
        u"The correction \"%1\" names no row or element."},
    {MessageCode::ValueWithoutYear, u"value_without_year",
        u"年度のない列の値「%1」は取り込みません。見出しに年度を入れてください。",
        u"The value \"%1\" stands in a column without a year and was left out. Name the year in the heading."},
    {MessageCode::NotANumber, u"not_a_number", u"「%1」は数値として読めないため取り込みません。",
        u"\"%1\" is not a number and was left out."},
    {MessageCode::HiddenDataLeftOut, u"hidden_data_left_out",
        u"表と合わなくなった付属データ（非表示シート）は取り込みません。",
        u"Data beside the table (the hidden sheet) no longer fits it and was left out."},
    {MessageCode::NotInFormat, u"not_in_format", u"この形式には書けないもの: %1の%2（%3件）。",
        u"This format cannot hold: %2 of %1 (%3)."},
    {MessageCode::MemosKept, u"memos_kept", u"内部メモ（%1件）は、表には書き出しません。",
        u"Internal memos (%1) are not written to tables."},
    {MessageCode::UuidsWritten, u"uuids_written",
        u"表だけでは区別できない内容があるため、識別番号（ID）の列を加えました。",
        u"Columns of UUIDs were added, since the table alone would not tell everything apart."},
    {MessageCode::NotEncodable, u"not_encodable",
        u"この文字コードでは表せない文字があります（%1）。「%2」に置き換えました。",
        u"Characters that the encoding cannot hold (%1) were replaced by \"%2\"."},
    {MessageCode::EncodedAlike, u"encoded_alike", u"この文字コードにない文字を、よく似た文字に置き換えました（%1）。",
        u"Characters that the encoding cannot hold were replaced by those that look the same (%1)."},
    {MessageCode::CellTooLong, u"cell_too_long", u"セルの文字数（%1）がExcelの上限（%2）を超えるため、空にしました。",
        u"The cell's %1 characters exceed Excel's limit of %2; it was left blank."},
    {MessageCode::FormulaGuarded, u"formula_guarded",
        u"数式として動くのを防ぐため、%1個のセルの先頭に「'」を付けました。",
        u"%1 cells got a leading apostrophe, so that a spreadsheet does not compute them."},
    {MessageCode::MoreOfCode, u"more_of_code", u"同じ種類のメッセージ（%2）がほかに%1件あります。",
        u"There are %1 more messages of the kind %2."},
};

const Entry &entryOf(MessageCode code)
{
    for (const Entry &entry : kEntries) {
        if (entry.code == code)
            return entry;
    }
    Q_UNREACHABLE();
}

} // namespace

QString codeName(MessageCode code)
{
    return QString::fromUtf16(entryOf(code).name);
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Refusal:
        break;
    }
    return u"refusal"_s;
}

namespace {
/// Words from a file, fit to be shown: a terminal must not obey them, and a message stays on one line.
QString shown(QString words)
{
    for (QChar &c : words) {
        if (c == u'\n')
            c = u'⏎';
        else if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return words;
}
} // namespace

QString sentence(const Message &message, Language language)
{
    const Entry &entry = entryOf(message.code);
    const QString pattern = QString::fromUtf16(language == Language::Japanese ? entry.japanese : entry.english);
    // Not QString::arg: an argument that itself holds %1 must stay as it is.
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i) == u'%' && i + 1 < pattern.size() && pattern.at(i + 1).isDigit()) {
            result += shown(message.args.value(pattern.at(i + 1).digitValue() - 1));
            ++i;
        } else {
            result += pattern.at(i);
        }
    }
    return result;
}

QString columnName(int column)
{
    QString name;
    for (; column > 0; column = (column - 1) / 26)
        name.prepend(QChar(ushort(u'A' + (column - 1) % 26)));
    return name;
}

QString placeText(const Message &message, Language language)
{
    const bool japanese = language == Language::Japanese;
    QStringList parts;
    const QString file = message.file.isEmpty() ? QString() : shown(message.file);
    if (!message.sheet.isEmpty())
        parts += japanese ? u"シート「%1」"_s.arg(shown(message.sheet)) : u"sheet \"%1\""_s.arg(shown(message.sheet));
    if (!japanese && !file.isEmpty())
        parts.prepend(file);
    if (message.row > 0)
        parts += japanese ? u"%1行目"_s.arg(message.row) : u"row %1"_s.arg(message.row);
    if (message.column > 0)
        parts += japanese ? u"%1列"_s.arg(columnName(message.column)) : u"column %1"_s.arg(columnName(message.column));
    const QString inside = parts.join(japanese ? u"・"_s : u", "_s);
    if (!japanese || file.isEmpty())
        return inside;
    return inside.isEmpty() ? file : QString(file + u'\u3000' + inside);
}

QString lineOf(const Message &message, Language language)
{
    const QString place = placeText(message, language);
    const QString text = sentence(message, language);
    const QString colon = language == Language::Japanese ? u"："_s : u": "_s;
    return place.isEmpty() ? text : QString(place + colon + text);
}

} // namespace mezasu::exchange
