// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

namespace mezasu::bench {

/// Wall-clock and processor time of one piece of work, in seconds.
struct Time
{
    double wall = 0, cpu = 0;
};
Time measure(const std::function<void()> &work);

/// Times of the same work; the median is what counts.
class Times
{
public:
    void add(const Time &time) { m_all.push_back(time); }
    Time median() const;
    size_t count() const { return m_all.size(); }

private:
    std::vector<Time> m_all;
};

/// One line of the table that the bench prints.
struct Score
{
    QString what;
    double ours = 0, bare = 0; ///< seconds, or megabytes for memory
    double bound = 0;          ///< of ours / bare; for memory, of ours
    double cpuRatio = 0;       ///< the same by processor time: less disturbed by others
    bool isMemory = false;
    double ratio() const { return isMemory ? ours : bare > 0 ? ours / bare : 0; }
    bool passes() const { return ratio() <= bound; }
};

Score score(const QString &what, const Times &ours, const Times &bare, double bound);
/// Prints the table. \return whether all pass
bool print(const std::vector<Score> &scores);
/// A line of /proc/self/status ("VmHWM:"), in megabytes.
double statusOf(QByteArrayView key);
/// A line beside the table: what was measured, for the reader.
void note(const QString &text);

} // namespace mezasu::bench
