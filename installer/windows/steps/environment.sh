# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by build and check: the folders of a Windows build, and how its steps are run.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=$(cd "$here/../.." && pwd)
triple=x86_64-w64-mingw32

# All that is made lies in the folder given.
folder=$(realpath -m -- "$1")
sources=$folder/sources
work=$folder/work
prefix=$folder/prefix
logs=$folder/logs
program=$folder/program
package=$folder/package/Mezasu
mkdir -p "$sources" "$work" "$prefix" "$logs" "$folder/done"
jobs=${MEZASU_JOBS:-$(nproc)}
version=$(sed -n "s/^project(mezasu VERSION \([0-9.]*\).*/\1/p" "$root/CMakeLists.txt")

# What pkg-config finds is what was built here, never this machine's own.
export PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig PKG_CONFIG_PATH=

say() { printf '%s\n' "$*" >&2; }

# step NAME COMMAND…: runs it with its output in a log, says how long it took, and ends everything where it fails.
step() {
    local name=$1 began=$SECONDS
    shift
    say "$name …"
    if ! "$@" > "$logs/$name.txt" 2>&1; then
        tail -n 15 "$logs/$name.txt" >&2
        say "$name: FAILED after $((SECONDS - began)) s; all of it is in $logs/$name.txt"
        exit 1
    fi
    printf '%-12s %5d s\n' "$name" $((SECONDS - began)) | tee -a "$folder/times.txt" >&2
}

# once NAME COMMAND…: as step, unless it was done before.
once() {
    [[ -e $folder/done/$1 ]] && return
    step "$@"
    touch "$folder/done/$1"
}

# cmake_windows SOURCE BUILD OPTION…: configures for Windows with everything that was built so far.
cmake_windows() {
    local source=$1 build=$2
    shift 2
    cmake -S "$source" -B "$build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/mingw64.cmake" \
        -DMEZASU_WINDOWS_PREFIX="$prefix" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DCMAKE_BUILD_TYPE=Release -DQT_HOST_PATH=/usr \
        -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake "$@"
}
