// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes the file of the present version that is kept in tests/data/files when a version ships: make_old_file PATH
#include "storefixture.h"

#include <QCoreApplication>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 2)
        return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    QTemporaryDir dir;
    PlanFile::Options options;
    options.backupFolder = dir.filePath(u"backups"_s);
    Session s = makeSample(path, options);
    const ElementId policy = s.first(Kind::Policy);
    const auto copied = s.file->copyTo(dir.filePath(u"copy.mezasu"_s));
    if (!copied)
        return 4;
    const Name before = s.edit({PlanChange::set(policy, u"title"_s, u"題 ③"_s)});
    auto other = Session::open(dir.filePath(u"copy.mezasu"_s));
    if (!other)
        return 4;
    other.value().edit({PlanChange::set(s.root(), u"title"_s, u"別の題"_s)});
    s.edit({PlanChange::set(s.root(), u"title"_s, u"仮"_s)});
    s.edit({PlanChange::set(s.root(), u"title"_s, u"見本計画"_s)});
    s.take(other.value().all());
    s.seal(draftOfErasure(findTexts(*s.journal, u"調査"_s), u"係"_s, u"2026-04-02"_s, u"消去"_s));
    return s.error || before == Name() ? 4 : 0;
}
