// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Trials
import Workforce

extension PlanAtHand {
    /// How many people's low utilisation is looked into at most: those with most time to spare.
    public static let mostDeepDives = 40

    /// What the report says beyond the plan's own figures: why utilisation is low and what would help, what
    /// each booking is for, what more single-handed care would release, and what fixed teams would cost.
    ///
    /// Work it out anew for every plan: it is about that plan alone. What the budget has no room for is left
    /// out whole, and named.
    public func findings() -> Findings {
        var findings = Findings()
        func look<Result>(_ look: Findings.Look, _ work: Int, _ body: () -> Result) -> Result? {
            let found = budget.look(work, body)
            if found == nil { findings.leftOut = (findings.leftOut ?? []) + [look] }
            return found
        }
        // The cheapest looks first, so that a small budget goes far.
        if !plan.bookings.isEmpty {
            findings.bookings = look(.bookings, workOfBookings, bookingFindings) ?? []
        }
        if !avoidableLines.isEmpty {
            findings.conversions = look(.conversions, workOfConversions, conversionFindings) ?? []
        }
        findings.fixedTeams = look(.fixedTeams, workOfFixedTeams, fixedTeams)
        let low = LowUtilisation.of(week: week, plan: plan)
        let order = low.indices.sorted { (low[$1].time.spare, $0) < (low[$0].time.spare, $1) }
        let looked = order.prefix(Self.mostDeepDives).sorted().map { low[$0] }
        if !looked.isEmpty {
            findings.deepDives =
                look(.deepDives, work(ofDeepDives: looked.count)) { DeepDives(self, looked).dives } ?? []
        }
        return findings
    }

    // MARK: Work, in units of the search

    /// Columns whose model is made, and a plan taken over into it, in about the time of a unit of work.
    private static let columnsPerUnit = 1_500

    private var workOfModel: Int { 1 + planner.model.columns.count / Self.columnsPerUnit }

    private var workOfBookings: Int { plan.bookings.count * (1 + instance.lines.count / 5_000) }

    /// All changes at once and each worker, planned anew some four times with and without.
    private var workOfConversions: Int { (1 + Self.workersTried) * (workOfModel + 4 * 30) }

    private var workOfFixedTeams: Int { workOfModel + 2 * FixedTeams.runs * movesOfFixedTeams / 1_000 }

    private func work(ofDeepDives people: Int) -> Int {
        let weeks = SpareTime.Lift.allCases.count + DeepDives.signOffsTried
        return weeks * (workOfModel + people)
    }
}
