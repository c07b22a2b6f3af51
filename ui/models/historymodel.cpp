// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include "ui/historywords.h"

#include <QElapsedTimer>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kAtOnce = 50;
constexpr qint64 kSliceMs = 12; ///< of work between two events
constexpr int kRestMs = 50;     ///< between two looks whether the file can be read again
} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractListModel(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HistoryModel::readOn);
}

HistoryModel::~HistoryModel() = default;

void HistoryModel::show(PlanDocument *document, const HistoryReader::Wish &wish)
{
    if (document)
        document->flush(); // now: it is told to those who look at the rows, too
    beginResetModel();
    m_timer.stop();
    m_entries.clear();
    m_reader.reset();
    m_wanted = 0;
    if (document != m_document) {
        m_authors.clear();
        m_document = document;
        Q_EMIT authorsChanged();
    }
    m_wish = wish;
    if (document) {
        m_files = filesByChangeSet(document->filesRead());
        m_known = Number(document->journal().ancestry().size());
        m_reader = std::make_unique<HistoryReader>(&document->journal(), m_files, wish);
    }
    endResetModel();
    if (m_reader)
        fetchMore({});
}

void HistoryModel::follow()
{
    if (!m_document || Number(m_document->journal().ancestry().size()) == m_known)
        return;
    m_files = filesByChangeSet(m_document->filesRead());
    HistoryReader reader(&m_document->journal(), m_files, m_wish, m_known);
    m_known = Number(m_document->journal().ancestry().size());
    QList<HistoryEntry> entries = reader.read(m_known);
    if (entries.isEmpty())
        return;
    meet(entries);
    if (!m_entries.isEmpty()
        && HistoryReader::folds(m_document->journal().ancestry(), entries.constLast(), m_entries.constFirst())) {
        m_entries.first() = HistoryReader::folded(entries.takeLast(), m_entries.constFirst());
        Q_EMIT dataChanged(index(0), index(0));
    }
    if (entries.isEmpty())
        return;
    beginInsertRows({}, 0, int(entries.size()) - 1);
    m_entries = entries + m_entries;
    endInsertRows();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document)
        return {};
    const HistoryEntry &one = m_entries.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return QString(words::change(one, m_document->plan()) + u'\n' + words::circumstances(one));
    return {};
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_reader && !m_reader->atEnd() && !m_timer.isActive();
}

void HistoryModel::fetchMore(const QModelIndex &)
{
    if (!m_reader || m_reader->atEnd() || m_timer.isActive())
        return;
    m_wanted = kAtOnce;
    readOn();
}

void HistoryModel::readOn()
{
    if (m_document->isBeside()) {
        m_timer.start(kRestMs);
        return;
    }
    QElapsedTimer clock;
    clock.start();
    const QList<HistoryEntry> entries = m_reader->read(m_wanted, [&clock] { return clock.elapsed() >= kSliceMs; });
    m_wanted -= entries.size();
    if (!entries.isEmpty()) {
        meet(entries);
        beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + entries.size()) - 1);
        m_entries += entries;
        endInsertRows();
    }
    if (m_wanted > 0 && !m_reader->atEnd())
        m_timer.start(0);
    Q_EMIT readingChanged();
}

void HistoryModel::meet(const QList<HistoryEntry> &entries)
{
    bool more = false;
    for (const HistoryEntry &one : entries) {
        const QString author = one.origin.author.value_or(QString());
        if (!author.isEmpty() && !m_authors.contains(author)) {
            m_authors.append(author);
            more = true;
        }
    }
    if (more)
        Q_EMIT authorsChanged();
}

} // namespace mezasu::ui
