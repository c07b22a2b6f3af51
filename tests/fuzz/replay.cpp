// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// fuzz_…_replay FOLDER-OR-FILE…: runs a fuzz target over inputs that were kept. Needs neither clang nor libFuzzer.
#include "tests/fuzz/property.h"
#include <QDir>
#include <QFile>

namespace {

bool replay(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot open %s\n", qPrintable(path));
        return false;
    }
    const QByteArray bytes = file.readAll();
    // The last line before an abort names the input.
    std::printf("%s\n", qPrintable(path));
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    int count = 0;
    bool readable = true;
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        const QDir folder(path);
        if (!folder.exists()) {
            readable = replay(path) && readable;
            ++count;
            continue;
        }
        const QStringList names = folder.entryList(QDir::Files | QDir::Hidden, QDir::Name);
        for (const QString &name : names)
            readable = replay(folder.filePath(name)) && readable;
        count += int(names.size());
    }
    if (count == 0)
        std::fprintf(stderr, "there is nothing to replay\n");
    std::printf("%d inputs\n", count);
    return readable && count > 0 ? 0 : 1;
}
