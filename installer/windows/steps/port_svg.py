#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""port_svg.py SOURCE OUT: makes Qt 5.15's SVG sources, as Debian has them, compile with Qt 6.4.

Qt 6.4's own SVG sources cannot always be had from Debian's archive; those of 5.15 draw the same. Without its widgets.
"""
import pathlib
import re
import shutil
import sys

source, out = map(pathlib.Path, sys.argv[1:3])
shutil.rmtree(out, ignore_errors=True)
shutil.copytree(source / "src/svg", out / "src", ignore=shutil.ignore_patterns("doc", "qgraphicssvgitem*", "qsvgwidget*"))
shutil.copytree(source / "src/plugins/iconengines/svgiconengine", out / "icon")
shutil.copytree(source / "src/plugins/imageformats/svg", out / "image")

# What became of Qt 5's words in Qt 6. A piece of a text knew which text it was of; a view is only the piece.
WORDS = [
    (r"QStringRef\((\w+(?:\.\w+)?)\.string\(\), \1\.position\(\) \+ (\w+), ", r"QStringView(\1).mid(\2, "),
    (r"QStringRef (\w+)\((\w+(?:\.\w+)?)\.string\(\), \2\.position\(\) \+ (\w+), ", r"QStringView \1 = QStringView(\2).mid(\3, "),
    (r"QStringRef\((\w+(?:\.\w+)?)\.string\(\), \1\.position\(\), ", r"QStringView(\1).mid(0, "),
    (r"(\w+)\.string\(\)->constData\(\) \+ \1\.position\(\)", r"\1.constData()"),
    (r"QXmlStreamStringRef\(QStringRef\(&([\w.]+), ([\w.]+), (\w+)\)\)", r"QStringView(\1).mid(\2, \3).toString()"),
    (r"QXmlStreamStringRef\(QStringRef\(&value, 0, value\.length\(\)\)\)", "value"),
    (r"QXmlStreamStringRef\(name\)", "name.toString()"),
    (r"QXmlStreamStringRef", "QString"),
    (r"QStringRef\(&([\w.]+), ([\w.]+), ([\w.]+(?:\(\))?)\)", r"QStringView(\1).mid(\2, \3)"),
    (r"QStringRef (\w+)\(&(\w+)\);", r"QStringView \1(\2);"),
    (r"QStringRef\(&(\w+)\)", r"QStringView(\1)"),
    (r"QStringRef (\w+)\(&(\w+), (\w+), ([^;]+)\);", r"QStringView \1 = QStringView(\2).mid(\3, \4);"),
    (r"\bQString attribute\(NodePtr node, const QString &name\) const override\n    \{",
     "QString attributeValue(NodePtr node, const QCss::AttributeSelector &selector) const override\n    {\n"
     "        const QString name = selector.name;"),
    (r"colorStrTr\.unicode\(\)", "colorStrTr.constData()"),
    (r"\bunicode = 0;", "unicode = QChar();"),
    (r"\(uncStr\.isEmpty\(\)\) \? 0 :", "uncStr.isEmpty() ? QChar() :"),
    (r"\*const_cast<QChar \*>\(end\) = 0;", "*const_cast<QChar *>(end) = QChar();"),
    (r"font\.setWeight\(SVGToQtWeight\(states\.fontWeight\)\)", "font.setWeight(QFont::Weight(states.fontWeight))"),
    (r"^#include <QtGui/qmatrix\.h>\n", "#include <QtGui/qtransform.h>\n"),
    (r"^ *QMatrix matrixForElement.*\n", ""),
    (r"^QMatrix QSvgRenderer::matrixForElement.*\n\{\n.*\n\}\n", ""),
    (r"const QStringRef &", "QStringView "),
    (r"QStringRef", "QStringView"),
    # A view of nothing points to nothing; a piece of nothing pointed to its end.
    (r"qreal res = toDouble\(c\);", "qreal res = c ? toDouble(c) : 0;"),
    (r"color\.midRef\(1\)", "color.mid(1)"),
    (r'^#include "qtextcodec\.h"\n', ""),
    (r'setCodec\(QTextCodec::codecForName\("UTF-8"\)\)', "setEncoding(QStringConverter::Utf8)"),
]
for path in list(out.glob("*/*.cpp")) + list(out.glob("*/*.h")):
    text = path.read_text("utf-8")
    for old, new in WORDS:
        text = re.sub(old, new, text, flags=re.M)
    path.write_text(text, "utf-8")

(out / "CMakeLists.txt").write_text("""cmake_minimum_required(VERSION 3.25)
project(svg VERSION 5.15.8 LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_AUTOMOC ON)
find_package(Qt6 REQUIRED COMPONENTS Gui)
find_package(ZLIB REQUIRED)
file(GLOB sources src/*.cpp src/*.h)
add_library(Qt6Svg SHARED ${sources})
target_compile_definitions(Qt6Svg PRIVATE QT_BUILD_SVG_LIB)
target_compile_options(Qt6Svg PRIVATE -w)
target_include_directories(Qt6Svg PUBLIC include PRIVATE src)
target_link_libraries(Qt6Svg PRIVATE Qt6::GuiPrivate ZLIB::ZLIB PUBLIC Qt6::Gui)
file(GLOB icon icon/*.cpp icon/*.h)
add_library(qsvgicon MODULE ${icon})
file(GLOB image image/*.cpp image/*.h)
add_library(qsvg MODULE ${image})
foreach(plugin qsvgicon qsvg)
    set_target_properties(${plugin} PROPERTIES PREFIX "")
    target_compile_definitions(${plugin} PRIVATE QT_PLUGIN QT_NO_COMPRESS)
    target_include_directories(${plugin} PRIVATE src)
    target_compile_options(${plugin} PRIVATE -w)
    target_link_libraries(${plugin} PRIVATE Qt6Svg Qt6::GuiPrivate)
endforeach()
set_target_properties(Qt6Svg PROPERTIES PREFIX "")
install(TARGETS Qt6Svg RUNTIME DESTINATION bin ARCHIVE DESTINATION lib LIBRARY DESTINATION lib)
install(TARGETS qsvgicon LIBRARY DESTINATION plugins/iconengines RUNTIME DESTINATION plugins/iconengines)
install(TARGETS qsvg LIBRARY DESTINATION plugins/imageformats RUNTIME DESTINATION plugins/imageformats)
install(DIRECTORY include/ DESTINATION include)
install(FILES Qt6SvgConfig.cmake DESTINATION lib/cmake/Qt6Svg)
""")
include = out / "include/QtSvg"
include.mkdir(parents=True)
for path in (out / "src").glob("*.h"):
    shutil.copy(path, include)
for name in ("QSvgGenerator", "QSvgRenderer"):
    (include / name).write_text(f'#include "{name.lower()}.h"\n')
(out / "Qt6SvgConfig.cmake").write_text("""get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET Qt6::Svg)
    add_library(Qt6::Svg SHARED IMPORTED)
    set_target_properties(Qt6::Svg PROPERTIES IMPORTED_LOCATION ${root}/bin/Qt6Svg.dll
        IMPORTED_IMPLIB ${root}/lib/libQt6Svg.dll.a INTERFACE_LINK_LIBRARIES Qt6::Gui
        INTERFACE_INCLUDE_DIRECTORIES "${root}/include;${root}/include/QtSvg")
endif()
set(Qt6Svg_FOUND TRUE)
""")
