# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later

# One target carries the warnings and the Qt guards; every target of ours links it privately.
add_library(mezasu_options INTERFACE)
target_compile_options(mezasu_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Werror=return-type)
target_compile_definitions(mezasu_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
option(MEZASU_WERROR "Treat warnings as errors" OFF)
if(MEZASU_WERROR)
    target_compile_options(mezasu_options INTERFACE -Werror)
endif()

option(MEZASU_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
if(MEZASU_SANITIZE)
    # Without the checks that double the time of a build and find what AddressSanitizer finds as well.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr
        -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

option(MEZASU_FUZZ "Build the libFuzzer targets in tests/fuzz and nothing else of the tests (clang only)" OFF)
if(MEZASU_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "MEZASU_FUZZ needs clang: use the preset fuzz")
    endif()
    # Everything that is fuzzed counts its edges; only the targets themselves link libFuzzer's main.
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

find_program(MEZASU_CCACHE ccache)
if(MEZASU_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${MEZASU_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${MEZASU_CCACHE})
endif()
