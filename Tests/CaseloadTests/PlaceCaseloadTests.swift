// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import TestSupport
import Testing
import Workforce

@testable import Caseload

/// The shipped caseload makes about the demand of the shipped week, cell by cell.
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

    private static func isClose(_ one: Double, _ other: Double, or contacts: Double) -> Bool {
        abs(one - other) <= max(0.1 * other, contacts) + 1e-9
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
        var (near, strict, farthest) = (0, 0, 0.0)
        for key in keys {
            let (own, other) = (ours[key] ?? none, theirs[key] ?? none)
            for (one, two) in zip(own, other) {
                near += Self.isClose(one, two, or: 1) ? 1 : 0
                strict += Self.isClose(one, two, or: 0) ? 1 : 0
                farthest = max(farthest, abs(one - two))
            }
            // An activity of a team in the week.
            #expect(Self.isClose(own.reduce(0, +), other.reduce(0, +), or: 2), "\(key)")
        }
        // Lines of the week have 15 % of noise, which no profile has; and most cells are of two or three contacts.
        let all = keys.count * week.days
        #expect(near * 100 >= 97 * all, "\(near) of \(all) within a tenth or a contact")
        #expect(strict * 100 >= 60 * all, "\(strict) of \(all) within a tenth")
        #expect(farthest <= 3)
        for team in week.teams {
            let sums = [demand.demand, week.demand].map { lines in
                Double(lines.filter { $0.team == team.id }.reduce(0) { $0 + $1.contacts })
            }
            #expect(Self.isClose(sums[0], sums[1], or: 0), "\(team.id): \(sums)")
        }
        // Sources are those of the week.
        for team in week.teams {
            let sources = [demand.demand, week.demand].map { lines in
                Set(lines.filter { $0.team == team.id }.map(\.source))
            }
            #expect(team.pathway == "UCR" || team.pathway == "hub" || sources[0] == sources[1], "\(team.id)")
        }
    }
}
