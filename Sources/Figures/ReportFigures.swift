// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Every figure of the report, worked out from the week and the plan alone.
///
///     let figures = ReportFigures(week: week, plan: plan)
///     print(figures.utilisation.total.shareOfAvailable ?? 0)
///
/// Figures are exact; only what shows them rounds. `plan.json` holds them under `report`, with these names in
/// `snake_case`. They describe the plan as its files stand: whether it keeps the rules is for the audit to say.
public struct ReportFigures: Sendable, Equatable, Encodable {
    /// The first day, `2026-11-23`.
    public let from: String
    /// The last day.
    public let until: String
    /// What it costs and what is proved.
    public let price: PriceFigures
    /// What lies between the plan and the bound.
    public let bound: BoundFigures
    /// Care wanted, met and not met.
    public let demand: DemandFigures
    /// When care is met and not met.
    public let cover: CoverFigures
    /// Care over seven days, at the beginning, by locality and by which way people come.
    public let access: AccessFigures
    /// What sessions are paid as.
    public let bookings: BookingFigures
    /// What is paid in all, by pathway and team, and what of it is agency.
    public let workforceCost: WorkforceCost
    /// Direct contact as a share of paid time.
    public let utilisation: UtilisationFigures
    /// Care given by two workers together.
    public let doubleHanded: DoubleHandedFigures
    /// Delegated care and its supervision.
    public let delegation: DelegationFigures
    /// Heads against teams' minimums.
    public let heads: HeadFigures
    /// Absence, skill mix and moves.
    public let staffing: StaffingFigures
    /// Demand, capacity and intensity.
    public let workload: WorkloadFigures
    /// How far staff deployment has come, as evidence.
    public let maturity: MaturityFigures
    /// What people asked for, and what of it is granted; nil where nobody asked.
    public let requests: RequestFigures?
    /// Contacts by the people who usually give them; nil where no line names anybody.
    public let continuity: ContinuityFigures?
    /// What is otherwise than in the plan in force; nil where none is in force.
    public let changes: PlanChangeFigures?
    /// What must not wait.
    public let flags: RedFlagFigures

    /// Works the figures out.
    public init(week: Week, plan: Plan) {
        let index = WeekLookup(week)
        from = week.start.iso
        until = week.start.adding(days: week.days - 1).iso
        price = PriceFigures(plan.summary)
        bound = BoundFigures(plan, price)
        demand = DemandFigures(index, plan)
        cover = CoverFigures(index, plan)
        access = AccessFigures(index, plan, cover)
        let time = PlanTime(index, plan)
        bookings = BookingFigures(index, plan, time)
        workforceCost = WorkforceCost(index, plan)
        utilisation = UtilisationFigures(index, plan)
        doubleHanded = DoubleHandedFigures(index, plan, time)
        delegation = DelegationFigures(index, plan, time)
        heads = HeadFigures(index, plan)
        staffing = StaffingFigures(index, plan)
        workload = WorkloadFigures(index, plan)
        maturity = MaturityFigures(index, plan)
        requests = RequestFigures(index, plan)
        continuity = ContinuityFigures(index, plan)
        changes = PlanChangeFigures(week: week, rows: plan.rows)
        flags = RedFlagFigures(index, plan, time, heads, delegation.oversight)
    }
}
