// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace mezasu::ui {

/// What a person sets for this computer; kept when it is accepted.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param usualAuthor stands with changes where no name is given
    explicit SettingsDialog(const QString &usualAuthor, QWidget *parent = nullptr);
    void accept() override;

private:
    QComboBox *m_language, *m_look, *m_text;
    QLineEdit *m_author;
    QSpinBox *m_backups;
};

} // namespace mezasu::ui
