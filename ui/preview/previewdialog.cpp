// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/previewdialog.h"

#include "core/report/layout.h"
#include "core/report/pagepainter.h"
#include "core/report/paperfindings.h"
#include "core/report/pdfwriter.h"
#include "core/report/reportfonts.h"
#include "ui/look/measures.h"
#include "ui/preview/paperview.h"
#include "ui/questions.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words.h"
#include "ui/work.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kHeadCharacters = 10;    ///< that can be seen at once in what stands at the head of the paper
constexpr int kMeetingCharacters = 22; ///< the same of the meeting's name

struct LaidOut
{
    report::Pages pages;
    report::PdfMetadata metadata;
    QString findings; ///< what makes it hard to read
};

/// \param canGrow the size of the text can be chosen, so that it is worth saying that it is small
QString wordsOf(const std::vector<report::PaperFinding> &findings, bool canGrow)
{
    QStringList sentences;
    for (const report::PaperFinding &finding : findings) {
        if (!canGrow && finding.code != report::PaperFinding::Code::NarrowColumn)
            continue;
        switch (finding.code) {
        case report::PaperFinding::Code::SmallText:
            sentences +=
                PreviewDialog::tr("文字が%1ポイントです。A4では10.5ポイント以上をお勧めします。").arg(finding.size);
            break;
        case report::PaperFinding::Code::SmallReduced:
            sentences +=
                PreviewDialog::tr("A4に縮小コピーすると文字が%1ポイントになります。8ポイント以上をお勧めします。")
                    .arg(finding.size, 0, 'f', 1);
            break;
        case report::PaperFinding::Code::NarrowColumn:
            sentences += PreviewDialog::tr("%1ページに、1行に%2文字ほどしか入らない列があります。"
                                           "用紙を大きくするか、列を減らすと読みやすくなります。")
                             .arg(finding.page + 1)
                             .arg(finding.size);
            break;
        }
    }
    return sentences.join(u' ');
}

QPageLayout layoutOf(const QSizeF &units)
{
    const QSizeF points = units / report::kUnitsPerPoint;
    const bool landscape = points.width() > points.height();
    QPageSize size(landscape ? points.transposed() : points, QPageSize::Point, {}, QPageSize::FuzzyMatch);
    return {size, landscape ? QPageLayout::Landscape : QPageLayout::Portrait, {}, QPageLayout::Point};
}

/// Printing into a PDF file, all pages on their paper, is writing our own PDF. In Qt's, text that is searched or copied has
/// look-alike characters, such as a radical for 人.
bool isWholeFile(const QPrinter &printer, const report::Pages &pages)
{
    const QPageLayout wanted = layoutOf(pages.size);
    return printer.outputFormat() == QPrinter::PdfFormat && !printer.outputFileName().isEmpty()
        && printer.printRange() == QPrinter::AllPages && printer.copyCount() == 1
        && printer.pageLayout().pageSize().isEquivalentTo(wanted.pageSize())
        && printer.pageLayout().orientation() == wanted.orientation();
}
} // namespace

bool printPages(const report::Pages &pages, QPrinter &printer, const std::function<bool(int done, int all)> &progress,
    const report::InGuiThread &inGui)
{
    const auto count = int(pages.pages.size());
    const bool some = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int first = some ? std::min(printer.fromPage(), count) : 1;
    const int last = some ? std::min(std::max(printer.toPage(), first), count) : count;
    printer.setFullPage(true); // the margins are in the pages
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    for (int page = first; page <= last; ++page) {
        if (page > first && !printer.newPage())
            return false;
        painter.save();
        const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
        const double scale = std::min(paper.width() / pages.size.width(), paper.height() / pages.size.height());
        painter.scale(scale, scale); // 1 where the printer has the paper; smaller where it has not
        report::paintPage(painter, pages, std::size_t(page - 1), nullptr, inGui);
        painter.restore();
        if (progress && !progress(page - first + 1, last - first + 1)) {
            printer.abort();
            return false;
        }
    }
    return painter.end();
}

