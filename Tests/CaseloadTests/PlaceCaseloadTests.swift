// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import TestSupport
import Testing
import Workforce

@testable import Caseload

/// The shipped caseload makes the demand of the shipped week, cell by cell.
@Suite struct PlaceCaseloadTests {
    /// Contacts of a team and activity by day; those of a line spread evenly over the days of its window.
    private static func cells(_ demand: [DemandLine], _ week: Week) -> [String: [Double]] {
        var cells: [String: [Double]] = [:]
        for line in demand {
            let days =
                week.sessions[line.window.lowerBound]
                .dayIndex...week.sessions[line.window.upperBound].dayIndex
            for day in days {
                cells[line.team + " " + line.activity, default: Array(repeating: 0, count: week.days)][day] +=
                    Double(line.contacts) / Double(days.count)
            }
        }
        return cells
    }

    private static func isClose(_ one: Double, _ other: Double) -> Bool {
        abs(one - other) <= 0.1 * other + 1e-9
    }

    @Test func itsDemandIsThatOfTheWeekWithinATenth() throws {
        let rosters = FilePath(Repository.root.appending(path: "Rosters").path)
        let (read, _, _) = WeekReader.read(folder: rosters.appending(FilePath("place-week")))
        let week = try #require(read)
        let (book, found) = CaseloadReader.read(
            InputFolder(rosters.appending(FilePath("place-caseload"))), week: week)
        let demand = CaseloadDemand(try #require(book), week: week)
        #expect(found.allSatisfy { $0.severity == .notice })

        let (ours, theirs) = (Self.cells(demand.demand, week), Self.cells(week.demand, week))
        let keys = Set(ours.keys).union(theirs.keys).sorted()
        #expect(keys.count == 97)
        let none = [Double](repeating: 0, count: week.days)
        var close = 0
        for key in keys {
            for (one, two) in zip(ours[key] ?? none, theirs[key] ?? none) {
                #expect(Self.isClose(one, two), "\(key): \(one) against \(two)")
                close += Self.isClose(one, two) ? 1 : 0
            }
        }
        #expect(close == 679)
        let sums = [demand.demand, week.demand].map { $0.reduce(0) { $0 + $1.contacts } }
        #expect(sums == [1_892, 1_892])
        // Sources are those of the week.
        for team in week.teams {
            let sources = [demand.demand, week.demand].map { lines in
                Set(lines.filter { $0.team == team.id }.map(\.source))
            }
            #expect(team.pathway == "UCR" || team.pathway == "hub" || sources[0] == sources[1], "\(team.id)")
        }
    }
}
