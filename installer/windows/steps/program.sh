# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by build: Mezasu itself with its tests, the folder that is carried about, and the installer.

build_program() {
    # Words are made by this machine's Qt; its version is the one built here.
    cmake_windows "$root" "$program" -DPKG_CONFIG_ARGN=--static -DMEZASU_SRGB_PROFILE=/usr/share/color/icc/sRGB.icc \
        -DQt6LinguistTools_DIR=/usr/lib/x86_64-linux-gnu/cmake/Qt6LinguistTools -DQT_NO_PACKAGE_VERSION_CHECK=ON &&
        nice ninja -C "$program" -j "$jobs" ${MEZASU_TARGETS:-}
}

# needed_libraries FOLDER: copies what the programs and plugins in FOLDER link, and what that links, from what was built and
# from the compiler; what is left is Windows' own.
needed_libraries() {
    local compiler changed=1 file name place
    compiler=$(dirname "$($triple-gcc-posix -print-libgcc-file-name)")
    while [[ $changed -eq 1 ]]; do
        changed=0
        while read -r file; do
            for name in $($triple-objdump -p "$file" | sed -n 's/.*DLL Name: //p'); do
                [[ -e $1/$name ]] && continue
                for place in "$prefix/bin" "$compiler" /usr/$triple/lib; do
                    [[ -e $place/$name ]] || continue
                    cp "$place/$name" "$1/" && changed=1
                    break
                done
            done
        done < <(find "$1" -name '*.exe' -o -name '*.dll')
    done
}

# Everything that runs, and nothing that only builds.
collect_program() {
    rm -rf "$package" && mkdir -p "$package"/{platforms,styles,sqldrivers,imageformats,iconengines,translations,fonts,icc,licences} || return
    cp "$program/app/mezasu.exe" "$program/app/mezasu-cli.exe" "$package/" &&
        cp "$prefix"/plugins/platforms/{qwindows,qoffscreen}.dll "$package/platforms/" &&
        cp "$prefix/plugins/sqldrivers/qsqlite.dll" "$package/sqldrivers/" &&
        cp "$prefix/plugins/styles/qwindowsvistastyle.dll" "$package/styles/" &&
        cp "$prefix"/plugins/imageformats/{qjpeg,qico,qsvg}.dll "$package/imageformats/" &&
        cp "$prefix/plugins/iconengines/qsvgicon.dll" "$package/iconengines/" &&
        cp /usr/share/qt6/translations/qtbase_ja.qm "$package/translations/" &&
        cp /usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf /usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf \
            "$package/fonts/" &&
        cp /usr/share/color/icc/sRGB.icc "$package/icc/" || return
    printf '[Paths]\nPlugins=.\nTranslations=translations\n' > "$package/qt.conf"
    needed_libraries "$package"
    find "$package" \( -name '*.exe' -o -name '*.dll' \) -exec $triple-strip --strip-unneeded {} + || return
    collect_licences
}

# The licence of everything in the folder, and from which sources it was made.
collect_licences() {
    local to=$package/licences name
    cp "$root/LICENSE" "$root/NOTICES.md" "$package/" &&
        cp "$sources/qtbase/LICENSES/LGPL-3.0-only.txt" "$to/Qt-LGPL-3.0.txt" || return
    for name in sqlite qtbase qtsvg qtcharts zlib freetype cairo libjpeg-turbo qpdf libzip libxlsxwriter; do
        [[ -e $sources/$name/debian/copyright ]] && { cp "$sources/$name/debian/copyright" "$to/$name.txt" || return; }
    done
    cp "$sources/pixman/COPYING" "$to/pixman.txt" &&
        cp /usr/share/doc/fonts-ipaexfont-gothic/copyright "$to/IPAexGothic.txt" &&
        cp /usr/share/doc/fonts-ipaexfont-mincho/copyright "$to/IPAexMincho.txt" &&
        cp /usr/share/doc/icc-profiles-free/copyright "$to/sRGB.txt" &&
        cp /usr/share/doc/g++-mingw-w64-x86-64-posix/copyright "$to/MinGW-w64 and GCC runtime.txt" || return
    {
        printf 'The libraries in this folder were built from these sources of Debian 12:\n\n'
        (cd "$sources" && ls -- *.dsc)
        printf '\nand the GCC runtime of Debian package g++-mingw-w64-x86-64-posix %s.\n' \
            "$(dpkg-query -W -f '${Version}' g++-mingw-w64-x86-64-posix)"
    } > "$to/sources.txt"
}

# The folder with the file that makes it one to carry about.
make_portable() {
    rm -f "$folder"/Mezasu-*-portable.zip
    cp "$here/portable.txt" "$package/portable" &&
        (cd "$package/.." && zip -q -9 -r -X "$folder/Mezasu-$version-portable.zip" Mezasu)
    local done=$?
    rm -f "$package/portable"
    return $done
}

# The installer removes what it has brought, file by file, and never a folder with all that may have come into it.
make_installer() {
    local lists=$work/installer
    mkdir -p "$lists" || return
    rsvg-convert -o "$lists/side.png" "$here/side.svg" && pngtopnm "$lists/side.png" | ppmtobmp -windows > "$lists/side.bmp" || return
    (cd "$package" && find . -type f | sed 's,^\./,,; s,/,\\,g; s,.*,Delete "$INSTDIR\\&",') > "$lists/files.nsh" &&
        (cd "$package" && find . -mindepth 1 -type d | sort -r | sed 's,^\./,,; s,/,\\,g; s,.*,RMDir "$INSTDIR\\&",') > "$lists/folders.nsh" &&
        makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DFROM="$package" -DLISTS="$lists" -DICON="$program/installer/windows/mezasu.ico" \
            -DSIDE="$lists/side.bmp" -DKILOBYTES="$(du -sk "$package" | cut -f1)" -DOUT="$folder/Mezasu-$version-setup.exe" "$here/mezasu.nsi"
}
