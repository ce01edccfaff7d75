// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension Outlook {
    /// What it comes to, in a few sentences.
    public var summary: [String] {
        var lines: [String] = []
        let of = Show.counted(draws, "draw")
        if let all = risks.last {
            lines.append(
                "Drawn \(draws == 1 ? "once" : "\(Show.count(draws)) times"), critical care goes unmet in "
                    + "\(Self.words(all.chance)) of the draws if nobody else is called, and in "
                    + "\(Self.words(all.chanceIfCalled)) though people are called on the day.")
            lines.append(Self.holding(all.hours, risk: options.risk))
        } else {
            lines.append("\(of): no critical care is wanted.")
        }
        if draws < options.number {
            lines.append("You stopped it after \(of) of \(Show.count(options.number)).")
        }
        lines.append(booked)
        return lines
    }

    private static func words(_ share: Estimate) -> String {
        "\(Show.percent(share.mean)) (± \(Show.percent(share.error)))"
    }

    private static func holding(_ hours: Double?, risk: Double) -> String {
        let percent = Show.percent(risk)
        guard let hours else {
            return
                "No number of calls holds that at \(percent): more often, some of it goes unmet even if whoever may be "
                + "called comes."
        }
        return hours == 0
            ? "Nobody need be called to hold that at \(percent), if other care gives way."
            : "\(Show.hours(hours)) hours of calls hold it at \(percent), if other care gives way."
    }

    private var booked: String {
        guard let bookings else { return "Which bookings are worth making now was not found out." }
        guard !bookings.isEmpty else {
            return "No booking is worth making now: calling on the day costs no more on average."
        }
        let cost = Show.pounds(bookings.reduce(0) { $0 + $1.cost })
        let shown = bookings.count { $0.saving.isShown }
        let doubt =
            shown == bookings.count
            ? "" : " The draws show it of \(Show.count(shown)); the others cannot be told apart from none."
        return
            "\(Show.counted(bookings.count, "booking")) worth making now, at \(cost), which saves \(isExact ? "" : "about ")\(Show.pounds(saving.mean)) "
            + "(± \(Show.pounds(saving.error))) on average against calling on the day.\(doubt)"
    }
}
