# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The Debian package, made by `cpack -G DEB`; scripts/make-deb does all of it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mezasu)
set(CPACK_PACKAGE_VENDOR "The Mezasu authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "drafts, tracks and reports a Japanese city's administrative plan")
file(READ ${CMAKE_CURRENT_LIST_DIR}/description.txt CPACK_PACKAGE_DESCRIPTION)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Mezasu authors <${MEZASU_MAIL}>")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# What is linked is found by dpkg-shlibdeps. What is only looked for at run time: SQLite's driver, IPAex in PDF, the colour
# profile of PDF/A, Qt's own words in Japanese. The glyphs of a text are read by what Qt calls private, which is the same
# only within one version. Screens (and none) come with libqt6gui6, the icon's format with libqt6svg6.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, fonts-ipaexfont-gothic, fonts-ipaexfont-mincho, icc-profiles-free, qt6-translations-l10n, qt6-base-abi (= ${Qt6_VERSION})")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, shared-mime-info, hicolor-icon-theme")
include(CPack)