PreviewDialog::PreviewDialog(
    const QString &title, const QString &name, std::vector<Kind> kinds, Questions *questions, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_kinds(std::move(kinds))
    , m_options(m_kinds.front().usual)
    , m_questions(questions)
    , m_name(name)
    , m_view(new PaperView)
    , m_list(new QListWidget)
{
    for (const Kind &kind : m_kinds)
        m_chosen.push_back(kind.usual);
    setObjectName(u"previewDialog"_s);
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeOptions());
    auto *splitter = new QSplitter;
    m_list->setObjectName(u"previewPageList"_s);
    m_list->setAccessibleName(tr("ページの一覧"));
    m_list->setTextElideMode(Qt::ElideRight); // the whole title is in the tool tip
    splitter->addWidget(m_list);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({fontMetrics().averageCharWidth() * 26, fontMetrics().averageCharWidth() * 120});
    layout->addWidget(splitter, 1);
    layout->addWidget(makePageBar());
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_view->showPage(row);
    });
    connect(m_view, &PaperView::pageChanged, this, &PreviewDialog::follow);
    connect(m_view, &PaperView::zoomChanged, this, &PreviewDialog::follow);
    sizeFor(this, 150, 44);
    m_view->setFocus();
}

void PreviewDialog::done(int result)
{
    m_chosen[m_kind] = m_options;
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i].keep && !(m_chosen[i] == m_kinds[i].usual))
            m_kinds[i].keep(m_chosen[i]);
    }
    QDialog::done(result);
}

void PreviewDialog::start()
{
    show();
    layOut();
    goToPlace();
}

PreviewDialog::~PreviewDialog()
{
    // A field that has the focus says, when it goes, that its editing has finished; nobody is here then to hear it.
    for (QWidget *child : findChildren<QWidget *>())
        child->disconnect(this);
}

