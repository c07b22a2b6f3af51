<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>ChangeRows</name>
    <message>
        <source>（消去済み）</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（不明な課）</source>
        <translation>(unknown department)</translation>
    </message>
    <message>
        <source>あり</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>「%1」</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1：%2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>前の場所：%1</source>
        <translation>Previous place: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>追加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>移動</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>削除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>%1 %2件</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>変わるところはありません。</source>
        <translation>Nothing changes.</translation>
    </message>
</context>
<context>
    <name>ChartCommands</name>
    <message>
        <source>グラフ</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>グラフを保存</source>
        <translation>Save chart</translation>
    </message>
    <message>
        <source>グラフを「%1」に保存しました。</source>
        <translation>The chart was saved as &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>グラフをコピーしました。文書や表計算ソフトに貼り付けられます。</source>
        <translation>The chart was copied. It can be pasted into documents and spreadsheets.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>（削除された課）</source>
        <translation>(deleted department)</translation>
    </message>
    <message>
        <source>未設定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>「%1」</source>
        <translation>&quot;%1&quot; </translation>
    </message>
    <message>
        <source>⚠ 調整中。ほかの案：%1&#x3000;%2</source>
        <translation>⚠ In conflict. Other versions: %1 %2</translation>
    </message>
    <message>
        <source>案を選ぶ</source>
        <translation>Decide</translation>
    </message>
</context>
<context>
    <name>FileServices</name>
    <message>
        <source>調整中の箇所があります。一覧を末尾に付けました。</source>
        <translation>Some fields are in conflict. They are listed at the end.</translation>
    </message>
    <message>
        <source>計画ファイルの一部の表を、記録から作り直しました。内容は失われていません。</source>
        <translation>Some tables of the plan file were rebuilt from its records. Nothing was lost.</translation>
    </message>
    <message>
        <source>保存できなかった入力を、救済ファイルから取り戻しました：%1</source>
        <translation>Input that could not be saved was recovered from the rescue file: %1</translation>
    </message>
    <message>
        <source>読み取れない救済ファイルがあります：%1</source>
        <translation>A rescue file cannot be read: %1</translation>
    </message>
    <message>
        <source>練習用のサンプル計画です。変更は保存されません。</source>
        <translation>This is the sample plan, for practice. Changes are not saved.</translation>
    </message>
    <message>
        <source>PDF（会議資料の表）</source>
        <translation>PDF (table for meetings)</translation>
    </message>
    <message>
        <source>A3横の一覧表です。印刷や配付に向きます。表に載らないものは、末尾に一覧で示します。取り込み直すことはできません。</source>
        <translation>An overview table on A3 landscape, for printing and handing out. What the table does not show is listed at the end. It cannot be imported again.</translation>
    </message>
    <message>
        <source>Excel（表）</source>
        <translation>Excel (table)</translation>
    </message>
    <message>
        <source>表計算ソフトで直し、もう一度取り込めます。年度の値なども、隠れたシートに残ります。</source>
        <translation>Can be edited in a spreadsheet and imported again. Values by fiscal year and other details are kept in hidden sheets.</translation>
    </message>
    <message>
        <source>CSV（表）</source>
        <translation>CSV (table)</translation>
    </message>
    <message>
        <source>UTF-8です。ほかのシステムに渡すときに。新しいExcelでもそのまま開けます。</source>
        <translation>UTF-8, for passing on to other systems. Recent versions of Excel open it as it is.</translation>
    </message>
    <message>
        <source>CSV（Shift_JIS）</source>
        <translation>CSV (Shift_JIS)</translation>
    </message>
    <message>
        <source>UTF-8を読めない古いシステム向けです。「髙」は入りますが、絵文字や一部の漢字は入りません。</source>
        <translation>For old systems that cannot read UTF-8. It can hold 髙, but no emoji and not every kanji.</translation>
    </message>
    <message>
        <source>TSV（表）</source>
        <translation>TSV (table)</translation>
    </message>
    <message>
        <source>タブ区切り、UTF-8です。箇条書きはHTMLで残ります。</source>
        <translation>Tab-separated, UTF-8. Lists are kept as HTML.</translation>
    </message>
    <message>
        <source>JSON（計画のすべて）</source>
        <translation>JSON (the whole plan)</translation>
    </message>
    <message>
        <source>いまの計画のすべてです。別の計画として取り込めます。変更の履歴は入りません。</source>
        <translation>All of the plan as it is now. It can be imported as another plan. The history of changes is not included.</translation>
    </message>
    <message>
        <source>書き出す内容を調べています</source>
        <translation>Examining what will be exported</translation>
    </message>
    <message>
        <source>書き出しています</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>計画に見当たらない</source>
        <translation>not found in the plan</translation>
    </message>
    <message>
        <source>指定による</source>
        <translation>as you chose</translation>
    </message>
    <message>
        <source>書き出した表の印が同じ</source>
        <translation>same tag from an exported table</translation>
    </message>
    <message>
        <source>文が同じ</source>
        <translation>same text</translation>
    </message>
    <message>
        <source>番号が同じで文が似ている</source>
        <translation>same number, similar text</translation>
    </message>
    <message>
        <source>文が似ている</source>
        <translation>similar text</translation>
    </message>
    <message>
        <source>番号だけが同じ</source>
        <translation>only the number is the same</translation>
    </message>
    <message>
        <source>中の項目が同じ</source>
        <translation>same items inside</translation>
    </message>
    <message>
        <source>取り込まない</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>基本方針の番号</source>
        <translation>Policy number</translation>
    </message>
    <message>
        <source>基本方針</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>基本方針の説明</source>
        <translation>Policy description</translation>
    </message>
    <message>
        <source>目指す姿</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>指標</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>指標の単位</source>
        <translation>Indicator unit</translation>
    </message>
    <message>
        <source>指標の定義</source>
        <translation>Indicator definition</translation>
    </message>
    <message>
        <source>指標の出典</source>
        <translation>Indicator source</translation>
    </message>
    <message>
        <source>現状と課題</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>注</source>
        <translation>Footnote</translation>
    </message>
    <message>
        <source>改革項目の番号</source>
        <translation>Reform item number</translation>
    </message>
    <message>
        <source>改革項目の名称</source>
        <translation>Reform item name</translation>
    </message>
    <message>
        <source>改革項目の説明</source>
        <translation>Reform item description</translation>
    </message>
    <message>
        <source>所管課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>関係課</source>
        <translation>Joint departments</translation>
    </message>
    <message>
        <source>取組の番号</source>
        <translation>Initiative number</translation>
    </message>
    <message>
        <source>取組の名称</source>
        <translation>Initiative name</translation>
    </message>
    <message>
        <source>取組の説明</source>
        <translation>Initiative description</translation>
    </message>
    <message>
        <source>%1行目&#x3000;%2&#x3000;%3</source>
        <translation>Row %1  %2  %3</translation>
    </message>
    <message>
        <source>%1（番号の示す相手は「%2」）</source>
        <translation>%1 (the number points to &quot;%2&quot;)</translation>
    </message>
    <message>
        <source>コピーした表</source>
        <translation>Copied table</translation>
    </message>
    <message>
        <source>表を読み取り、計画とくらべています</source>
        <translation>Reading the table and comparing it with the plan</translation>
    </message>
    <message>
        <source>追加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>移動</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>削除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>表になく、そのまま残す</source>
        <translation>Not in the table, left as they are</translation>
    </message>
    <message>
        <source>表の内容は、計画の内容と同じです。取り込むものはありません。</source>
        <translation>The table holds the same as the plan. There is nothing to import.</translation>
    </message>
    <message>
        <source>計画を読んでいます</source>
        <translation>Reading the plan</translation>
    </message>
    <message>
        <source>「%1」は取り込みませんでした。</source>
        <translation>&quot;%1&quot; was not imported.</translation>
    </message>
    <message>
        <source>写しを保存しています</source>
        <translation>Saving the copy</translation>
    </message>
    <message>
        <source>控えとくらべています</source>
        <translation>Comparing with the backup</translation>
    </message>
    <message>
        <source>控え（%1）の内容に戻しました</source>
        <translation>Restored from the backup (%1)</translation>
    </message>
    <message>
        <source>前回（%1から）の作業は正しく終了していませんでした。保存済みの内容は残っています。</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>The last session (since %1) did not end properly. Everything that was saved is there.</translation>
    </message>
    <message>
        <source>このファイルには別の名前（ハードリンク）もあり、片方から書くと壊れるおそれがあるため、読み取り専用で開きました。書き込むには、コピーを作ってお使いください。</source>
        <translation>This file also has another name (a hard link), and writing through one of them could damage it, so it was opened read-only. To write, use a copy of it.</translation>
    </message>
    <message>
        <source>計画を開いています</source>
        <translation>Opening the plan</translation>
    </message>
    <message>
        <source>取り込んでいます</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>PDF（指標の一覧と推移）</source>
        <translation>PDF (indicators and their trends)</translation>
    </message>
    <message>
        <source>A4縦です。指標の一覧に続けて、年度ごとの値と推移のグラフを並べます。取り込み直すことはできません。</source>
        <translation>On A4 portrait: the list of indicators, then their values by fiscal year and charts of their trends. It cannot be imported again.</translation>
    </message>
    <message>
        <source>文がなく、置かれた所が同じ</source>
        <translation>no words, same place</translation>
    </message>
