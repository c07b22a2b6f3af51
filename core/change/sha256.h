// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <array>

namespace mezasu {

/// SHA-256 (FIPS 180-4) of bytes that come in parts. A copy goes on from where the original stands.
///
/// Beside QCryptographicHash because an import hashes hundreds of thousands of short texts and tens of megabytes of records:
/// this needs no allocation, remembers a common beginning, and uses the instructions that processors have for it.
class Sha256
{
public:
    enum class Using { BestOfProcessor, PlainArithmetic };
    explicit Sha256(Using what = Using::BestOfProcessor);

    void add(QByteArrayView bytes);
    /// Of all that was added so far; more may follow.
    std::array<quint8, 32> result() const;

private:
    static constexpr size_t kBlock = 64;
    using State = std::array<quint32, 8>;
    using Compress = void (*)(State &state, const quint8 *data, size_t blocks);
    static void compressPlainly(State &state, const quint8 *data, size_t blocks);
    static void compressByInstructions(State &state, const quint8 *data, size_t blocks);
    static bool hasInstructions();

    Compress m_compress;
    State m_state;
    std::array<quint8, kBlock> m_rest{}; ///< what does not fill a block yet
    quint64 m_size = 0;                  ///< bytes added
};

} // namespace mezasu
