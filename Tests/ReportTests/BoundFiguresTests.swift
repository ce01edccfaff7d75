// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Testing
import Workforce

/// What lies between a plan and its bound, in words that promise nothing.
@Suite struct BoundFiguresTests {
    private func sentences(_ change: (inout Plan) -> Void) -> [String] {
        var plan = SmallWeek.plan()
        change(&plan)
        return ReportFigures(week: SmallWeek.week(), plan: plan).bound.sentences
    }

    @Test func theGapIsSaidInBookedSessions() throws {
        // Two booked sessions cost £145.50, £72.75 each.
        let gaps: [(Double, String)] = [
            (7.5, "are £7.50, less than a booked session costs;"),
            (72.75, "are £72.75, about what a booked session costs;"),
            (218.25, "are £218.25, about what 3 booked sessions cost;"),
        ]
        for (gap, words) in gaps {
            let said = sentences { $0.summary.bound = $0.summary.objective - gap }
            #expect(try #require(said.dropFirst().first).contains(words), "\(said)")
        }
        let none = sentences { $0.bookings = [] }
        #expect(try #require(none.dropFirst().first).contains("are £7.50; the plan has"))
        #expect(try #require(none.dropFirst().first).contains("none of them booked"))
    }

    @Test func reserveIsNoCareUnmet() throws {
        let reserve = UnmetRow(
            line: "R", team: "kt", activity: "session", priority: .reserve, contacts: 5, contactMinutes: 200,
            reason: .capacity)
        #expect(sentences { $0.unmet.append(reserve) } == sentences { _ in })
        #expect(sentences { $0.unmet = [reserve] }.contains { $0.hasSuffix("and 0 minutes of care unmet.") })
    }

    @Test func whatTheSecondHalfOfTheSearchFoundIsSaid() {
        #expect(sentences { $0.summary.halfway = nil }.count == 2)
        #expect(
            sentences { $0.summary.halfway = $0.summary.objective + 12 }.last
                == "The second half of the search made the plan £12.00 cheaper, as its last rounds ended; what more time "
                + "would find is not known.")
        #expect(
            sentences { $0.summary.halfway = $0.summary.objective }.last
                == "The second half of the search found nothing cheaper.")
    }

    @Test(arguments: [PlanStatus.optimal, .changed])
    func nothingIsSaidOfAPlanThatIsProvedOrNotAtAll(status: PlanStatus) {
        #expect(sentences { $0.summary.status = status }.isEmpty)
        #expect(sentences { $0.summary.bound = 0 }.isEmpty)
        #expect(sentences { $0.summary.bound = $0.summary.objective }.isEmpty)
    }
}
