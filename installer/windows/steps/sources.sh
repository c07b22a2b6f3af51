# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by build: the sources of everything that Mezasu links, from Debian's archive, with Debian's patches.
source_packages=(sqlite3 qt6-base qtsvg-opensource-src qtcharts-opensource-src zlib pixman freetype cairo libjpeg-turbo
    qpdf libzip libxlsxwriter)

# Through source lists of its own, made from this machine's, so that nothing of this machine is changed.
fetch_sources() {
    local apt=$folder/apt
    mkdir -p "$apt/parts" "$apt/lists/partial"
    sed -E 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > "$apt/parts/sources.sources"
    local options=(-o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$apt/parts"
        -o Dir::State::Lists="$apt/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
    cd "$sources" || return
    apt-get "${options[@]}" update || return
    local name
    for name in "${source_packages[@]}"; do
        # Where a mirror lacks the packaging of a source, its original archive is still good.
        apt-get "${options[@]}" source --download-only "$name" || compgen -G "${name}_*.orig.tar.*" > /dev/null || return
    done
}

# unpack_source PACKAGE AS: with Debian's patches where they came along.
unpack_source() {
    local package=$1 to=$2
    rm -rf "$to"
    if dpkg-source -x --no-check "$package"_*.dsc "$to"; then
        return
    fi
    rm -rf "$to"
    mkdir "$to" && tar -C "$to" --strip-components=1 -xf "$(compgen -G "${package}_*.orig.tar.[gx]z")"
}

unpack_sources() {
    cd "$sources" || return
    unpack_source sqlite3 sqlite && unpack_source qt6-base qtbase && unpack_source qtsvg-opensource-src qtsvg &&
        unpack_source qtcharts-opensource-src qtcharts || return
    local name
    for name in zlib pixman freetype cairo libjpeg-turbo qpdf libzip libxlsxwriter; do
        unpack_source "$name" "$name" || return
    done
}
