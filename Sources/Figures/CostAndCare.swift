// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// One figure of what a plan costs and what care it gives, under a name that stays the same.
public struct CostAndCareFigure: Sendable, Equatable {
    /// What a figure is of.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// Pounds that are paid.
        case cash
        /// Care that people go without.
        case care
        /// Hours and people.
        case time
        /// Pounds by which plans are chosen: weights of care besides pay. No budget holds them.
        case weights
    }

    /// What a value is counted in.
    public enum Unit: String, Sendable, Codable {
        case pounds, hours, contacts, sessions, share, people
    }

    /// Its name in files: `pay_agency`.
    public let name: String
    /// What people read.
    public let title: String
    /// What it is of.
    public let kind: Kind
    /// What it is counted in.
    public let unit: Unit
    /// Of what it is: all of a week, or a pathway or team.
    public let part: CostPart
    /// The value; nil: there is none, such as a share of nothing.
    public let value: Double?

    /// A figure.
    public init(
        name: String, title: String, kind: Kind, unit: Unit, part: CostPart = .all, value: Double?
    ) {
        (self.name, self.title, self.kind, self.unit) = (name, title, kind, unit)
        (self.part, self.value) = (part, value)
    }

    /// The figure with another value.
    public func with(_ value: Double?) -> CostAndCareFigure {
        CostAndCareFigure(name: name, title: title, kind: kind, unit: unit, part: part, value: value)
    }
}

/// What a plan costs and what care it gives, as a list: cash first, and apart from the weights.
public enum CostAndCare {
    /// The figure by which plans are chosen.
    public static let price = "price"
    /// Pounds of agency sessions, rostered and booked.
    public static let agencyPay = "pay_agency_all"
    /// Pounds of all sessions worked.
    public static let allPay = "pay_all"
    /// Pounds of all bookings.
    public static let bookedPay = "pay_booked"
    /// Contact hours that go unmet.
    public static let unmetHours = "unmet_hours"

    /// Pounds of all sessions worked, and of what own staff are paid besides.
    public static let workforceCost = "workforce_cost"

    /// Hours of agency sessions, rostered and booked.
    public static let agencyHours = "hours_agency_all"
    /// Agency pounds of workforce cost.
    public static let agencyShare = "agency_share"

    /// The figures of a plan, but those of parts of a week and those that a pay table adds, always in the same order.
    public static func of(_ figures: ReportFigures) -> [CostAndCareFigure] {
        cash(figures.bookings, figures.workforceCost) + care(figures.demand) + time(figures)
            + weights(figures.price)
    }

    private static func cash(_ bookings: BookingFigures, _ cost: WorkforceCost) -> [CostAndCareFigure] {
        func pounds(_ name: String, _ title: String, _ value: Double) -> CostAndCareFigure {
            CostAndCareFigure(name: name, title: title, kind: .cash, unit: .pounds, value: value)
        }
        let sessions = bookings.rosteredPounds + bookings.bookedPounds
        return [
            pounds(
                workforceCost, "Workforce cost: sessions, own absence and enhancements", cost.total.pounds),
            pounds(allPay, "Pay of all sessions, rostered and booked", sessions),
            pounds("pay_own_absence", "Pay of own staff on leave, sick or in training", cost.absencePounds),
            pounds("pay_own_enhancements", "Enhancements of own staff on the rota", cost.enhancementPounds),
            pounds(bookedPay, "Pay of bookings", bookings.bookedPounds),
        ]
            + bookings.tiers.filter { $0.tier != .unpaid }.map {
                pounds("pay_\($0.tier.rawValue)", "Pay: \(Words.tier($0.tier))", $0.pounds)
            } + [
                pounds(agencyPay, "Pay of agency, rostered and booked", cost.total.agencyPounds),
                CostAndCareFigure(
                    name: agencyShare, title: "Agency as a share of workforce cost", kind: .cash,
                    unit: .share, value: cost.total.agencyShare),
            ]
    }

    private static func care(_ demand: DemandFigures) -> [CostAndCareFigure] {
        func unmet(_ suffix: String, _ of: String, _ amount: CareAmount) -> [CostAndCareFigure] {
            [
                CostAndCareFigure(
                    name: "unmet_contacts" + suffix, title: "Contacts unmet" + of, kind: .care,
                    unit: .contacts, value: Double(amount.contacts)),
                CostAndCareFigure(
                    name: "unmet_hours" + suffix, title: "Contact hours unmet" + of, kind: .care,
                    unit: .hours, value: amount.hours),
            ]
        }
        return unmet("", "", demand.total.unmet)
            + demand.byPriority.flatMap { unmet("_" + $0.group, ": " + $0.group, $0.unmet) }
            + demand.byPathway.flatMap { unmet("_" + $0.group, ": pathway " + $0.group, $0.unmet) }
    }

    private static func time(_ figures: ReportFigures) -> [CostAndCareFigure] {
        func figure(
            _ name: String, _ title: String, _ unit: CostAndCareFigure.Unit, _ value: Double?
        ) -> CostAndCareFigure {
            CostAndCareFigure(name: name, title: title, kind: .time, unit: unit, value: value)
        }
        return figures.bookings.tiers.map {
            figure("hours_\($0.tier.rawValue)", "Hours: \(Words.tier($0.tier))", .hours, $0.hours)
        }
            + [
                figure(
                    agencyHours, "Hours of agency, rostered and booked", .hours,
                    figures.workforceCost.total.agencyHours)
            ]
            + figures.utilisation.byKind.filter { $0.group == "registered" || $0.group == "support" }.map {
                figure(
                    "utilisation_\($0.group)", "Direct contact of available time: \($0.group)", .share,
                    $0.shareOfAvailable)
            } + [
                figure(
                    "registered_hours_released", "Registered hours released by delegation", .hours,
                    figures.delegation.releasedHours),
                figure(
                    "double_handed_hours", "Hours of double-handed care", .hours,
                    figures.doubleHanded.total.hours),
                figure(
                    "sessions_away", "Sessions away from the home team", .sessions,
                    Double(figures.staffing.awaySessions)),
            ]
    }

    private static func weights(_ price: PriceFigures) -> [CostAndCareFigure] {
        [
            CostAndCareFigure(
                name: Self.price, title: "Price: pay of bookings and weights of care", kind: .weights,
                unit: .pounds, value: price.objective)
        ]
            + price.terms.map {
                CostAndCareFigure(
                    name: "price_\($0.term.rawValue)", title: "Of the price: \(Words.term($0.term))",
                    kind: .weights, unit: .pounds, value: $0.pounds)
            }
    }
}
