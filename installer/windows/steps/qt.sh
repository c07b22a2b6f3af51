# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by build: SQLite, and the parts of Qt that Mezasu uses, from Debian's own sources.

# As a library of its own, because the plan file is opened by Qt's driver and looked after with SQLite's own functions:
# both must be the same SQLite.
build_sqlite() {
    mkdir -p "$work/sqlite-b" "$prefix/bin" "$prefix/lib/pkgconfig" "$prefix/include"
    cd "$work/sqlite-b" || return
    "$sources/sqlite/configure" --disable-readline && make sqlite3.c sqlite3.h || return
    "$triple-gcc-posix" -O2 -shared -o "$prefix/bin/sqlite3.dll" -Wl,--out-implib,"$prefix/lib/libsqlite3.dll.a" \
        -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE \
        -DSQLITE_SECURE_DELETE -DSQLITE_ENABLE_DBSTAT_VTAB sqlite3.c || return
    cp sqlite3.h "$sources/sqlite/src/sqlite3ext.h" "$prefix/include/"
    printf '%s\n' "prefix=$prefix" 'libdir=${prefix}/lib' 'includedir=${prefix}/include' 'Name: SQLite' \
        'Description: SQL database engine' "Version: $(cat "$sources/sqlite/VERSION")" 'Libs: -L${libdir} -lsqlite3' \
        'Cflags: -I${includedir}' > "$prefix/lib/pkgconfig/sqlite3.pc"
}

# No network, no Open GL, no D-Bus: nothing that Mezasu does not use.
# Debian took wintab out of the sources (tabletevent); without direct2d Qt 6.4 does not link, without direct2d1_1 it does.
configure_qt() {
    cmake_windows "$sources/qtbase" "$work/qtbase-b" -DBUILD_SHARED_LIBS=ON -DQT_QMAKE_TARGET_MKSPEC=win32-g++ \
        -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DFEATURE_pkg_config=OFF -DFEATURE_network=OFF -DFEATURE_dbus=OFF \
        -DINPUT_opengl=no -DFEATURE_vulkan=OFF -DFEATURE_icu=OFF -DFEATURE_glib=OFF -DFEATURE_zstd=OFF \
        -DFEATURE_system_zlib=OFF -DFEATURE_system_pcre2=OFF -DFEATURE_system_png=OFF -DFEATURE_system_jpeg=OFF \
        -DFEATURE_system_freetype=OFF -DFEATURE_system_harfbuzz=OFF -DFEATURE_system_doubleconversion=OFF \
        -DFEATURE_sql_sqlite=ON -DFEATURE_system_sqlite=ON \
        -DFEATURE_sql_odbc=OFF -DFEATURE_sql_psql=OFF -DFEATURE_sql_mysql=OFF \
        -DFEATURE_tabletevent=OFF -DFEATURE_direct2d1_1=OFF
}

build_qt() {
    configure_qt && nice ninja -C "$work/qtbase-b" -j "$jobs" && cmake --install "$work/qtbase-b"
}
