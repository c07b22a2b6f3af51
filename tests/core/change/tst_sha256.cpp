// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace mezasu;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatOfTheStandard_data()
    {
        QTest::addColumn<Sha256::Using>("what");
        QTest::newRow("by the instructions of the processor, if it has them") << Sha256::Using::BestOfProcessor;
        QTest::newRow("by plain arithmetic") << Sha256::Using::PlainArithmetic;
    }
    void isThatOfTheStandard()
    {
        QFETCH(Sha256::Using, what);
        QByteArray bytes;
        for (int i = 0; i < 1000; ++i)
            bytes += char((i * i * 7 + i * 31) >> 3);
        for (qsizetype size = 0; size <= bytes.size(); ++size) {
            const QByteArray part = bytes.first(size);
            const QByteArray expected = QCryptographicHash::hash(part, QCryptographicHash::Sha256);
            for (const qsizetype cut : {qsizetype(0), size / 3, size / 2, size}) {
                Sha256 sum(what);
                sum.add(QByteArrayView(part).first(cut));
                const Sha256 begun = sum;
                sum.add(QByteArrayView(part).sliced(cut));
                QCOMPARE(hexOf(sum), expected.toHex());
                Sha256 again = begun; // a copy goes on by itself
                again.add(QByteArrayView(part).sliced(cut));
                QCOMPARE(hexOf(again), expected.toHex());
            }
        }
    }

    void thatOfAMillionLetters()
    {
        Sha256 sum;
        for (int i = 0; i < 1000; ++i)
            sum.add(QByteArray(1000, 'a'));
        QCOMPARE(
            hexOf(sum), QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")); // FIPS 180
    }

private:
    static QByteArray hexOf(const Sha256 &sum)
    {
        const auto result = sum.result();
        return QByteArray(reinterpret_cast<const char *>(result.data()), qsizetype(result.size())).toHex();
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
