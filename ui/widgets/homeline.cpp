// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/homeline.h"

#include "ui/words.h"

#include <QEvent>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

QList<HomeStep> homeOf(const Plan &plan, const ElementId &id)
{
    QList<HomeStep> steps;
    for (ElementId at = plan.parentOf(id); !at.isNull() && at.kind != Kind::Plan; at = plan.parentOf(at)) {
        QString code = plan.text(at, at.kind == Kind::Policy ? u"number" : u"code");
        QString title = plan.text(at, u"title");
        if (const ElementId named = plan.namedBy(at); named != at) {
            code = plan.text(named, u"mark");
            title = plan.text(named, u"text");
        }
        QString name = words::levelName(plan, at.kind);
        if (!code.isEmpty())
            name += u' ' + code;
        if (!title.isEmpty())
            name += HomeLine::tr("「%1」").arg(words::shortened(title, 24));
        steps.prepend({at, name});
    }
    return steps;
}

HomeLine::HomeLine(PlanDocument *document, const ElementId &element, QWidget *parent)
    : QLabel(parent)
    , m_document(document)
    , m_element(element)
{
    setObjectName(u"homeLabel"_s);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        if (const auto id = ElementId::fromString(link))
            Q_EMIT openRequested(*id);
    });
    connect(document, &PlanDocument::elementsChanged, this, &HomeLine::follow);
    follow();
}

void HomeLine::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !text().isEmpty()) {
        setText({}); // links keep the colour in which they were read
        follow();
    }
}

void HomeLine::follow()
{
    if (!m_document->plan().contains(m_element))
        return;
    QStringList links, names;
    for (const HomeStep &step : homeOf(m_document->plan(), m_element)) {
        links.append(u"<a href=\"%1\">%2</a>"_s.arg(step.id.toString(), step.name.toHtmlEscaped()));
        names.append(step.name);
    }
    setText(tr("置き場所：%1").arg(links.join(u" › "_s)));
    setAccessibleName(tr("置き場所：%1").arg(names.join(u" › "_s)));
}

} // namespace mezasu::ui
