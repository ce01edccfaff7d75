// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

/// What a drawn week comes to: as things stand, and with calls on the day.
struct DrawnPlan: Sendable {
    /// Critical contacts of each line not met where nobody else is called.
    let unmet: [Int]
    /// The same where everybody may be called on the day, as far as that is worth its price.
    let unmetIfCalled: [Int]
    /// The same where whoever may be called is called for critical care, whatever it costs other care.
    let unmetAtBest: [Int]
    /// Who is called then, and where to: nobody without whom no more of it goes unmet.
    let needed: [Shift: Int]
    /// Who would be called if calls on the day cost no more than now, and where to.
    let called: [Shift: Int]
    /// Who is called on the day.
    let calledLate: Set<Shift>
    /// The plan with calls on the day.
    let rows: PlanRows
    /// Its pounds.
    let price: Double
    /// Whether all of these plans were proved the cheapest.
    let isExact: Bool
}

/// Draws planned, one by one.
struct DrawnPlanner: Sendable {
    let weeks: DrawnWeeks
    /// The plan as things stand, and the one with everybody who is proposed for the week as it is expected.
    private let rows: PlanRows
    private let ifAllCome: PlanRows
    private let uncalled: DrawnWeeks.Kind
    private let early: DrawnWeeks.Kind
    private let late: DrawnWeeks.Kind
    private let critical: DrawnWeeks.Kind
    private let people: [Int]

    init(_ weeks: DrawnWeeks, from rows: PlanRows, ifAllCome: PlanRows) {
        (self.weeks, self.rows, self.ifAllCome) = (weeks, rows, ifAllCome)
        uncalled = weeks.uncalled
        early = weeks.called(at: 1)
        late = weeks.called(at: weeks.ladder.week.policy.lateCall)
        critical = weeks.calledForCriticalCare
        people = Set(late.callable.keys.map(\.person)).sorted()
    }

    /// A draw planned.
    ///
    /// - Parameter drawn: What is otherwise in it.
    func plan(_ drawn: [Change]) -> DrawnPlan {
        let asItIs = weeks.planned(uncalled, drawn, from: rows, near: [])
        // Of plans that cost about the same the one is found that is like those of other draws.
        let planner = weeks.planner(late, drawn)
        let starts = [asItIs.plan.rows, ifAllCome].map { planner.takingOver($0) }
        let called = weeks.planned(
            planner, starts[1].objective < starts[0].objective ? starts[1] : starts[0], near: people)
        let rows = called.plan.rows
        let now = weeks.planned(early, drawn, from: rows, near: people)
        let unmet = unmetCritical(asItIs)
        var best =
            unmet.contains { $0 > 0 }
            ? weeks.planned(critical, drawn, from: asItIs.plan.rows, near: people) : nil
        best?.leaveOutNeedless(of: critical.callable)
        return DrawnPlan(
            unmet: unmet, unmetIfCalled: unmetCritical(called),
            unmetAtBest: best.map(unmetCritical) ?? unmet.map { _ in 0 },
            needed: best?.plan.called(critical.callable) ?? [:], called: now.plan.called(early.callable),
            calledLate: Set(called.plan.called(late.callable).keys), rows: rows, price: called.price,
            isExact: asItIs.isExact && called.isExact && now.isExact && best?.isExact ?? true)
    }

    private func unmetCritical(_ planned: DrawnWeeks.Planned) -> [Int] {
        planned.plan.unmet.enumerated().map { line, unmet in
            weeks.ladder.week.demand[line].priority == .critical ? unmet : 0
        }
    }
}
