// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/textindex.h"

#include "ui/find/textkey.h"

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QChar kBetween(u'\u0001');

/// As QString::contains(), but quick where the first character is rare, as it is in Japanese.
bool contains(QStringView text, QStringView key)
{
    for (qsizetype at = text.indexOf(key.front()); at >= 0; at = text.indexOf(key.front(), at + 1)) {
        if (text.sliced(at).startsWith(key))
            return true;
    }
    return false;
}

/// What a person reads in a field: typed text, and a value with its note.
QString readable(const FieldInfo &info, const Value &value)
{
    if (info.type == FieldType::Text)
        return value.text();
    if (const IndicatorValue *entry = value.entry()) {
        const QString number = entry->value ? entry->value->toString() : QString();
        return entry->note.isEmpty() ? number : QString(number + kBetween + entry->note);
    }
    return {};
}

QUuid departmentIn(const FieldInfo &info, const QString &name, const Value &value)
{
    if (info.type == FieldType::Reference)
        return QUuid::fromString(value.text());
    return info.name == "departments"_L1 ? QUuid::fromString(field::parts(name).last()) : QUuid();
}
} // namespace

TextIndex::Characters TextIndex::Characters::of(QStringView text)
{
    Characters out;
    for (const QChar c : text) {
        const quint32 spread = c.unicode() * 0x9e3779b1U; // neighbours fall far apart
        (spread & 0x80000000U ? out.high : out.low) |= quint64(1) << (spread >> 25 & 63U);
    }
    return out;
}

TextIndex::TextIndex(PlanDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &TextIndex::readSome);
    connect(document, &PlanDocument::elementsChanged, this, &TextIndex::follow);
    connect(document, &PlanDocument::textHeld, this, [this](const ElementId &id) { follow({id}); });
}

TextIndex::~TextIndex() = default;

// -- the texts

void TextIndex::read(const ElementId &id, Entry &entry) const
{
    QString text;
    const Element *element = m_document->plan().element(id);
    entry.place = element->place;
    entry.departments.clear();
    const auto add = [&text](const QString &one) {
        if (!one.isEmpty())
            text += one + kBetween;
    };
    for (const auto &[name, value] : element->fields) {
        const FieldInfo *info = fieldInfo(id.kind, name);
        if (!info)
            continue;
        add(readable(*info, info->type == FieldType::Text ? Value(m_document->text(id, name)) : value));
        if (const QUuid department = departmentIn(*info, name, value); !department.isNull())
            entry.departments.append(department);
    }
    entry.key = TextKey::of(text);
    entry.characters = Characters::of(entry.key);
}

/// Brings the entries into the order of the plan; reads those that are new.
void TextIndex::build()
{
    if (m_ordered)
        return;
    const Plan &plan = m_document->plan();
    const QList<ElementId> order = plan.preorder();
    m_entries.reserve(static_cast<size_t>(order.size()));
    forgetHits(); // their places are others now
    m_order.clear();
    m_order.reserve(static_cast<size_t>(order.size()));
    qsizetype length = 0;
    std::vector<std::pair<ElementId, Entry *>> open; // from the top to the present element
    const auto close = [&](const ElementId &parent) {
        while (!open.empty() && open.back().first != parent) {
            open.back().second->end = static_cast<qsizetype>(m_order.size());
            open.pop_back();
        }
    };
    for (const ElementId &id : order) {
        const auto [it, isNew] = m_entries.try_emplace(id);
        if (isNew)
            read(id, it->second);
        close(plan.parentOf(id));
        it->second.at = static_cast<qsizetype>(m_order.size());
        m_order.push_back({it->second.characters, {}, &it->second, id, false});
        length += it->second.key.size();
        open.emplace_back(id, &it->second);
    }
    close({});
    m_texts.clear();
    m_texts.reserve(length);
    for (Slot &slot : m_order) {
        const qsizetype from = m_texts.size();
        m_texts += slot.entry->key;
        slot.key = QStringView(m_texts).sliced(from); // the reserved room does not move
    }
    m_ordered = true;
}

void TextIndex::prepare()
{
    if (m_ordered || m_idle.isActive())
        return;
    m_unread = m_document->plan().preorder();
    m_idle.start();
}

void TextIndex::readSome()
{
    constexpr int kAtOnce = 500; // well below what one would notice
    for (int i = 0; i < kAtOnce && !m_unread.isEmpty(); ++i) {
        const ElementId id = m_unread.takeLast();
        if (!m_document->plan().contains(id))
            continue;
        if (const auto [it, isNew] = m_entries.try_emplace(id); isNew)
            read(id, it->second);
    }
    if (!m_unread.isEmpty())
        return;
    m_idle.stop();
    build(); // now, and not with the first key
}

void TextIndex::update(const ElementId &id)
{
    const bool lives = m_document->plan().contains(id);
    const auto it = m_entries.find(id);
    if (!lives) {
        if (it != m_entries.end())
            m_entries.erase(it);
    } else if (it != m_entries.end()) {
        read(id, it->second);
        if (m_ordered) {
            Slot &slot = m_order.at(static_cast<size_t>(it->second.at));
            slot.characters = it->second.characters;
            slot.key = it->second.key;
        }
    }
}

