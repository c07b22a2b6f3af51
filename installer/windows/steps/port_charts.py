#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""port_charts.py SOURCE OUT: makes Qt Charts 5.15, as Debian has its sources, compile with Qt 6.4.

Qt 6.4's own sources of it cannot always be had from Debian's archive. What Mezasu uses is the same in both. Without Open GL.
"""
import pathlib
import re
import shutil
import sys

source, out = map(pathlib.Path, sys.argv[1:3])
shutil.rmtree(out, ignore_errors=True)
shutil.copytree(source / "src/charts", out / "src", ignore=shutil.ignore_patterns("doc", "glwidget*"))
public = out / "include/QtCharts"
shutil.copytree(source / "include/QtCharts", public, ignore=lambda folder, names: [n for n in names if not n.startswith("Q")])
private = out / "private/QtCharts/private"
private.mkdir(parents=True)


def changed(path, *changes):
    text = path.read_text("utf-8")
    for old, new in changes:
        text, count = re.subn(old, new, text, flags=re.M)
        if not count:
            sys.exit(f"{path}: nothing like {old}; is this another version?")
    path.write_text(text, "utf-8")


# Qt 6 gave up the namespace.
changed(out / "src/qchartglobal.h", (r"^.*define QT_CHARTS_NAMESPACE QtCharts.*\n", ""),
        (r"^#include <QtCore/QtGlobal>", "#include <QtCore/QtGlobal>\n#include <QtCore/QObject>"))
# Of QList and QVector, which are one type now, only one overload is left.
changed(out / "src/xychart/qxyseries.h", (r"^ *void replace\(QList<QPointF> points\);\n", ""))
changed(out / "src/xychart/qxyseries.cpp",
        (r"^void QXYSeries::replace\(QList<QPointF> points\)\n\{\n[^}]*\}\n", ""))
# Without Open GL: it is left out above.
changed(out / "src/chartpresenter_p.h", (r"^#include <private/glwidget_p.h>\n", ""))

for path in [*out.glob("src/**/*.h"), *out.glob("src/**/*.cpp")]:
    lines = []
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if not re.search(r"QT_CHARTS_BEGIN_NAMESPACE|#\s*(define|ifn?def)", line):
            line = line.replace("QT_CHARTS_NAMESPACE::", "")
        if "#include" not in line:
            line = re.sub(r"\bQtCharts::", "", line)
        lines.append(line)
    text = "".join(lines)
    if path.suffix == ".h":
        # Qt 6's moc wants to know the types behind the pointers of properties.
        pointers = sorted(set(re.findall(r"Q_PROPERTY\(\s*(\w+)\s*\*", text)))
        known = "".join(f"    Q_MOC_INCLUDE(<{'QtCore' if name.startswith('QAbstractItem') else 'QtCharts'}/{name}>)\n"
                        for name in pointers)
        text = text.replace("    Q_OBJECT\n", "    Q_OBJECT\n" + known, 1)
        folder = private if path.name.endswith("_p.h") else public
        (folder / path.name).write_text(text, "utf-8")
    path.write_text(text, "utf-8")

(out / "CMakeLists.txt").write_text("""cmake_minimum_required(VERSION 3.25)
project(charts VERSION 5.15.8 LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_AUTOMOC ON)
find_package(Qt6 REQUIRED COMPONENTS Widgets)
file(GLOB_RECURSE sources src/*.cpp src/*.h)
add_library(Qt6Charts SHARED ${sources})
set_target_properties(Qt6Charts PROPERTIES PREFIX "")
target_compile_definitions(Qt6Charts PRIVATE QT_BUILD_CHARTS_LIB QT_NO_OPENGL)
target_compile_options(Qt6Charts PRIVATE -w)
target_include_directories(Qt6Charts BEFORE PRIVATE include include/QtCharts private private/QtCharts private/QtCharts/private src)
target_link_libraries(Qt6Charts PUBLIC Qt6::Widgets)
install(TARGETS Qt6Charts RUNTIME DESTINATION bin ARCHIVE DESTINATION lib LIBRARY DESTINATION lib)
install(DIRECTORY include/ DESTINATION include)
install(FILES Qt6ChartsConfig.cmake DESTINATION lib/cmake/Qt6Charts)
""")
(out / "Qt6ChartsConfig.cmake").write_text("""get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET Qt6::Charts)
    add_library(Qt6::Charts SHARED IMPORTED)
    set_target_properties(Qt6::Charts PROPERTIES IMPORTED_LOCATION ${root}/bin/Qt6Charts.dll
        IMPORTED_IMPLIB ${root}/lib/libQt6Charts.dll.a INTERFACE_LINK_LIBRARIES Qt6::Widgets
        INTERFACE_INCLUDE_DIRECTORIES "${root}/include;${root}/include/QtCharts")
endif()
set(Qt6Charts_FOUND TRUE)
""")
