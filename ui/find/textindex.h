// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <unordered_map>
#include <vector>

namespace mezasu::ui {

/// All texts of a plan, ready to be searched with every key press: titles, descriptions, statements, indicators, issues,
/// footnotes, initiatives, departments, notes. Read at the first search, and kept up with the document from then on.
class TextIndex : public QObject
{
    Q_OBJECT

public:
    /// \param document outlives the index
    explicit TextIndex(PlanDocument *document, QObject *parent = nullptr);
    ~TextIndex() override;

    /// Begins to read the texts while nothing else is to be done, so that the first key finds them read.
    void prepare();
    /// The elements that contain this text, in the order of the plan; none for an empty text. Full or half width, upper or
    /// lower case are the same. A department is found where it is named, and where it is responsible.
    const QList<ElementId> &search(const QString &text);
    const QList<ElementId> &hits() const { return m_hits; }
    /// What was searched, as a TextKey.
    const QString &key() const { return m_key; }
    bool isHit(const ElementId &id) const;
    /// Whether something below an element, or itself, is a hit.
    bool hasHitBelow(const ElementId &id) const;
    /// The place of a hit among the hits: of this element, or of the first one behind it; hits().size() where there is none.
    qsizetype placeOf(const ElementId &id) const;
    /// The first field of an element that contains what was searched; empty where none does.
    QString fieldOfHit(const ElementId &id) const;

Q_SIGNALS:
    void hitsChanged(); ///< because the plan did

private:
    /// A set of characters, roughly: what is not in it does not occur.
    struct Characters
    {
        quint64 low = 0, high = 0;
        static Characters of(QStringView text);
        bool containsAll(const Characters &other) const
        {
            return (low & other.low) == other.low && (high & other.high) == other.high;
        }
    };
    struct Entry
    {
        QString key;              ///< of all fields, with a character between them that no query has
        Characters characters;    ///< of the key
        QList<QUuid> departments; ///< that it refers to
        Place place;
        qsizetype at = 0,
                  end = 0; ///< place in the order of the plan, and where the next one is that does not stand below
    };
    /// What is looked through, in the order of the plan: small and side by side, and so are the texts.
    struct Slot
    {
        Characters characters; ///< of its key; here too, as most are told apart by it
        QStringView key;       ///< in m_texts, or in the entry where it changed since
        const Entry *entry;
        ElementId id;
        bool isHit = false;
    };
    struct IdHash
    {
        size_t operator()(const ElementId &id) const noexcept { return qHash(id); }
    };

    void build();
    void read(const ElementId &id, Entry &entry) const;
    bool matches(const Slot &slot, const Characters &wanted) const;
    void addIfHit(qsizetype place, const Characters &wanted);
    void setHit(qsizetype place, bool isHit);
    void forgetHits();
    const Slot *slotOf(const ElementId &id) const;
    void findAll();
    void narrow();
    void findDepartments();
    void readSome();
    void follow(const QList<ElementId> &changed);
    void update(const ElementId &id);

    PlanDocument *m_document;
    std::unordered_map<ElementId, Entry, IdHash> m_entries;
    std::vector<Slot> m_order;
    QString m_texts; ///< the keys of all slots
    bool m_ordered = false;
    QTimer m_idle;
    QList<ElementId> m_unread; ///< what prepare() has still to read
    QString m_key;
    QSet<QUuid> m_departments; ///< whose names contain the text
    QList<ElementId> m_hits;
    std::vector<qsizetype> m_places; ///< of the hits, in their order
};

} // namespace mezasu::ui
