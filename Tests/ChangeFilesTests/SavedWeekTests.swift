// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Foundation
import Intake
import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

/// Weeks whose tables a spreadsheet saved: they are the weeks they were, and can be changed as those can.
@Suite("Weeks with tables as spreadsheets save them")
struct SavedWeekTests {
    /// A week's files with each table in a form of its own.
    private static func saved(
        _ files: [(path: String, text: String)], _ random: inout SeededRandom, _ forms: inout [String: Int]
    ) -> [(path: String, bytes: [UInt8])] {
        files.map { path, text in
            guard path.hasSuffix(".csv") else { return (path, Array(text.utf8)) }
            let form = SavedTable(&random)
            for name in [
                "between cells \(form.separator)", "encoding \(form.encoding)", "dates \(form.dates)",
                "decimal commas \(form.hasDecimalCommas)",
            ] { forms[name, default: 0] += 1 }
            if path == "rota.csv" { forms["headings \(form.headings)", default: 0] += 1 }
            return (path, form.bytes(of: text))
        }
    }

    /// How many errors and warnings each file has.
    private static func worse(_ diagnostics: [Diagnostic]) -> [String: Int] {
        let counted = diagnostics.filter { $0.severity != .notice }.map { "\($0.severity) in \($0.file)" }
        return Dictionary(counted.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test(
        "A random week in random forms is read as the same week, with no more than notices about its tables")
    func same() throws {
        var forms: [String: Int] = [:]
        var read = 0
        for seed: UInt64 in 0..<300 {
            let files = WeekFolderText.files(RandomWeek.make(seed: seed))
            var random = SeededRandom(seed: seed)
            try WeekFolderText.withFolder(files) { folder in
                let plain = WeekReader.read(folder: folder)
                guard let week = plain.week else { return }
                try WeekFolderText.write(Self.saved(files, &random, &forms), to: folder)
                let saved = WeekReader.read(folder: folder)
                #expect(Self.worse(saved.diagnostics) == Self.worse(plain.diagnostics), "seed \(seed)")
                #expect(
                    saved.week?.content == week.content,
                    "seed \(seed): \(RoundTripTests.difference(saved.week?.content, week.content))")
                read += 1
            }
        }
        #expect(read > 150, "\(read)")
        // 3 separators, 5 encodings, 10 dates, decimal commas or not, 5 kinds of headings.
        #expect(forms.count == 25 && forms.values.allSatisfy { $0 >= 15 }, "\(forms)")
    }

    @Test("A change of such a week, and the folder written read again, give the same week")
    func changed() throws {
        var forms: [String: Int] = [:]
        var applied = 0
        for seed: UInt64 in 0..<300 {
            let files = WeekFolderText.files(RandomWeek.make(seed: seed))
            var random = SeededRandom(seed: seed)
            try WeekFolderText.withFolder(files) { folder in
                try WeekFolderText.write(Self.saved(files, &random, &forms), to: folder)
                guard let base = WeekReader.read(folder: folder).week else { return }
                let (text, _) = RandomChangeFile.make(for: base, seed: seed)
                let diagnostics = Diagnostics()
                let file = ChangeFile.read(
                    InputFile(path: "change.yaml", bytes: Array(text.utf8)), diagnostics)
                guard let changed = file?.applied(to: base, diagnostics)?.week else { return }
                let other = folder.deletingLastPathComponent().appendingPathComponent("changed")
                try WeekFolderText.write(RoundTripTests.files(base, changed, folder), to: other)
                let back = WeekReader.read(folder: other)
                #expect(back.diagnostics.filter { $0.severity == .error } == [], "seed \(seed): \(text)")
                #expect(
                    back.week?.content == changed.content,
                    "seed \(seed): \(text)\n\(RoundTripTests.difference(back.week?.content, changed.content))"
                )
                applied += 1
            }
        }
        #expect(applied > 100, "\(applied)")
    }
}