</context>
<context>
    <name>GuidePictures</name>
    <message>
        <source>いまの計画.xlsx</source>
        <translation>Current plan.xlsx</translation>
    </message>
    <message>
        <source>印刷プレビュー</source>
        <translation>Print preview</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>「%1」</source>
        <extracomment>an element by its code or title</extracomment>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1など%2か所を、以前の内容に戻した</source>
        <extracomment>%1 a field of an element</extracomment>
        <translation>Restored to earlier content: %1 and others (%2 places)</translation>
    </message>
    <message>
        <source>%1を、もう一度置いた</source>
        <translation>Put back: %1</translation>
    </message>
    <message>
        <source>%1を、以前の内容に戻した</source>
        <translation>Restored to earlier content: %1</translation>
    </message>
    <message>
        <source>%1件を追加</source>
        <translation>%1 added</translation>
    </message>
    <message>
        <source>%1件を削除</source>
        <translation>%1 deleted</translation>
    </message>
    <message>
        <source>%1件を移動</source>
        <translation>%1 moved</translation>
    </message>
    <message>
        <source>%1か所を変更</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>%1か所を以前の内容に</source>
        <translation>%1 restored to earlier content</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>（値なし）</source>
        <translation>(no value)</translation>
    </message>
    <message>
        <source>計画を作成</source>
        <translation>Plan created</translation>
    </message>
    <message>
        <source>文%1個を完全に消去</source>
        <translation>Texts erased for good: %1</translation>
    </message>
    <message>
        <source>「%1」の取り込み（%2）</source>
        <translation>Imported &quot;%1&quot; (%2)</translation>
    </message>
    <message>
        <source>変更なし</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>版%1を作成</source>
        <translation>Made edition %1</translation>
    </message>
    <message>
        <source>%1を追加</source>
        <translation>Added %1</translation>
    </message>
    <message>
        <source>%1など%2件を追加</source>
        <translation>Added %1 and others (%2 in all)</translation>
    </message>
    <message>
        <source>%1を削除</source>
        <translation>Deleted %1</translation>
    </message>
    <message>
        <source>%1など%2件を削除</source>
        <translation>Deleted %1 and others (%2 in all)</translation>
    </message>
    <message>
        <source>%1を移動</source>
        <translation>Moved %1</translation>
    </message>
    <message>
        <source>%1など%2件を移動</source>
        <translation>Moved %1 and others (%2 in all)</translation>
    </message>
    <message>
        <source>%1を変更</source>
        <translation>Changed %1</translation>
    </message>
    <message>
        <source>%1など%2か所を変更</source>
        <translation>Changed %1 and others (%2 places)</translation>
    </message>
    <message>
        <source>（消去済み）</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>（名前なし）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>（%1回の入力）</source>
        <translation> (typed %1 times)</translation>
    </message>
    <message>
        <source>&#x3000;理由：%1</source>
        <translation>  Reason: %1</translation>
    </message>
    <message>
        <source>%1の位置</source>
        <translation>%1 › Place</translation>
    </message>
    <message>
        <source>%1の%2</source>
        <extracomment>%1 an element, %2 one of its fields</extracomment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>あり</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>削除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>%1の下</source>
        <extracomment>%1 the element below which something stands</extracomment>
        <translation>Below %1</translation>
    </message>
    <message>
        <source>（なくなった課）</source>
        <translation>(department no longer there)</translation>
    </message>
    <message>
        <source>はい</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>いいえ</source>
        <translation>No</translation>
    </message>
    <message>
        <source>（一覧）</source>
        <translation>(list)</translation>
    </message>
    <message>
        <source> ほか%1か所</source>
        <translation> and others: %1</translation>
    </message>
    <message>
        <source>その後にほかの変更があったため、そのままにしたところ：%1</source>
        <translation>Left as they are, because they were changed again since: %1</translation>
    </message>
    <message>
        <source>写し%1個から、変更%2件を取り込みました。</source>
        <translation>Copies read: %1. Changes merged: %2.</translation>
    </message>
    <message>
        <source>写し%1個を読みました。新しい変更はありませんでした。</source>
        <translation>Copies read: %1. There were no new changes.</translation>
    </message>
    <message>
        <source>すでに取り込み済みの変更が%1件ありました。</source>
        <translation>Changes that were merged before: %1.</translation>
    </message>
    <message>
        <source>元になる変更がまだ届いていない変更が%1件あります。届いたときに反映します。</source>
        <translation>Changes that wait for earlier ones not yet received: %1. They take effect when those arrive.</translation>
    </message>
    <message>
        <source>新しい版のMezasuによる変更が%1件あります。失われませんが、新しい版で開くまで反映されません。</source>
        <translation>Changes made by a newer version of Mezasu: %1. They are not lost, but take effect only when the plan is opened with the newer version.</translation>
    </message>
    <message>
        <source>形が正しくないため受け付けなかった変更が%1件あります。</source>
        <translation>Changes refused because their form is wrong: %1.</translation>
    </message>
    <message>
        <source>記録と合わないため受け付けなかった文が%1件あります。</source>
        <translation>Texts refused because they do not match the record: %1.</translation>
    </message>
    <message>
        <source>写しで消去された文%1個を、この計画からも消去しました。</source>
        <translation>Texts erased in the copies and now also in this plan: %1.</translation>
    </message>
    <message>
        <source>食い違いが%1件あります。「食い違い」の一覧で、一つずつ選べます。</source>
        <translation>Conflicts: %1. Decide them one by one in the &quot;Conflicts&quot; list.</translation>
    </message>
    <message>
        <source>計画は変わっていません。</source>
        <translation>The plan has not changed.</translation>
    </message>
    <message>
        <source>「%1」は%2%3</source>
        <translation>&quot;%1&quot;: %2 %3</translation>
    </message>
    <message>
        <source>別の計画のファイルです。</source>
        <translation>It belongs to another plan.</translation>
    </message>
    <message>
        <source>計画のファイルでも持ち出しファイルでもありません。</source>
        <translation>It is neither a plan file nor a take-away file.</translation>
    </message>
    <message>
        <source>新しい版のMezasuで作られているため、この版では読めません。</source>
        <translation>It was made by a newer version of Mezasu, and this version cannot read it.</translation>
    </message>
    <message>
        <source>見つかりません。</source>
        <translation>It was not found.</translation>
    </message>
    <message>
        <source>途中で切れています。もう一度コピーしてください。</source>
        <translation>It is cut off. Copy it again.</translation>
    </message>
    <message>
        <source>作られた後に書き換えられています。</source>
        <translation>It was altered after it was made.</translation>
    </message>
    <message>
        <source>記録の内容が名前と合いません。</source>
        <translation>The content of a record does not match its name.</translation>
    </message>
    <message>
        <source>壊れているため、読めません。</source>
        <translation>It is damaged and cannot be read.</translation>
    </message>
    <message>
        <source>取り込みを中止しました。%1</source>
        <translation>Merging was cancelled. %1</translation>
    </message>
    <message>
        <source>読めません。共有フォルダーへの接続や、読み取りの権限を確かめてください。</source>
        <translation>It cannot be read. Check the connection to the shared folder and the permission to read.</translation>
    </message>
    <message>
        <source>%1の食い違いを決めた</source>
        <translation>Conflict in %1 decided</translation>
    </message>
    <message>
        <source>%1を、食い違いのある状態に戻した</source>
        <translation>Conflict in %1 reopened</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>キー</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>すること</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>どの画面でも</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Tab・Shift+Tab</source>
        <translation>Tab, Shift+Tab</translation>
    </message>
    <message>
        <source>次の欄へ・前の欄へ</source>
        <translation>Next field, previous field</translation>
    </message>
    <message>
        <source>メニューへ</source>
        <translation>To the menus</translation>
    </message>
    <message>
        <source>変換中のキー</source>
        <translation>Keys while composing</translation>
    </message>
    <message>
        <source>変換が終わるまで、キーはすべて日本語入力のものです</source>
        <translation>Until composition ends, every key belongs to Japanese input</translation>
    </message>
    <message>
        <source>印刷プレビュー</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>PageDown・PageUp</source>
        <translation>PageDown, PageUp</translation>
    </message>
    <message>
        <source>次のページ・前のページ</source>
        <translation>Next page, previous page</translation>
    </message>
    <message>
        <source>Home・End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>最初のページ・最後のページ</source>
        <translation>First page, last page</translation>
    </message>
    <message>
        <source>Ctrl++・Ctrl+-</source>
        <translation>Ctrl++, Ctrl+-</translation>
    </message>
    <message>
        <source>拡大・縮小</source>
        <translation>Zoom in, zoom out</translation>
    </message>
    <message>
        <source>ページ全体を表示</source>
        <translation>Show the whole page</translation>
    </message>
    <message>
        <source>印刷</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>一覧（最近開いた計画、点検）</source>
        <translation>Lists (recent plans, findings)</translation>
    </message>
    <message>
        <source>開く・その場所に移る</source>
        <translation>Open, go to the place</translation>
    </message>
    <message>
        <source>最近開いた計画を一覧から外す</source>
        <translation>Remove a recent plan from the list</translation>
    </message>
    <message>
        <source>F1・Esc</source>
        <translation>F1, Esc</translation>
    </message>
    <message>
        <source>ヘルプを開く・閉じる</source>
        <translation>Open the help, close it</translation>
    </message>
    <message>
        <source>検索</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Enter・Shift+Enter</source>
        <translation>Enter, Shift+Enter</translation>
    </message>
    <message>
        <source>次の一致へ・前の一致へ</source>
        <translation>Next match, previous match</translation>
    </message>
    <message>
        <source>検索をやめて、計画の構成へ</source>
        <translation>End the search and go to the plan tree</translation>
    </message>
    <message>
        <source>行の並ぶ欄（目指す姿の文、指標、現状と課題、注）</source>
        <translation>Fields of rows (statements, indicators, issues, footnotes)</translation>
    </message>
    <message>
        <source>文の終わりで、下に行を追加</source>
        <translation>At the end of a text: add a row below</translation>
    </message>
    <message>
        <source>下に行を追加</source>
        <translation>Add a row below</translation>
    </message>
    <message>
        <source>Alt+↑・Alt+↓</source>
        <translation>Alt+↑, Alt+↓</translation>
    </message>
    <message>
        <source>行を上へ・下へ</source>
        <translation>Move the row up, down</translation>
    </message>
    <message>
        <source>空の行を除く</source>
        <translation>Remove an empty row</translation>
    </message>
    <message>
        <source>年度ごとの値</source>
        <translation>Values by fiscal year</translation>
    </message>
    <message>
        <source>下へ・上へ</source>
        <translation>Down, up</translation>
    </message>
    <message>
        <source>右へ・左へ</source>
        <translation>Right, left</translation>
    </message>
    <message>
        <source>表から出る</source>
        <translation>Leave the table</translation>
    </message>
    <message>
        <source>いまの値を手直しする</source>
        <translation>Edit the value that is there</translation>
    </message>
    <message>
        <source>Ctrl+D・Ctrl+R</source>
        <translation>Ctrl+D, Ctrl+R</translation>
    </message>
    <message>
        <source>下へコピー・右へコピー</source>
        <translation>Fill down, fill right</translation>
    </message>
    <message>
        <source>消去</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>読み取れない値を、元の値に戻す</source>
        <translation>Bring back the value before one that cannot be read</translation>
    </message>
    <message>
        <source>グラフ</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>←・→</source>
        <translation>←, →</translation>
    </message>
    <message>
        <source>前の年度・次の年度の値を読み上げる</source>
        <translation>Read out the year before, the next year</translation>
    </message>
    <message>
        <source>↑・↓</source>
        <translation>↑, ↓</translation>
    </message>
    <message>
        <source>同じ年度のほかの値へ</source>
        <translation>Other values of the same year</translation>
    </message>
    <message>
        <source>食い違いの一覧</source>
        <translation>List of conflicts</translation>
    </message>
    <message>
        <source>1・2</source>
        <translation>1, 2</translation>
    </message>
    <message>
        <source>その番号の案に決める（3から9も同じ）</source>
        <translation>Choose the version of that number (also 3 to 9)</translation>
    </message>
    <message>
        <source>その場所に移る</source>
        <translation>Go to the place</translation>
    </message>
    <message>
        <source>指標の一覧</source>
        <translation>Indicator overview</translation>
    </message>
    <message>
        <source>指標のページを開く</source>
        <translation>Open the indicator&apos;s page</translation>
    </message>
    <message>
        <source>元のページに戻る</source>
        <translation>Go back to the page before</translation>
    </message>
</context>
<context>
    <name>LevelWords</name>
    <message>
        <source>指標</source>
        <extracomment>over the list of all of them</extracomment>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>現状と課題</source>
        <extracomment>over the list of all of them</extracomment>
        <translation>Issues</translation>
    </message>
    <message>
        <source>注</source>
        <extracomment>over the list of all of them</extracomment>
        <translation>Footnotes</translation>
    </message>
    <message>
        <source>所管課</source>
        <extracomment>over the list of all of them</extracomment>
        <translation>Departments</translation>
    </message>
</context>
<context>
    <name>ListPaper</name>
    <message>
        <source>%1現在</source>
        <extracomment>%1 the title of a plan, %2 a date</extracomment>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>%1&#x3000;%2現在</source>
        <translation>%1, as of %2</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>保存できていません</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>入力した内容がまだどこにも保存されていません。閉じると失われます。</source>
        <translation>What you typed is not saved anywhere yet. It will be lost if you close.</translation>
    </message>
    <message>
        <source>保存せずに閉じる</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>閉じない</source>
        <translation>Do not close</translation>
    </message>
    <message>
        <source>書き込みの引き継ぎ</source>
        <translation>Take over writing</translation>
    </message>
    <message>
        <source>%1引き継ぐと、その人はこの計画に書き込めなくなります。</source>
        <translation>%1 If you take over, that person can no longer write to this plan.</translation>
    </message>
    <message>
        <source>その人がまだ入力していると、以後の入力は計画ではなく、その人のパソコンの救済ファイルに残ります。先に声をかけて、確かめることをお勧めします。</source>
        <translation>If that person is still typing, what is typed from now on goes into a rescue file on that person&apos;s computer, not into the plan. We recommend asking first.</translation>
    </message>
    <message>
        <source>引き継ぐ</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>引き継がない</source>
        <translation>Do not take over</translation>
    </message>
    <message>
        <source>書き出し</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>「%1」には、次のものが入りません。</source>
        <translation>&quot;%1&quot; cannot hold the following.</translation>
    </message>
    <message>
        <source>書き出す</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>「%1」</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message numerus="yes">
        <source>ほか%n件</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>読み取れない入力があります</source>
        <translation>Entries that cannot be read</translation>
    </message>
    <message>
        <source>数や年度として読み取れないため、まだ計画に記録していない入力があります。閉じると失われます。
%1</source>
        <translation>Some entries could not be read as a number or a year and are not in the plan yet. They are lost when it is closed.
%1</translation>
    </message>
    <message>
        <source>捨てて閉じる</source>
        <translation>Discard and close</translation>
    </message>
    <message>
        <source>戻って直す</source>
        <translation>Go back and correct</translation>
    </message>