QWidget *PreviewDialog::makeOptions()
{
    auto *bar = new QWidget;
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::kSmall);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(gap::kSmall);
    column->addLayout(layout);
    auto *choices = new QWidget;
    auto *choicesFlow = new FlowLayout(choices);
    layout->addWidget(choices, 1);
    // A label and its field stay together where a line is full.
    const auto addTo = [](FlowLayout *flow, QLabel *label, QWidget *field) {
        auto *pair = new QWidget;
        auto *line = new QHBoxLayout(pair);
        line->setContentsMargins(0, 0, gap::kSmall, 0);
        line->setSpacing(gap::kHair);
        line->addWidget(label);
        line->addWidget(field);
        flow->insertWidget(flow->count(), pair);
    };
    const auto choice = [&](const QString &name, const QString &label, const QList<std::pair<QString, int>> &items,
                            int current) {
        auto *text = new QLabel(label);
        auto *combo = new QComboBox;
        combo->setObjectName(name);
        for (const auto &[words, value] : items)
            combo->addItem(words, value);
        combo->setCurrentIndex(combo->findData(current));
        text->setBuddy(combo);
        connect(combo, &QComboBox::activated, this, &PreviewDialog::optionsChanged);
        addTo(choicesFlow, text, combo);
        return combo;
    };
    QList<std::pair<QString, int>> kinds;
    for (const Kind &kind : m_kinds)
        kinds.append({kind.title, int(kinds.size())});
    if (kinds.size() > 1)
        m_kindChoice = choice(u"previewKindCombo"_s, tr("種類(&K)："), kinds, 0);
    m_paper = choice(u"previewPaperCombo"_s, tr("用紙(&S)："),
        {{tr("A3横"), int(report::PaperSize::A3Landscape)}, {tr("A4横"), int(report::PaperSize::A4Landscape)},
            {tr("A4縦"), int(report::PaperSize::A4Portrait)}},
        int(m_options.paper));
    m_font = choice(u"previewFontCombo"_s, tr("書体(&F)："),
        {{tr("明朝"), int(report::Typeface::Mincho)}, {tr("ゴシック"), int(report::Typeface::Gothic)}},
        int(m_options.typeface));
    m_head = new QWidget;
    auto *head = new FlowLayout(m_head);
    const auto edit = [&](const QString &name, const QString &label, const QString &text, const QString &example,
                          int characters = kHeadCharacters) {
        auto *words = new QLabel(label);
        auto *made = new QLineEdit(text);
        made->setObjectName(name);
        made->setPlaceholderText(example);
        words->setBuddy(made);
        connect(made, &QLineEdit::editingFinished, this, &PreviewDialog::optionsChanged);
        connect(made, &QLineEdit::editingFinished, made, [made] {
            if (!made->hasFocus())
                made->setCursorPosition(0); // of a long text the start is to be seen
        });
        made->setMinimumWidth(fontMetrics().horizontalAdvance(u'あ') * characters);
        made->setCursorPosition(0);
        addTo(head, words, made);
        return made;
    };
    m_number = edit(u"previewNumberEdit"_s, tr("資料番号(&N)："), m_options.number, tr("資料1-1"));
    m_meeting =
        edit(u"previewMeetingEdit"_s, tr("会議(&M)："), m_options.meeting, tr("第1回 審議会"), kMeetingCharacters);
    m_date = edit(u"previewDateEdit"_s, tr("日付(&D)："), m_options.date, tr("令和8年4月1日"));
    m_details = new QPushButton(tr("詳しい設定(&O)…"));
    m_details->setObjectName(u"previewDetailsButton"_s);
    m_details->setAutoDefault(false);
    connect(m_details, &QPushButton::clicked, this, &PreviewDialog::chooseDetails);
    layout->addWidget(m_details, 0, Qt::AlignTop);
    m_pdf = new QPushButton(tr("PDFに書き出す(&E)…"));
    m_pdf->setObjectName(u"previewPdfButton"_s);
    m_pdf->setAutoDefault(false);
    connect(m_pdf, &QPushButton::clicked, this, &PreviewDialog::writePdf);
    m_print = new QPushButton(tr("印刷(&P)…"));
    m_print->setObjectName(u"previewPrintButton"_s);
    m_print->setShortcut(QKeySequence::Print);
    m_print->setAutoDefault(false);
    connect(m_print, &QPushButton::clicked, this, &PreviewDialog::print);
    layout->addWidget(m_pdf, 0, Qt::AlignTop);
    layout->addWidget(m_print, 0, Qt::AlignTop);
    column->addWidget(m_head); // below them, and so after them for Tab
    return bar;
}

QWidget *PreviewDialog::makePageBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto button = [&](const QString &name, const QString &text, const QString &spoken, auto deed) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAccessibleName(spoken);
        made->setToolTip(spoken);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, deed);
        layout->addWidget(made);
    };
    button(u"previewBackButton"_s, tr("← 前"), tr("前のページ（PageUp）"),
        [this] { m_view->showPage(m_view->page() - 1); });
    m_page = new QSpinBox;
    m_page->setObjectName(u"previewPageSpin"_s);
    m_page->setAccessibleName(tr("ページ番号"));
    m_page->setKeyboardTracking(false);
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_view->showPage(page - 1); });
    layout->addWidget(m_page);
    m_of = new QLabel;
    m_of->setObjectName(u"previewCountLabel"_s);
    layout->addWidget(m_of);
    button(u"previewNextButton"_s, tr("次 →"), tr("次のページ（PageDown）"),
        [this] { m_view->showPage(m_view->page() + 1); });
    layout->addSpacing(fontMetrics().height());
    constexpr double step = 1.25;
    button(u"previewSmallerButton"_s, tr("縮小"), tr("縮小（Ctrl+-）"),
        [this] { m_view->setZoom(m_view->zoom() / step); });
    m_zoom = new QLabel;
    m_zoom->setObjectName(u"previewZoomLabel"_s);
    layout->addWidget(m_zoom);
    button(
        u"previewLargerButton"_s, tr("拡大"), tr("拡大（Ctrl++）"), [this] { m_view->setZoom(m_view->zoom() * step); });
    button(u"previewFitButton"_s, tr("ページ全体"), tr("ページ全体を表示（Ctrl+0）"), [this] { m_view->fitPage(); });
    m_message = new QLabel;
    m_message->setObjectName(u"previewMessageLabel"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    layout->addWidget(m_message, 1);
    auto *close = new QPushButton(tr("閉じる"));
    close->setObjectName(u"previewCloseButton"_s);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    layout->addWidget(close);
    return bar;
}

