// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/sha256.h"

#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define MEZASU_SHA_INSTRUCTIONS
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace mezasu {

namespace {
alignas(16) constexpr std::array<quint32, 64> kRound = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b,
    0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc,
    0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1,
    0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814,
    0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

quint32 readBigEndian(const quint8 *from)
{
    return quint32(from[0]) << 24 | quint32(from[1]) << 16 | quint32(from[2]) << 8 | quint32(from[3]);
}
} // namespace

Sha256::Sha256(Using what)
    : m_compress(what == Using::BestOfProcessor && hasInstructions() ? compressByInstructions : compressPlainly)
    , m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
{
}

void Sha256::add(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const auto *from = reinterpret_cast<const quint8 *>(bytes.data());
    auto size = size_t(bytes.size());
    const size_t held = m_size % kBlock;
    m_size += size;
    if (held > 0) {
        const size_t part = std::min(size, kBlock - held);
        std::memcpy(m_rest.data() + held, from, part);
        if (held + part < kBlock)
            return;
        m_compress(m_state, m_rest.data(), 1);
        from += part;
        size -= part;
    }
    m_compress(m_state, from, size / kBlock);
    std::memcpy(m_rest.data(), from + size / kBlock * kBlock, size % kBlock);
}

std::array<quint8, 32> Sha256::result() const
{
    // The bytes, one set bit, zeros, and the number of bits in the last eight bytes of a block.
    State state = m_state;
    std::array<quint8, 2 * kBlock> end{};
    const size_t held = m_size % kBlock;
    std::memcpy(end.data(), m_rest.data(), held);
    end[held] = 0x80;
    const size_t blocks = held + 1 + 8 > kBlock ? 2 : 1;
    for (size_t i = 0; i < 8; ++i)
        end[blocks * kBlock - 1 - i] = quint8((m_size * 8) >> (8 * i));
    m_compress(state, end.data(), blocks);
    std::array<quint8, 32> out{};
    for (size_t i = 0; i < out.size(); ++i)
        out[i] = quint8(state[i / 4] >> (24 - 8 * (i % 4)));
    return out;
}

void Sha256::compressPlainly(State &state, const quint8 *data, size_t blocks)
{
    for (; blocks > 0; --blocks, data += kBlock) {
        std::array<quint32, 64> w{};
        for (size_t i = 0; i < 16; ++i)
            w[i] = readBigEndian(data + 4 * i);
        for (size_t i = 16; i < 64; ++i) {
            const quint32 s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
            const quint32 s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        auto [a, b, c, d, e, f, g, h] = state;
        for (size_t i = 0; i < 64; ++i) {
            const quint32 sum1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
            const quint32 t1 = h + sum1 + ((e & f) ^ (~e & g)) + kRound[i] + w[i];
            const quint32 sum0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
            const quint32 t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        const State added{a, b, c, d, e, f, g, h};
        for (size_t i = 0; i < state.size(); ++i)
            state[i] += added[i];
    }
}

#ifdef MEZASU_SHA_INSTRUCTIONS

bool Sha256::hasInstructions()
{
    static const bool kHas = [] {
        unsigned a = 0, b = 0, c = 0, d = 0;
        if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSSE3) == 0 || (c & bit_SSE4_1) == 0)
            return false;
        return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
    }();
    return kHas;
}

__attribute__((target("sha,sse4.1,ssse3"))) void Sha256::compressByInstructions(
    State &state, const quint8 *data, size_t blocks)
{
    const auto at = [](const auto *p) { return reinterpret_cast<const __m128i *>(p); };
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    // The instructions want the eight words as ABEF and CDGH, the highest first.
    const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(at(state.data())), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(at(state.data() + 4)), 0x1b);
    __m128i abef = _mm_alignr_epi8(badc, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, badc, 0xf0);
    for (; blocks > 0; --blocks, data += kBlock) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i w[4]; // the last sixteen words of the schedule
        for (int i = 0; i < 4; ++i)
            w[i] = _mm_shuffle_epi8(_mm_loadu_si128(at(data + 16 * i)), bigEndian);
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) { // four rounds each
            const __m128i now = w[i & 3];
            const __m128i words = _mm_add_epi32(now, _mm_load_si128(at(kRound.data() + size_t(4 * i))));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, words);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(words, 0x0e));
            const __m128i last = w[(i + 3) & 3];
            const __m128i sum =
                _mm_add_epi32(_mm_sha256msg1_epu32(now, w[(i + 1) & 3]), _mm_alignr_epi8(last, w[(i + 2) & 3], 4));
            w[i & 3] = _mm_sha256msg2_epu32(sum, last);
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(reinterpret_cast<__m128i *>(state.data()), _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(state.data() + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool Sha256::hasInstructions()
{
    return false;
}

void Sha256::compressByInstructions(State &state, const quint8 *data, size_t blocks)
{
    compressPlainly(state, data, blocks);
}

#endif

} // namespace mezasu
