// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/filestorage.h"
#include "tests/gui/typing.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/pages/elementpage.h"
#include "ui/pages/rowssection.h"
#include "ui/pages/rowwidget.h"
#include "ui/planview.h"

#include <QApplication>
#include <QClipboard>
#include <QtTest>

/// What the tests of pages and of their rows share.
namespace pages {

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

inline Session session()
{
    return {u"試験"_s, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
}

inline QWidget *focused()
{
    return QApplication::focusWidget();
}

/// A page of a plan with one goal that is alone with its item, and two departments.
class PageFixture : public QObject
{
protected:
    std::unique_ptr<CompositionGuard> m_guard;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<PlanView> m_view;
    ElementId m_policy, m_goal, m_item, m_finance, m_welfare;

    const Plan &plan() const { return m_document->plan(); }
    ElementPage *page() const { return m_view->page(); }
    ElementId root() const { return plan().root(); }

    static FieldMap named(const QString &field, const QString &text)
    {
        FieldMap fields;
        fields.set(field, text);
        return fields;
    }

    /// A plan with one goal that is alone with its item, and two departments.
    QList<PlanChange> steps(const ElementId &top)
    {
        m_policy = ElementId::create(Kind::Policy);
        m_goal = ElementId::create(Kind::Goal);
        m_item = ElementId::create(Kind::ReformItem);
        m_finance = ElementId::create(Kind::Department);
        m_welfare = ElementId::create(Kind::Department);
        return {PlanChange::insert(m_finance, top, named(u"name"_s, u"財政課"_s)),
            PlanChange::insert(m_welfare, top, named(u"name"_s, u"福祉課"_s)),
            PlanChange::insert(m_policy, top, named(u"title"_s, u"近い行政"_s)), PlanChange::insert(m_goal, m_policy),
            PlanChange::insert(m_item, m_goal, named(u"title"_s, u"届ける"_s))};
    }
    void begin(std::unique_ptr<PlanStorage> storage = nullptr)
    {
        m_view.reset();
        m_document = std::make_unique<PlanDocument>(Journal(), std::move(storage), session());
        const ElementId top = ElementId::create(Kind::Plan);
        QVERIFY(m_document->createPlan({}, steps(top), top));
        look();
    }
    void look()
    {
        m_view = std::make_unique<PlanView>(m_document.get());
        m_view->resize(1200, 760);
        m_view->setVisible(true);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    QList<ElementId> issues() const { return plan().children(m_goal, Kind::Issue); }
    QStringList issueLines()
    {
        QStringList out;
        for (const ElementId &id : issues())
            out.append(m_document->text(id, u"mark"_s) + m_document->text(id, u"text"_s));
        return out;
    }
    ElementId addIssue(const QString &mark, const QString &text)
    {
        const ElementId id = ElementId::create(Kind::Issue);
        FieldMap fields;
        if (!mark.isEmpty())
            fields.set(u"mark", mark);
        if (!text.isEmpty())
            fields.set(u"text", text);
        [&] { QVERIFY(m_document->apply({PlanChange::insert(id, m_goal, fields)})); }();
        return id;
    }
    RowsSection *section(const QString &name = u"issueSection"_s) { return child<RowsSection>(page(), name); }
    RowWidget *rowOf(const ElementId &id)
    {
        for (RowWidget *row : page()->findChildren<RowWidget *>()) {
            if (row->id() == id && !row->isHidden())
                return row;
        }
        return nullptr;
    }
    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(focused(), Qt::Key_V, Qt::ControlModifier);
    }

    void prepare()
    {
        setUpLook(*qApp);
        m_guard = std::make_unique<CompositionGuard>();
    }
    void end()
    {
        m_view.reset();
        m_document.reset();
    }
};

} // namespace pages
