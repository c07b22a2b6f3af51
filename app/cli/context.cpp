// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/details.h"
#include "core/store/planlock.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <algorithm>
#include <cstdio>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
void writeLine(FILE *to, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), to);
}
Sentence inUse(const LockInfo &holder, const QString &path)
{
    const auto orUnknown = [](const QString &text, const QString &unknown) { return text.isEmpty() ? unknown : text; };
    const QString sign = holder.lastSign.toString(Qt::ISODate);
    Sentence out{
        u"「%1」は %2 さん（%3）が使用中のため、書き込めません。計画は変わっていません。最後の応答は %4 です。"_s.arg(
            path, orUnknown(holder.user, u"不明の"_s), orUnknown(holder.computer, u"不明のパソコン"_s),
            orUnknown(sign, u"不明"_s)),
        u"%1: in use by %2 on %3, so it cannot be written; the plan is unchanged. Last sign of life: %4."_s.arg(path,
            orUnknown(holder.user, u"somebody"_s), orUnknown(holder.computer, u"an unknown computer"_s),
            orUnknown(sign, u"unknown"_s))};
    if (!holder.token.isEmpty()) {
        out.ja += u"使われていないことを確かめたときは、--take-lock %1 を付けると書き込みを引き継げます。"_s.arg(
            holder.token);
        out.en +=
            u" When you are sure that it is not, --take-lock %1 takes the right to write over."_s.arg(holder.token);
    }
    return out;
}
} // namespace

Context::Context(Arguments arguments)
    : m_arguments(std::move(arguments))
{
    m_author = m_arguments.has("--author") ? m_arguments.value("--author") : PlanLock::systemUser();
    m_now = m_arguments.has("--now") ? m_arguments.value("--now")
                                     : QDateTime::currentDateTime()
                                           .toOffsetFromUtc(QDateTime::currentDateTime().offsetFromUtc())
                                           .toString(Qt::ISODate);
    m_json = m_arguments.value("--format") == "json"_L1;
    const QString lang = m_arguments.has("--lang") ? m_arguments.value("--lang") : qEnvironmentVariable("MEZASU_LANG");
    m_english = lang == "en"_L1;
}

void Context::result(const QString &line)
{
    writeLine(stdout, line.toUtf8() + '\n');
}

void Context::resultBytes(const QByteArray &bytes)
{
    writeLine(stdout, bytes);
}

void Context::resultJson(const QJsonObject &object)
{
    writeLine(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Context::message(const Sentence &sentence)
{
    writeLine(stderr, say(sentence).toUtf8() + '\n');
}

int Context::fail(const Error &error, const QString &path)
{
    message(sentenceOf(error, path));
    return error.code == Error::Code::Storage ? kNotWritten : kRefused;
}

int Context::usage(const Sentence &sentence)
{
    message(sentence);
    return kUsage;
}

Result<> Context::writeOutput(const QByteArray &bytes)
{
    const QString path = m_arguments.value("--output");
    if (path.isEmpty() || path == "-"_L1) {
        resultBytes(bytes);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return {};
}

Result<QByteArray> readInput(const QString &path, qint64 limit)
{
    QFile file;
    bool opened = false;
    if (path == "-"_L1) {
        opened = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        if (!QFileInfo::exists(path))
            return makeError(Error::Code::NotFound, u"no such file"_s, path);
        if (QFileInfo(path).isDir())
            return makeError(Error::Code::InvalidInput, u"a folder"_s, path);
        opened = file.open(QIODevice::ReadOnly);
    }
    if (!opened)
        return makeError(Error::Code::InvalidInput, file.errorString(), path);
    // Piece by piece: asked for all at once, room for the limit would be taken even for an empty file.
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray piece = file.read(std::max<qint64>(file.bytesAvailable(), 1 << 16));
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return makeError(Error::Code::Storage, file.errorString(), path);
    if (bytes.size() > limit)
        return makeError(Error::Code::InvalidInput, u"larger than %1 bytes"_s.arg(limit), path);
    return bytes;
}

Sentence sentenceOf(const Error &error, const QString &path)
{
    const QString where = path.isEmpty() || path == error.subject ? error.subject
        : error.subject.isEmpty()                                 ? path
                                                                  : QString(path + u": "_s + error.subject);
    const QString ja = where.isEmpty() ? QString() : QString(u"「%1」"_s.arg(where));
    const QString en = where.isEmpty() ? QString() : QString(where + u": "_s);
    const QString detail =
        error.detail.isEmpty() ? QString() : QString(u"（%1）"_s.arg(detailInJapanese(error.detail)));
    const QString detailEn = error.detail.isEmpty() ? QString() : QString(u" (%1)"_s.arg(error.detail));
    switch (error.code) {
    case Error::Code::InvalidInput:
        return {ja + u"受け付けられない内容です。計画は変わっていません。"_s + detail,
            en + u"cannot be accepted; the plan is unchanged."_s + detailEn};
    case Error::Code::NotFound:
        return {ja + u"見つかりません。計画は変わっていません。"_s + detail,
            en + u"not found; the plan is unchanged."_s + detailEn};
    case Error::Code::Conflict:
        if (error.detail == kInUse)
            return inUse(PlanLock::holderOf(path).value_or(LockInfo()), path); // may be gone by now
        return {ja + u"元の状態が違うため、行いませんでした。計画は変わっていません。"_s + detail,
            en + u"not done, because the present state is another one; the plan is unchanged."_s + detailEn};
    case Error::Code::NewerFormat:
        return {ja + u"新しい版の「めざす」で作られたものです。この版では開けません。ファイルには触れていません。"_s
                + detail,
            en + u"made by a newer version of Mezasu; this version cannot open it. The file was not touched."_s
                + detailEn};
    case Error::Code::Damaged:
        return {ja + u"壊れているか、書き換えられています。何も変えていません。"_s + detail,
            en + u"damaged or altered; nothing was changed."_s + detailEn};
    case Error::Code::Storage:
        return {ja + u"読み書きできません。元のファイルはそのままです。"_s + detail,
            en + u"cannot be read or written; the old file is as it was."_s + detailEn};
    case Error::Code::Cancelled:
        return {u"取り消されました。"_s, u"Cancelled."_s};
    }
    return {};
}

} // namespace mezasu::cli
