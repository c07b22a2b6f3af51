// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

class QLabel;
class QListWidget;

namespace mezasu::ui {

/// Chooses a format, each with what it is good for and what it cannot hold of this plan.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    using LossesOf = std::function<Result<QStringList>(const ExportFormat &format)>;

    ExportDialog(const QList<ExportFormat> &formats, const LossesOf &lossesOf, QWidget *parent = nullptr);
    const ExportFormat &chosen() const;

private:
    void explain();

    QList<ExportFormat> m_formats;
    LossesOf m_lossesOf;
    QHash<QString, QString> m_told; ///< what was found out, by format
    QListWidget *m_list;
    QLabel *m_explanation, *m_losses;
};

} // namespace mezasu::ui
