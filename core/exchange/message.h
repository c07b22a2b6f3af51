// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace mezasu::exchange {

enum class Severity {
    Info,    ///< something was done that the user may want to know
    Warning, ///< something was doubtful or left out
    Refusal  ///< the input was refused; nothing was taken
};

/// What a reader or writer has to say. The arguments of each code stand beside it; sentences are in messagetext.h.
enum class MessageCode {
    // The file as a whole (all refusals)
    CannotOpen,        ///< %1 what the system says
    CannotWrite,       ///< %1 what the system says
    EmptyFile,         ///< nothing in it, or blank cells alone
    BinaryFile,        ///< neither text nor a workbook
    NulCharacter,      ///< a NUL stands in the text, at row
    UnknownEncoding,   ///< %1 the name that was asked for
    NotDecodable,      ///< %1 the encoding tried, %2 the byte at which it failed (from 0); row: its line
    TooLarge,          ///< %1 what is too large (bytes, rows, columns, cells, part, ratio, entries), %2 the limit
    EncryptedWorkbook, ///< protected by a password
    OldWorkbook,       ///< .xls
    OpenDocument,      ///< .ods
    BinaryWorkbook,    ///< .xlsb
    NotAWorkbook,      ///< a zip file that is no workbook
    DamagedWorkbook,   ///< %1 the part, %2 what is wrong with it
    HostileXml,        ///< %1 the part: entities, or nesting that no workbook has
    PdfFile,           ///< a PDF
    DatabaseFile,      ///< an SQLite file, perhaps a plan
    JsonFile,          ///< JSON, which is no table
    NoTableInHtml,     ///< HTML without a table
    NoSuchSheet,       ///< %1 the sheet that was asked for, %2 the sheets there are
    NoSheet,           ///< the workbook has no sheet with cells
    NoHeadingRow,      ///< %1 the first row that is not blank, %2 headings that would be known
    HeadingOnly,       ///< no row below the headings; only a warning for our own export of a plan without policies

    // Reading
    ExtensionDiffers,     ///< %1 the extension, %2 what the content is
    PrivateUseCharacters, ///< %1 how many, %2 which: characters made in one office, shown otherwise elsewhere
    OtherSheet,           ///< %1 a sheet with cells that was not taken
    OtherTable,           ///< %1 the first words of another table of a web page, not taken
    TextBesideTable,      ///< %1 words of a web page outside its tables; left out
    OtherSheetLikeTable,  ///< %1 a sheet that looks like a table too and was not taken
    HiddenRowsTaken,      ///< %1 how many hidden rows were taken like the others
    FormulaValue,         ///< the last computed value of a formula was taken
    FormulaWithoutValue,  ///< a formula was never computed; its cell counts as blank
    ErrorValue,           ///< %1 #REF! and the like
    CoveredTextLeftOut,   ///< %1 a text that lies unseen under a merged cell
    ApostropheRemoved,    ///< the apostrophe that stops a spreadsheet from computing was taken off
    UnevenRows,           ///< %1 cells that stand right of the last heading
    ColumnsIgnored,       ///< %1 the last column that is read

    // Cells
    MarkupDropped,    ///< %1 tags whose words were kept, or that carry none
    ScriptDropped,    ///< %1 tags whose content was left out
    FuriganaDropped,  ///< furigana beside a text
    EntityDecoded,    ///< %1 an entity in a cell without tags
    CodeWasDate,      ///< %1 what stood there, %2 the code that it was
    DuplicateCode,    ///< %1 the code, %2 the row where it stood first
    ValuesDoNotAlign, ///< %1 values, %2 indicators: they cannot be told apart and were left out

