# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by run, test and the scripts: the root of the project, and what every build shares.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Objects are found again by ccache in every preset and work tree.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
export NINJA_STATUS='[%f/%t %es] '

# A step's name in Japanese and English; on standard error, so that results stay alone on standard output.
step() { printf '\n== %s / %s\n' "$1" "$2" >&2; }

# build PRESET: configures where needed, and builds with progress. A file list that changed is configured again by ninja.
build() {
    local preset=$1
    if [[ ! -f build/$preset/build.ninja || CMakePresets.json -nt build/$preset/build.ninja ]]; then
        step "構成しています（$preset）" "configuring ($preset)"
        cmake --preset "$preset" >&2
    fi
    step "ビルドしています（$preset）" "building ($preset)"
    cmake --build --preset "$preset" >&2
}
