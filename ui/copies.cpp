// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/copies.h"

#include "ui/compositionguard.h"
#include "ui/historywords.h"
#include "ui/mainwindow.h"
#include "ui/words.h"
#include "ui/work.h"

#include <QAction>
#include <QFileInfo>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

Copies::Copies(MainWindow *window)
    : QObject(window)
    , m_window(window)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &Copies::readNext);
}

void Copies::merge(const QStringList &paths)
{
    if (!m_window->document() || isRunning())
        return;
    const QString filter = tr("計画の写し (*.mezasu *.mezasu-packet *.mezasu-rescue);;すべてのファイル (*)");
    m_paths = !paths.isEmpty() ? paths : m_window->questions()->pathsToOpen(m_window, tr("写しを取り込む"), filter);
    if (m_paths.isEmpty() || !m_window->document())
        return;
    m_document = m_window->document();
    m_refused.clear();
    m_changeSets.clear();
    m_next = 0;
    CompositionGuard::finish();
    m_document->flush();
    m_timer.start();
}

bool Copies::isStillOpen() const
{
    return m_document && m_document == m_window->document();
}

void Copies::cancel()
{
    if (!isRunning())
        return;
    m_timer.stop();
    m_changeSets.clear();
    m_window->say(words::copyRefused(makeError(Error::Code::Cancelled, {}), {}));
}

void Copies::readNext()
{
    if (!isStillOpen()) {
        m_changeSets.clear();
        return;
    }
    if (m_next == m_paths.size()) {
        if (m_refused.isEmpty()) {
            takeOver();
            return;
        }
        const qsizetype readable = m_paths.size() - m_refused.size();
        QList<Offer> offers;
        if (readable > 0)
            offers.append({u"messageOfferButton"_s, tr("読めた%1個だけ取り込む").arg(readable), [this] {
                               if (isStillOpen())
                                   takeOver();
                           }});
        m_window->say(m_refused.join(u'\n'), true, offers);
        return;
    }
    const QString path = m_paths.at(m_next++);
    auto sets = m_window->services()->readCopy(*m_document, path);
    if (sets)
        m_changeSets += std::move(sets).value();
    else
        m_refused.append(words::copyRefused(sets.error(), path));
    m_timer.start();
    m_window->say(tr("写しを読んでいます（%1／%2）").arg(m_next).arg(m_paths.size()), false,
        {{u"messageOfferButton"_s, tr("中止"), [this] { cancel(); }}});
}

void Copies::takeOver()
{
    const QList<ChangeSet> sets = std::exchange(m_changeSets, {});
    CompositionGuard::finish();
    const auto intake = m_document->merge(sets, besideWindow(tr("写しを取り込んでいます")));
    if (!intake) {
        m_window->say(words::error(intake.error()), true);
        return;
    }
    const Union came = unionOf(m_document->journal(), intake.value());
    m_window->say(words::taken(came, m_paths.size() - m_refused.size()),
        !came.refused.isEmpty() || came.textsRefused > 0 || came.conflicts > 0);
    if (came.conflicts == 0)
        return;
    if (auto *decide = m_window->findChild<QAction *>(u"decideAction"_s)) {
        decide->setData({});
        decide->trigger();
    }
}

void Copies::pack()
{
    CompositionGuard::finish();
    m_window->document()->flush();
    const QString name = QFileInfo(m_window->document()->path()).completeBaseName();
    QString path = m_window->questions()->pathToSave(m_window, tr("持ち出しファイルを作る"),
        tr("持ち出しファイル (*.mezasu-packet)"), (name.isEmpty() ? tr("計画") : name) + u".mezasu-packet"_s);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u".mezasu-packet"_s;
    const auto done = m_window->services()->pack(*m_window->document(), path);
    if (!done) {
        m_window->say(words::error(done.error()), true);
        return;
    }
    m_window->say(tr("変更%1件を「%2」に入れました。同じ計画の写しを持つ人が「写しを取り込む」で読めます。")
                      .arg(done.value())
                      .arg(QFileInfo(path).fileName()));
}

} // namespace mezasu::ui
