# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by build: what Mezasu needs for PDF and .xlsx, as static libraries with only the parts that it uses.

# autotools SOURCE OPTION…: configures a source that has no CMake. What it was configured by was changed by Debian's patches,
# and make would write it anew with tools that are not needed otherwise.
autotools() {
    local source=$1
    shift
    rm -rf "$work/$source-b"
    mkdir "$work/$source-b" && cd "$work/$source-b" || return
    ACLOCAL=: AUTOCONF=: AUTOMAKE=: AUTOHEADER=: CC=$triple-gcc-posix AR=$triple-gcc-ar-posix RANLIB=$triple-gcc-ranlib-posix CFLAGS=-O2 \
        CPPFLAGS="-I$prefix/include" LDFLAGS="-L$prefix/lib" \
        "$sources/$source/configure" --host=$triple --prefix="$prefix" --enable-static --disable-shared "$@"
}

# with_cmake SOURCE OPTION…: configures, builds and installs.
with_cmake() {
    local source=$1
    shift
    cmake_windows "$sources/$source" "$work/$source-b" -DBUILD_SHARED_LIBS=OFF -DCMAKE_POLICY_DEFAULT_CMP0091=NEW "$@" &&
        nice ninja -C "$work/$source-b" -j "$jobs" install
}

build_zlib() {
    cd "$sources/zlib" || return
    local file
    for file in adler32 compress crc32 deflate gzclose gzlib gzread gzwrite infback inffast inflate inftrees trees uncompr zutil; do
        $triple-gcc-posix -O2 -c "$file.c" -o "$work/zlib-$file.o" || return
    done
    $triple-gcc-ar-posix rcs "$prefix/lib/libz.a" "$work"/zlib-*.o && cp zlib.h zconf.h "$prefix/include/" || return
    printf '%s\n' "prefix=$prefix" 'libdir=${prefix}/lib' 'includedir=${prefix}/include' 'Name: zlib' \
        'Description: compression' 'Version: 1.2.13' 'Libs: -L${libdir} -lz' 'Cflags: -I${includedir}' \
        > "$prefix/lib/pkgconfig/zlib.pc"
}

build_pixman() {
    autotools pixman --disable-gtk --disable-libpng && make -j "$jobs" -C pixman && make -C pixman install &&
        make install-pkgconfigDATA
}

build_freetype() {
    with_cmake freetype -DFT_REQUIRE_ZLIB=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_PNG=ON -DFT_DISABLE_HARFBUZZ=ON \
        -DFT_DISABLE_BROTLI=ON
}

# Only what writes PDF from fonts that FreeType reads. Its own checks of buffers are in a library of the compiler's.
build_cairo() {
    autotools cairo --enable-ft=yes --enable-fc=no --enable-pdf=yes --disable-ps --disable-svg --disable-png \
        --disable-script --disable-xlib --disable-xcb --disable-win32 --disable-win32-font --disable-gobject \
        --disable-interpreter --disable-trace --disable-valgrind --disable-xml ac_cv_lib_z_compress=yes &&
        make -j "$jobs" -C src && make -C src install &&
        sed -i 's/^Libs: .*/& -lssp/' "$prefix/lib/pkgconfig/cairo.pc"
}

build_jpeg() {
    with_cmake libjpeg-turbo -DENABLE_SHARED=OFF -DWITH_SIMD=OFF -DWITH_TURBOJPEG=OFF
}

build_qpdf() {
    cmake_windows "$sources/qpdf" "$work/qpdf-b" -DBUILD_STATIC_LIBS=ON -DBUILD_SHARED_LIBS=OFF \
        -DCMAKE_CXX_FLAGS="-include cstdint" -DREQUIRE_CRYPTO_NATIVE=ON -DUSE_IMPLICIT_CRYPTO=OFF \
        -DALLOW_CRYPTO_NATIVE=ON -DBUILD_DOC=OFF -DINSTALL_EXAMPLES=OFF &&
        nice ninja -C "$work/qpdf-b" -j "$jobs" libqpdf && cmake --install "$work/qpdf-b" --component dev
}

build_libzip() {
    with_cmake libzip -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF \
        -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF \
        -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
}

build_xlsxwriter() {
    with_cmake libxlsxwriter -DUSE_SYSTEM_MINIZIP=OFF -DZLIB_ROOT="$prefix"
}

# build_port NAME MODULE: a module of Qt 5.15, made to take the place of that of the Qt built here.
build_port() {
    local version=$prefix/lib/cmake/$2/$2ConfigVersion.cmake
    python3 -B "$here/steps/port_$1.py" "$sources/qt$1" "$work/$1" && cmake_windows "$work/$1" "$work/$1-b" &&
        nice ninja -C "$work/$1-b" -j "$jobs" install &&
        printf 'include("%s")\n' "$prefix/lib/cmake/Qt6Gui/Qt6GuiConfigVersion.cmake" > "$version"
}

build_svg() { build_port svg Qt6Svg; }
build_charts() { build_port charts Qt6Charts; }
