// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>

namespace mezasu::ui {

class MainWindow;
class Questions;
class Services;

/// The pictures of the quick guide, taken from windows of the program as it is now, with the sample plan in them. The windows
/// are never seen, and nothing of a person's own plans is in the pictures.
class GuidePictures
{
public:
    /// \param services, questions outlive this
    GuidePictures(Services *services, Questions *questions);
    ~GuidePictures();
    Q_DISABLE_COPY_MOVE(GuidePictures)

    /// "start", "import", "page", "values" or "preview"; null for another name.
    QImage take(const QString &name);

private:
    QImage takeStart();
    QImage takeImport();
    QImage takePreview();
    void show(const QString &name);

    Services *m_services;
    Questions *m_questions;
    std::unique_ptr<MainWindow> m_window; ///< with the sample plan; made when it is first needed
};

} // namespace mezasu::ui
