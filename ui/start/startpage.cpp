// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/settings.h"
#include "ui/start/waybutton.h"
#include "ui/words.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
enum Column { PlanColumn, PlaceColumn, TimeColumn, ColumnCount };
constexpr int kPathRole = Qt::UserRole;

QLabel *makeHeading(const QString &text, Type type)
{
    auto *label = new QLabel(text);
    setType(label, type);
    return label;
}
} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"startPage"_s);
    auto *outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"startScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    scroll->setWidget(content);
    outside->addWidget(scroll);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_sides->setContentsMargins(2 * gap::kPage, 2 * gap::kPage, 2 * gap::kPage, gap::kPage);
    m_sides->setSpacing(2 * gap::kPage);
    m_ways = new QWidget;
    addWays(new QVBoxLayout(m_ways));
    m_sides->addWidget(m_ways, 5); // its sentences fit a line on a common screen
    auto *recents = new QWidget;
    addRecents(new QVBoxLayout(recents));
    m_sides->addWidget(recents, 6);
    connect(&m_presence, &FilePresence::found, this, &StartPage::setPresence);
    refresh();
}

void StartPage::addWays(QVBoxLayout *layout)
{
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap::kSmall);
    layout->addWidget(makeHeading(u"Mezasu"_s, Type::Title));
    auto *intro =
        new QLabel(tr("計画の素案づくりから、年度ごとの実績と議会資料まで。\nはじめに、次のどれかを選んでください。"));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    layout->addSpacing(gap::kSmall);
    const auto way = [&](const QString &text, const QString &name, const QString &icon, const QString &what,
                         auto signal) {
        auto *button = new WayButton(ui::icon(icon), text, what);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, signal);
        layout->addWidget(button);
        if (!m_first)
            m_first = button;
    };
    way(tr("サンプル計画を見てみる(&M)"), u"startSampleButton"_s, u"view-preview"_s,
        tr("架空の市の計画です。自由に書き換えて試せます。どこにも保存しません。"), &StartPage::sampleRequested);
    way(tr("計画を開く(&O)…"), u"startOpenButton"_s, u"document-open"_s, tr("保存してある計画ファイルを開きます。"),
        [this] { Q_EMIT openRequested({}); });
    way(tr("新しい計画を作る(&N)…"), u"startNewButton"_s, u"document-new"_s, tr("何もないところから書き始めます。"),
        &StartPage::newRequested);
    way(tr("表から新しい計画を作る(&T)…"), u"startImportButton"_s, u"document-import"_s,
        tr("Excel・CSV・TSVの表や、書き出したJSONから作ります。"), &StartPage::importRequested);
    way(tr("コピーした表から作る(&C)…"), u"startClipboardButton"_s, u"edit-paste"_s,
        tr("Excelなどで範囲をコピーしてから選びます。"), &StartPage::clipboardRequested);
    layout->addStretch();
}

void StartPage::addRecents(QVBoxLayout *layout)
{
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap::kSmall);
    layout->addWidget(makeHeading(tr("最近開いた計画"), Type::Section));
    m_none = new QLabel(tr("まだありません。開いた計画が、ここに並びます。"));
    m_none->setObjectName(u"recentNoneLabel"_s);
    m_none->setWordWrap(true);
    layout->addWidget(m_none);
    m_recents = new QTreeWidget;
    m_recents->setObjectName(u"recentList"_s);
    m_recents->setAccessibleName(tr("最近開いた計画"));
    m_recents->setAccessibleDescription(tr("Enterで開き、Deleteで一覧から外します。ファイルは消えません。"));
    m_recents->setColumnCount(ColumnCount);
    m_recents->setHeaderLabels({tr("計画"), tr("場所"), tr("開いた日時")});
    m_recents->setRootIsDecorated(false);
    m_recents->setUniformRowHeights(true);
    m_recents->setAllColumnsShowFocus(true);
    m_recents->setTextElideMode(Qt::ElideMiddle);
    m_recents->header()->setStretchLastSection(false);
    m_recents->header()->setSectionResizeMode(PlanColumn, QHeaderView::Stretch);
    m_recents->header()->setSectionResizeMode(PlaceColumn, QHeaderView::Stretch);
    m_recents->header()->setSectionResizeMode(TimeColumn, QHeaderView::ResizeToContents);
    m_recents->setMinimumHeight(fontMetrics().height() * 8);
    m_recents->installEventFilter(this);
    connect(m_recents, &QTreeWidget::itemDoubleClicked, this, &StartPage::openCurrent);
    layout->addWidget(m_recents, 1);
    auto *buttons = new QHBoxLayout;
    m_open = new QPushButton(tr("選んだ計画を開く"));
    m_open->setObjectName(u"recentOpenButton"_s);
    m_forget = new QPushButton(tr("一覧から外す"));
    m_forget->setObjectName(u"recentForgetButton"_s);
    m_forget->setToolTip(tr("一覧からなくなるだけです。ファイルは消えません。"));
    connect(m_open, &QPushButton::clicked, this, &StartPage::openCurrent);
    connect(m_forget, &QPushButton::clicked, this, &StartPage::forgetCurrent);
    connect(m_recents, &QTreeWidget::currentItemChanged, this, [this] {
        m_open->setEnabled(!currentPath().isEmpty());
        m_forget->setEnabled(!currentPath().isEmpty());
    });
    buttons->addWidget(m_open);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch(0); // where there is no list yet
}

