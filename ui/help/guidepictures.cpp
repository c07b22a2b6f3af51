// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/guidepictures.h"

#include "ui/dialogs/importdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/preview/planpapers.h"
#include "ui/services.h"
#include "ui/start/startpage.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPixelsPerPoint = 2; ///< of the picture for one of the window, so that it is sharp on paper
constexpr QSize kWindow(960, 600), kDialog(900, 560);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GuidePictures)
};

QImage pictureOf(QWidget &widget, QSize size)
{
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.resize(size);
    widget.show();
    for (int i = 0; i < 5; ++i) // layouts of growing fields settle in steps
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    QImage image(widget.size() * kPixelsPerPoint, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPixelsPerPoint);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image);
    return image;
}

ElementId firstOf(const Plan &plan, Kind kind)
{
    for (const ElementId &id : plan.preorder()) {
        if (id.kind == kind)
            return id;
    }
    return plan.root();
}
} // namespace

GuidePictures::GuidePictures(Services *services, Questions *questions)
    : m_services(services)
    , m_questions(questions)
{
}

GuidePictures::~GuidePictures() = default;

QImage GuidePictures::take(const QString &name)
{
    if (name == "start"_L1)
        return takeStart();
    if (!m_window) {
        m_window = std::make_unique<MainWindow>(m_services, m_questions);
        m_window->setAttribute(Qt::WA_DontShowOnScreen);
        m_window->openSample();
        m_window->say({});
    }
    if (!m_window->document())
        return {};
    if (name == "import"_L1)
        return takeImport();
    if (name == "preview"_L1)
        return takePreview();
    if (name != "page"_L1 && name != "values"_L1)
        return {};
    show(name);
    return pictureOf(*m_window, kWindow);
}

/// Without the plans that this person opened.
QImage GuidePictures::takeStart()
{
    MainWindow window(m_services, m_questions);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.findChild<StartPage *>(u"startPage"_s)->hideRecents();
    return pictureOf(window, kWindow);
}

QImage GuidePictures::takeImport()
{
    QFile table(u":/mezasu/guide/table.tsv"_s);
    if (!table.open(QIODevice::ReadOnly))
        return {};
    const ImportSource source{{}, {}, QString::fromUtf8(table.readAll())};
    const ImportPreviewer previewer = [this, &source](const ImportWishes &wishes) {
        return m_services->previewImport(*m_window->document(), source, wishes);
    };
    const auto first = previewer({});
    if (!first)
        return {};
    ImportDialog dialog(Text::tr("いまの計画.xlsx"), first.value(), previewer);
    return pictureOf(dialog, kDialog);
}

QImage GuidePictures::takePreview()
{
    PreviewDialog dialog(
        Text::tr("印刷プレビュー"), {}, planPapers(m_window->document()->plan()), m_questions, m_window.get());
    dialog.setAttribute(Qt::WA_DontShowOnScreen);
    dialog.start();
    return pictureOf(dialog, kDialog);
}

void GuidePictures::show(const QString &name)
{
    PlanView *view = m_window->view();
    const Plan &plan = m_window->document()->plan();
    view->tree()->expandToDepth(1);
    (void)pictureOf(*m_window, kWindow); // what is shown on it has its size then
    view->show(firstOf(plan, name == "values"_L1 ? Kind::Indicator : Kind::ReformItem));
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    auto *values = view->page()->findChild<QWidget *>(u"valuesTable"_s);
    if (auto *scroll = view->findChild<QScrollArea *>(u"pageScroll"_s); values && scroll) {
        const int top = values->mapTo(view->page(), QPoint()).y();
        scroll->verticalScrollBar()->setValue(top - 2 * view->fontMetrics().height()); // with its heading
    }
}

} // namespace mezasu::ui