void PreviewDialog::setAsksHead(bool asks)
{
    m_head->setVisible(asks);
    m_details->setVisible(asks);
    if (!asks)
        m_view->fitWidth(); // is read here rather than printed
}

void PreviewDialog::goToPlace()
{
    for (const QString &anchor : std::as_const(m_place)) {
        if (!m_pages || !m_pages->anchors.contains(anchor))
            continue;
        m_view->showPage(m_pages->anchors.value(anchor).page);
        return;
    }
}

void PreviewDialog::chooseDetails()
{
    auto *dialog = new PaperDetailsDialog(m_options, m_kinds[m_kind].choices, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const report::PaperOptions wanted = dialog->options();
        if (wanted == m_options)
            return;
        m_options = wanted;
        layOut();
    });
    dialog->open();
}

void PreviewDialog::say(const QString &text)
{
    m_message->setText(text);
}

void PreviewDialog::optionsChanged()
{
    const std::size_t kind = m_kindChoice ? std::size_t(m_kindChoice->currentData().toInt()) : 0;
    if (kind != m_kind) {
        chooseKind(kind);
        return;
    }
    report::PaperOptions wanted = m_options;
    wanted.paper = report::PaperSize(m_paper->currentData().toInt());
    wanted.typeface = report::Typeface(m_font->currentData().toInt());
    wanted.number = m_number->text();
    wanted.meeting = m_meeting->text();
    wanted.date = m_date->text();
    if (wanted == m_options)
        return;
    m_options = wanted;
    layOut();
}

/// Each kind has its own options; what both are made for is typed once.
void PreviewDialog::chooseKind(std::size_t kind)
{
    m_chosen[m_kind] = m_options;
    report::PaperOptions next = m_chosen[kind];
    for (const auto member :
        {&report::PaperOptions::number, &report::PaperOptions::meeting, &report::PaperOptions::date}) {
        if ((next.*member).isEmpty())
            next.*member = m_options.*member;
    }
    m_kind = kind;
    m_options = next;
    m_paper->setCurrentIndex(m_paper->findData(int(next.paper)));
    m_font->setCurrentIndex(m_font->findData(int(next.typeface)));
    for (const auto &[edit, text] :
        {std::pair(m_number, next.number), std::pair(m_meeting, next.meeting), std::pair(m_date, next.date)}) {
        edit->setText(text);
        edit->setCursorPosition(0);
    }
    layOut();
    goToPlace();
}

