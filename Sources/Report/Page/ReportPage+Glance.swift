// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// The figures people look for first.
    var glance: [Block] {
        [
            .markup(Tag.p(.class("lead")) { figures.price.statusInWords + "." })
        ] + note(of: figures.bound.sentences) + [
            .markup(cards),
            .note(
                "A cell says the contacts given that day, and how many could not be given any later than that day "
                    + "and were not. Care may be given on any day of its window, so a day has no number wanted of its "
                    + "own; what is not met stands on the last day of its window on which the team is open."),
        ] + calendarWeeks.flatMap { [cover($0), sessionPicture($0)] }
            + [.table(careByPriority), .table(poundsByTier), picture(payPicture)]
    }

    /// Sentences in one note; nothing where there are none.
    private func note(of sentences: [String]) -> [Block] {
        sentences.isEmpty ? [] : [.note(sentences.joined(separator: " "))]
    }

    private var cards: Markup {
        let care = figures.demand.total
        let hands = figures.doubleHanded.total
        let heads = figures.heads
        return Tag.dl(.class("cards")) {
            card(
                "Price", Show.pounds(figures.price.objective),
                "money for bookings, and the policy's weights for what is better avoided")
            card(
                "Care met", "\(Show.count(care.met.contacts)) of \(Show.count(care.wanted.contacts))",
                "contacts; \(Show.hours(care.unmet.hours)) contact hours not met")
            for priority in figures.demand.byPriority where priority.unmet.contacts > 0 {
                card(
                    "\(priority.name) not met", Show.count(priority.unmet.contacts),
                    "of \(Show.counted(priority.wanted.contacts, "contact"))")
            }
            if let reserve = figures.demand.reserve {
                card(
                    "Reserve",
                    "\(Show.count(reserve.met.contacts)) of \(Show.count(reserve.wanted.contacts))",
                    "contacts held in reserve that there is time for; no care that goes unmet")
            }
            card(
                "Bookings", Show.pounds(figures.bookings.bookedPounds),
                "for \(Show.counted(plan.bookings.count, "session")); agency \(Show.percent(figures.workforceCost.total.agencyShare)) of workforce cost"
            )
            for kind in [Role.Kind.registered, .support] {
                if let figure = figures.utilisation.kind(kind) {
                    card(
                        "Utilisation, \(Words.kind(kind).lowercased())",
                        Show.percent(figure.shareOfAvailable),
                        "direct contact ÷ \(Show.hours(Double(figure.availableMinutes) / 60)) available hours"
                    )
                }
            }
            card(
                "Double-handed", Show.percent(hands.shareOfCare),
                "of contact hours; \(Show.counted(hands.suitableContacts, "contact")) of them a review found suitable for one worker"
            )
            card(
                "Heads short", Show.count(heads.missingHeads),
                "in \(Show.count(heads.sessionsShort)) of \(Show.count(heads.sessionsWithMinimum)) team sessions with a minimum"
            )
        }
    }

    private func card(_ title: String, _ value: String, _ note: String) -> Markup {
        Tag.div {
            Tag.dt { title }
            Tag.dd(.class("value")) { value }
            Tag.dd(.class("note")) { note }
        }
    }

    private var careByPriority: Table {
        let demand = figures.demand
        return careTable("priority", "Priority", demand.byPriority, demand.total)
    }

    /// The tiers of pay, without those that cost nothing.
    var paidTiers: [TierFigure] {
        figures.bookings.tiers.filter { tier in
            tier.pounds > 0 || (tier.tier != .contract && tier.tier != .unpaid)
        }
    }

    /// What the plan's people are paid.
    private var poundsByTier: Table {
        let tiers = paidTiers
        let all = tiers.reduce(0) { $0 + $1.pounds }
        return Table(
            name: "pounds-by-tier", caption: "Pounds by tier",
            columns: [
                .text("Tier", "tier"), .number("Pounds", "pounds"),
                .number("Share of pay", "share_of_pay"),
            ],
            rows: tiers.map { figure in
                [
                    .text(Words.tier(figure.tier)),
                    .pounds(figure.pounds), .share(all > 0 ? figure.pounds / all : nil),
                ]
            }, total: [.text("All pay"), .pounds(all), .share(all > 0 ? 1 : nil)])
    }
}