void TextIndex::follow(const QList<ElementId> &changed)
{
    bool all = false;
    for (const ElementId &id : changed) {
        const auto it = m_entries.find(id);
        const bool lives = m_document->plan().contains(id);
        const bool moved = lives && it != m_entries.end() && m_document->plan().element(id)->place != it->second.place;
        if (moved || lives != (it != m_entries.end()))
            m_ordered = false;
        update(id);
        all = all || (id.kind == Kind::Department && !m_key.isEmpty());
    }
    if (m_key.isEmpty())
        return;
    if (!m_ordered || all) {
        findAll();
    } else {
        const Characters wanted = Characters::of(m_key);
        for (const ElementId &id : changed) {
            if (const Slot *slot = slotOf(id))
                setHit(slot - m_order.data(), matches(*slot, wanted));
        }
    }
    Q_EMIT hitsChanged();
}

// -- the search

bool TextIndex::matches(const Slot &slot, const Characters &wanted) const
{
    if (slot.characters.containsAll(wanted) && contains(slot.key, m_key))
        return true;
    return !m_departments.isEmpty()
        && std::any_of(slot.entry->departments.begin(), slot.entry->departments.end(),
            [this](const QUuid &id) { return m_departments.contains(id); });
}

void TextIndex::setHit(qsizetype place, bool isHit)
{
    Slot &slot = m_order.at(static_cast<size_t>(place));
    if (slot.isHit == isHit)
        return;
    slot.isHit = isHit;
    const auto at = std::lower_bound(m_places.begin(), m_places.end(), place);
    const auto i = at - m_places.begin();
    if (isHit) {
        m_places.insert(at, place);
        m_hits.insert(i, slot.id);
    } else {
        m_places.erase(at);
        m_hits.removeAt(i);
    }
}

void TextIndex::forgetHits()
{
    for (const qsizetype place : m_places)
        m_order.at(static_cast<size_t>(place)).isHit = false;
    m_places.clear();
    m_hits.clear();
}

const TextIndex::Slot *TextIndex::slotOf(const ElementId &id) const
{
    const auto it = m_entries.find(id);
    const auto place = it == m_entries.end() ? m_order.size() : static_cast<size_t>(it->second.at);
    return place < m_order.size() && m_order[place].id == id ? &m_order[place] : nullptr;
}

void TextIndex::findDepartments()
{
    m_departments.clear();
    if (m_key.isEmpty())
        return;
    const Plan &plan = m_document->plan();
    for (const ElementId &id : plan.children(plan.root(), Kind::Department)) {
        if (const auto it = m_entries.find(id); it != m_entries.end() && contains(it->second.key, m_key))
            m_departments.insert(id.uuid);
    }
}

void TextIndex::findAll()
{
    forgetHits();
    m_departments.clear();
    if (m_key.isEmpty())
        return;
    build();
    findDepartments(); // all are read now
    const Characters wanted = Characters::of(m_key);
    for (qsizetype place = 0; place < static_cast<qsizetype>(m_order.size()); ++place)
        addIfHit(place, wanted);
}

void TextIndex::addIfHit(qsizetype place, const Characters &wanted)
{
    Slot &slot = m_order[static_cast<size_t>(place)];
    if (!matches(slot, wanted))
        return;
    slot.isHit = true;
    m_hits.append(slot.id);
    m_places.push_back(place);
}

/// What contains more than was searched before is among what contained that.
void TextIndex::narrow()
{
    findDepartments();
    const std::vector<qsizetype> before = m_places;
    forgetHits();
    const Characters wanted = Characters::of(m_key);
    for (const qsizetype place : before)
        addIfHit(place, wanted);
}

const QList<ElementId> &TextIndex::search(const QString &text)
{
    const QString key = TextKey::of(text.trimmed());
    if (key == m_key)
        return m_hits;
    const bool goesOn = m_ordered && !m_key.isEmpty() && key.contains(m_key);
    m_key = key;
    goesOn ? narrow() : findAll();
    return m_hits;
}

bool TextIndex::isHit(const ElementId &id) const
{
    const Slot *slot = slotOf(id);
    return slot && slot->isHit;
}

bool TextIndex::hasHitBelow(const ElementId &id) const
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return false;
    const auto place = std::lower_bound(m_places.begin(), m_places.end(), it->second.at);
    return place != m_places.end() && *place < it->second.end;
}

qsizetype TextIndex::placeOf(const ElementId &id) const
{
    const auto it = m_entries.find(id);
    const qsizetype at = it == m_entries.end() ? 0 : it->second.at;
    return std::lower_bound(m_places.begin(), m_places.end(), at) - m_places.begin();
}

QString TextIndex::fieldOfHit(const ElementId &id) const
{
    const Element *element = m_document->plan().element(id);
    if (!element)
        return {};
    for (const FieldInfo &info : fieldsOf(id.kind)) {
        for (const auto &[name, value] : element->fields) {
            if (fieldInfo(id.kind, name) != &info)
                continue;
            const QString text =
                readable(info, info.type == FieldType::Text ? Value(m_document->text(id, name)) : value);
            if (TextKey::of(text).contains(m_key) || m_departments.contains(departmentIn(info, name, value)))
                return name;
        }
    }
    return {};
}

} // namespace mezasu::ui