void PreviewDialog::layOut()
{
    using Made = Result<LaidOut>;
    const QPointer<PreviewDialog> there(this); // a desktop may close it while the work is done
    report::loadShippedFonts();
    const auto made = Work::run<Made>(tr("ページを組んでいます"),
        [make = m_kinds[m_kind].make, options = m_options, dialog = QPointer(this), canGrow = !m_details->isHidden()](
            const Work::Ticket &ticket) -> Made {
            Paper paper = make(options);
            const auto progress = [&ticket, &dialog](const report::Pages &soFar) {
                if (soFar.pages.size() != 1)
                    return !ticket->isCancelled();
                const auto first = std::make_shared<const report::Pages>(soFar); // is read while the others are made
                return ticket->inWindow([&] {
                    if (dialog && dialog->m_view->pageCount() == 0)
                        dialog->m_view->setPages(first);
                });
            };
            auto pages = report::layoutDocument(paper.document, paper.setup, progress);
            if (!pages)
                return pages.error();
            const auto findings = report::paperFindings(paper.setup, pages.value());
            return LaidOut{std::move(pages).value(), paper.metadata, wordsOf(findings, canGrow)};
        });
    if (!there)
        return;
    if (!made) {
        say(tr("中止しました。用紙や書体を選び直すと、もう一度組みます。"));
    } else if (!*made) {
        say(words::error(made->error()));
    } else {
        m_pages = std::make_shared<const report::Pages>(std::move(made->value().pages));
        m_metadata = made->value().metadata;
        say(made->value().findings);
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (int page = 0; page < int(m_pages->pages.size()); ++page) {
            QString first;
            for (const report::Bookmark &bookmark : m_pages->bookmarks) {
                if (bookmark.page == page) {
                    first = bookmark.title;
                    break;
                }
            }
            m_list->addItem(first.isEmpty() ? tr("%1ページ").arg(page + 1) : tr("%1　%2").arg(page + 1).arg(first));
            m_list->item(page)->setToolTip(first);
            // No wider than the list, so that a long name ends with … instead of beyond its edge.
            m_list->item(page)->setSizeHint({1, m_list->fontMetrics().height() + gap::kSmall});
        }
        m_view->setPages(m_pages);
    }
    m_print->setEnabled(m_pages != nullptr);
    m_pdf->setEnabled(m_pages != nullptr);
    follow();
}

void PreviewDialog::follow()
{
    const QSignalBlocker list(m_list);
    const QSignalBlocker spin(m_page);
    m_list->setCurrentRow(m_view->pageCount() > 0 ? m_view->page() : -1);
    m_page->setRange(1, std::max(1, m_view->pageCount()));
    m_page->setValue(m_view->page() + 1);
    m_of->setText(tr("/ %1ページ").arg(m_view->pageCount()));
    m_zoom->setText(tr("%1%").arg(qRound(m_view->zoom() * 100)));
}

void PreviewDialog::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_name);
    printer->setPageLayout(layoutOf(m_pages->size));
    if (!m_questions->choosePrinter(this, printer.get()))
        return;
    if (isWholeFile(*printer, *m_pages)) {
        writePdfTo(printer->outputFileName());
        return;
    }
    const QPointer<PreviewDialog> there(this); // as above
    const auto done = Work::run<bool>(tr("印刷しています"), [pages = m_pages, printer](const Work::Ticket &ticket) {
        const auto progress = [&ticket](int page, int all) {
            ticket->report(page, all);
            return !ticket->isCancelled();
        };
        return printPages(*pages, *printer, progress,
            [&ticket](const std::function<void()> &deed) { return ticket->inWindow(deed); });
    });
    if (!there)
        return;
    say(!done       ? tr("印刷を中止しました。")
            : *done ? tr("印刷に送りました。")
                    : tr("印刷できませんでした。プリンターを確かめてください。"));
}

void PreviewDialog::writePdf()
{
    QString path = m_questions->pathToSave(this, tr("PDFに書き出す"), tr("PDF (*.pdf)"), m_name + u".pdf"_s);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u".pdf"_s;
    writePdfTo(path);
}

void PreviewDialog::writePdfTo(const QString &path)
{
    const QPointer<PreviewDialog> there(this); // as above
    const auto done = Work::run<Result<>>(
        tr("PDFを作っています"), [pages = m_pages, metadata = m_metadata, path](const Work::Ticket &ticket) {
            const auto progress = [&ticket](std::size_t page, std::size_t all) {
                ticket->report(qint64(page), qint64(all));
                return !ticket->isCancelled();
            };
            return report::writePdf(*pages, metadata, path, progress,
                [&ticket](const std::function<void()> &deed) { return ticket->inWindow(deed); });
        });
    if (!there)
        return;
    say(!done       ? tr("中止しました。")
            : *done ? tr("「%1」に書き出しました。").arg(QFileInfo(path).fileName())
                    : words::error(done->error()));
}

} // namespace mezasu::ui
