// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "core/report/pages.h"
#include "core/report/paperoptions.h"
#include "core/report/pdf/pdfstructure.h"
#include "core/report/trendchart.h"
#include "ui/preview/paperdetailsdialog.h"

#include <QDialog>
#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPainter;
class QPrinter;
class QPushButton;
class QSpinBox;

namespace mezasu::ui {

class PaperView;
class Questions;

/// A paper before it is printed: the very pages of its PDF, which a printer gets too.
class PreviewDialog : public QDialog
{
    Q_OBJECT

public:
    struct Paper
    {
        report::Document document;
        report::PageSetup setup;
        report::PdfMetadata metadata;
    };
    /// Makes the paper with these options. Runs in a worker, so it owns all that it reads.
    using Maker = std::function<Paper(const report::PaperOptions &options)>;

    /// What can be made, and how it usually is.
    struct Kind
    {
        QString title;
        report::PaperOptions usual;
        Maker make;
        PaperChoices choices = {}; ///< without any, only what stands in the dialog itself is asked for
        /// Is told the options when they were changed and the window goes; may be empty.
        std::function<void(const report::PaperOptions &options)> keep = {};
    };

    /// \param name suggested for the PDF, without ending   \param kinds one at least; of several one is chosen
    /// \param questions outlives the dialog
    PreviewDialog(const QString &title, const QString &name, std::vector<Kind> kinds, Questions *questions,
        QWidget *parent = nullptr);
    ~PreviewDialog() override;

    void done(int result) override;

    PaperView *view() const { return m_view; }
    const report::PaperOptions &options() const { return m_options; }
    /// Whether number, meeting and date are asked for; a list of keys has none.
    void setAsksHead(bool asks);
    /// The first of these places that the paper has is shown first: what was being edited. Also where another kind is chosen.
    void setPlace(const QStringList &anchors) { m_place = anchors; }
    /// Shows the window, then makes the pages: the first is there while the others are being made.
    void start();

private:
    QWidget *makeOptions();
    QWidget *makePageBar();
    void layOut();
    void optionsChanged();
    void chooseKind(std::size_t kind);
    void chooseDetails();
    void follow();
    void goToPlace();
    void print();
    void writePdf();
    void writePdfTo(const QString &path);
    void say(const QString &text);

    std::vector<Kind> m_kinds;
    std::size_t m_kind = 0;
    report::PaperOptions m_options;
    std::vector<report::PaperOptions> m_chosen; ///< of each kind
    report::PdfMetadata m_metadata;
    std::shared_ptr<const report::Pages> m_pages;
    Questions *m_questions;
    QString m_name;
    QStringList m_place; ///< anchors

    PaperView *m_view;
    QListWidget *m_list;
    QWidget *m_head = nullptr;
    QComboBox *m_kindChoice = nullptr, *m_paper = nullptr, *m_font = nullptr;
    QLineEdit *m_number = nullptr, *m_meeting = nullptr, *m_date = nullptr;
    QSpinBox *m_page = nullptr;
    QLabel *m_of = nullptr, *m_zoom = nullptr, *m_message = nullptr;
    QPushButton *m_print = nullptr, *m_pdf = nullptr, *m_details = nullptr;
};

/// Paints the pages that the printer was told to, the same as in the preview and the PDF.
/// \param progress false cancels  \param inGui needed in another thread
/// \return false where the printer does not take them, or it was cancelled
bool printPages(const report::Pages &pages, QPrinter &printer, const std::function<bool(int done, int all)> &progress,
    const report::InGuiThread &inGui = {});

} // namespace mezasu::ui