</context>
<context>
    <name>RowSigns</name>
    <message>
        <source>素案</source>
        <extracomment>a sign in the tree: the state 素案 (rough draft), one or two characters</extracomment>
        <translation>Rough</translation>
    </message>
    <message>
        <source>案</source>
        <extracomment>a sign in the tree: the state 案 (draft)</extracomment>
        <translation>Draft</translation>
    </message>
    <message>
        <source>修正</source>
        <extracomment>a sign in the tree: the state 修正案 (revised draft)</extracomment>
        <translation>Rev.</translation>
    </message>
    <message>
        <source>確定</source>
        <extracomment>a sign in the tree: the state 確定 (final)</extracomment>
        <translation>Final</translation>
    </message>
    <message>
        <source>調</source>
        <extracomment>a sign in the tree: several candidates, to be decided (調整中)</extracomment>
        <translation>≠</translation>
    </message>
    <message>
        <source>点</source>
        <extracomment>a sign in the tree: something to be checked (点検)</extracomment>
        <translation>!</translation>
    </message>
    <message>
        <source>未</source>
        <extracomment>a sign in the tree: something is not there yet (未入力)</extracomment>
        <translation>–</translation>
    </message>
    <message>
        <source>調整中：複数の案があります</source>
        <translation>In conflict: there are several versions</translation>
    </message>
    <message>
        <source>点検：%1</source>
        <translation>Finding: %1</translation>
    </message>
    <message>
        <source>未入力：%1</source>
        <translation>Empty: %1</translation>
    </message>
    <message>
        <source>未入力：ほか%1件</source>
        <translation>Empty: %1 more</translation>
    </message>
    <message>
        <source>状態：%1</source>
        <extracomment>%1 is a list such as 名称は修正案、指標は案</extracomment>
        <translation>State: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1「%2」</source>
        <translation>%1 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <extracomment>%1 an element, %2 what is found there: &quot;No code.&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1は%2</source>
        <extracomment>%1 a field or part such as 名称 or 指標, %2 its state such as 案</extracomment>
        <translation>%1 is &quot;%2&quot;</translation>
    </message>
</context>
<context>
    <name>TrendNames</name>
    <message>
        <source>実績値</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>実績値（見込み・速報）</source>
        <translation>Actual (estimate, provisional)</translation>
    </message>
    <message>
        <source>目標値</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>基準値</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>値はまだありません</source>
        <translation>There are no values yet</translation>
    </message>
    <message>
        <source>値なし</source>
        <translation>No values</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>サンプル計画を開く。</source>
        <translation>Open the sample plan.</translation>
    </message>
    <message>
        <source>画面の言語。ja または en。</source>
        <translation>The language of the window: ja or en.</translation>
    </message>
    <message>
        <source>画面の色。light、dark または contrast。</source>
        <translation>The colours of the window: light, dark or contrast.</translation>
    </message>
    <message>
        <source>文字の大きさ。100から200まで（%）。</source>
        <translation>The size of text, from 100 to 200 (percent).</translation>
    </message>
    <message>
        <source>各画面の画像を FOLDER に書き出して終わる。</source>
        <translation>Write pictures of everything in the window to FOLDER, and end.</translation>
    </message>
    <message>
        <source>その画像の大きさ。</source>
        <translation>The size of these pictures.</translation>
    </message>
    <message>
        <source>開く計画。</source>
        <translation>The plan to open.</translation>
    </message>
    <message>
        <source>--look には light、dark、contrast のどれかを指定してください。</source>
        <translation>--look takes light, dark or contrast.</translation>
    </message>
    <message>
        <source>手引きを FOLDER に書き出して終わる。</source>
        <translation>Writes the quick guide into FOLDER and ends.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>番号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>説明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>自治体名</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>全国地方公共団体コード</source>
        <translation>Municipality code</translation>
    </message>
    <message>
        <source>担当課</source>
        <translation>Division in charge</translation>
    </message>
    <message>
        <source>年度の書き方</source>
        <translation>Year style</translation>
    </message>
    <message>
        <source>記号</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>略称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>単位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>小数点以下の桁数</source>
        <translation>Decimals</translation>
    </message>
    <message>
        <source>目指す方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>定義・算出方法</source>
        <translation>Definition and method</translation>
    </message>
    <message>
        <source>出典</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>所管課</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>関係課</source>
        <translation>Joint departments</translation>
    </message>
    <message>
        <source>値</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>階層の呼び方</source>
        <translation>Level names</translation>
    </message>
    <message>
        <source>内部メモ</source>
        <translation>Internal memo</translation>
    </message>
    <message>
        <source>文字数の上限</source>
        <translation>Character limit</translation>
    </message>
    <message>
        <source>見出し</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>計画</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>基本方針</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>目指す姿</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>目指す姿の文</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>指標</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>現状と課題</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>注</source>
        <translation>Footnote</translation>
    </message>
    <message>
        <source>改革項目</source>
        <translation>Reform item</translation>
    </message>
    <message>
        <source>取組</source>
        <translation>Initiative</translation>
    </message>
    <message>
        <source>版</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>増加</source>
        <translation>Increase</translation>
    </message>
    <message>
        <source>減少</source>
        <translation>Decrease</translation>
    </message>
    <message>
        <source>維持（以上）</source>
        <translation>Maintain (at least)</translation>
    </message>
    <message>
        <source>維持（以下）</source>
        <translation>Maintain (at most)</translation>
    </message>
    <message>
        <source>維持（範囲内）</source>
        <translation>Maintain (within a range)</translation>
    </message>
    <message>
        <source>方向なし</source>
        <translation>No direction</translation>
    </message>
    <message>
        <source>水準</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>単年度の件数</source>
        <translation>Count per year</translation>
    </message>
    <message>
        <source>累計</source>
        <translation>Cumulative total</translation>
    </message>
    <message>
        <source>調査の割合</source>
        <translation>Survey share</translation>
    </message>
    <message>
        <source>eNPS</source>
        <translation>eNPS</translation>
    </message>
    <message>
        <source>財政指標</source>
        <translation>Financial indicator</translation>
    </message>
    <message>
        <source>節目の達成</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>素案</source>
        <translation>Rough draft</translation>
    </message>
    <message>
        <source>案</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>修正案</source>
        <translation>Revised draft</translation>
    </message>
    <message>
        <source>確定</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>見込み</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>速報</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>未調査</source>
        <translation>Not surveyed</translation>
    </message>
    <message>
        <source>把握不可</source>
        <translation>Not available</translation>
    </message>
    <message>
        <source>秘匿</source>
        <translation>Suppressed</translation>
    </message>
    <message>
        <source>基準値</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>目標値</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>実績値</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>予定</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>（%1の名称が未入力）</source>
        <extracomment>shown in place of a title that is not there yet; %1 is a level such as 改革項目</extracomment>
        <translation>(%1 without a name)</translation>
    </message>
    <message>
        <source>計画の名称</source>
        <translation>Plan title</translation>
    </message>
    <message>
        <source>%1の%2</source>
        <extracomment>a value of one year: %1 the year, %2 baseline, target or actual</extracomment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1の工程</source>
        <translation>%1 › Schedule</translation>
    </message>
    <message>
        <source>%1の状態</source>
        <extracomment>of a field: draft, revised …; %1 is the field</extracomment>
        <translation>%1 › State</translation>
    </message>
    <message>
        <source>%1の文字数の上限</source>
        <translation>%1 › Character limit</translation>
    </message>
    <message>
        <source>%1の呼び方</source>
        <translation>%1 › Level name</translation>
    </message>
    <message>
        <source>「%1」</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1の%2を変更</source>
        <translation>Edit %1 › %2</translation>
    </message>
    <message>
        <source>%1を追加</source>
        <translation>Add %1</translation>
    </message>
    <message>
        <source>%1を移動</source>
        <translation>Move %1</translation>
    </message>
    <message>
        <source>%1を削除</source>
        <translation>Delete %1</translation>
    </message>
    <message>
        <source>表の取り込み</source>
        <translation>Import table</translation>
    </message>
    <message>
        <source>変更の取り消し</source>
        <translation>Revert change</translation>
    </message>
    <message>
        <source>%1の%2を以前の内容に</source>
        <translation>Restore earlier content of %1 › %2</translation>
    </message>
    <message>
        <source>%1の食い違いを決定</source>
        <translation>Decide conflict at %1</translation>
    </message>
    <message>
        <source>%1などを変更</source>
        <translation>Edit %1 and others</translation>
    </message>
    <message>
        <source>控えからの復元</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>%1
対象：%2</source>
        <translation>%1
Subject: %2</translation>
    </message>
    <message>
        <source>内容を読み取れないか、決まりに合わないため、何も変更しませんでした。</source>
        <translation>It cannot be read or breaks a rule, so nothing was changed.</translation>
    </message>
    <message>
        <source>見つかりません。</source>
        <translation>It was not found.</translation>
    </message>
    <message>
        <source>ほかの人が使っているか、読み取り専用のため、変更できません。</source>
        <translation>It cannot be changed, because somebody else is using it or it is read-only.</translation>
    </message>
    <message>
        <source>新しい版のMezasuで作られているため、この版では開けません。ファイルには手を加えていません。</source>
        <translation>It was made by a newer version of Mezasu, and this version cannot open it. The file was left untouched.</translation>
    </message>
    <message>
        <source>ファイルが壊れているか、Mezasuの計画ファイルではありません。ファイルには手を加えていません。</source>
        <translation>The file is damaged or is not a Mezasu plan. It was left untouched.</translation>
    </message>
    <message>
        <source>読み書きできません。空き容量、書き込みの権限、共有フォルダーへの接続を確かめてください。</source>
        <translation>It cannot be read or written. Check the free space, the permission to write and the connection to the shared folder.</translation>
    </message>
    <message>
        <source>中止しました。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>ファイルなし（練習用）</source>
        <translation>No file (for practice)</translation>
    </message>
    <message>
        <source>保存済み</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>入力中…</source>
        <translation>Typing...</translation>
    </message>
    <message>
        <source>保存できません。入力は救済ファイルに残しています：%1</source>
        <translation>Cannot save. What you typed is kept in the rescue file: %1</translation>
    </message>
    <message>
        <source>保存できません。入力はまだ画面の上だけにあります。閉じずに、保存先を確かめてください。</source>
        <translation>Cannot save. What you typed is only on the screen so far. Do not close; check the place where the plan is saved.</translation>
    </message>
    <message>
        <source>読み取り専用：%1さん（%2）が%3から使用中</source>
        <extracomment>%1 a user, %2 a computer, %3 a date and time</extracomment>
        <translation>Read-only: in use by %1 (%2) since %3</translation>
    </message>
    <message>
        <source>読み取り専用</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>計画ファイルの中の記録が壊れています。ファイルには書き込まず、これからの入力は救済ファイルに残します。「計画名-backups」フォルダーの新しい控えを開いてください。</source>
        <translation>Records in the plan file are damaged. Nothing is written to the file; what you type from now on goes into a rescue file. Please open the newest backup in the folder &quot;(plan name)-backups&quot;.</translation>
    </message>
    <message>
        <source>計画の一覧表</source>
        <translation>Table of the plan</translation>
    </message>
    <message>
        <source>指標の一覧と推移</source>
        <translation>Indicators and their trends</translation>
    </message>
    <message>
        <source>保存中…</source>
        <translation>Saving...</translation>
    </message>
    <message>
        <source>資料の設定</source>
        <translation>Settings of a paper</translation>
    </message>
    <message>
        <source>ほかの人が書き込み中か、書き込みが途中で止まっています。しばらくしてから、書き込める場所で開いてください。</source>
        <translation>Somebody else is writing, or a write was cut short. Open the file a little later, from a place where it can be written.</translation>
    </message>
    <message>
        <source>開始年度</source>
        <translation>First fiscal year</translation>
    </message>
    <message>
        <source>終了年度</source>
        <translation>Last fiscal year</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>中止</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>処理中</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>中止しています</source>
        <translation>Cancelling</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::AboutDialog</name>
    <message>
        <source>Mezasuについて</source>
        <translation>About Mezasu</translation>
    </message>
    <message>
        <source>Mezasu %1</source>
        <translation>Mezasu %1</translation>
    </message>
    <message>
        <source>市の企画部門が行政計画をつくり、まとめ、進み具合を確かめるための道具です。自由なソフトウェアです（GPL 3以降）。ネットワークには接続しません。Qt %1を使っています。</source>
        <translation>A tool with which a city&apos;s planning division drafts its administrative plan, puts it together and tracks its progress. It is free software (GPL 3 or later). It does not connect to the network. It uses Qt %1.</translation>
    </message>
    <message>
        <source>ライセンス</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Mezasuのライセンス</source>
        <translation>Mezasu licence</translation>
    </message>
    <message>
        <source>使っているソフトウェアとフォント</source>
        <translation>Software and fonts used</translation>
    </message>
    <message>
        <source>ライセンス（GPL 3）</source>
        <translation>Licence (GPL 3)</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::BackupsDialog</name>
    <message>
        <source>横に開いて見る(&amp;O)</source>
        <translation>&amp;Open alongside</translation>
    </message>
    <message>
        <source>いまの計画とくらべる(&amp;C)</source>
        <translation>&amp;Compare with the current plan</translation>
    </message>
    <message>
        <source>この内容に戻す(&amp;R)</source>
        <translation>&amp;Restore this state</translation>
    </message>
    <message>
        <source>控え</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>開いてから最初に書き込むときに、その前の計画を控えとして残しています。新しいものから%1個までです。
場所：%2</source>
        <translation>Before the first change after opening, the plan as it was is kept as a backup. Only the newest are kept, at most %1.
