// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// An independent check of a plan against its week.
///
///     let findings = PlanAudit(week: week).check(plan: plan)
///     if !findings.isClean { findings.violations.forEach { print($0.sentence) } }
///
/// Who may do what, who may go where, how long things take and what they cost are all worked out anew from
/// the week; of the plan only the rows of its files are believed. The audit shares no code with the search
/// that made the plan, and it does not search: it never says whether a better plan exists. Any plan can be
/// checked, however wrong; what cannot be read as a plan for this week is a violation.
public struct PlanAudit: Sendable {
    /// The week that plans are checked against.
    public let week: Week

    /// An audit of plans for that week.
    public init(week: Week) {
        self.week = week
    }

    /// Checks every hard rule, prices the plan, and compares what the plan states with what was found.
    public func check(plan: Plan) -> AuditFindings {
        let facts = WeekFacts(week: week)
        let ledger = Ledger(facts: facts, plan: plan)
        var terms = PriceTerms()
        for term in PriceTerms.Term.allCases {
            let pounds = term.audit.pounds(ledger)
            // What a week has nothing of is not spoken of, unless the rows cost something of it all the same.
            if pounds != 0 || week.priceTerms.contains(term) { terms[term] = pounds }
        }
        let violations = HardRule.allCases.flatMap { rule in
            // What is over is bound by nothing but what it was.
            rule.audit.violations(ledger).filter { found in
                rule.bindsPast || !(found.session.map(facts.isOver) ?? false)
            }
        }
        return AuditFindings(
            violations: violations, terms: terms,
            discrepancies: StatedPrice.discrepancies(ledger, terms: terms)
                + Self.statements.flatMap { $0.discrepancies(ledger) })
    }

    private static let statements: [any Statement.Type] = [
        StatedDeployments.self, StatedContacts.self, StatedUnmet.self, StatedBookings.self,
        StatedSupervisors.self, StatedDecisions.self,
    ]
}

/// A hard rule of the weekly model.
protocol Rule: SendableMetatype {
    /// Every breach of it, in a fixed order.
    static func violations(_ ledger: Ledger) -> [Violation]
}

/// A term of the price.
protocol PricedTerm: SendableMetatype {
    /// Its pounds, from the rows of the plan.
    static func pounds(_ ledger: Ledger) -> Double
}

/// Something a plan's files state that follows from their other rows.
protocol Statement: SendableMetatype {
    /// Everything stated otherwise than found, in a fixed order.
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy]
}

extension HardRule {
    /// The rule's check.
    fileprivate var audit: any Rule.Type {
        switch self {
        case .files: FilesRule.self
        case .eligibility: EligibilityRule.self
        case .onePlace: OnePlaceRule.self
        case .time: TimeRule.self
        case .demand: DemandRule.self
        case .windows: WindowsRule.self
        case .routes: RoutesRule.self
        case .pairs: PairsRule.self
        case .singleHanded: SingleHandedRule.self
        case .supervision: SupervisionRule.self
        case .presence: PresenceRule.self
        case .span: SpanRule.self
        case .accompanied: AccompaniedRule.self
        case .workingTime: WorkingTimeRule.self
        case .bookings: BookingsRule.self
        case .frozen: FrozenRule.self
        }
    }

    /// Whether it binds sessions that are over, too.
    fileprivate var bindsPast: Bool { self == .files || self == .frozen }
}

extension PriceTerms.Term {
    /// The term's own sum.
    fileprivate var audit: any PricedTerm.Type {
        switch self {
        case .unmet: UnmetTerm.self
        case .bookings: BookingsTerm.self
        case .registeredOnDelegable: RegisteredOnDelegableTerm.self
        case .avoidableDoubleHanded: AvoidableDoubleHandedTerm.self
        case .away: AwayTerm.self
        case .teamChange: TeamChangeTerm.self
        case .unsafeStaffing: UnsafeStaffingTerm.self
        case .disruption: DisruptionTerm.self
        case .continuity: ContinuityTerm.self
        case .requests: RequestsTerm.self
        }
    }
}
