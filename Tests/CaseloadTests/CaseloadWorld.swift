// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Workforce

@testable import Caseload

/// A week of seven days from Monday 23 November 2026 with team A (P1) and team B (P2), and caseloads for it.
enum World {
    static func week(days: Int = 7, _ change: (inout TinyWorld) -> Void = { _ in }) -> Week {
        var world = TinyWorld()
        world.days = days
        var beds = TinyWorld.team("B")
        beds.pathway = "P2"
        world.teams.append(beds)
        change(&world)
        return world.week
    }

    static func day(_ number: Int) -> CalendarDay { CalendarDay(number: 9457 + number) }

    /// A folder of a caseload in memory, read against a week.
    static func read(
        _ files: [(path: String, text: String)], week: Week = week()
    ) -> (book: CaseloadBook?, lines: [String]) {
        let given = files.map { (path: $0.path, bytes: Array($0.text.utf8)) }
        let folder = InputFolder(
            given: given, of: CaseloadReader.files, beside: FilePath(NSTemporaryDirectory()))
        let (book, diagnostics) = CaseloadReader.read(folder, week: week)
        let lines = diagnostics.map { String($0.description.split(separator: "\n", maxSplits: 1)[0]) }
        return (book, lines)
    }

    /// Profiles, a case, starts, stays and a flow without a fault.
    static let files = [
        (
            path: "profiles.yaml",
            text: """
            profiles:
              - id: home
                pathways: [P1]
                contacts:
                  - {activity: assessment, days: 1, in_all: 1, priority: critical, within_hours: 24}
                  - {activity: care, a_day: 4 to 1, priority: urgent}
                  - {activity: transfer, a_week: 2, parts: am, priority: routine, hands: 1}
              - id: ward
                pathways: [P2]
                contacts:
                  - {activity: rehabilitation, a_week: 7, weekdays: Mon-Fri, block_days: 3, priority: routine}

            """
        ),
        (
            path: "caseload.csv",
            text: """
            case,pathway,team,started,expected_days,profile,source
            C-1,P1,A,2026-11-20,10,home,step-up
            C-2,P1,A,2026-11-22,,,

            """
        ),
        (
            path: "starts.csv",
            text: """
            pathway,team,weekday,starts_a_week,profile,source
            P1,A,,7,home,step-down

            """
        ),
        (
            path: "stays.csv",
            text: """
            pathway,team,mean,median,distribution
            P1,,16,7,
            P2,B,,,7:0.5;14:0.5

            """
        ),
        (
            path: "ipacs.csv",
            text: """
            pathway,team,arrivals_a_day,length_of_stay,median_stay,capacity
            P2,,0.5,20,,8

            """
        ),
    ]

    /// The files with one text put for another in a file.
    static func files(_ path: String, _ old: String, _ new: String) -> [(path: String, text: String)] {
        files.map { file in
            file.path == path
                ? (file.path, old.isEmpty ? new : file.text.replacingOccurrences(of: old, with: new)) : file
        }
    }

    /// The files without some.
    static func without(_ paths: String...) -> [(path: String, text: String)] {
        files.filter { !paths.contains($0.path) }
    }
}

/// Whether two numbers are one, but for rounding.
func isNear(_ one: Double, _ other: Double, within tolerance: Double = 1e-9) -> Bool {
    abs(one - other) <= tolerance
}
