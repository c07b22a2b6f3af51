// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/orderkey.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace mezasu {

// A key is  level* 'm'   with   level = C [~fraction!] run c [own]
//   C, c   whole numbers: 'm' is 0; 'n', 'o', 'p' … announce 1, 2, 3 … base-62 digits of a positive one, 'l', 'k', 'j' … of a
//          negative one in complement, so that the order of the bytes is the order of the numbers
//   run    six base-62 digits of the UUID of the item that began the run; own: six of this item, absent where c is 0
// Below an item (its key without the last 'm') stand runs with C < 0 before it, and with C = 0 and a fraction, or C > 0, after it.

namespace {
constexpr char kDigits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int kBase = 62;
constexpr qsizetype kOwn = 6;
constexpr qsizetype kMaxFraction = 4;
constexpr int kMaxNumberDigits = 9; // 62^9 fits into 64 bits

int digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 36;
    return -1;
}

qint64 power(int exponent)
{
    qint64 p = 1;
    for (int i = 0; i < exponent; ++i)
        p *= kBase;
    return p;
}

QByteArray numberText(qint64 n)
{
    if (n == 0)
        return "m";
    qint64 rest = std::abs(n) - 1;
    int length = 1;
    while (rest >= power(length))
        rest -= power(length++);
    if (n < 0)
        rest = power(length) - 1 - rest;
    QByteArray digits(length, '0');
    for (int i = length - 1; i >= 0; --i) {
        digits[i] = kDigits[rest % kBase];
        rest /= kBase;
    }
    return QByteArray(1, static_cast<char>('m' + (n > 0 ? length : -length))) + digits;
}

/// Reads a number at \p at and moves behind it.
std::optional<qint64> readNumber(QByteArrayView key, qsizetype &at)
{
    if (at >= key.size())
        return {};
    const int announced = key.at(at++) - 'm';
    if (announced == 0)
        return 0;
    const int length = std::abs(announced);
    if (length > kMaxNumberDigits || at + length > key.size())
        return {};
    qint64 n = 0;
    for (int i = 0; i < length; ++i) {
        const int digit = digitValue(key.at(at++));
        if (digit < 0)
            return {};
        n = n * kBase + digit;
    }
    if (announced < 0)
        n = power(length) - 1 - n;
    for (int k = 1; k < length; ++k)
        n += power(k);
    ++n;
    return announced > 0 ? n : -n;
}

struct Level
{
    qsizetype start = 0; ///< where C begins
    qint64 C = 0;
    qsizetype counterStart = 0; ///< where c begins; the key up to here names the run
    qint64 c = 0;
    QByteArray fraction;
};

/// The levels of a key; nothing when it is none.
std::optional<std::vector<Level>> levelsOf(QByteArrayView key)
{
    if (key.isEmpty() || key.back() != 'm')
        return {};
    const auto skipDigits = [&key](qsizetype &at) {
        for (qsizetype i = 0; i < kOwn; ++i, ++at) {
            if (at >= key.size() || digitValue(key.at(at)) < 0)
                return false;
        }
        return true;
    };
    std::vector<Level> out;
    qsizetype at = 0;
    while (at < key.size() - 1) {
        Level level;
        level.start = at;
        const auto C = readNumber(key, at);
        if (!C)
            return {};
        level.C = *C;
        if (at < key.size() && key.at(at) == '~') {
            const qsizetype end = key.indexOf('!', at);
            if (end < 0)
                return {};
            level.fraction = key.sliced(at + 1, end - at - 1).toByteArray();
            if (std::any_of(level.fraction.begin(), level.fraction.end(), [](char c) { return digitValue(c) < 0; }))
                return {};
            at = end + 1;
        }
        if (!skipDigits(at))
            return {};
        level.counterStart = at;
        const auto c = readNumber(key, at);
        if (!c || (*c != 0 && !skipDigits(at)))
            return {};
        level.c = *c;
        out.push_back(std::move(level));
    }
    if (at != key.size() - 1)
        return {};
    return out;
}

QByteArray ownDigits(const QUuid &uuid)
{
    const QByteArray bytes = uuid.toRfc4122();
    quint64 n = 0;
    for (qsizetype i = 0; i < 8; ++i)
        n = (n << 8) | static_cast<quint8>(bytes.at(i));
    QByteArray out;
    for (qsizetype i = 0; i < kOwn; ++i) {
        out += kDigits[n % kBase];
        n /= kBase;
    }
    return out;
}

/// A fraction between two digit strings, as short as it goes; without \p b: below 1.
QByteArray middle(const QByteArray &a, std::optional<QByteArray> b)
{
    QByteArray out;
    for (qsizetype i = 0; i < 99; ++i) {
        const int x = i < a.size() ? digitValue(a.at(i)) : 0;
        const int y = !b ? kBase : i < b->size() ? digitValue(b->at(i)) : 0;
        if (y - x > 1)
            return out + kDigits[(x + y) / 2];
        out += kDigits[x];
        if (y > x)
            b.reset();
    }
    return out;
}

/// One key with its levels, or the end of the list.
struct Neighbour
{
    const QByteArray &key;
    std::vector<Level> levels;

    bool isEnd() const { return key.isEmpty(); }
    QByteArray run() const { return levels.empty() ? QByteArray() : key.first(levels.back().counterStart); }
};

class Finder
{
public:
    Finder(Neighbour left, Neighbour right, const QUuid &uuid, RunsOfSession &mine)
        : m_left(std::move(left))
        , m_right(std::move(right))
        , m_own(ownDigits(uuid))
        , m_mine(mine)
    {
    }

