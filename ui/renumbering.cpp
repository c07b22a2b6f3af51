// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renumbering.h"

#include "core/exchange/codekey.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
QString fieldOf(Kind kind)
{
    return kind == Kind::Policy ? u"number"_s : u"code"_s;
}

bool isWide(QChar c)
{
    return c.unicode() >= 0xff10 && c.unicode() <= 0xff19;
}

QString wide(const QString &digits)
{
    QString out = digits;
    for (QChar &c : out) {
        if (c >= u'0' && c <= u'9')
            c = QChar(char16_t(c.unicode() - u'0' + 0xff10));
    }
    return out;
}

const QRegularExpression &number()
{
    static const QRegularExpression digits(u"[0-9\uff10-\uff19]+"_s);
    return digits;
}

/// How codes are written here: taken over from the last one that was there.
struct Style
{
    bool isWide = false;
    QChar hyphen = u'-';

    void learn(const QString &code)
    {
        const auto digits = number().match(code);
        if (!digits.hasMatch())
            return;
        isWide = ui::isWide(digits.captured().at(0));
        for (const QChar c : code) {
            if (exchange::codeKey(QString(c)) == "-"_L1)
                hyphen = c;
        }
    }
    QString write(const QString &base, int place) const
    {
        const QString counted = QString::number(place);
        return base + hyphen + (isWide ? wide(counted) : counted);
    }
};

class Renumbering
{
public:
    Renumbering(const Plan &plan, const RenumberingWishes &wishes)
        : m_plan(plan)
        , m_wishes(wishes)
    {
    }

    QList<CodeChange> run()
    {
        int place = 0;
        for (const ElementId &policy : m_plan.children(m_plan.root(), Kind::Policy))
            addPolicy(policy, ++place);
        noteShared();
        return m_out;
    }

private:
    bool isWhole() const { return m_wishes.branch.isNull() || m_wishes.branch.kind == Kind::Plan; }
    bool isIn(const ElementId &id) const
    {
        if (isWhole())
            return true;
        for (ElementId at = id; !at.isNull(); at = m_plan.parentOf(at)) {
            if (at == m_wishes.branch)
                return true;
        }
        return false;
    }

    /// \return the number or code as it will be
    QString add(const ElementId &id, const QString &wanted)
    {
        const QString field = fieldOf(id.kind);
        CodeChange change{id, m_plan.text(id, field), wanted, CodeChange::Note::None};
        if (m_plan.conflicts().value(id).contains(field))
            change.note = CodeChange::Note::Contested;
        if (change.note == CodeChange::Note::Contested
            || exchange::codeKey(change.before) == exchange::codeKey(change.after))
            change.after = change.before;
        m_out.append(change);
        return change.after;
    }

    void addPolicy(const ElementId &policy, int place)
    {
        QString label = m_plan.text(policy, u"number");
        const QString counted = QString::number(place);
        if (isWhole() && m_wishes.policies) {
            const auto digits = number().match(label);
            QString wanted = label.isEmpty() ? counted : label;
            if (digits.hasMatch())
                wanted.replace(digits.capturedStart(), digits.capturedLength(),
                    isWide(digits.captured().at(0)) ? wide(counted) : counted);
            label = add(policy, wanted);
        }
        const auto digits = number().match(label);
        const QString base = digits.hasMatch() ? exchange::codeKey(digits.captured()) : counted;
        int item = 0;
        for (const ElementId &goal : m_plan.children(policy, Kind::Goal)) {
            for (const ElementId &one : m_plan.children(goal, Kind::ReformItem))
                addItem(one, base, ++item);
        }
    }

    void addItem(const ElementId &item, const QString &base, int place)
    {
        QString code = m_plan.text(item, u"code");
        m_style.learn(code);
        const bool only = !isWhole() && !isIn(item); // only an initiative of it, or nothing
        if (m_wishes.items && !only && m_wishes.branch != item)
            code = add(item, m_style.write(m_style.isWide ? wide(base) : base, place));
        if (!m_wishes.initiatives || code.isEmpty() || only)
            return;
        Style style = m_style;
        style.learn(code);
        int count = 0;
        for (const ElementId &one : m_plan.children(item, Kind::Initiative))
            add(one, style.write(code, ++count));
    }

    /// What is the same as another one of its kind afterwards, wherever that stands.
    void noteShared()
    {
        QHash<ElementId, QString> after;
        for (const CodeChange &change : std::as_const(m_out))
            after.insert(change.id, change.after);
        QMap<std::pair<Kind, QString>, int> used;
        const auto count = [&](const ElementId &id) {
            const QString code = after.contains(id) ? after.value(id) : m_plan.text(id, fieldOf(id.kind));
            if (!code.isEmpty())
                ++used[{id.kind, exchange::codeKey(code)}];
        };
        for (const ElementId &policy : m_plan.children(m_plan.root(), Kind::Policy)) {
            count(policy);
            for (const ElementId &goal : m_plan.children(policy, Kind::Goal)) {
                for (const ElementId &item : m_plan.children(goal, Kind::ReformItem)) {
                    count(item);
                    for (const ElementId &initiative : m_plan.children(item, Kind::Initiative))
                        count(initiative);
                }
            }
        }
        for (CodeChange &change : m_out) {
            if (change.note == CodeChange::Note::None
                && used.value({change.id.kind, exchange::codeKey(change.after)}) > 1)
                change.note = CodeChange::Note::Shared;
        }
    }

    const Plan &m_plan;
    const RenumberingWishes m_wishes;
    Style m_style;
    QList<CodeChange> m_out;
};
} // namespace

QList<CodeChange> renumbering(const Plan &plan, const RenumberingWishes &wishes)
{
    return Renumbering(plan, wishes).run();
}

QList<PlanChange> changesOf(const QList<CodeChange> &codes)
{
    QList<PlanChange> out;
    for (const CodeChange &one : codes) {
        if (one.isChange())
            out.append(PlanChange::set(one.id, fieldOf(one.id.kind), one.after));
    }
    return out;
}

} // namespace mezasu::ui
