// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

/// One figure of the rota in use and of the plan beside it.
public struct ComparisonFigure: Sendable, Equatable {
    /// What a figure counts.
    public enum Unit: String, Sendable {
        case pounds, contacts, hours, sessions, share, heads, changes
    }

    /// What it belongs to, as a heading.
    public let section: String
    /// What it is.
    public let item: String
    /// What it counts.
    public let unit: Unit
    /// Of the rota in use; nil where there is no such figure, as a share of nothing.
    public let today: Double?
    /// Of the plan.
    public let optimised: Double?

    /// The plan's less the rota's; nil where one of them has no figure.
    public var difference: Double? {
        guard let today, let optimised else { return nil }
        return optimised - today
    }

    /// Every figure, in the order in which they are shown. Terms and tiers that are nought in both are left out.
    static func all(today: ReportFigures, optimised: ReportFigures) -> [ComparisonFigure] {
        price(today, optimised) + care(today, optimised) + bookings(today, optimised)
            + work(today, optimised)
    }

    private static func price(_ one: ReportFigures, _ other: ReportFigures) -> [ComparisonFigure] {
        let section = "Price"
        var found = [
            ComparisonFigure(
                section: section, item: "In all", unit: .pounds, today: one.price.objective,
                optimised: other.price.objective)
        ]
        for term in PriceTerms.Term.allCases {
            let pounds = [one, other].map { figures in
                figures.price.terms.first { $0.term == term }?.pounds ?? 0
            }
            guard pounds.contains(where: { abs($0) >= 0.005 }) else { continue }
            found.append(
                ComparisonFigure(
                    section: section, item: Words.term(term), unit: .pounds, today: pounds[0],
                    optimised: pounds[1]))
        }
        return found
    }

    private static func care(_ one: ReportFigures, _ other: ReportFigures) -> [ComparisonFigure] {
        var found: [ComparisonFigure] = []
        let ones = one.demand.byPriority + [one.demand.total]
        let others = other.demand.byPriority + [other.demand.total]
        for (figure, beside) in zip(ones, others) where figure.wanted.contacts > 0 {
            func add(_ section: String, _ amount: (DemandFigure) -> CareAmount) {
                found.append(
                    ComparisonFigure(
                        section: section, item: figure.name, unit: .contacts,
                        today: Double(amount(figure).contacts), optimised: Double(amount(beside).contacts)))
                found.append(
                    ComparisonFigure(
                        section: section, item: figure.name, unit: .hours, today: amount(figure).hours,
                        optimised: amount(beside).hours))
            }
            add("Care met", \.met)
            add("Care not met", \.unmet)
        }
        let (reserve, beside) = (one.demand.reserve, other.demand.reserve)
        if reserve != nil || beside != nil {
            found.append(
                ComparisonFigure(
                    section: "Held in reserve", item: "There is time for", unit: .contacts,
                    today: reserve.map { Double($0.met.contacts) },
                    optimised: beside.map { Double($0.met.contacts) }))
        }
        return found.filter { $0.section == "Care met" } + found.filter { $0.section != "Care met" }
    }

    private static func bookings(_ one: ReportFigures, _ other: ReportFigures) -> [ComparisonFigure] {
        var found: [ComparisonFigure] = []
        for (tier, beside) in zip(one.bookings.tiers, other.bookings.tiers)
        where tier.sessions > 0 || beside.sessions > 0 {
            let name = Words.tier(tier.tier)
            found.append(
                ComparisonFigure(
                    section: "Sessions worked", item: name, unit: .sessions, today: Double(tier.sessions),
                    optimised: Double(beside.sessions)))
            guard tier.tier != .rostered, tier.pounds > 0 || beside.pounds > 0 else { continue }
            found.append(
                ComparisonFigure(
                    section: "Sessions worked", item: name, unit: .pounds, today: tier.pounds,
                    optimised: beside.pounds))
        }
        return found
    }

    private static func work(_ one: ReportFigures, _ other: ReportFigures) -> [ComparisonFigure] {
        func figure(
            _ section: String, _ item: String, _ unit: Unit, _ value: (ReportFigures) -> Double?
        ) -> ComparisonFigure {
            ComparisonFigure(
                section: section, item: item, unit: unit, today: value(one), optimised: value(other))
        }
        func share(_ kind: Role.Kind) -> (ReportFigures) -> Double? {
            { $0.utilisation.kind(kind)?.shareOfAvailable }
        }
        return [
            figure("Direct contact of available hours", "All paid staff", .share) {
                $0.utilisation.total.shareOfAvailable
            },
            figure("Direct contact of available hours", "Registered", .share, share(.registered)),
            figure("Direct contact of available hours", "Support", .share, share(.support)),
            figure("Double-handed care", "Contacts", .contacts) { Double($0.doubleHanded.total.contacts) },
            figure("Double-handed care", "Of workers' contact hours", .share) {
                $0.doubleHanded.total.shareOfCare
            },
            figure("Double-handed care", "Found suitable for one worker", .contacts) {
                Double($0.doubleHanded.total.suitableContacts)
            },
            figure("Delivery", "Heads missing", .heads) { Double($0.heads.missingHeads) },
            figure("Delivery", "On duty without a place", .sessions) {
                Double($0.staffing.rosteredWithoutPlace)
            },
            figure("Delivery", "Away from the home team", .sessions) { Double($0.staffing.awaySessions) },
            figure("Delivery", "Changes of team within a day", .changes) {
                Double($0.staffing.teamChanges)
            },
        ]
    }
}
