// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Report
import Testing
import Workforce

@Suite struct ReportSummaryTests {
    private func summary(_ plan: Plan) -> ReportSummary {
        let week = SmallWeek.week()
        return ReportSummary(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
    }

    @Test func theSummaryTellsThePlanInAlignedColumns() {
        #expect(
            summary(SmallWeek.plan()).description == """
                Plan for 2026-11-23 to 2026-11-24
                Price                                      £607.50
                  care not met                             £450.00
                  bookings                                 £145.50
                  registered time support could give         £9.00
                  sessions away from the home team           £3.00
                Care (contacts)                             wanted         met     not met
                  critical                                       3           2           1
                  urgent                                         5           4           1
                  routine                                        4           4           0
                  all care                                      12          10           2
                Beyond the rota                           sessions       hours      pounds
                  extra hours, plain rate                        1         4.0      £45.50
                  agency                                         1         4.0     £100.00
                Direct contact of available hours: registered 34.4 %, support 29.6 %
                Double-handed: 3 contacts, 34.6 % of contact hours; 1 of them reviewed as avoidable
                At most £7.50 above the best possible, 1.2 % of this plan's price; the time limit ended the search.
                The bound is a proof that no plan is cheaper, and no estimate of what is left to gain: it lets people be \
                in several teams at once, in parts.
                Between plan and bound are £7.50, less than a booked session costs; the plan has 8 sessions of work, \
                2 of them booked, and 90 minutes of care unmet.

                """)
    }

    @Test func peopleOnDutyWithoutAPlaceAreCounted() {
        var plan = SmallWeek.plan()
        #expect(!summary(plan).description.contains("without a place"))
        plan.deployments.removeAll { $0.staff == "dee" || $0.staff == "ann" }
        #expect(summary(plan).lines.contains("On duty without a place: 2 people, in 3 sessions"))
    }

    @Test func everyLineHasItsFiguresInTheirColumnsAndThereAreAtMost30() {
        var plan = SmallWeek.plan()
        for term in PriceTerms.Term.allCases { plan.summary.terms[term] = 1 }
        for booking in Booking.allCases {
            plan.deployments.append(
                Deployment(
                    staff: "bo", session: 3, team: "kt", booking: booking, minutes: 240, contactMinutes: 0))
        }
        let lines = summary(plan).lines
        #expect(lines.count <= 30)
        let terms = PriceTerms.Term.allCases.count
        #expect(lines[1...terms + 1].map(\.count) == Array(repeating: 50, count: terms + 1))
    }
}
