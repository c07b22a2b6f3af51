// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/artifacts.h"

#include <charconv>
#include <cmath>

namespace mezasu::report {

namespace {

bool isWhite(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

/// Reads a content stream operator by operator. A library's tokenizer would do, but makes a string of every token, and a long
/// report has millions of them.
class Marker
{
public:
    explicit Marker(std::string_view content)
        : m_in(content)
    {
        m_out.reserve(content.size() + content.size() / 16 + 64);
    }

    MarkedContent run()
    {
        while (m_at < m_in.size())
            readToken();
        m_out += m_in.substr(m_from);
        close();
        return {std::move(m_out), m_pieces};
    }

private:
    void readToken();
    void readString();
    void handle(std::string_view op);
    void skipTo(std::string_view end)
    {
        const std::size_t found = m_in.find(end, m_at);
        m_at = found == std::string_view::npos ? m_in.size() : found + end.size();
    }
    /// Where no content is open.
    void open()
    {
        if (m_inside != Inside::Nothing)
            return;
        if (!m_out.empty() && !isWhite(m_out.back()))
            m_out += '\n';
        m_out += "/Artifact BMC\n";
        m_inside = Inside::Artifact;
    }
    void close()
    {
        if (m_inside != Inside::Nothing)
            m_out += "\nEMC\n";
        m_inside = Inside::Nothing;
    }
    /// What has been read since the sign's path began is left out.
    void begin()
    {
        close();
        m_out += "\n/Span << /MCID " + std::to_string(m_pieces++) + " >> BDC\n";
        m_inside = Inside::Content;
    }

    std::string_view m_in;
    std::string m_out;
    std::size_t m_at = 0;
    std::size_t m_from = 0; ///< where the operands of the next operator begin
    enum class Inside { Nothing, Artifact, Content } m_inside = Inside::Nothing;
    double m_sign = 0; ///< the height of a sign whose rectangle has been read and not yet been filled
    int m_pieces = 0;
};

/// The height of a sign; 0 for what is none. \param operands of a rectangle
double signOf(std::string_view operands)
{
    double values[4] = {};
    const char *at = operands.data();
    const char *end = at + operands.size();
    for (double &value : values) {
        while (at < end && isWhite(*at))
            ++at;
        const auto read = std::from_chars(at, end, value);
        if (read.ec != std::errc())
            return 0;
        at = read.ptr;
    }
    const double height = std::abs(values[3]); // cairo draws from the upper edge down or from the lower edge up
    const auto is = [](double value, double wanted) { return std::abs(value - wanted) < 0.005; };
    if (!is(values[0], sign::kLeft) || !is(values[2], sign::kWidth))
        return 0;
    return is(height, sign::kBeginHeight) ? sign::kBeginHeight : is(height, sign::kEndHeight) ? sign::kEndHeight : 0;
}

void Marker::readString()
{
    int depth = 0;
    for (; m_at < m_in.size(); ++m_at) {
        const char c = m_in[m_at];
        if (c == '\\')
            ++m_at;
        else if (c == '(')
            ++depth;
        else if (c == ')' && --depth == 0) {
            ++m_at;
            return;
        }
    }
}

void Marker::readToken()
{
    const char c = m_in[m_at];
    if (isWhite(c)) {
        ++m_at;
    } else if (c == '(') {
        readString();
    } else if (c == '<' && m_in.substr(m_at, 2) != "<<") {
        skipTo(">");
    } else if (c == '%') {
        while (m_at < m_in.size() && m_in[m_at] != '\n' && m_in[m_at] != '\r')
            ++m_at;
    } else if (isDelimiter(c) && c != '/') {
        m_at += m_in.substr(m_at, 2) == "<<" ? 2 : 1;
    } else {
        const std::size_t begin = m_at++;
        while (m_at < m_in.size() && !isWhite(m_in[m_at]) && !isDelimiter(m_in[m_at]))
            ++m_at;
        const std::string_view word = m_in.substr(begin, m_at - begin);
        const bool isOperand = c == '/' || c == '+' || c == '-' || c == '.' || (c >= '0' && c <= '9') || word == "true"
            || word == "false" || word == "null";
        if (!isOperand)
            handle(word);
    }
}

void Marker::handle(std::string_view op)
{
    if (op == "ID") // the bytes of a picture
        skipTo("EI");
    const std::string_view whole = m_in.substr(m_from, m_at - m_from); // with its operands
    m_from = m_at;
    if (m_sign > 0 && (op == "f" || op == "f*")) {
        if (m_sign == sign::kBeginHeight)
            begin();
        else if (m_inside == Inside::Content)
            close();
        m_sign = 0;
        return;
    }
    if (op == "re") {
        m_sign = signOf(whole.substr(0, whole.size() - op.size()));
        if (m_sign > 0)
            return;
    }
    open();
    m_out += whole;
}

} // namespace

MarkedContent markedContent(std::string_view content)
{
    return Marker(content).run();
}

} // namespace mezasu::report