    // Columns and rows
    UnknownColumn,        ///< %1 the heading; left out
    DuplicateColumn,      ///< %1 the heading; another column has this meaning; left out
    LevelLeftOut,         ///< %1 the heading; the table has more levels than a plan; left out
    ColumnLeftOut,        ///< %1 the heading; left out by the caller's wish
    PolicyMissing,        ///< no policy above: one without a title was made
    GoalWithoutStatement, ///< a goal without a statement was begun
    ItemWithoutTitle,     ///< something below an item, but no item: one without a code and title was made
    ParentMissing,        ///< %1 a column's heading whose text has nothing that it could belong to; left out
    RepeatedHeading,      ///< the headings again; skipped
    LineAboveLeftOut,     ///< %1 a row above the headings; left out
    TotalRowLeftOut,      ///< %1 a row that sums up others; left out
    BannerTaken,          ///< %1 a row that names the policy of the rows below it
    ElementContinued,     ///< %1 what was named before, %2 in which row: these rows belong to it too
    DittoResolved,        ///< 〃 and the like: the text of the cell above was taken
    UnitFromValue,        ///< %1 a value with its unit, %2 the number, %3 the unit
    EmptyLeftAsIs,        ///< %1 what the plan has where the table has a blank cell; left as it is
    NoteRowLeftOut,       ///< %1 a line below the table that is no part of it
    RowTextDiffers,       ///< %1 the text of a repeated parent that differs from the one above; left out

    // A table against a plan
    BaseUnknown,   ///< the table was exported from a state that this plan does not have; compared with the present one
    BaseIsPast,    ///< the table was exported from an earlier state; compared with that one, later edits stay
    MatchDoubtful, ///< %1 the code, %2 what it belongs to in the plan, %3 what was taken
    NotInTable,    ///< %1 what the plan has and the table has not; left as it is
    RemovedWithTable,  ///< %1 what the table has not; removed by the caller's wish
    CorrectionUnknown, ///< %1 a correction that names no row or element
    ValueWithoutYear,  ///< %1 a value in a column that names no year; left out
    NotANumber,        ///< %1 a value that is no number; left out
    HiddenDataLeftOut, ///< what our own export held beside the table fits no longer and was left out

    // Writing
    NotInFormat,    ///< %1 kind, %2 field, %3 how many: what this format cannot hold
    MemosKept,      ///< %1 how many internal memos there are: they go into no table
    UuidsWritten,   ///< columns of UUIDs were added: the plan holds what the table alone would not tell apart
    NotEncodable,   ///< %1 characters that the encoding cannot hold, %2 what stands for them
    EncodedAlike,   ///< %1 characters that the encoding cannot hold and those that look the same and stand for them
    CellTooLong,    ///< %1 its length, %2 the limit; the cell was left blank
    FormulaGuarded, ///< %1 how many cells got an apostrophe

    MoreOfCode ///< %1 how many more messages like the one named %2 there were
};

/// One machine-readable message with its place.
struct Message
{
    MessageCode code = MessageCode::CannotOpen;
    Severity severity = Severity::Warning;
    QString file; ///< as the caller named it
    QString sheet;
    int row = 0;     ///< from 1 as a spreadsheet counts; 0: no row
    int column = 0;  ///< from 1; 0: no column
    QString element; ///< kind of element, as in the plan's JSON; empty: none
    QString field;   ///< field, as in the plan's JSON; empty: none
    QStringList args;

    bool operator==(const Message &) const = default;
};

/// Collects messages; of one code it keeps the first kMaxPerCode and counts the rest, so that a bad
/// file of 100,000 rows gives a list that can be read and kept in memory.
class MessageList
{
public:
    static constexpr int kMaxPerCode = 100;

    /// Messages added from here on without a file or sheet get these.
    void setPlace(const QString &file, const QString &sheet);
    void add(Message message);
    /// \param row, column from 1; 0: none
    void add(MessageCode code, Severity severity, int row = 0, int column = 0, const QStringList &args = {});
    void append(const MessageList &other);
    /// Takes back what was said too early. Only what is kept can be taken back, not what was only counted.
    void remove(MessageCode code, int row);
    /// What was kept, in order, then one MoreOfCode per code of which some were only counted.
    QList<Message> all() const;
    bool hasRefusal() const { return m_refused; }
    int count(MessageCode code) const { return m_counts.value(int(code)); }
    bool isEmpty() const { return m_messages.isEmpty(); }

private:
    QString m_file;
    QString m_sheet;
    QList<Message> m_messages;
    QHash<int, int> m_counts;
    QHash<int, Severity> m_worst;
    bool m_refused = false;
};

} // namespace mezasu::exchange
