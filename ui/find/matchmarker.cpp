// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/matchmarker.h"

#include "ui/find/textkey.h"
#include "ui/look/look.h"
#include "ui/widgets/valuestable.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTextEdit>
#include <QToolButton>
#include <utility>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kOwn = QTextFormat::UserProperty + 41; ///< marks of ours among those of others
constexpr const char *kFollowed = "mezasuMatchFollowed";
constexpr const char *kMarked = "mezasuMatchMarked";
} // namespace

MatchMarker::MatchMarker(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &MatchMarker::markAll);
}

void MatchMarker::mark(QWidget *page, const QString &key)
{
    if (m_page == page && m_key == key)
        return;
    const bool had = !m_key.isEmpty();
    m_page = page;
    m_key = key;
    if (had || !key.isEmpty())
        markAll();
}

void MatchMarker::colourAgain()
{
    const QString key = std::exchange(m_key, {});
    if (key.isEmpty() || !m_page)
        return;
    markAll();
    m_key = key;
    markAll();
}

void MatchMarker::lookAgain()
{
    if (!m_key.isEmpty())
        m_timer.start();
}

void MatchMarker::markAll()
{
    if (!m_page)
        return;
    for (QTextEdit *edit : m_page->findChildren<QTextEdit *>()) {
        markText(edit);
        if (!edit->property(kFollowed).toBool()) {
            edit->setProperty(kFollowed, true);
            connect(edit, &QTextEdit::textChanged, this, &MatchMarker::lookAgain);
        }
    }
    for (QLineEdit *edit : m_page->findChildren<QLineEdit *>()) {
        markField(edit, edit->text());
        if (!edit->property(kFollowed).toBool()) {
            edit->setProperty(kFollowed, true);
            connect(edit, &QLineEdit::textChanged, this, &MatchMarker::lookAgain);
        }
    }
    for (QComboBox *combo : m_page->findChildren<QComboBox *>()) {
        if (!combo->isEditable())
            markField(combo, combo->currentText());
    }
    for (QToolButton *chip : m_page->findChildren<QToolButton *>(u"departmentChip"_s))
        markField(chip, chip->text());
    for (ValuesTable *table : m_page->findChildren<ValuesTable *>())
        table->markMatches(m_key);
}

void MatchMarker::markText(QTextEdit *edit) const
{
    QList<QTextEdit::ExtraSelection> all = edit->extraSelections();
    all.removeIf([](const QTextEdit::ExtraSelection &one) { return one.format.boolProperty(kOwn); });
    for (const TextKey::Span &span : TextKey(edit->toPlainText()).find(m_key)) {
        QTextEdit::ExtraSelection one;
        one.format.setProperty(kOwn, true);
        one.format.setBackground(colours().match);
        one.format.setFontUnderline(true); // not by colour alone
        one.cursor = QTextCursor(edit->document());
        one.cursor.setPosition(static_cast<int>(span.begin));
        one.cursor.setPosition(static_cast<int>(span.begin + span.length), QTextCursor::KeepAnchor);
        all.append(one);
    }
    edit->setExtraSelections(all);
}

void MatchMarker::markField(QWidget *field, const QString &text) const
{
    const bool marked = !m_key.isEmpty() && TextKey::of(text).contains(m_key);
    if (field->property(kMarked).toBool() == marked)
        return;
    field->setProperty(kMarked, marked);
    if (marked) {
        QPalette palette; // no more than these, so that the others follow the window's
        for (const auto role : {QPalette::Base, QPalette::Button})
            palette.setColor(role, colours().match);
        field->setPalette(palette);
    } else {
        field->setPalette({});
    }
    QFont font = field->font();
    font.setUnderline(marked);
    field->setFont(font);
}

} // namespace mezasu::ui
