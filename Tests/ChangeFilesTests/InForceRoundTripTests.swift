// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Foundation
import Intake
import Reading
import TestSupport
import Testing
import Workforce

@Suite("A plan in force written and read")
struct InForceRoundTripTests {
    @Test(
        "A plan put in force, a random change file applied, and the folder written read again, are the same week"
    )
    func same() throws {
        var (applied, frozen, absent) = (0, 0, 0)
        for seed: UInt64 in 0..<250 {
            try WeekFolderText.withFolder(WeekFolderText.files(RandomWeek.make(seed: seed))) { folder in
                guard let base = WeekReader.read(folder: folder).week else { return }
                let plan = Oracle(base).best().plan
                let first = Int(seed) % (base.sessions.count + 1)
                let put = try base.putting(
                    inForce: plan.rows, frozenBefore: first < base.sessions.count ? first : nil)
                #expect(put.strays == 0, "seed \(seed)")
                let (text, _) = RandomChangeFile.make(for: put.week, seed: seed)
                guard let changed = try? RoundTripTests.applied([text], to: put.week) else { return }
                let other = folder.deletingLastPathComponent().appendingPathComponent("changed")
                try WeekFolderText.write(
                    RoundTripTests.files(base, changed, folder, isInForceNew: true), to: other)
                let back = WeekReader.read(folder: other)
                #expect(back.diagnostics.filter { $0.severity == .error } == [], "seed \(seed): \(text)")
                #expect(
                    back.week?.content == changed.content,
                    "seed \(seed): \(text)\n\(RoundTripTests.difference(back.week?.content, changed.content))"
                )
                applied += 1
                if changed.frozenBefore ?? 0 > 0 { frozen += 1 }
                let past = FrozenPast(changed, WeekIndex(changed))
                let isAway = changed.current?.contains { row in
                    guard let s = changed.staff.firstIndex(where: { $0.id == row.staff }) else {
                        return false
                    }
                    return past.isOver(row.session) && past.team(person: s, session: row.session) == nil
                }
                if isAway == true { absent += 1 }
            }
        }
        #expect(applied > 80 && frozen > 40 && absent > 5, "\(applied), \(frozen), \(absent)")
    }
}