/// Beside each other where both have room, so that neither pushes the other out of sight.
void StartPage::arrange()
{
    const int comfortable = m_ways->sizeHint().width() * 11 / 10;
    m_ways->setMaximumWidth(comfortable);
    const bool both = width() >= 2 * comfortable + 6 * gap::kPage;
    m_sides->setDirection(both ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StartPage::refresh()
{
    const QString before = currentPath();
    const QList<settings::RecentFile> files = m_showsRecents ? settings::recentFiles() : QList<settings::RecentFile>();
    m_recents->clear();
    QStringList paths;
    for (const settings::RecentFile &file : files) {
        const QFileInfo info(file.path); // only the words of the path: nothing is asked of the disk
        auto *item = new QTreeWidgetItem(m_recents);
        item->setText(
            PlanColumn, file.title.isEmpty() ? info.fileName() : tr("%1（%2）").arg(file.title, info.fileName()));
        item->setText(PlaceColumn, QDir::toNativeSeparators(info.path()));
        item->setText(TimeColumn, words::dayAndTime(file.opened.toLocalTime()));
        item->setData(PlanColumn, kPathRole, file.path);
        for (int c = 0; c < ColumnCount; ++c)
            item->setToolTip(c, QDir::toNativeSeparators(file.path));
        if (file.path == before)
            m_recents->setCurrentItem(item);
        paths.append(file.path);
    }
    if (!m_recents->currentItem() && m_recents->topLevelItemCount() > 0)
        m_recents->setCurrentItem(m_recents->topLevelItem(0));
    m_none->setVisible(files.isEmpty());
    m_recents->setVisible(!files.isEmpty());
    m_open->setVisible(!files.isEmpty());
    m_forget->setVisible(!files.isEmpty());
    m_presence.look(paths);
}

void StartPage::hideRecents()
{
    m_showsRecents = false;
    refresh();
}

void StartPage::setPresence(const QString &path, bool isThere)
{
    for (int i = 0; i < m_recents->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_recents->topLevelItem(i);
        if (item->data(PlanColumn, kPathRole).toString() != path)
            continue;
        const QString folder = QDir::toNativeSeparators(QFileInfo(path).path());
        item->setText(PlaceColumn, isThere ? folder : tr("見つかりません：%1").arg(folder));
        QFont font = m_recents->font();
        font.setItalic(!isThere);
        item->setFont(PlaceColumn, font);
    }
}

QString StartPage::currentPath() const
{
    const QTreeWidgetItem *item = m_recents->currentItem();
    return item ? item->data(PlanColumn, kPathRole).toString() : QString();
}

void StartPage::openCurrent()
{
    if (const QString path = currentPath(); !path.isEmpty())
        Q_EMIT openRequested(path);
}

void StartPage::forgetCurrent()
{
    if (const QString path = currentPath(); !path.isEmpty()) {
        settings::forget(path);
        refresh();
    }
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    if (!isAncestorOf(QApplication::focusWidget()))
        m_first->setFocus();
}

bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_recents && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
        if (key == Qt::Key_Delete) {
            forgetCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mezasu::ui
