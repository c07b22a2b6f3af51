// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

#include <QPointer>

namespace mezasu::ui {

class HelpView;

/// The help beside the page. It follows the kind of page that is shown; what a person opened in it stays until then.
class HelpPanel : public Panel
{
    Q_OBJECT

public:
    explicit HelpPanel(QWidget *parent = nullptr);

    void setDocument(PlanDocument *document) override;
    bool needsPlan() const override { return false; }

    /// The page that is shown is about this.
    void follow(const QString &topic);
    /// Shows the panel with a topic, and takes the focus until the panel is left.
    void open(const QString &topic);
    /// Closes the panel; the focus goes back to where it was.
    void leave();
    HelpView *view() const { return m_view; }

private:
    HelpView *m_view;
    QString m_followed;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace mezasu::ui
