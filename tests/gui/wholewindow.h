// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/fileservices.h"
#include "app/window/tour.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

/// The window as people have it, in one of its languages and sizes of text, on a screen of 1366×768.
class WholeWindow
{
public:
    static constexpr QSize kScreen{1366, 768};
    static constexpr int kTaken = 40; ///< of the screen's height, by the task bar

    explicit WholeWindow(const QString &language, int percent = 100)
        : m_services(QStringLiteral("試験"))
    {
        mezasu::ui::settings::keepIn({});
        mezasu::ui::settings::noteOpened(m_folder.filePath(QStringLiteral("第7次行政改革大綱の素案.mezasu")),
            QStringLiteral("第7次行政改革大綱（素案）"), QDateTime(QDate(2026, 4, 1), QTime(9, 0)));
        const QLocale locale(language);
        QLocale::setDefault(locale);
        if (m_qtWords.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QApplication::installTranslator(&m_qtWords);
        if (language == QLatin1String("en")) {
            isReady = m_words.load(QStringLiteral(MEZASU_ENGLISH));
            QApplication::installTranslator(&m_words);
        }
        mezasu::ui::setTextSize(percent);
        m_window = std::make_unique<mezasu::ui::MainWindow>(&m_services, &m_questions);
        m_window->resize(kScreen - QSize(0, kTaken));
        m_window->show();
    }
    ~WholeWindow()
    {
        m_window.reset();
        QApplication::removeTranslator(&m_words);
        QApplication::removeTranslator(&m_qtWords);
        QLocale::setDefault(QLocale(QLocale::Japanese));
        mezasu::ui::setTextSize(100);
    }
    Q_DISABLE_COPY_MOVE(WholeWindow)

    mezasu::ui::MainWindow &window() { return *m_window; }
    void tour(const mezasu::Visit &visit) { mezasu::tour(*m_window, m_folder.path(), visit); }

    bool isReady = true; ///< the catalogue was found

private:
    QTemporaryDir m_folder;
    QTranslator m_qtWords, m_words;
    mezasu::FileServices m_services;
    mezasu::ui::DesktopQuestions m_questions;
    std::unique_ptr<mezasu::ui::MainWindow> m_window;
};

/// How a widget is found in the sources.
inline QString whereIs(const QString &place, const QWidget *widget)
{
    QStringList names;
    for (const QWidget *at = widget; at && names.size() < 3; at = at->parentWidget())
        names.prepend(
            at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName());
    return place + QStringLiteral(": ") + names.join(QLatin1Char('/'));
}

/// Fails with all that was found; QtTest itself would cut a long message.
inline void verifyNone(const QStringList &found)
{
    for (const QString &one : found)
        qWarning("%s", qPrintable(one));
    QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1 found, see the warnings").arg(found.size())));
}
