// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// The figures people look for first.
    var summary: [Markup] {
        let care = figures.demand.total
        let hands = figures.doubleHanded.total
        let heads = figures.heads
        return [
            Tag.dl(.class("cards")) {
                card(
                    "Price", Show.pounds(figures.price.objective),
                    "sum of the terms below; the cheaper, the better")
                card(
                    "Care met", "\(Show.count(care.met.contacts)) of \(Show.count(care.wanted.contacts))",
                    "contacts; \(Show.hours(care.unmet.hours)) contact hours not met")
                for priority in figures.demand.byPriority where priority.unmet.contacts > 0 {
                    card(
                        "\(priority.name) not met", Show.count(priority.unmet.contacts),
                        "of \(Show.counted(priority.wanted.contacts, "contact"))")
                }
                card(
                    "Bookings", Show.pounds(figures.bookings.bookedPounds),
                    "for \(Show.counted(plan.bookings.count, "session")); agency \(Show.percent(figures.bookings.agencyShare)) of pay"
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
                    "of contact hours; \(Show.counted(hands.suitableContacts, "contact")) could have been given by one worker"
                )
                card(
                    "Heads short", Show.count(heads.missingHeads),
                    "in \(Show.count(heads.sessionsShort)) of \(Show.count(heads.sessionsWithMinimum)) team sessions with a minimum"
                )
            }
        ]
    }

    private func card(_ title: String, _ value: String, _ note: String) -> Markup {
        Tag.div {
            Tag.dt { title }
            Tag.dd(.class("value")) { value }
            Tag.dd(.class("note")) { note }
        }
    }
}
