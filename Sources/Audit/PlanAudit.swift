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
        let ledger = Ledger(facts: WeekFacts(week: week), plan: plan)
        var terms = PriceTerms()
        for term in Self.priced {
            terms[term.term] = term.pounds(ledger)
        }
        return AuditFindings(
            violations: Self.rules.flatMap { $0.violations(ledger) }, terms: terms,
            discrepancies: StatedPrice.discrepancies(ledger, terms: terms)
                + Self.statements.flatMap { $0.discrepancies(ledger) })
    }

    private static let rules: [any Rule.Type] = [
        FilesRule.self, EligibilityRule.self, OnePlaceRule.self, TimeRule.self, DemandRule.self,
        WindowsRule.self, RoutesRule.self, PairsRule.self, SingleHandedRule.self, SupervisionRule.self,
        PresenceRule.self, SpanRule.self, WorkingTimeRule.self, AccompaniedRule.self, BookingsRule.self,
    ]

    private static let priced: [any PricedTerm.Type] = [
        UnmetTerm.self, BookingsTerm.self, RegisteredOnDelegableTerm.self, AvoidableDoubleHandedTerm.self,
        AwayTerm.self, TeamChangeTerm.self, UnsafeStaffingTerm.self, DisruptionTerm.self,
    ]

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
    /// Which.
    static var term: PriceTerms.Term { get }
    /// Its pounds, from the rows of the plan.
    static func pounds(_ ledger: Ledger) -> Double
}

/// Something a plan's files state that follows from their other rows.
protocol Statement: SendableMetatype {
    /// Everything stated otherwise than found, in a fixed order.
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy]
}
