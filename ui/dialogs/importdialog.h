// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

namespace mezasu::ui {

/// Says what an import would take and what it could not, before anything happens.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const QString &file, const ImportPreview &preview, QWidget *parent = nullptr);
};

} // namespace mezasu::ui
