# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later

# cmake -DRSVG= -DICOTOOL= -DFROM=SVG -DFOLDER= -P icon.cmake: makes FOLDER/mezasu.ico in every size that Windows shows.
set(pictures)
foreach(size 16 20 24 32 40 48 64 256)
    execute_process(COMMAND ${RSVG} -w ${size} -h ${size} -o ${FOLDER}/${size}.png ${FROM} COMMAND_ERROR_IS_FATAL ANY)
    list(APPEND pictures ${FOLDER}/${size}.png)
endforeach()
list(POP_BACK pictures)
execute_process(COMMAND ${ICOTOOL} -c -o ${FOLDER}/mezasu.ico ${pictures} --raw=${FOLDER}/256.png COMMAND_ERROR_IS_FATAL ANY)
