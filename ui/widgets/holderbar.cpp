// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/holderbar.h"

#include "core/document/plandocument.h"
#include "ui/words.h"

#include <QLocale>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLookEveryMs = 3000;
} // namespace

HolderBar::HolderBar(QWidget *parent)
    : MessageBar(u"holderBar"_s, u"holderLabel"_s, parent)
{
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &HolderBar::look);
}

QString HolderBar::words(const LockInfo &holder)
{
    const QString user = holder.user.isEmpty() ? tr("（名前不明）") : holder.user;
    const QString computer = holder.computer.isEmpty() ? tr("パソコン不明") : holder.computer;
    const auto time = [](const QDateTime &when) { return words::dayAndTime(when.toLocalTime()); };
    QString out = tr("%1さん（%2）が使用中です。").arg(user, computer);
    if (holder.since.isValid())
        out += tr("開いた日時：%1。").arg(time(holder.since));
    if (holder.lastSign.isValid())
        out += tr("最後に動きがあった日時：%1。").arg(time(holder.lastSign));
    return out;
}

void HolderBar::setDocument(const PlanDocument *document)
{
    m_timer.stop();
    m_asker = std::make_unique<FileAsker>();
    m_asking = false;
    m_path.clear();
    m_shown.reset();
    if (!document || !document->isReadOnly()) {
        say({});
        return;
    }
    m_path = document->path();
    const auto holder = document->holder();
    if (!holder) {
        say(tr("この計画は、読むだけで開いています。書き直すことはできません。"));
        return;
    }
    show(holder);
    m_timer.start();
}

void HolderBar::look()
{
    if (m_asking || m_path.isEmpty())
        return;
    m_asking = true;
    m_asker->ask([this, path = m_path]() -> std::function<void()> {
        const auto holder = PlanLock::holderOf(path);
        return [this, holder] {
            m_asking = false;
            const bool same = holder.has_value() == m_shown.has_value()
                && (!holder || (holder->token == m_shown->token && holder->lastSign == m_shown->lastSign));
            if (!same)
                show(holder);
        };
    });
}

void HolderBar::show(const std::optional<LockInfo> &holder)
{
    m_shown = holder;
    if (!holder) {
        say(tr("ほかの人の作業が終わりました。いまから書き込めます。"),
            {{u"holderWriteButton"_s, tr("書き込みを始める"), [this] { Q_EMIT writingRequested({}); }}});
        return;
    }
    say(tr("%1読むだけで開いています。").arg(words(*holder)), {{u"holderTakeButton"_s, tr("引き継ぐ…"), [this] {
                                                                    if (m_shown)
                                                                        Q_EMIT writingRequested(*m_shown);
                                                                }}});
}

} // namespace mezasu::ui