    QByteArray find()
    {
        if (auto key = continueRun(m_left, 1))
            return *key;
        if (auto key = continueRun(m_right, -1))
            return *key;
        const size_t depth = std::max<size_t>({m_left.levels.size(), m_right.levels.size(), 1});
        for (size_t i = 0; i < depth; ++i) {
            if (auto key = beginBeside(m_left, i, 1))
                return *key;
            if (auto key = beginBeside(m_right, i, -1))
                return *key;
            if (auto key = beginBetween(i))
                return *key;
        }
        return beginBelow();
    }

private:
    bool isFree(const QByteArray &slot) const
    {
        return (m_left.isEnd() || (m_left.key < slot && !m_left.key.startsWith(slot)))
            && (m_right.isEnd() || (slot < m_right.key && !m_right.key.startsWith(slot)));
    }
    bool isMine(const Neighbour &n) const { return !n.levels.empty() && m_mine.contains(n.run()); }

    QByteArray begin(const QByteArray &slot)
    {
        m_mine.insert(slot + m_own);
        return slot + m_own + "mm";
    }

    /// Typing on behind, or before, an item of a run that was begun in this session.
    std::optional<QByteArray> continueRun(const Neighbour &n, int step) const
    {
        if (n.isEnd() || !isMine(n) || n.levels.back().c + step == 0)
            return {};
        const QByteArray slot = n.run() + numberText(n.levels.back().c + step);
        if (!isFree(slot))
            return {};
        return slot + m_own + 'm';
    }

    std::optional<QByteArray> beginBeside(const Neighbour &n, size_t i, int step)
    {
        if (i >= n.levels.size() || (i > 0 && n.levels.at(i).C + step == 0))
            return {};
        const QByteArray slot = n.key.first(n.levels.at(i).start) + numberText(n.levels.at(i).C + step);
        if (!isFree(slot) || isMine(m_left) || isMine(m_right))
            return {};
        return begin(slot);
    }

    struct Position
    {
        QByteArray prefix;
        qint64 C;
        QByteArray fraction;
    };
    /// Where a neighbour stands at a level; the item that the other one hangs on stands at C = 0 of the level below.
    static std::optional<Position> positionAt(const Neighbour &n, const Neighbour &other, size_t i)
    {
        if (i < n.levels.size()) {
            const Level &level = n.levels.at(i);
            return Position{n.key.first(level.start), level.C, level.fraction};
        }
        if (!n.isEnd() && i == n.levels.size() && i < other.levels.size()
            && other.key.first(other.levels.at(i).start) == n.key.chopped(1))
            return Position{n.key.chopped(1), 0, {}};
        return {};
    }

    std::optional<QByteArray> beginBetween(size_t i)
    {
        const auto a = positionAt(m_left, m_right, i);
        const auto b = positionAt(m_right, m_left, i);
        if (!a || !b || a->prefix != b->prefix || std::pair(a->C, a->fraction) >= std::pair(b->C, b->fraction))
            return {};
        const QByteArray fraction =
            middle(a->fraction, a->C == b->C ? std::optional<QByteArray>(b->fraction) : std::nullopt);
        const QByteArray slot = a->prefix + numberText(a->C) + '~' + fraction + '!';
        if (fraction.size() > kMaxFraction || !isFree(slot))
            return {};
        return begin(slot);
    }

    /// No slot is free at any level: a run that hangs on a neighbour.
    QByteArray beginBelow()
    {
        if (m_left.isEnd() && m_right.isEnd())
            return begin("m");
        if (!m_right.isEnd() && (m_left.isEnd() || rightHangsOnLeft()))
            return begin(m_right.key.chopped(1) + numberText(-1));
        return begin(m_left.key.chopped(1) + numberText(1));
    }
    bool rightHangsOnLeft() const
    {
        if (m_right.key.startsWith(m_left.key.chopped(1)))
            return true;
        const size_t depth = m_left.levels.size();
        return depth > 0 && m_right.levels.size() == depth && m_right.key.startsWith(m_left.run())
            && m_right.levels.at(depth - 1).c > 0;
    }

    Neighbour m_left;
    Neighbour m_right;
    QByteArray m_own;
    RunsOfSession &m_mine;
};
} // namespace

QByteArray orderKeyBetween(const QByteArray &left, const QByteArray &right, const QUuid &uuid, RunsOfSession &mine)
{
    // Keys of another make have no levels to look into. Two equal keys (one chance in 10^9) leave no room between; both cases
    // fall back to a key that only sorts.
    auto leftLevels = left.isEmpty() ? std::vector<Level>() : levelsOf(left).value_or(std::vector<Level>());
    auto rightLevels = right.isEmpty() ? std::vector<Level>() : levelsOf(right).value_or(std::vector<Level>());
    const bool foreign = (!left.isEmpty() && leftLevels.empty()) || (!right.isEmpty() && rightLevels.empty());
    const bool noRoom = !left.isEmpty() && !right.isEmpty() && left >= right;
    if (noRoom)
        return orderKeyBetween(left, {}, uuid, mine);
    if (foreign) {
        // Behind all, one level number further is a key of ours again. Else close behind the left one: '!' sorts before all.
        if (right.isEmpty() && left.front() < 'o')
            return "o00" + ownDigits(uuid) + "mm";
        QByteArray slot = left;
        if (right.startsWith(slot)) {
            while (slot.size() < right.size() && right.at(slot.size()) == '!')
                slot += '!';
        }
        return slot + '!' + ownDigits(uuid);
    }
    return Finder({left, std::move(leftLevels)}, {right, std::move(rightLevels)}, uuid, mine).find();
}

bool isOrderKey(QByteArrayView key)
{
    const auto levels = levelsOf(key);
    return levels && !levels->empty();
}

} // namespace mezasu
