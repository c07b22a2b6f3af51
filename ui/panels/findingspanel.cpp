// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/findingspanel.h"

#include "core/findings/findingtext.h"
#include "ui/models/findingsmodel.h"
#include "ui/preview/listpaper.h"
#include "ui/widgets/focusorder.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRestMs = 500; ///< after the last change
} // namespace

FindingsPanel::FindingsPanel(QWidget *parent)
    : Panel(u"findingsPanel"_s, parent)
    , m_model(new FindingsModel(this))
    , m_kinds(new QComboBox)
    , m_count(new QLabel)
    , m_list(new QTreeView)
    , m_copy(new QPushButton(tr("一覧をコピー")))
    , m_print(new QPushButton(tr("一覧を印刷…")))
{
    auto *layout = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    m_kinds->setObjectName(u"findingsKindCombo"_s);
    m_kinds->setAccessibleName(tr("点検の種類"));
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kinds->setMinimumContentsLength(14);
    top->addWidget(m_kinds, 1);
    m_copy->setObjectName(u"findingsCopyButton"_s);
    m_copy->setToolTip(tr("表示している一覧を、文字としてコピーします。"));
    top->addWidget(m_copy);
    m_print->setObjectName(u"findingsPrintButton"_s);
    m_print->setToolTip(tr("表示している一覧を、資料として確かめてから印刷します。"));
    top->addWidget(m_print);
    layout->addLayout(top);
    m_count->setObjectName(u"findingsCountLabel"_s);
    m_count->setWordWrap(true);
    layout->addWidget(m_count);
    m_list->setObjectName(u"findingsList"_s);
    m_list->setAccessibleName(tr("点検の結果"));
    m_list->setAccessibleDescription(tr("Enterで、その場所に移ります。"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(FindingsModel::SeverityColumn, fontMetrics().horizontalAdvance(u"未入力・確認"_s) + 20);
    m_list->setColumnWidth(FindingsModel::ElementColumn, fontMetrics().averageCharWidth() * 34);
    m_list->installEventFilter(this);
    enterAt(this, m_list);
    layout->addWidget(m_list, 1);
    auto *hint = new QLabel(tr("文章を自動で直すことはありません。"));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(hint);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kRestMs);
    connect(&m_timer, &QTimer::timeout, this, &FindingsPanel::look);
    connect(m_kinds, &QComboBox::activated, this, [this] {
        m_model->setCode(m_kinds->currentData().toString());
        chooseOne();
    });
    connect(m_list, &QTreeView::doubleClicked, this, &FindingsPanel::open);
    connect(m_copy, &QPushButton::clicked, this, &FindingsPanel::copy);
    connect(m_print, &QPushButton::clicked, this, &FindingsPanel::print);
    offerKinds();
}

FindingsPanel::~FindingsPanel()
{
    if (m_work)
        m_work->cancel();
}

void FindingsPanel::setDocument(PlanDocument *document)
{
    if (m_work)
        m_work->cancel();
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_model->setFindings(document, {});
    offerKinds();
    m_upToDate = false;
    if (!document)
        return;
    connect(document, &PlanDocument::elementsChanged, this, &FindingsPanel::becomeStale);
    if (isVisible())
        look();
}

void FindingsPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (!m_upToDate)
        look();
}

void FindingsPanel::becomeStale()
{
    m_upToDate = false;
    if (isVisible())
        m_timer.start();
}

void FindingsPanel::look()
{
    if (m_work)
        m_work->cancel();
    if (!m_document)
        return;
    m_count->setText(tr("調べています…"));
    m_upToDate = true; // until the next change
    m_work = Work::start<QList<Finding>>(
        this,
        [plan = m_document->plan()](const Work::Ticket &ticket) mutable {
            const QList<Finding> found = findingsOf(plan, [&ticket] { return ticket->isCancelled(); });
            plan = {}; // the document need not copy its plan at the next change
            return found;
        },
        [this](const QList<Finding> &found) { take(found); });
}

void FindingsPanel::take(const QList<Finding> &findings)
{
    const QModelIndex current = m_list->currentIndex();
    const std::optional<Finding> before = current.isValid() ? std::optional(m_model->at(current.row())) : std::nullopt;
    m_model->setFindings(m_document, findings);
    m_list->resizeColumnToContents(FindingsModel::SeverityColumn); // the words are longer in English
    offerKinds();
    for (int row = 0; before && row < m_model->rowCount(); ++row) {
        if (m_model->at(row) == *before) {
            m_list->setCurrentIndex(m_model->index(row, 0));
            break;
        }
    }
    chooseOne();
}

/// So that Enter goes there at once.
void FindingsPanel::chooseOne()
{
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void FindingsPanel::offerKinds()
{
    const QList<Finding> &all = m_model->all();
    QStringList order;
    QHash<QString, qsizetype> counts;
    qsizetype warnings = 0;
    for (const Finding &finding : all) {
        if (++counts[finding.code] == 1)
            order.append(finding.code);
        warnings += finding.severity == Finding::Severity::Warning ? 1 : 0;
    }
    const QSignalBlocker blocker(m_kinds);
    m_kinds->clear();
    const auto add = [this](const QString &title, qsizetype count, const QString &code) {
        //: a kind of finding and how many there are
        m_kinds->addItem(tr("%1（%2）").arg(title, locale().toString(count)), code);
    };
    add(tr("すべて"), all.size(), {});
    for (const QString &code : std::as_const(order))
        add(findingtext::title(code, QLocale().language()), counts.value(code), code);
    const int at = m_kinds->findData(m_model->code());
    m_kinds->setCurrentIndex(std::max(at, 0));
    if (at < 0)
        m_model->setCode({}); // the last of this kind is gone
    m_count->setText(all.isEmpty()
            ? tr("気になるところは見つかりませんでした。")
            : tr("%n件（うち要対応 %1件）。Enterで、その場所に移ります。", nullptr, int(all.size()))
                  .arg(locale().toString(warnings)));
    m_copy->setEnabled(!all.isEmpty());
    m_print->setEnabled(!all.isEmpty());
}

void FindingsPanel::open()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const Finding finding = m_model->at(index.row());
    Q_EMIT openRequested(finding.element, finding.field);
}

void FindingsPanel::copy()
{
    QGuiApplication::clipboard()->setText(m_model->asText());
    Q_EMIT said(tr("点検の一覧をコピーしました（%1件）。").arg(locale().toString(m_model->rowCount())));
}

void FindingsPanel::print()
{
    ListTable list{tr("点検の一覧"), {}, {{20, 28}, {40, 80}, {40, 100}}, {}};
    for (int column = 0; column < m_model->columnCount(); ++column)
        list.headings.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells.append(m_model->index(row, column).data().toString());
        list.rows.append(cells);
    }
    const Plan &plan = m_document->plan();
    Q_EMIT paperMade(listPaper(list,
        {planAndDay(plan.text(plan.root(), u"title")),
            //: %1 a kind of finding with how many there are
            tr("種類：%1").arg(m_kinds->currentText())}));
}

bool FindingsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            open();
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

} // namespace mezasu::ui
