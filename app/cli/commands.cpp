// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace mezasu::cli {

const QList<Command> &commands()
{
    static const QList<Command> all{
        {"new",
            "new PLAN --title TEXT --from YEAR --to YEAR [--municipality TEXT] [--municipality-code TEXT] "
            "[--division TEXT] [--year-style NAME] | new PLAN --sample",
            {{"--title"}, {"--from"}, {"--to"}, {"--municipality"}, {"--municipality-code"}, {"--division"},
                {"--year-style"}, {"--sample", false}},
            runNew},
        {"import",
            "import PLAN FILE [--encoding NAME] [--sheet NAME] [--map HEADING=ROLE …] [--dry-run] "
            "[--match text|code] [--remove-missing] [--clear-empty]",
            {{"--encoding"}, {"--sheet"}, {"--map", true, true}, {"--dry-run", false}, {"--match"},
                {"--remove-missing", false}, {"--clear-empty", false}},
            runImport},
        {"export",
            "export PLAN --format json|csv|tsv|xlsx [--encoding utf-8|utf-8-bom|cp932] [--edition NAME] [-o FILE]",
            {{"--format"}, {"--encoding"}, {"--edition"}, {"--output"}}, runExport},
        {"apply", "apply PLAN CHANGES.json", {}, runApply},
        {"report", "report PLAN --kind table|indicators [--edition NAME] [--set KEY=VALUE …] -o FILE.pdf",
            {{"--kind"}, {"--edition"}, {"--set", true, true}, {"--output"}}, runReport, true},
        {"chart", "chart PLAN --indicator NAME-OR-ID -o FILE.png|.svg|.pdf", {{"--indicator"}, {"--output"}}, runChart,
            true},
        {"check", "check PLAN", {}, runCheck},
        {"log", "log PLAN [--element ID] [--field F]", {{"--element"}, {"--field"}}, runLog},
        {"edition", "edition PLAN [--add NAME]", {{"--add"}}, runEdition},
        {"diff", "diff OLD NEW   (each FILE or FILE@EDITION)", {}, runDiff},
        {"pack", "pack PLAN -o PACKET", {{"--output"}}, runPack},
        {"merge", "merge PLAN COPY…", {}, runMerge},
        {"conflicts", "conflicts PLAN", {}, runConflicts},
        {"erase", "erase PLAN --text WORD [--dry-run]", {{"--text"}, {"--dry-run", false}}, runErase},
    };
    return all;
}

} // namespace mezasu::cli
