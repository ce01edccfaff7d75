// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Foundation
import Intake
import Reading
import TestSupport
import Testing
import Workforce

@Suite("Changed weeks written and read")
struct RoundTripTests {
    @Test("A random change file applied, and the folder written read again, give the same week")
    func same() throws {
        var reached: [String: Int] = [:]
        var applied = 0
        for seed: UInt64 in 0..<700 {
            let made = RandomWeek.make(seed: seed)
            try WeekFolderText.withFolder(WeekFolderText.files(made)) { folder in
                let reading = WeekReader.read(folder: folder)
                // Some random weeks have dates or routes that no file may say.
                guard let base = reading.week else { return }
                let (text, parts) = RandomChangeFile.make(for: base, seed: seed)
                let diagnostics = Diagnostics()
                let input = InputFile(path: "change.yaml", bytes: Array(text.utf8))
                let file = ChangeFile.read(input, diagnostics)
                #expect(file != nil, "seed \(seed): \(text) \(diagnostics.sorted)")
                guard let changed = file?.applied(to: base, diagnostics)?.week else {
                    #expect(diagnostics.hasErrors, "seed \(seed)")
                    return
                }
                let other = folder.deletingLastPathComponent().appendingPathComponent("changed")
                try WeekFolderText.write(Self.files(base, changed, folder), to: other)
                let back = WeekReader.read(folder: other)
                let errors = back.diagnostics.filter { $0.severity == .error }
                #expect(errors == [], "seed \(seed): \(text)")
                #expect(
                    back.week?.content == changed.content,
                    "seed \(seed): \(text)\n\(Self.difference(back.week?.content, changed.content))")
                applied += 1
                for part in parts { reached[part, default: 0] += 1 }
            }
        }
        #expect(applied > 250, "\(applied)")
        #expect(reached.count == 16 && reached.values.allSatisfy { $0 >= 20 }, "\(reached)")
    }

    static func files(
        _ base: Week, _ changed: Week, _ folder: URL, isInForceNew: Bool = false
    ) -> [(path: String, bytes: [UInt8])] {
        func load(_ path: String) -> InputFile? {
            InputFile.load(path, in: folder, optional: true, Diagnostics())
        }
        guard let framework = load("../framework.yaml") else { return [] }
        return ChangedFolder(base, as: changed, isInForceNew: isInForceNew, file: load)
            .files(WeekReader.files, framework: framework).map { ($0.name, $0.bytes) }
    }

    /// The parts in which two weeks differ.
    static func difference(_ one: WeekParts?, _ other: WeekParts) -> String {
        guard let one else { return "no week" }
        return zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children).compactMap { a, b in
            "\(a.value)" == "\(b.value)" ? nil : "\(a.label ?? ""):\n  read \(a.value)\n  made \(b.value)"
        }.joined(separator: "\n")
    }

    @Test("Files that independent changes are in may be applied in either order")
    func commuting() throws {
        let week = RandomWeek.make(seed: 5)
        let one = "absences:\n  - {staff: \(week.staff[0].id), reason: L}\n"
        let two = "rates:\n  - {factor: 1.05}\n"
        let there = try Self.applied([one, two], to: week)
        #expect(there.content == (try Self.applied([two, one], to: week)).content)
        #expect(there.content != week.content)
    }

    @Test("Files of one part each about different things commute, and parts stand in any order in one file")
    func orders() throws {
        var tried = 0
        for seed: UInt64 in 0..<200 {
            let week = RandomWeek.make(seed: seed)
            guard week.staff.count > 1, Set(week.staff.map(\.human)).count == week.staff.count else {
                continue
            }
            let texts = [
                "absences:\n  - {staff: \(week.staff[0].id), reason: L}\n",
                "moved:\n  - {staff: \(week.staff[1].id), home_team: \(week.teams[0].id)}\n",
                "contingency: {\(week.teams[0].pathway): 0.5}\n", "policy: {agency_cap: 10}\n",
                "sign_offs:\n  - {staff: \(week.staff[1].id), competency: care, level: 3}\n",
            ]
            guard let there = try? Self.applied(texts, to: week),
                let back = try? Self.applied(texts.reversed(), to: week),
                let together = try? Self.applied([texts.joined()], to: week),
                let turned = try? Self.applied([texts.reversed().joined()], to: week)
            else { continue }
            tried += 1
            #expect(there.content == back.content && there.content == together.content, "seed \(seed)")
            #expect(together.content == turned.content, "seed \(seed)")
        }
        #expect(tried > 60, "\(tried)")
    }

    struct NotApplied: Error { let problems: [Diagnostic] }

    static func applied(_ texts: [String], to week: Week) throws -> Week {
        var week = week
        for text in texts {
            let diagnostics = Diagnostics()
            let file = ChangeFile.read(InputFile(path: "change.yaml", bytes: Array(text.utf8)), diagnostics)
            guard let next = file?.applied(to: week, diagnostics) else {
                throw NotApplied(problems: diagnostics.sorted)
            }
            week = next.week
        }
        return week
    }
}
