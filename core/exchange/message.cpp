// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/message.h"
#include "core/exchange/messagetext.h"
#include <algorithm>

namespace mezasu::exchange {

void MessageList::setPlace(const QString &file, const QString &sheet)
{
    m_file = file;
    m_sheet = sheet;
}

void MessageList::add(Message message)
{
    if (message.file.isEmpty())
        message.file = m_file;
    if (message.sheet.isEmpty())
        message.sheet = m_sheet;
    m_refused = m_refused || message.severity == Severity::Refusal;
    const int key = int(message.code);
    m_worst[key] = std::max(m_worst.value(key, Severity::Info), message.severity);
    if (m_counts[key]++ < kMaxPerCode)
        m_messages.append(std::move(message));
}

void MessageList::add(MessageCode code, Severity severity, int row, int column, const QStringList &args)
{
    Message message;
    message.code = code;
    message.severity = severity;
    message.row = row;
    message.column = column;
    message.args = args;
    add(std::move(message));
}

void MessageList::append(const MessageList &other)
{
    for (const Message &message : other.m_messages)
        add(message);
    for (auto it = other.m_counts.cbegin(); it != other.m_counts.cend(); ++it)
        m_counts[it.key()] += std::max(0, it.value() - kMaxPerCode);
    m_refused = m_refused || other.m_refused;
}

void MessageList::remove(MessageCode code, int row)
{
    const qsizetype gone =
        m_messages.removeIf([code, row](const Message &message) { return message.code == code && message.row == row; });
    m_counts[int(code)] -= int(gone);
}

QList<Message> MessageList::all() const
{
    QList<Message> result = m_messages;
    QList<int> codes = m_counts.keys();
    std::sort(codes.begin(), codes.end());
    for (const int code : codes) {
        if (m_counts.value(code) <= kMaxPerCode)
            continue;
        Message more;
        more.code = MessageCode::MoreOfCode;
        more.severity = m_worst.value(code, Severity::Info);
        more.file = m_file;
        more.args = {QString::number(m_counts.value(code) - kMaxPerCode), codeName(MessageCode(code))};
        result.append(more);
    }
    return result;
}

} // namespace mezasu::exchange
