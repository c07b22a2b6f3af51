// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/artifacts.h"

#include <algorithm>
#include <vector>

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

    std::string run()
    {
        while (m_at < m_in.size())
            readToken();
        m_out += m_in.substr(m_from);
        close();
        return std::move(m_out);
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
        if (m_inArtifact || m_contents > 0)
            return;
        if (!m_out.empty() && !isWhite(m_out.back()))
            m_out += '\n';
        m_out += "/Artifact BMC\n";
        m_inArtifact = true;
    }
    void close()
    {
        if (m_inArtifact)
            m_out += "\nEMC\n";
        m_inArtifact = false;
    }

    std::string_view m_in;
    std::string m_out;
    std::size_t m_at = 0;
    std::size_t m_from = 0;   ///< where the operands of the next operator begin
    std::vector<bool> m_open; ///< sequences, from the outermost: whether each is content
    int m_contents = 0;       ///< of them
    bool m_inArtifact = false;
};

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
    if (op == "BDC" || op == "BMC") {
        const bool isContent = whole.find("/MCID") != std::string_view::npos;
        if (isContent)
            close();
        else
            open();
        m_open.push_back(isContent);
        m_contents += isContent ? 1 : 0;
    } else if (op == "EMC") {
        if (!m_open.empty()) {
            m_contents -= m_open.back() ? 1 : 0;
            m_open.pop_back();
        }
    } else {
        open();
    }
    m_out += whole;
}

} // namespace

std::string withArtifacts(std::string_view content)
{
    return Marker(content).run();
}

} // namespace mezasu::report