Folder: %2</translation>
    </message>
    <message>
        <source>日時</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>大きさ</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>備考</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>新しい形式に改める前（消えません）</source>
        <translation>Before conversion to a new format (never deleted)</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>控えはまだありません。</source>
        <translation>There are no backups yet.</translation>
    </message>
    <message>
        <source>控えを選び、くらべてから戻せます。戻したあとも、元に戻せます。</source>
        <translation>Choose a backup and compare it before restoring. Restoring can be undone.</translation>
    </message>
    <message>
        <source>戻すと、いまの計画がこう変わります：%1</source>
        <translation>Restoring would change the current plan like this: %1</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ChangeTree</name>
    <message>
        <source>変わらない項目も表示する(&amp;A)</source>
        <translation>&amp;Also show unchanged items</translation>
    </message>
    <message>
        <source>変更後の計画</source>
        <translation>Plan after the changes</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ChangeTreeModel</name>
    <message>
        <source>区分</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>項目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>違うところ</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::CharacterCount</name>
    <message numerus="yes">
        <source>%n字</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message>
        <source>%1／%2字</source>
        <extracomment>%1 characters of %2 that are allowed</extracomment>
        <translation>%1/%2 characters</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ConflictsPanel</name>
    <message>
        <source>食い違っているところ</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>食い違いはありません。写しを取り込んで、同じところが別々に直されていたときに、ここに並びます。</source>
        <translation>There are no conflicts. When copies are merged in which the same place was edited in different ways, they are listed here.</translation>
    </message>
    <message>
        <source>%1を残すか削除するか</source>
        <translation>Keep or delete: %1</translation>
    </message>
    <message>
        <source>%1：削除した人と、書き足した人がいます。決めるまで、削除せずに残しています。</source>
        <translation>%1: one person deleted it, another added to it. It is not deleted until you decide.</translation>
    </message>
    <message>
        <source>%1：別々の場所へ移した人がいます。</source>
        <translation>%1: it was moved to different places.</translation>
    </message>
    <message>
        <source>%1：%2とおりに書かれています。</source>
        <translation>%1: it was written in %2 different ways.</translation>
    </message>
    <message>
        <source>残す</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>削除する（下にあるものも一緒に）</source>
        <translation>Delete (with everything below it)</translation>
    </message>
    <message>
        <source>（空欄）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>その欄へ移動して、書き直す</source>
        <translation>Go to the field and rewrite it</translation>
    </message>
    <message>
        <source>案%1（いま表示中）</source>
        <translation>Version %1 (shown now)</translation>
    </message>
    <message>
        <source>案%1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>案%1にする(&amp;%1)</source>
        <extracomment>%1 a number; its key takes this side</extracomment>
        <translation>Choose version &amp;%1</translation>
    </message>
    <message>
        <source>%1を決めました。食い違いは、あと%2件です。</source>
        <translation>Decided: %1. Conflicts left: %2.</translation>
    </message>
    <message>
        <source>%1を決めました。食い違いは、すべてなくなりました。</source>
        <translation>Decided: %1. No conflicts are left.</translation>
    </message>
    <message>
        <source>一覧を印刷…</source>
        <translation>Print list...</translation>
    </message>
    <message>
        <source>食い違っているところと、それぞれの案を、話し合いの資料にします。</source>
        <translation>Makes a paper of the conflicts and their versions, to be discussed in a meeting.</translation>
    </message>
    <message>
        <source>食い違いの一覧</source>
        <translation>List of conflicts</translation>
    </message>
    <message>
        <source>場所</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>案</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>書いた人と日時</source>
        <translation>Author and time</translation>
    </message>
    <message>
        <source>案%1（表示中）</source>
        <translation>Version %1 (shown)</translation>
    </message>
    <message numerus="yes">
        <source>%n件の食い違い</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n件の食い違いがあります。どの案にするか、一つずつ選べます。選ぶまでは、どの案も残ります。</source>
        <translation>
            <numerusform>%n conflict. Choose one version for it; until then all are kept.</numerusform>
            <numerusform>%n conflicts. Choose one version for each; until then all are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mezasu::ui::Copies</name>
    <message>
        <source>計画の写し (*.mezasu *.mezasu-packet *.mezasu-rescue);;すべてのファイル (*)</source>
        <translation>Copies of the plan (*.mezasu *.mezasu-packet *.mezasu-rescue);;All files (*)</translation>
    </message>
    <message>
        <source>写しを取り込む</source>
        <translation>Merge copies</translation>
    </message>
    <message>
        <source>読めた%1個だけ取り込む</source>
        <translation>Merge only the readable ones (%1)</translation>
    </message>
    <message>
        <source>写しを読んでいます（%1／%2）</source>
        <translation>Reading copies (%1/%2)</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>持ち出しファイルを作る</source>
        <translation>Make take-away file</translation>
    </message>
    <message>
        <source>持ち出しファイル (*.mezasu-packet)</source>
        <translation>Take-away files (*.mezasu-packet)</translation>
    </message>
    <message>
        <source>計画</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>変更%1件を「%2」に入れました。同じ計画の写しを持つ人が「写しを取り込む」で読めます。</source>
        <translation>Changes put into &quot;%2&quot;: %1. People with a copy of the same plan can read it with &quot;Merge copies&quot;.</translation>
    </message>
    <message>
        <source>写しを取り込んでいます</source>
        <translation>Merging the copies</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::DepartmentUse</name>
    <message>
        <source>未使用</source>
        <translation>Not in use</translation>
    </message>
    <message numerus="yes">
        <source>使用中：%nか所</source>
        <translation>
            <numerusform>In use in %n place</numerusform>
            <numerusform>In use in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>「%1」を削除しました。所管課や関係課として使われていた%nか所は、「削除された課」と表示されます。「元に戻す」で戻せます。</source>
        <extracomment>%1 a department, %n the number of fields in which it stood</extracomment>
        <translation>
            <numerusform>&quot;%1&quot; was deleted. The %n field where it was the department or a joint department now shows &quot;deleted department&quot;. &quot;Undo&quot; brings it back.</numerusform>
            <numerusform>&quot;%1&quot; was deleted. The %n fields where it was the department or a joint department now show &quot;deleted department&quot;. &quot;Undo&quot; brings it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mezasu::ui::EditMenu</name>
    <message>
        <source>編集(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>元に戻す(&amp;U)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>やり直す(&amp;R)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>やり直す</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>切り取り(&amp;T)</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>コピー(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>貼り付け(&amp;P)</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>すべて選択(&amp;A)</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>検索(&amp;F)</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>次を検索(&amp;N)</source>
        <translation>Find &amp;next</translation>
    </message>
    <message>
        <source>前を検索(&amp;V)</source>
        <translation>Find pre&amp;vious</translation>
    </message>
    <message>
        <source>%1は、ここには貼り付けられません。%2を置ける行を選んでから、貼り付けてください。</source>
        <translation>%1: cannot be pasted here. Select a row where %2 can be placed, then paste.</translation>
    </message>
    <message>
        <source>この計画になかった所管課を追加しました：%1</source>
        <translation>Departments new to this plan were added: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>別の計画で切り取ったものを複写しました。もとの計画からは消えていません。</source>
        <translation>What was cut in another plan was copied. It is still there in that plan.</translation>
    </message>
    <message>
        <source>コピーされたものは表のようです。「ファイル」の「コピーした表を取り込む」（Ctrl+Shift+V）で取り込めます。</source>
        <translation>What was copied looks like a table. It can be imported with &quot;Import copied table&quot; in the &quot;File&quot; menu (Ctrl+Shift+V).</translation>
    </message>
    <message>
        <source>貼り付けられるものがコピーされていません。</source>
        <translation>Nothing that can be pasted was copied.</translation>
    </message>
    <message>
        <source>%1行を貼り付けました。</source>
        <translation>Rows pasted: %1.</translation>
    </message>
    <message>
        <source>行のはじめの記号（%1）は外しました。</source>
        <translation> The marks at the beginning of the rows (%1) were taken off.</translation>
    </message>
    <message>
        <source>その後にほかの変更があったため、元に戻さなかったところが%1か所あります。</source>
        <translation>Places that were not undone, because they were changed again since: %1.</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ElementPage</name>
    <message>
        <source>成果を測る指標を追加すると、「開く」から年度ごとの値を入力できます。</source>
        <translation>Add an indicator that measures the outcome; its values by fiscal year are entered with &quot;Open&quot;.</translation>
    </message>
    <message>
        <source>%1だけの%2</source>
        <translation>%2 (%1 only)</translation>
    </message>
    <message>
        <source>← %1に戻る</source>
        <extracomment>%1 a level such as 改革項目, with its code</extracomment>
        <translation>← Back to %1</translation>
    </message>
    <message>
        <source>%1の%2</source>
        <extracomment>an internal memo of %1, a level such as 改革項目</extracomment>
        <translation>%2 (%1)</translation>
    </message>
    <message>
        <source>担当者どうしの覚え書き。印刷や表の書き出しには出ません。</source>
        <translation>Notes among colleagues. They appear neither in print nor in exported tables.</translation>
    </message>
    <message>
        <source>計画に関わる課を追加します。各ページの所管課・関係課で選べるようになります。</source>
        <translation>Add the departments that take part in the plan. They can then be chosen as department and joint departments on each page.</translation>
    </message>
    <message>
        <source>案の状態（計画全体）</source>
        <translation>State of the draft (whole plan)</translation>
    </message>
    <message>
        <source>ここで付けた状態は、下の階層で別の状態を付けるまで、すべてに及びます。</source>
        <translation>A state set here holds for everything below it, until another state is set at a lower level.</translation>
    </message>
    <message>
        <source>階層の呼び方</source>
        <translation>Level names</translation>
    </message>
    <message>
        <source>文字数の上限</source>
        <translation>Character limits</translation>
    </message>
    <message>
        <source>上限なし</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>上限を超えた文章は、超えた字数をお知らせするだけで、切ったり断ったりはしません。</source>
        <translation>You are told by how much a text exceeds its limit. It is never cut or refused.</translation>
    </message>
    <message>
        <source>どのような状態を目指すのかを、文で書きます。</source>
        <translation>Write in sentences what state the goal is.</translation>
    </message>
    <message>
        <source>いまの状態と、解決すべき課題を、一つずつ書きます。</source>
        <translation>Write the present state and the issues to be solved, one by one.</translation>
    </message>
    <message>
        <source>用語の説明など、表の欄外に添える注です。</source>
        <translation>Notes below the table, such as explanations of terms.</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>計画の年度が決まると、ここに年度ごとの工程の欄ができます（計画のページで設定します）。</source>
        <translation>Once the fiscal years of the plan are set, the schedule fields for each year appear here (set them on the plan&apos;s page).</translation>
    </message>
    <message>
        <source>予定</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>実績</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>%1の予定</source>
        <translation>%1, planned</translation>
    </message>
    <message>
        <source>%1の実績</source>
        <translation>%1, actual</translation>
    </message>
    <message>
        <source>空欄のときは、標準の呼び方を使います。</source>
        <translation>If a field is empty, the standard name is used.</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ExportDialog</name>
    <message>
        <source>書き出す</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>形式を選んでください。計画そのものは変わりません。</source>
        <translation>Choose a format. The plan itself does not change.</translation>
    </message>
    <message>
        <source>書き出す形式</source>
        <translation>Export format</translation>
    </message>
    <message>
        <source>この形式に入らないもの</source>
        <translation>What this format cannot hold</translation>
    </message>
    <message>
        <source>場所を選んで書き出す…</source>
        <translation>Choose a place and export...</translation>
    </message>
    <message>
        <source>調べるのを中止しました。書き出す前に、もう一度お尋ねします。</source>
        <translation>Examining was cancelled. You will be asked again before exporting.</translation>
    </message>
    <message>
        <source>この計画について、とくにお伝えすることはありません。</source>
        <translation>No remarks on this plan.</translation>
    </message>
    <message>
        <source>この形式には、次のものが入りません。</source>
        <translation>This format cannot hold the following.</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::FieldNote</name>
    <message>
        <source>⚠ 上限の%1字を%2字超えています。文章はこのまま残ります。</source>
        <extracomment>%1 the limit, %2 by how many characters the text is longer</extracomment>
        <translation>⚠ Over the limit of %1 characters by %2. The text is kept as it is.</translation>
    </message>
    <message>
        <source>⚠ 年度を読み取れません。2022、R4、令和4年度のように入力してください。</source>
        <translation>⚠ The fiscal year cannot be read. Enter it like 2022, R4 or 令和4年度.</translation>
    </message>
    <message>
        <source>⚠ 1から9999までの数を入力してください。</source>
        <translation>⚠ Enter a number from 1 to 9999.</translation>
    </message>
    <message>
        <source>⚠ 0から20までの数を入力してください。</source>
        <translation>⚠ Enter a number from 0 to 20.</translation>
    </message>
    <message>
        <source>✓ 検査数字（6けた目）は合っています。</source>
        <translation>✓ The check digit (sixth digit) is right.</translation>
    </message>
    <message>
        <source>⚠ 5けたです。検査数字を付けると %1 になります。</source>
        <translation>⚠ This has five digits. With the check digit it is %1.</translation>
    </message>
    <message>
        <source>⚠ 検査数字（6けた目）が合いません。前の5けたが正しければ、%1（%2）になります。</source>
        <extracomment>%1 the digit that would fit, %2 the whole code with it</extracomment>
        <translation>⚠ The check digit (sixth digit) is wrong. If the first five digits are right, it is %1 (%2).</translation>
    </message>
    <message>
        <source>⚠ 数字6けた（検査数字を含む）ではありません。</source>
        <translation>⚠ This is not six digits (including the check digit).</translation>
    </message>
    <message>
        <source>⚠ 開始年度より前になっています。</source>
        <translation>⚠ This is before the first fiscal year.</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::FileMenu</name>
    <message>
        <source>ファイル(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>新しい計画(&amp;N)…</source>
        <translation>&amp;New plan...</translation>
    </message>
    <message>
        <source>開く(&amp;O)…</source>
        <translation>&amp;Open...</translation>
    </message>
    <message>
        <source>最近開いた計画(&amp;R)</source>
        <translation>&amp;Recent plans</translation>
    </message>
    <message>
        <source>サンプル計画を開く(&amp;M)</source>
        <translation>Open sa&amp;mple plan</translation>
    </message>
    <message>
        <source>表を取り込む(&amp;I)…</source>
        <translation>&amp;Import table...</translation>
    </message>
    <message>
        <source>コピーした表を取り込む(&amp;C)…</source>
        <translation>Import &amp;copied table...</translation>
    </message>
    <message>
        <source>写しを取り込む(&amp;G)…</source>
        <translation>Mer&amp;ge copies...</translation>
    </message>
    <message>
        <source>持ち出しファイルを作る(&amp;K)…</source>
        <translation>Ma&amp;ke take-away file...</translation>
    </message>
    <message>
        <source>書き出す(&amp;E)</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>形式を選ぶ(&amp;F)…</source>
        <translation>Choose &amp;format...</translation>
    </message>
    <message>
        <source>印刷とプレビュー(&amp;P)…</source>
        <translation>&amp;Print and preview...</translation>
    </message>
    <message>
        <source>いま保存する(&amp;S)</source>
        <translation>&amp;Save now</translation>
    </message>
    <message>
        <source>写しを保存する(&amp;A)…</source>
        <translation>S&amp;ave a copy...</translation>
    </message>
    <message>
        <source>控え(&amp;B)…</source>
        <translation>&amp;Backups...</translation>
    </message>
    <message>
        <source>設定(&amp;T)…</source>
        <translation>Se&amp;ttings...</translation>
    </message>
    <message>
        <source>終了(&amp;X)</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>&amp;%1&#x3000;%2&#x3000;—&#x3000;%3</source>
        <extracomment>an entry of recent plans: its number, its title, its folder</extracomment>
        <translation>&amp;%1  %2 — %3</translation>
    </message>
    <message>
        <source>まだありません</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>印刷プレビュー</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>控え（%1）の内容に戻しました。「元に戻す」で、戻す前の内容になります。</source>
        <translation>The state of the backup (%1) was restored. &quot;Undo&quot; brings back what was there before.</translation>
    </message>
    <message>
        <source>&amp;%1&#x3000;%2</source>
        <extracomment>an entry of formats: its number, its name</extracomment>
        <translation>&amp;%1  %2</translation>
    </message>
    <message>
        <source>印刷</source>
        <extracomment>on the tool bar, beside the icon</extracomment>
        <translation>Print</translation>
    </message>
    <message>
        <source>言語は、次に起動したときから変わります。</source>
        <translation>The language changes when Mezasu is started next.</translation>
    </message>
    <message>
        <source>いま起動し直す</source>
        <translation>Start again now</translation>
    </message>
    <message>
        <source>表から新しい計画を作る(&amp;W)…</source>
        <translation>Make a ne&amp;w plan from a table...</translation>
    </message>
    <message>
        <source>資料の設定</source>
        <translation>Settings of a paper</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::FindBar</name>
    <message>
        <source>計画の中を検索</source>
        <translation>Find in the plan</translation>
    </message>
    <message>
        <source>検索（Ctrl+F）</source>
        <translation>Find (Ctrl+F)</translation>
    </message>
    <message>
        <source>前の一致へ（Shift+F3）</source>
        <translation>Previous match (Shift+F3)</translation>
    </message>
    <message>
        <source>次の一致へ（F3）</source>
        <translation>Next match (F3)</translation>
    </message>
    <message>
        <source>見つかりません</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>%1/%2件</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1件</source>
        <translation>Matches: %1</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::FindingsModel</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>区分</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>どこ</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Finding</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::FindingsPanel</name>
    <message>
        <source>一覧をコピー</source>
        <translation>Copy list</translation>
    </message>
    <message>
        <source>点検の種類</source>
        <translation>Kind of finding</translation>
    </message>
    <message>
        <source>表示している一覧を、文字としてコピーします。</source>
        <translation>Copies the list shown, as text.</translation>
    </message>
    <message>
        <source>点検の結果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Enterで、その場所に移ります。</source>
        <translation>Press Enter to go to the place.</translation>
    </message>
    <message>
        <source>文章を自動で直すことはありません。</source>
        <translation>Texts are never corrected automatically.</translation>
    </message>
    <message>
        <source>調べています…</source>
        <translation>Checking...</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <extracomment>a kind of finding and how many there are</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>気になるところは見つかりませんでした。</source>
        <translation>Nothing doubtful was found.</translation>
    </message>
    <message>
        <source>点検の一覧をコピーしました（%1件）。</source>
        <translation>The list of findings was copied (%1).</translation>
    </message>
    <message>
        <source>一覧を印刷…</source>
        <translation>Print list...</translation>
    </message>
    <message>
        <source>表示している一覧を、資料として確かめてから印刷します。</source>
        <translation>Shows the list as a paper before it is printed.</translation>
    </message>
    <message>
        <source>点検の一覧</source>
        <translation>List of findings</translation>
    </message>
    <message>
        <source>種類：%1</source>
        <extracomment>%1 a kind of finding with how many there are</extracomment>
        <translation>Kind: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n件（うち要対応 %1件）。Enterで、その場所に移ります。</source>
        <translation>
            <numerusform>%n finding (%1 need action). Press Enter to go to it.</numerusform>
            <numerusform>%n findings (%1 need action). Press Enter to go to one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mezasu::ui::HelpMenu</name>
    <message>
        <source>ヘルプ(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>キーの一覧(&amp;K)…</source>
        <translation>&amp;Keyboard shortcuts...</translation>
    </message>
    <message>
        <source>Mezasuについて(&amp;A)…</source>
        <translation>&amp;About Mezasu...</translation>
    </message>
    <message>
        <source>キーの一覧</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>この画面のヘルプ(&amp;H)</source>
        <translation>&amp;Help for this view</translation>
    </message>
    <message>
        <source>もくじ(&amp;C)</source>
        <translation>&amp;Contents</translation>
    </message>
    <message>
        <source>ヘルプ</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>手引き（2ページ）(&amp;G)…</source>
        <translation>Quick &amp;guide (2 pages)...</translation>
    </message>
    <message>
        <source>ヘルプ(&amp;E)</source>
        <translation>H&amp;elp</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::HelpView</name>
    <message>
        <source>← 前へ</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>前に読んでいたヘルプ</source>
        <translation>Help read before</translation>
    </message>
    <message>
        <source>次へ →</source>
        <translation>Forward →</translation>
    </message>
    <message>
        <source>戻る前に読んでいたヘルプ</source>
        <translation>Help read before going back</translation>
    </message>
    <message>
        <source>もくじ</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>ヘルプのもくじ</source>
        <translation>Contents of the help</translation>
    </message>
    <message>
        <source>ヘルプ</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::HelpWindow</name>
    <message>
        <source>ヘルプ</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::HistoryMenu</name>
    <message>
        <source>履歴(&amp;R)</source>
        <translation>Histo&amp;ry</translation>
    </message>
    <message>
        <source>この欄の履歴(&amp;F)</source>
        <translation>History of this &amp;field</translation>
    </message>
    <message>
        <source>いまの内容を版として残す(&amp;E)…</source>
        <translation>Save current content as an &amp;edition...</translation>
    </message>
    <message>
        <source>次の食い違い(&amp;N)</source>
        <translation>&amp;Next conflict</translation>
    </message>
    <message>
        <source>食い違いを決める</source>
        <translation>Decide conflict</translation>
    </message>
    <message>
        <source>履歴</source>
        <translation>History</translation>
    </message>
    <message>
        <source>食い違い</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>履歴(&amp;H)</source>
        <translation>&amp;History</translation>
    </message>
    <message>
        <source>食い違い(&amp;K)</source>
        <translation>&amp;Conflicts</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::HistoryPanel</name>
    <message>
        <source>変更の履歴</source>
        <translation>History of changes</translation>
    </message>
    <message>
        <source>履歴の範囲</source>
        <translation>Scope of the history</translation>
    </message>
    <message>
        <source>書いた人で絞る</source>
        <translation>Filter by author</translation>
    </message>
    <message>
        <source>履歴の中を探す</source>
        <translation>Search in the history</translation>
    </message>
    <message>
        <source>文・理由・名前で絞る</source>
        <translation>Filter by text, reason or name</translation>
    </message>
    <message>
        <source>いまの内容に名前を付けて、版として残します（素案、案、修正案、決定など）。</source>
        <translation>Give the current content a name and keep it as an edition (rough draft, draft, revised draft, adopted plan and so on).</translation>
    </message>
    <message>
        <source>版の名前</source>
        <translation>Name of the edition</translation>
    </message>
    <message>
        <source>版を残す</source>
        <translation>Make edition</translation>
    </message>
    <message>
        <source>変更の内容</source>
        <translation>Content of the change</translation>
    </message>
    <message>
        <source>この変更を取り消す</source>
        <translation>Revert this change</translation>
    </message>
    <message>
        <source>この内容に戻す</source>
        <translation>Restore this content</translation>
    </message>
    <message>
        <source>項目を開く</source>
        <translation>Open item</translation>
    </message>
    <message>
        <source>この版を見る</source>
        <translation>View this edition</translation>
    </message>
    <message>
        <source>この変更がなかったときの内容にします。後からの変更はそのまま残ります。</source>
        <translation>Gives the content as it would be without this change. Later changes are kept.</translation>
    </message>
    <message>
        <source>この変更をした直後の内容を、もう一度表示します。</source>
        <translation>Brings back the content as it was just after this change.</translation>
    </message>
    <message>
        <source>計画全体</source>
        <translation>Whole plan</translation>
    </message>
    <message>
        <source>表示中の項目：%1</source>
        <translation>Item shown: %1</translation>
    </message>
    <message>
        <source>選んだ欄：%1</source>
        <translation>Field selected: %1</translation>
    </message>
    <message>
        <source>すべての人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>探しています…</source>
        <translation>Searching...</translation>
    </message>
    <message>
        <source>当てはまる変更はありません。</source>
        <translation>No change matches.</translation>
    </message>
    <message>
        <source>（消去済み）</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>理由：%1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>（削除）</source>
        <translation> (deleted)</translation>
    </message>
    <message>
        <source>（追加）</source>
        <translation> (added)</translation>
    </message>
    <message>
        <source>（空欄）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>ほか%1か所</source>
        <translation>and others: %1</translation>
    </message>
    <message>
        <source>取り消しました：%1</source>
        <translation>Reverted: %1</translation>
    </message>
    <message>
        <source>いまの内容と同じです。</source>
        <translation>This is the same as the current content.</translation>
    </message>
    <message>
        <source>%1を、選んだときの内容に戻しました。</source>
        <translation>Restored to the content selected: %1.</translation>
    </message>
    <message>
        <source>版の名前を入力してください。</source>
        <translation>Enter a name for the edition.</translation>
    </message>
    <message>
        <source>「%1」という名前の版は、もうあります。別の名前にしてください。</source>
        <translation>There is already an edition named &quot;%1&quot;. Choose another name.</translation>
    </message>
    <message>
        <source>いまの内容を、版「%1」として残しました。</source>
        <translation>The current content was saved as the edition &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>一覧を印刷…</source>
        <translation>Print list...</translation>
    </message>
    <message>
        <source>いま絞り込んでいる履歴を、資料として確かめてから印刷します。</source>
        <translation>Shows the history as it is filtered now as a paper, before it is printed.</translation>
    </message>
    <message>
        <source>変更の一覧</source>
        <translation>List of changes</translation>
    </message>
    <message>
        <source>日時</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>名前：%1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>絞り込み：%1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>新しいものから%1件を載せています。</source>
        <translation>The newest %1 are listed.</translation>
    </message>
    <message>
        <source>取り消すところがありませんでした：%1</source>
        <translation>There was nothing to revert: %1</translation>
    </message>
    <message>
        <source>これで、食い違いが%1件なくなりました。</source>
        <translation>Conflicts settled by this: %1</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::HolderBar</name>
    <message>
        <source>（名前不明）</source>
        <translation>(unknown user)</translation>
    </message>
    <message>
        <source>パソコン不明</source>
        <translation>unknown computer</translation>
    </message>
    <message>
        <source>%1さん（%2）が使用中です。</source>
        <translation>%1 (%2) is using this plan.</translation>
    </message>
    <message>
        <source>開いた日時：%1。</source>
        <translation> Opened: %1.</translation>
    </message>
    <message>
        <source>最後に動きがあった日時：%1。</source>
        <translation> Last activity: %1.</translation>
    </message>
    <message>
        <source>この計画は、読むだけで開いています。書き直すことはできません。</source>
        <translation>This plan is open for reading only. It cannot be edited.</translation>
    </message>
    <message>
        <source>ほかの人の作業が終わりました。いまから書き込めます。</source>
        <translation>The other person has finished. You can write now.</translation>
    </message>
    <message>
        <source>書き込みを始める</source>
        <translation>Start writing</translation>
    </message>
    <message>
        <source>%1読むだけで開いています。</source>
        <translation>%1 It is open for reading only.</translation>
    </message>
    <message>
        <source>引き継ぐ…</source>
        <translation>Take over...</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::HomeLine</name>
    <message>
        <source>「%1」</source>
        <translation> &quot;%1&quot;</translation>
    </message>
    <message>
        <source>置き場所：%1</source>
        <translation>Place: %1</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ImportDialog</name>
    <message>
        <source>表の取り込み</source>
        <translation>Import table</translation>
    </message>
    <message>
        <source>「%1」から取り込む内容です。取り込んだあとも、元に戻せます。</source>
        <translation>This is what will be imported from &quot;%1&quot;. The import can be undone.</translation>
    </message>
    <message>
        <source>取り込みの内容</source>
        <translation>What will be imported</translation>
    </message>
    <message>
        <source>取り込んだあとの計画</source>
        <translation>Plan after the import</translation>
    </message>
    <message>
        <source>計画の設定</source>
        <translation>Plan settings</translation>
    </message>
    <message>
        <source>取り込む</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>お知らせ</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>表の行と計画の項目</source>
        <translation>Rows of the table and items of the plan</translation>
    </message>
    <message>
        <source>表の行</source>
        <translation>Row of the table</translation>
    </message>
    <message>
        <source>計画の項目</source>
        <translation>Item of the plan</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>選んだ行に当たる計画の項目</source>
        <translation>Item of the plan for the selected row</translation>
    </message>
    <message>
        <source>選んだ行に当たる項目(&amp;E)：</source>
        <translation>It&amp;em for the selected row:</translation>
    </message>
    <message>
        <source>表にない項目を、計画から削除する(&amp;R)</source>
        <translation>&amp;Delete items from the plan that are not in the table</translation>
    </message>
    <message>
        <source>表の空欄に合わせて、計画の文を空にする(&amp;C)</source>
        <translation>Clear plan text where the table &amp;cell is empty</translation>
    </message>
    <message>
        <source>見出しの分からない列</source>
        <translation>Columns with unknown headings</translation>
    </message>
    <message>
        <source>表の見出し</source>
        <translation>Heading in the table</translation>
    </message>
    <message>
        <source>取り込み先</source>
        <translation>Import as</translation>
    </message>
    <message>
        <source>表にない項目です。あとで「計画」のページでも入力できます。</source>
        <translation>These are not in the table. They can also be entered later on the &quot;Plan&quot; page.</translation>
    </message>
    <message>
        <source>（未定）</source>
        <translation>(not decided)</translation>
    </message>
    <message>
        <source>年度</source>
        <translation> (fiscal year)</translation>
    </message>
    <message>
        <source>計画の名称(&amp;T)：</source>
        <translation>Plan &amp;title:</translation>
    </message>
    <message>
        <source>自治体名(&amp;M)：</source>
        <translation>&amp;Municipality:</translation>
    </message>
    <message>
        <source>開始年度(&amp;F)：</source>
        <translation>&amp;First fiscal year:</translation>
    </message>
    <message>
        <source>終了年度(&amp;L)：</source>
        <translation>&amp;Last fiscal year:</translation>
    </message>
    <message>
        <source>%1 %2件</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>お知らせ（%1）</source>
        <translation>Messages (%1)</translation>
    </message>
    <message>
        <source>（新しい項目）</source>
        <translation>(new item)</translation>
    </message>
    <message>
        <source>要確認&#x3000;%1</source>
        <translation>To be checked  %1</translation>
    </message>
    <message>
        <source>「%1」の取り込み先</source>
        <translation>Import &quot;%1&quot; as</translation>
    </message>
    <message>
        <source>分からない列（%1）</source>
        <translation>Unknown columns (%1)</translation>
    </message>
    <message>
        <source>%1 もう一度選び直すと、内容を確かめられます。</source>
        <translation>%1 Choose again to see what will be imported.</translation>
    </message>
    <message>
        <source>突き合わせ（要確認 %1）</source>
        <translation>Matches (to be checked: %1)</translation>
    </message>
    <message>
        <source>突き合わせ（%1）</source>
        <translation>Matches (%1)</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::Imports</name>
    <message>
        <source>「%1」から新しい計画を作りました。</source>
        <translation>A new plan was made from &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>表 (*.xlsx *.csv *.tsv *.txt *.json);;すべてのファイル (*)</source>
        <translation>Tables (*.xlsx *.csv *.tsv *.txt *.json);;All files (*)</translation>
    </message>
    <message>
        <source>表を取り込む</source>
        <translation>Import table</translation>
    </message>
    <message>
        <source>表から新しい計画を作る</source>
        <translation>Make a new plan from a table</translation>
    </message>
    <message>
        <source>「%1」から作った計画は、まだどこにも保存していません。</source>
        <translation>The plan made from &quot;%1&quot; is not saved anywhere yet.</translation>
    </message>
    <message>
        <source>場所を選ぶ…</source>
        <translation>Choose a place...</translation>
    </message>
    <message>
        <source>コピーされた表がありません。Excelなどで表の範囲をコピーしてから、もう一度選んでください。</source>
        <translation>No table was copied. Copy a range of cells in Excel or another program, then choose this again.</translation>
    </message>
    <message>
        <source>コピーした表</source>
        <translation>Copied table</translation>
    </message>
    <message>
        <source>「%1」を取り込みました。</source>
        <translation>&quot;%1&quot; was imported.</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::IndicatorsModel</name>
    <message>
        <source>%1%2（%3）</source>
        <extracomment>a value at a glance: %1 value, %2 unit, %3 fiscal year, with how certain it is where that is not final</extracomment>
        <translation>%1%2 (%3)</translation>
    </message>
    <message>
        <source>%1・%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>実績 %1</source>
        <translation>Actual %1</translation>
    </message>
    <message>
        <source>実績値なし</source>
        <translation>No actual value</translation>
    </message>
    <message>
        <source>目標 %1</source>
        <translation>Target %1</translation>
    </message>
    <message>
        <source>目標値なし</source>
        <translation>No target</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ItemMenu</name>
    <message>
        <source>項目(&amp;I)</source>
        <translation>&amp;Item</translation>
    </message>
    <message>
        <source>基本方針を追加(&amp;P)</source>
        <translation>Add &amp;policy</translation>
    </message>
    <message>
        <source>改革項目を追加(&amp;R)</source>
        <translation>Add &amp;reform item</translation>
    </message>
    <message>
        <source>同じ目指す姿に改革項目を追加(&amp;G)</source>
        <translation>Add reform item to the same &amp;goal</translation>
    </message>
    <message>
        <source>取組を追加(&amp;T)</source>
        <translation>Add ini&amp;tiative</translation>
    </message>
    <message>
        <source>同じ種類を下に追加(&amp;A)</source>
        <translation>&amp;Add same kind below</translation>
    </message>
    <message>
        <source>名称を変更(&amp;N)</source>
        <translation>Re&amp;name</translation>
    </message>
    <message>
        <source>上へ(&amp;U)</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>下へ(&amp;D)</source>
        <translation>Move &amp;down</translation>
    </message>
    <message>
        <source>前の親へ移す(&amp;B)</source>
        <translation>Move to pre&amp;vious parent</translation>
    </message>
    <message>
        <source>次の親へ移す(&amp;F)</source>
        <translation>Move to ne&amp;xt parent</translation>
    </message>
    <message>
        <source>番号を付け直す(&amp;M)…</source>
        <translation>Renu&amp;mber...</translation>
    </message>
    <message>
        <source>削除(&amp;L)</source>
        <translation>De&amp;lete</translation>
    </message>
    <message>
        <source>「%1」</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>「%1」など%2件</source>
        <translation>&quot;%1&quot; and others (%2 in all)</translation>
    </message>
    <message>
        <source>%1と、その中の%2件を削除しました。「元に戻す」（Ctrl+Z）で戻せます。</source>
        <translation>Deleted: %1, with what is inside (%2). &quot;Undo&quot; (Ctrl+Z) brings it back.</translation>
    </message>
    <message>
        <source>%1を削除しました。「元に戻す」（Ctrl+Z）で戻せます。</source>
        <translation>Deleted: %1. &quot;Undo&quot; (Ctrl+Z) brings it back.</translation>
    </message>
    <message>
        <source>番号の付け直し</source>
        <translation>Renumber</translation>
    </message>
    <message>
        <source>%1件の番号を付け直しました。「元に戻す」で一度に戻せます。</source>
        <translation>Renumbered: %1. &quot;Undo&quot; takes it all back at once.</translation>
    </message>
    <message>
        <source>基本方針</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>改革項目</source>
        <translation>Reform item</translation>
    </message>
    <message>
        <source>取組</source>
        <translation>Initiative</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::JointDepartments</name>
    <message>
        <source>関係課を追加</source>
        <translation>Add joint department</translation>
    </message>
    <message>
        <source>（削除された課）</source>
        <translation>(deleted department)</translation>
    </message>
    <message>
        <source>（名称のない課）</source>
        <translation>(department without a name)</translation>
    </message>
    <message>
        <source>関係課「%1」を外す</source>
        <translation>Remove joint department &quot;%1&quot;</translation>
    </message>
    <message>
        <source>関係課から外す</source>
        <translation>Remove from the joint departments</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::MainWindow</name>
    <message>
        <source>点検</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>道具</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>版「%1」のときの内容です。読むだけで、直せません。</source>
        <translation>This is the edition &quot;%1&quot;. It can be read but not edited.</translation>
    </message>
    <message>
        <source>計画を開く</source>
        <translation>Open plan</translation>
    </message>
    <message>
        <source>計画 (*.mezasu);;すべてのファイル (*)</source>
        <translation>Plans (*.mezasu);;All files (*)</translation>
    </message>
    <message>
        <source>新しい計画</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>計画 (*.mezasu)</source>
        <translation>Plans (*.mezasu)</translation>
    </message>
    <message>
        <source>新しい計画.mezasu</source>
        <translation>New plan.mezasu</translation>
    </message>
    <message>
        <source>「%1」という名前のファイルがもうあります。上書きはしません。別の名前を選んでください。</source>
        <translation>There is already a file named &quot;%1&quot;. It will not be overwritten. Choose another name.</translation>
    </message>
    <message>
        <source>計画</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>フォルダーを開く</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>書き出す</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>「%1」に書き出しました。</source>
        <translation>Exported to &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>写しを保存</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>%1の写し.mezasu</source>
        <translation>Copy of %1.mezasu</translation>
    </message>
    <message>
        <source>開いている計画そのものには、写しを保存できません。別の名前を選んでください。</source>
        <translation>A copy cannot replace the plan that is open. Choose another name.</translation>
    </message>
    <message>
        <source>写しを「%1」に保存しました。いま開いているのは、もとの計画です。</source>
        <translation>A copy was saved as &quot;%1&quot;. The original plan is still the one that is open.</translation>
    </message>
    <message>
        <source>もう一度保存する</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>まだ保存できません。%1</source>
        <translation>Still cannot save. %1</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>保存できました。入力した内容は、すべて計画のファイルに入っています。</source>
        <translation>Saved. Everything you typed is in the plan file.</translation>
    </message>
    <message>
        <source>計画は保存しましたが、控えを作れないか、後始末ができませんでした。
%1</source>
        <translation>The plan is saved, but a backup could not be made or something was left behind.
%1</translation>
    </message>
    <message>
        <source>点検(&amp;C)</source>
        <translation>&amp;Findings</translation>
    </message>
    <message>
        <source>起動し直せませんでした。終了してから、もう一度起動してください。</source>
        <translation>Mezasu could not be started again. Please end it and start it once more.</translation>
    </message>
    <message>
        <source>変更しています</source>
        <translation>Changing the plan</translation>
    </message>
    <message numerus="yes">
        <source>（読み取れない入力%n件は、まだ記録していません）</source>
        <translation>
            <numerusform> (%n entry cannot be read and is not recorded yet)</numerusform>
            <numerusform> (%n entries cannot be read and are not recorded yet)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mezasu::ui::MessageBar</name>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>お知らせを閉じる</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::OverviewPage</name>
    <message>
        <source>%1の一覧</source>
        <extracomment>heading; %1 指標</extracomment>
        <translation>%1 overview</translation>
    </message>
    <message>
        <source>値の有無</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>実績値がない</source>
        <translation>No actual value</translation>
    </message>
    <message>
        <source>途中に抜けた年度がある</source>
        <translation>Missing years in between</translation>
    </message>
    <message>
        <source>目標値がない</source>
        <translation>No target</translation>
    </message>
    <message>
        <source>基準値がない</source>
        <translation>No baseline</translation>
    </message>
    <message>
        <source>（未設定）</source>
        <translation>(not set)</translation>
    </message>
    <message>
        <source>絞り込み：%1</source>
        <extracomment>what a filter is about: %1 such as 目指す方向</extracomment>
        <translation>Filter: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n件</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>%1件のうち%2件</source>
        <translation>%2 of %1</translation>
    </message>
    <message>
        <source>この計画には、まだ%1がありません。成果を測るものさしを、それぞれのページで追加すると、ここに並びます。</source>
        <translation>This plan has nothing under &quot;%1&quot; yet. Measures of success that you add on the pages appear here.</translation>
    </message>
    <message>
        <source>条件に合う%1はありません。上の絞り込みを「すべて」にすると、すべて表示されます。</source>
        <translation>Nothing under &quot;%1&quot; matches. Set the filters above to &quot;All&quot; to show everything.</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::PaperDetailsDialog</name>
    <message>
        <source>資料の詳しい設定</source>
        <translation>Options of the paper</translation>
    </message>
    <message>
        <source>空欄のときは計画の名称</source>
        <translation>When empty: the plan&apos;s title</translation>
    </message>
    <message>
        <source>題名(&amp;T)：</source>
        <translation>&amp;Title:</translation>
    </message>
    <message>
        <source>取扱注意、回収資料 など</source>
        <translation>e.g. Confidential</translation>
    </message>
    <message>
        <source>取扱いの注記(&amp;N)：</source>
        <translation>Handling &amp;note:</translation>
    </message>
    <message>
        <source>用紙に合わせる</source>
        <translation>As suits the paper</translation>
    </message>
    <message>
        <source>%1ポイント</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>文字の大きさ(&amp;S)：</source>
        <translation>Text &amp;size:</translation>
    </message>
    <message>
        <source>載せる列</source>
        <translation>Columns shown</translation>
    </message>
    <message>
        <source>載せる列(&amp;C)：</source>
        <translation>&amp;Columns shown:</translation>
    </message>
    <message>
        <source>載せる範囲</source>
        <translation>Parts shown</translation>
    </message>
    <message>
        <source>載せる範囲(&amp;R)：</source>
        <translation>Pa&amp;rts shown:</translation>
    </message>
    <message>
        <source>決定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>列と範囲を、それぞれ一つ以上選んでください。</source>
        <translation>Choose at least one column and one part.</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::PaperView</name>
    <message>
        <source>%1ページ（全%2ページ）</source>
        <translation>Page %1 (of %2)</translation>
    </message>
    <message>
        <source>プレビュー</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>%1ページへ</source>
        <translation>To page %1</translation>
    </message>
    <message>
        <source>%1ページ「%2」へ</source>
        <translation>To page %1, &quot;%2&quot;</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::PlanTreeModel</name>
    <message>
        <source>検索した言葉があります</source>
        <translation>Holds the words searched for</translation>
    </message>
    <message>
        <source>%1「%2」（切り取り中）</source>
        <translation>%1 &quot;%2&quot; (cut)</translation>
    </message>
    <message>
        <source>%1「%2」（調整中：複数の案があります）</source>
        <translation>%1 &quot;%2&quot; (in conflict: there are several versions)</translation>
    </message>
    <message>
        <source>%1「%2」</source>
        <translation>%1 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>番号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>しるし</source>
        <translation>Flags</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::PlanView</name>
    <message>
        <source>計画の構成</source>
        <translation>Plan tree</translation>
    </message>
    <message>
        <source>計画の設定：%1</source>
        <translation>Plan settings: %1</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::PreviewDialog</name>
    <message>
        <source>ページの一覧</source>
        <translation>List of pages</translation>
    </message>
    <message>
        <source>用紙(&amp;S)：</source>
        <translation>Paper &amp;size:</translation>
    </message>
    <message>
        <source>A3横</source>
        <translation>A3 landscape</translation>
    </message>
    <message>
        <source>A4横</source>
        <translation>A4 landscape</translation>
    </message>
    <message>
        <source>A4縦</source>
        <translation>A4 portrait</translation>
    </message>
    <message>
        <source>書体(&amp;F)：</source>
        <translation>&amp;Font:</translation>
    </message>
    <message>
        <source>明朝</source>
        <translation>Mincho</translation>
    </message>
    <message>
        <source>ゴシック</source>
        <translation>Gothic</translation>
    </message>
    <message>
        <source>資料番号(&amp;N)：</source>
        <translation>Document &amp;number:</translation>
    </message>
    <message>
        <source>資料1-1</source>
        <translation>Document 1-1</translation>
    </message>
    <message>
        <source>会議(&amp;M)：</source>
        <translation>&amp;Meeting:</translation>
    </message>
    <message>
        <source>第1回 審議会</source>
        <translation>1st council meeting</translation>
    </message>
    <message>
        <source>日付(&amp;D)：</source>
        <translation>&amp;Date:</translation>
    </message>
    <message>
        <source>令和8年4月1日</source>
        <translation>1 April 2026</translation>
    </message>
    <message>
        <source>PDFに書き出す(&amp;E)…</source>
        <translation>&amp;Export as PDF...</translation>
    </message>
    <message>
        <source>印刷(&amp;P)…</source>
        <translation>&amp;Print...</translation>
    </message>
    <message>
        <source>← 前</source>
        <translation>← Previous</translation>
    </message>
    <message>
        <source>前のページ（PageUp）</source>
        <translation>Previous page (PageUp)</translation>
    </message>
    <message>
        <source>ページ番号</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>次 →</source>
        <translation>Next →</translation>
    </message>
    <message>
        <source>次のページ（PageDown）</source>
        <translation>Next page (PageDown)</translation>
    </message>
    <message>
        <source>縮小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>縮小（Ctrl+-）</source>
        <translation>Zoom out (Ctrl+-)</translation>
    </message>
    <message>
        <source>拡大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>拡大（Ctrl++）</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
    <message>
        <source>ページ全体</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>ページ全体を表示（Ctrl+0）</source>
        <translation>Show the whole page (Ctrl+0)</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ページを組んでいます</source>
        <translation>Laying out pages</translation>
    </message>
    <message>
        <source>中止しました。用紙や書体を選び直すと、もう一度組みます。</source>
        <translation>Cancelled. Choose the paper size or font again to lay out the pages.</translation>
    </message>
    <message>
        <source>%1ページ</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>%1&#x3000;%2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>/ %1ページ</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>印刷を中止しました。</source>
        <translation>Printing was cancelled.</translation>
    </message>
    <message>
        <source>印刷に送りました。</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>印刷できませんでした。プリンターを確かめてください。</source>
        <translation>Could not print. Check the printer.</translation>
    </message>
    <message>
        <source>PDFに書き出す</source>
        <translation>Export as PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDFを作っています</source>
        <translation>Making the PDF</translation>
    </message>
    <message>
        <source>中止しました。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>「%1」に書き出しました。</source>
        <translation>Exported to &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>種類(&amp;K)：</source>
        <translation>&amp;Kind:</translation>
    </message>
    <message>
        <source>文字が%1ポイントです。A4では10.5ポイント以上をお勧めします。</source>
        <translation>The text is set in %1 points; 10.5 or more are advised on A4.</translation>
    </message>
    <message>
        <source>A4に縮小コピーすると文字が%1ポイントになります。8ポイント以上をお勧めします。</source>
        <translation>Copied down to A4, the text is %1 points high; 8 or more are advised.</translation>
    </message>
    <message>
        <source>%1ページに、1行に%2文字ほどしか入らない列があります。用紙を大きくするか、列を減らすと読みやすくなります。</source>
        <translation>Page %1 has a column of only about %2 characters to a line. It is easier to read on larger paper or with fewer columns.</translation>
    </message>
    <message>
        <source>詳しい設定(&amp;O)…</source>
        <translation>&amp;Options...</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::RenumberDialog</name>
    <message>
        <source>番号の付け直し</source>
        <translation>Renumber</translation>
    </message>
    <message>
        <source>並び順のとおりに番号を付け直します。下の一覧で、いまの番号と新しい番号を確かめてください。あとから「元に戻す」で一度に戻せます。</source>
        <translation>Items are renumbered in plan order. Check current and new numbers below. One Undo reverses everything.</translation>
    </message>
    <message>
        <source>範囲(&amp;S)</source>
        <translation>&amp;Scope</translation>
    </message>
    <message>
        <source>対象</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>番号の一覧</source>
        <translation>List of numbers</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>いまの番号</source>
        <translation>Current number</translation>
    </message>
    <message>
        <source>新しい番号</source>
        <translation>New number</translation>
    </message>
    <message>
        <source>備考</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>番号を付け直す</source>
        <translation>Renumber</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>計画全体</source>
        <translation>Whole plan</translation>
    </message>
    <message>
        <source>%1「%2」の中</source>
        <translation>Inside %1 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>（なし）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>調整中のため変えません</source>
        <translation>In conflict, not changed</translation>
    </message>
    <message>
        <source>ほかにも同じ番号があります</source>
        <translation>Others have the same number</translation>
    </message>
    <message>
        <source>そのまま</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>番号はすでに並び順のとおりです。</source>
        <translation>The numbers already follow the order.</translation>
    </message>
    <message>
        <source>%1件が変わり、%2件はそのままです。</source>
        <translation>To be changed: %1. Unchanged: %2.</translation>
    </message>
    <message>
        <source>同じ番号になるものが%1件あります。</source>
        <translation> With the same number as others: %1.</translation>
    </message>
    <message>
        <source>番号を付け直す（%1件）</source>
        <translation>Renumber (%1)</translation>
    </message>
    <message>
        <source>変わらない項目も表示する(&amp;A)</source>
        <translation>&amp;Also show unchanged items</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::RowHandle</name>
    <message>
        <source>ドラッグして並べ替え（キーでは Alt+↑、Alt+↓）</source>
        <translation>Drag to reorder (keys: Alt+↑, Alt+↓)</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::RowWidget</name>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>行の操作</source>
        <translation>Row actions</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>%1 a section such as 現状と課題, %2 the number of the row, %3 what this part is</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>下に追加(&amp;A)</source>
        <translation>&amp;Add below</translation>
    </message>
    <message>
        <source>上へ(&amp;U)</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>下へ(&amp;D)</source>
        <translation>Move &amp;down</translation>
    </message>
    <message>
        <source>削除(&amp;L)</source>
        <translation>De&amp;lete</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::RowsSection</name>
    <message>
        <source>%1を追加</source>
        <translation>Add %1</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::SettingsDialog</name>
    <message>
        <source>設定</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>変更に付ける名前</source>
        <translation>Name on changes</translation>
    </message>
    <message>
        <source>変更に付ける名前(&amp;N)：</source>
        <translation>&amp;Name on changes:</translation>
    </message>
    <message>
        <source>これからの変更の履歴に残ります。空欄のときは、パソコンの利用者名です。</source>
        <translation>It stays in the history of the changes you make from now on. If empty, the user name of the computer is used.</translation>
    </message>
    <message>
        <source>言語</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>言語 / Language(&amp;L)：</source>
        <translation>言語 / &amp;Language:</translation>
    </message>
    <message>
        <source>次に起動したときから変わります。</source>
        <translation>Takes effect at the next start.</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>文字の大きさ(&amp;T)：</source>
        <translation>&amp;Text size:</translation>
    </message>
    <message>
        <source>残す控えの数</source>
        <translation>Backups to keep</translation>
    </message>
    <message>
        <source>個</source>
        <translation> at most</translation>
    </message>
    <message>
        <source>残す控えの数(&amp;B)：</source>
        <translation>&amp;Backups to keep:</translation>
    </message>
    <message>
        <source>計画ごとに、新しいものからこの数だけ残します。次に計画を開いたときから変わります。</source>
        <translation>For each plan, the newest ones are kept, up to this number. Takes effect when a plan is next opened.</translation>
    </message>
    <message>
        <source>設定する</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>システムに合わせる</source>
        <translation>Match system</translation>
    </message>
    <message>
        <source>明るい</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗い</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>ハイコントラスト</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>色(&amp;C)：</source>
        <translation>&amp;Colours:</translation>
    </message>
    <message>
        <source>印刷とPDFの色は変わりません。</source>
        <translation>The colours of prints and PDF files stay as they are.</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::StartPage</name>
    <message>
        <source>サンプル計画を見てみる(&amp;M)</source>
        <translation>Explore the sa&amp;mple plan</translation>
    </message>
    <message>
        <source>架空の市の計画です。自由に書き換えて試せます。どこにも保存しません。</source>
        <translation>The plan of an imaginary city. Edit it freely to try things out. It is not saved anywhere.</translation>
    </message>
    <message>
        <source>計画を開く(&amp;O)…</source>
        <translation>&amp;Open a plan...</translation>
    </message>
    <message>
        <source>保存してある計画ファイルを開きます。</source>
        <translation>Opens a plan file that was saved.</translation>
    </message>
    <message>
        <source>新しい計画を作る(&amp;N)…</source>
        <translation>Make a &amp;new plan...</translation>
    </message>
    <message>
        <source>何もないところから書き始めます。</source>
        <translation>Start writing from nothing.</translation>
    </message>
    <message>
        <source>コピーした表から作る(&amp;C)…</source>
        <translation>Make a plan from a &amp;copied table...</translation>
    </message>
    <message>
        <source>Excelなどで範囲をコピーしてから選びます。</source>
        <translation>Copy a range of cells in Excel or another program first.</translation>
    </message>
    <message>
        <source>最近開いた計画</source>
        <translation>Recent plans</translation>
    </message>
    <message>
        <source>まだありません。開いた計画が、ここに並びます。</source>
        <translation>None yet. Plans you open are listed here.</translation>
    </message>
    <message>
        <source>Enterで開き、Deleteで一覧から外します。ファイルは消えません。</source>
        <translation>Enter opens a plan, Delete removes it from the list. The file is not deleted.</translation>
    </message>
    <message>
        <source>計画</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>場所</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>開いた日時</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>選んだ計画を開く</source>
        <translation>Open selected plan</translation>
    </message>
    <message>
        <source>一覧から外す</source>
        <translation>Remove from list</translation>
    </message>
    <message>
        <source>一覧からなくなるだけです。ファイルは消えません。</source>
        <translation>It only disappears from the list. The file is not deleted.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>見つかりません：%1</source>
        <translation>Not found: %1</translation>
    </message>
    <message>
        <source>計画の素案づくりから、年度ごとの実績と議会資料まで。
はじめに、次のどれかを選んでください。</source>
        <translation>From the first draft of a plan to yearly results and papers for the assembly.
Choose where to begin.</translation>
    </message>
    <message>
        <source>表から新しい計画を作る(&amp;T)…</source>
        <translation>Make a new plan from a &amp;table...</translation>
    </message>
    <message>
        <source>Excel・CSV・TSVの表や、書き出したJSONから作ります。</source>
        <translation>From an Excel, CSV or TSV table, or from exported JSON.</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::StateChip</name>
    <message>
        <source>状態なし</source>
        <translation>No state</translation>
    </message>
    <message>
        <source>%1（%2に同じ）</source>
        <extracomment>a state that is inherited: %1 the state, %2 the level where it was set</extracomment>
        <translation>%1 (from %2)</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <extracomment>what a state belongs to and what it is</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>素案・案・修正案・確定の別を付けられます。</source>
        <translation>Mark this as a rough draft, draft, revised draft or final.</translation>
    </message>
    <message>
        <source>ここで付けた状態です。</source>
        <translation>This state was set here.</translation>
    </message>
    <message>
        <source>上の階層で付けた状態を引き継いでいます。</source>
        <translation>This state comes from a higher level.</translation>
    </message>
    <message>
        <source>付けない</source>
        <translation>None</translation>
    </message>
    <message>
        <source>%1に合わせる（%2）</source>
        <translation>As %1 (%2)</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::TreeDelegate</name>
    <message>
        <source>検</source>
        <extracomment>a sign in the tree: what is searched (検索) is here</extracomment>
        <translation>Hit</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::TrendChartView</name>
    <message>
        <source>推移のグラフ</source>
        <translation>Trend chart</translation>
    </message>
    <message>
        <source>基準値</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>目標値</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>実績値</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>%1の%2：なし（%3）</source>
        <extracomment>a year without a value: %1 fiscal year, %2 実績値, %3 why there is none</extracomment>
        <translation>%1, %2: none (%3)</translation>
    </message>
    <message>
        <source>理由は未記入</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>（速報）</source>
        <translation> (provisional)</translation>
    </message>
    <message>
        <source>（見込み）</source>
        <translation> (estimate)</translation>
    </message>
    <message>
        <source>%1の%2：%3%4%5</source>
        <extracomment>a point of a chart: %1 fiscal year, %2 実績値, %3 value, %4 unit, %5 （速報） or nothing</extracomment>
        <translation>%1, %2: %3%4%5</translation>
    </message>
    <message>
        <source>値はまだありません</source>
        <translation>There are no values yet</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ValuesModel</name>
    <message>
        <source>%1の%2</source>
        <extracomment>a cell: %1 a fiscal year, %2 a column such as 実績値</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>（消去済み）</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>%1。まだ記録していません。</source>
        <translation>%1. Not recorded yet.</translation>
    </message>
    <message>
        <source>%1。記録されているのは「%2」のままです。</source>
        <translation>%1. The recorded value is still &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>注記：%1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>調整中：別々に直された値があります</source>
        <translation>In conflict: the value was edited in different ways</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <extracomment>read by a screen reader: %1 the cell, %2 what it holds</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>空欄</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>数として読み取れません</source>
        <translation>This cannot be read as a number</translation>
    </message>
    <message>
        <source>桁区切りのカンマの位置が正しくありません</source>
        <translation>The thousands separators are in the wrong places</translation>
    </message>
    <message>
        <source>幅のある値は入力できません（一つの数にします）</source>
        <translation>A range cannot be entered (give a single number)</translation>
    </message>
    <message>
        <source>単位「%1」がこの指標の単位と違います</source>
        <translation>The unit &quot;%1&quot; differs from the unit of this indicator</translation>
    </message>
    <message>
        <source>30桁を超える数は入力できません</source>
        <translation>Numbers of more than 30 digits cannot be entered</translation>
    </message>
    <message>
        <source>状況を表す言葉ではありません（見込み、速報、確定、未調査、把握不可、秘匿のどれか）</source>
        <translation>This is not a status word (Estimate, Provisional, Final, Not surveyed, Not available or Suppressed)</translation>
    </message>
    <message>
        <source>%1「%2」：%3</source>
        <extracomment>%1 a cell such as 2022年度の実績値, %2 what was typed there, %3 why it cannot be read</extracomment>
        <translation>%1, &quot;%2&quot;: %3</translation>
    </message>
    <message>
        <source>基準値</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>目標値</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>実績値</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>実績の状況</source>
        <translation>Actual status</translation>
    </message>
    <message>
        <source>実績の注記</source>
        <translation>Actual note</translation>
    </message>
    <message>
        <source>基準値の状況</source>
        <translation>Baseline status</translation>
    </message>
    <message>
        <source>基準値の注記</source>
        <translation>Baseline note</translation>
    </message>
    <message>
        <source>目標値の状況</source>
        <translation>Target status</translation>
    </message>
    <message>
        <source>目標値の注記</source>
        <translation>Target note</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ValuesSection</name>
    <message>
        <source>前の年度を追加</source>
        <translation>Add earlier year</translation>
    </message>
    <message>
        <source>後の年度を追加</source>
        <translation>Add later year</translation>
    </message>
    <message>
        <source>追加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>空の年度を除く</source>
        <translation>Remove empty year</translation>
    </message>
    <message>
        <source>基準値・目標値の状況と注記も表示</source>
        <translation>Show status and notes of baseline and target too</translation>
    </message>
    <message>
        <source>年度ごとの値と推移</source>
        <translation>Values by fiscal year and trend</translation>
    </message>
    <message numerus="yes">
        <source>ほか%n個のセル</source>
        <translation>
            <numerusform>and %n more cell</numerusform>
            <numerusform>and %n more cells</numerusform>
        </translation>
    </message>
    <message>
        <source>⚠の付いたセルは、まだ計画に記録していません。直すか、Escで元の値に戻してください。</source>
        <translation>Cells marked ⚠ are not recorded in the plan yet. Correct them, or press Esc to go back to the earlier value.</translation>
    </message>
    <message>
        <source>年度ごとの値</source>
        <translation>Values by fiscal year</translation>
    </message>
    <message>
        <source>文字キーで入力、F2で修正、Enterで下、Tabで右、Ctrl+Tabで表の外へ。Excelとの間でコピーと貼り付けができます。</source>
        <translation>Type to enter, F2 to edit, Enter to go down, Tab to go right, Ctrl+Tab to leave the table. You can copy to and paste from Excel.</translation>
    </message>
    <message>
        <source>年度を指定：</source>
        <translation>Fiscal year:</translation>
    </message>
    <message>
        <source>追加する年度</source>
        <translation>Fiscal year to add</translation>
    </message>
    <message>
        <source>2020、R2</source>
        <translation>2020, R2</translation>
    </message>
    <message>
        <source>グラフをコピー</source>
        <translation>Copy chart</translation>
    </message>
    <message>
        <source>グラフを保存</source>
        <translation>Save chart</translation>
    </message>
    <message>
        <source>画像（PNG）…</source>
        <translation>Image (PNG)...</translation>
    </message>
    <message>
        <source>図形（SVG）…</source>
        <translation>Drawing (SVG)...</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF...</translation>
    </message>
    <message>
        <source>⚠ 年度を読み取れません。2022、R4、令和4年度のように入力してください。</source>
        <translation>⚠ The fiscal year cannot be read. Enter it like 2022, R4 or 令和4年度.</translation>
    </message>
    <message>
        <source>計画期間の外で、値のない年度の行を選ぶと使えます。</source>
        <translation>Select the row of a year outside the period of the plan that holds no value.</translation>
    </message>
    <message>
        <source>記入があるため、表示しています。</source>
        <translation>Shown because something is entered.</translation>
    </message>
    <message>
        <source>まだ年度がありません。&lt;a href=&quot;plan&quot;&gt;計画のページ&lt;/a&gt;で開始年度と終了年度を入力すると、その年度がここに並びます。下の「年度を指定」で、一つずつ追加することもできます。</source>
        <extracomment>the link goes to the page of the plan</extracomment>
        <translation>There are no years yet. Enter the first and the last fiscal year on the &lt;a href=&quot;plan&quot;&gt;page of the plan&lt;/a&gt;, and they are listed here. Years can also be added one by one below.</translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ValuesTable</name>
    <message>
        <source>切り取り(&amp;T)</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>コピー(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>貼り付け(&amp;P)</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>下へコピー(&amp;D)</source>
        <translation>Fill &amp;down</translation>
    </message>
    <message>
        <source>右へコピー(&amp;R)</source>
        <translation>Fill &amp;right</translation>
    </message>
    <message>
        <source>消去(&amp;L)</source>
        <translation>C&amp;lear</translation>
    </message>
    <message numerus="yes">
        <source>表からはみ出した%n個のセルは貼り付けていません。年度の行が足りないときは、先に追加してください。</source>
        <translation>
            <numerusform>%n cell beyond the table was not pasted. If rows of years are missing, add them first.</numerusform>
            <numerusform>%n cells beyond the table were not pasted. If rows of years are missing, add them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mezasu::ui::ViewMenu</name>
    <message>
        <source>表示(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>計画の構成へ(&amp;T)</source>
        <translation>Go to the plan &amp;tree</translation>
    </message>
    <message>
        <source>ページへ(&amp;P)</source>
        <translation>Go to the &amp;page</translation>
    </message>
    <message>
        <source>計画の設定(&amp;S)</source>
        <translation>Plan &amp;settings</translation>
    </message>
    <message>
        <source>指標の一覧(&amp;I)</source>
        <translation>&amp;Indicator overview</translation>
    </message>
    <message>
        <source>指標の一覧</source>
        <translation>Indicator overview</translation>
    </message>
</context>
</TS>
