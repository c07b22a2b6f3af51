// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/history.h"
#include "core/document/plandocument.h"

#include <QAbstractListModel>
#include <QTimer>
#include <memory>

namespace mezasu::ui {

/// What was done to a plan, newest first, read on as it is looked at.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit HistoryModel(QObject *parent = nullptr);
    ~HistoryModel() override;

    /// Begins anew, with the newest. \param document null: nothing
    void show(PlanDocument *document, const HistoryReader::Wish &wish);
    /// Puts what came since on top.
    void follow();

    const HistoryEntry &entry(int row) const { return m_entries.at(row); }
    /// Whether it is still looking for entries that fit.
    bool isReading() const { return m_timer.isActive(); }
    /// Authors of what was read so far, in the order met.
    const QStringList &authors() const { return m_authors; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void authorsChanged();
    void readingChanged();

private:
    void readOn();
    void meet(const QList<HistoryEntry> &entries);

    PlanDocument *m_document = nullptr;
    HistoryReader::Wish m_wish;
    FilesRead m_files;
    std::unique_ptr<HistoryReader> m_reader;
    QList<HistoryEntry> m_entries;
    QStringList m_authors;
    Number m_known = 0; ///< ChangeSets from here on are not read yet
    qsizetype m_wanted = 0;
    QTimer m_timer;
};

} // namespace mezasu::ui
