// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports.h"

#include "ui/compositionguard.h"
#include "ui/mainwindow.h"
#include "ui/planview.h"
#include "ui/words.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QTreeView>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

Imports::Imports(MainWindow *window)
    : QObject(window)
    , m_window(window)
{
}

void Imports::wholePlan(const QString &json)
{
    if (!m_window->leavePlan())
        return;
    const QString path = m_window->pathForNewPlan();
    if (path.isEmpty() || !m_window->take(m_window->services()->importPlan(json, path)))
        return;
    const QString notices = m_window->said();
    const QString done = tr("「%1」から新しい計画を作りました。").arg(QFileInfo(json).fileName());
    m_window->say(notices.isEmpty() ? done : QString(done + u'\n' + notices));
}

void Imports::read(const QString &path, const QString &title, Take take)
{
    const QString filter = tr("表 (*.xlsx *.csv *.tsv *.txt *.json);;すべてのファイル (*)");
    const QString chosen = !path.isEmpty() ? path : m_window->questions()->pathToOpen(m_window, title, filter);
    if (chosen.isEmpty())
        return;
    const auto isWhole = m_window->services()->isWholePlan(chosen);
    if (!isWhole)
        m_window->sayFailure(isWhole.error());
    else if (isWhole.value())
        wholePlan(chosen);
    else
        (this->*take)({chosen}, QFileInfo(chosen).fileName());
}

void Imports::table(const QString &path)
{
    read(path, tr("表を取り込む"), &Imports::from);
}

void Imports::asNewPlan(const QString &path)
{
    read(path, tr("表から新しい計画を作る"), &Imports::makePlanFrom);
}

std::optional<ImportPreview> Imports::accepted(const QString &name, const ImportPreviewer &previewer)
{
    const auto first = previewer({});
    if (!first) {
        m_window->sayFailure(first.error());
        return {};
    }
    auto preview = m_window->questions()->acceptImport(m_window, name, first.value(), previewer);
    return preview && preview->take ? preview : std::nullopt;
}

/// Looked at in a plan that is in no file, so that whoever cancels leaves nothing behind.
void Imports::makePlanFrom(const ImportSource &source, const QString &name)
{
    auto scratch = m_window->services()->scratch();
    if (!scratch) {
        m_window->say(words::error(scratch.error()), true);
        return;
    }
    ImportWishes last;
    const ImportPreviewer previewer = [&](const ImportWishes &wishes) {
        last = wishes;
        return m_window->services()->previewImport(*scratch.value().document, source, wishes);
    };
    if (accepted(name, previewer))
        createFrom(source, name, last);
}

/// The same import once more, into a file; the same table with the same wishes comes to the same plan.
void Imports::createFrom(const ImportSource &source, const QString &name, const ImportWishes &wishes)
{
    m_window->say({});
    const QString path =
        m_window->pathForNewPlan(wishes.title.isEmpty() ? QFileInfo(name).completeBaseName() : wishes.title);
    if (path.isEmpty()) {
        const QString why = m_window->said(); // a file of this name is there
        const QString left = tr("「%1」から作った計画は、まだどこにも保存していません。").arg(name);
        m_window->say(why.isEmpty() ? left : QString(why + u'\n' + left), why.isEmpty(),
            {{u"messageOfferButton"_s, tr("場所を選ぶ…"),
                [this, source, name, wishes] { createFrom(source, name, wishes); }}});
        return;
    }
    if (!m_window->leavePlan())
        return;
    auto made = m_window->services()->create(path);
    if (!made) {
        m_window->say(words::error(made.error()), true);
        return;
    }
    const auto preview = m_window->services()->previewImport(*made.value().document, source, wishes);
    const Result<> done = !preview ? Result<>(preview.error())
        : preview.value().take     ? preview.value().take()
                                   : Result<>();
    if (!done) {
        made.value().document.reset();
        QFile::remove(path); // made just now, and empty
        m_window->sayFailure(done.error());
        return;
    }
    m_window->take(std::move(made));
    m_window->view()->tree()->expandToDepth(0);
    m_window->say(tr("「%1」から新しい計画を作りました。").arg(name));
}

void Imports::clipboard()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (!copied || (!copied->hasHtml() && !copied->hasText())) {
        m_window->say(
            tr("コピーされた表がありません。Excelなどで表の範囲をコピーしてから、もう一度選んでください。"), true);
        return;
    }
    from({{}, copied->html(), copied->text()}, tr("コピーした表"));
}

void Imports::from(const ImportSource &source, const QString &name)
{
    if (!m_window->document()) {
        makePlanFrom(source, name);
        return;
    }
    CompositionGuard::finish();
    m_window->document()->flush();
    const ImportPreviewer previewer = [this, source](const ImportWishes &wishes) {
        return m_window->services()->previewImport(*m_window->document(), source, wishes);
    };
    const auto preview = accepted(name, previewer);
    if (!preview)
        return;
    if (const auto done = preview->take(); !done) {
        m_window->say(words::error(done.error()), true);
        return;
    }
    m_window->view()->tree()->expandToDepth(0);
    m_window->say(tr("「%1」を取り込みました。").arg(name));
}

} // namespace mezasu::ui
