// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What `--progress` writes, for programs that follow a search.
@Suite struct ProgressTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    @Test func everyBetterPlanOrBoundIsARow() async throws {
        let run = try await place.skillmix(
            "allocate", week, "--work-limit", "20", "--out", "plan", "--progress", "steps.csv", "--quiet")
        #expect(run.code == 0)
        let lines = try place.text("steps.csv").split(separator: "\n")
        let heading = try #require(lines.first).split(separator: ",")
        #expect(heading.prefix(5) == ["seconds", "objective", "bound", "work", "day_tried"])
        #expect(heading.last == "programme_part_of_week_pounds")
        let rows = lines.dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
        #expect(rows.count > 1)
        #expect(rows.allSatisfy { $0.count == heading.count })
        for (row, next) in zip(rows, rows.dropFirst()) {
            #expect(row[0] <= next[0])
            #expect(row[1] >= next[1])
            #expect(row[2] <= next[2])
            #expect(row[3] <= next[3])
        }
        #expect(rows.first?.dropFirst(3).allSatisfy { $0 == 0 } == true)
        let last = try #require(rows.last)
        #expect(last[1...2] == [857.4, 857.4])
        // The last two programmes may end beyond the limit.
        #expect((20..<24).contains(last[3]))
        // Moves come in thousands of a unit, and programmes as what they take.
        let tried = heading.indices.filter { heading[$0].hasSuffix("_tried") }
        let programmes = tried.filter { heading[$0].hasPrefix("programme_") }.map { last[$0] }
        let moves = tried.filter { !heading[$0].hasPrefix("programme_") }.map { last[$0] }
        #expect(programmes.reduce(0, +) > 0)
        #expect(moves.reduce(0, +) / 1_000 <= last[3])
    }

    @Test func progressLeavesThePlanAsItIs() async throws {
        for options in ["--out one", "--out other --progress steps.csv"] {
            let run = try await place.shell("skillmix allocate \(week) --work-limit 5 \(options)")
            #expect(run.code == 0)
        }
        #expect(try place.bytes("one") == place.bytes("other"))
    }

    @Test func aFileThatCannotBeMadeStopsTheCommandBeforeTheSearch() async throws {
        let run = try await place.skillmix("allocate", week, "--progress", "none/steps.csv")
        #expect(run.code == 2)
        #expect(run.messages.hasSuffix("none/steps.csv: cannot be written to; nothing was done.\n"))
        #expect(!place.exists("\(week)/plan"))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
    func rowsThatAreLostCostNoPlan() async throws {
        let run = try await place.skillmix("allocate", week, "--work-limit", "5", "--progress", "/dev/full")
        #expect(run.code == 0)
        #expect(run.messages.hasSuffix("/dev/full: not all rows could be written.\n"))
        #expect(try await place.skillmix("audit", week, "\(week)/plan").code == 0)
    }
}
