// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTableWidget;
class QTabWidget;

namespace mezasu::ui {

class ChangeTree;

/// Shows what an import would take and what it could not, and lets it be corrected, before anything happens.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(
        const QString &file, const ImportPreview &first, const ImportPreviewer &previewer, QWidget *parent = nullptr);
    /// With everything that was corrected.
    const ImportPreview &preview() const { return m_preview; }
    void accept() override;

private:
    enum Tab { TreeTab, MessagesTab, RowsTab, ColumnsTab, SettingsTab };
    QWidget *makeMessages();
    QWidget *makeRows();
    QWidget *makeColumns();
    QWidget *makeSettings();
    void show(const ImportPreview &preview);
    void showRows();
    void showColumns();
    void offerElements();
    void correctRow();
    void again(); ///< works the preview out anew with the present wishes

    ImportPreviewer m_previewer;
    ImportPreview m_preview;
    ImportWishes m_wishes;
    bool m_filling = false; ///< widgets are being filled, nobody chose anything

    QLabel *m_counts = nullptr;
    QTabWidget *m_tabs = nullptr;
    ChangeTree *m_tree = nullptr;
    QListWidget *m_messages = nullptr;
    QTableWidget *m_rows = nullptr;
    QComboBox *m_element = nullptr;
    QTableWidget *m_columns = nullptr;
    QCheckBox *m_removeMissing = nullptr;
    QCheckBox *m_clearEmpty = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_municipality = nullptr;
    QSpinBox *m_firstYear = nullptr;
    QSpinBox *m_lastYear = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace mezasu::ui
