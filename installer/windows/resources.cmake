# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What a program of Windows carries inside: its icon, its version, and what it asks of the system.
find_program(MEZASU_RSVG rsvg-convert REQUIRED)
find_program(MEZASU_ICOTOOL icotool REQUIRED)
set(folder ${CMAKE_CURRENT_BINARY_DIR}/windows)
add_custom_command(OUTPUT ${folder}/mezasu.ico
    COMMAND ${CMAKE_COMMAND} -DRSVG=${MEZASU_RSVG} -DICOTOOL=${MEZASU_ICOTOOL} -DFOLDER=${folder}
        -DFROM=${PROJECT_SOURCE_DIR}/resources/icons/mezasu.svg -P ${CMAKE_CURRENT_LIST_DIR}/icon.cmake
    DEPENDS ${PROJECT_SOURCE_DIR}/resources/icons/mezasu.svg ${CMAKE_CURRENT_LIST_DIR}/icon.cmake VERBATIM)
add_custom_target(mezasu_icon DEPENDS ${folder}/mezasu.ico)
configure_file(${CMAKE_CURRENT_LIST_DIR}/mezasu.rc.in ${folder}/mezasu.rc @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/mezasu.manifest ${folder}/mezasu.manifest COPYONLY)
enable_language(RC)
# Both programs carry the same.
add_library(mezasu_windows OBJECT ${folder}/mezasu.rc)
target_include_directories(mezasu_windows PRIVATE ${folder})
add_dependencies(mezasu_windows mezasu_icon)
foreach(program mezasu mezasu-cli)
    target_sources(${program} PRIVATE $<TARGET_OBJECTS:mezasu_windows>)
endforeach()
