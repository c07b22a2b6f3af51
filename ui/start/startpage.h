// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filepresence.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace mezasu::ui {

/// What is shown while no plan is open: ways to begin, and the plans opened last.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// Reads the plans opened last anew, and looks beside whether they are there.
    void refresh();
    /// Shows itself as on the first day, for pictures: the plans of this person are nobody else's business.
    void hideRecents();

Q_SIGNALS:
    void sampleRequested();
    void newRequested();
    void openRequested(const QString &path); ///< empty: to be asked for
    void importRequested();
    void clipboardRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void addWays(QVBoxLayout *layout);
    void addRecents(QVBoxLayout *layout);
    void setPresence(const QString &path, bool isThere);
    void openCurrent();
    void forgetCurrent();
    QString currentPath() const;

    QBoxLayout *m_sides = nullptr;
    QWidget *m_ways = nullptr;
    bool m_showsRecents = true;
    QPushButton *m_first = nullptr;
    QLabel *m_none = nullptr;
    QTreeWidget *m_recents = nullptr;
    QPushButton *m_open = nullptr, *m_forget = nullptr;
    FilePresence m_presence;
};

} // namespace mezasu::ui
