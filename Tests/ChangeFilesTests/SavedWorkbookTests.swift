// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import TestSupport
import Testing
import WeekBooks
import Workforce

/// Weeks in workbooks are the weeks that they were in folders.
@Suite("Weeks in workbooks")
struct SavedWorkbookTests {
    @Test("A random week written as a workbook and read again is the same week, with the same to say of it")
    func same() throws {
        var (read, settings) = (0, 0)
        for seed: UInt64 in 0..<200 {
            let files = WeekFolderText.files(RandomWeek.make(seed: seed))
            try WeekFolderText.withFolder(files) { folder in
                let plain = WeekReader.read(folder: folder)
                guard let week = plain.week else { return }
                let diagnostics = Diagnostics()
                let given = files.map { (name: $0.path, bytes: Array($0.text.utf8)) }
                let bytes = try #require(try WeekBook.bytes(of: given, framework: nil, diagnostics))
                #expect(diagnostics.sorted.isEmpty, "seed \(seed)")
                let book = WeekBook(bytes, name: "week.xlsx", beside: FilePath(folder.path))
                let saved = WeekReader.read(book.folder)
                #expect(book.told([]).isEmpty, "seed \(seed)")
                #expect(
                    saved.week?.content == week.content,
                    "seed \(seed): \(RoundTripTests.difference(saved.week?.content, week.content))")
                let said = { (all: [Diagnostic]) in
                    all.map { told in
                        // Comments are no rows of the sheet, so that rows below them have other numbers.
                        "\(told.severity) \(told.file) \(told.message.replacing(/lines? \d+(, \d+)*/, with: "line"))"
                    }.sorted()
                }
                #expect(said(saved.diagnostics) == said(plain.diagnostics), "seed \(seed)")
                read += 1
                if week.policy != Policy() { settings += 1 }
            }
        }
        #expect(read > 120, "\(read)")
        #expect(settings > 60, "\(settings)")
    }
}
