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
            lines.append(holding(all.hours))
        } else {
            lines.append("\(of): no critical care is wanted.")
        }
        if draws < options.number {
            lines.append("You stopped it after \(of) of \(Show.count(options.number)).")
        }
        lines.append(drawnSo)
        lines.append(booked)
        return lines
    }

    /// How it was drawn.
    private var drawnSo: String {
        let uncertainty = options.uncertainty
        let away = uncertainty.absence.keys.sorted().compactMap { role in
            uncertainty.absence[role].map { "\(Show.percent($0)) (\(role))" }
        }
        let usual = Show.percent(StandbyOptions.usualAbsence)
        return
            "Contacts were drawn with a dispersion of \(Show.decimal(uncertainty.dispersion, places: 2)); "
            + (away.isEmpty
                ? "nobody was away, where --standby reckons with \(usual)."
                : "people were away with a chance of \(Naming.list(away)), those of other roles never, where --standby "
                    + "reckons with \(usual).")
    }

    private static func words(_ share: Estimate) -> String {
        "\(Show.percent(share.mean)) (± \(Show.percent(share.error)))"
    }

    private func holding(_ hours: Double?) -> String {
        let percent = Show.percent(options.risk)
        guard let hours else {
            return isExact
                ? "No number of calls holds that at \(percent): more often, some of it goes unmet even if whoever may "
                    + "be called comes."
                : "No number of calls was found that holds that at \(percent): more often, some of it goes unmet in "
                    + "each plan that was looked at, whoever is called."
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
            ? ""
            : shown == 0
                ? " The draws are too few to tell that from nothing."
                : " The draws show it of \(Show.count(shown)); the others cannot be told apart from none."
        let about = isExact ? "" : "about "
        return
            "\(Show.counted(bookings.count, "booking")) worth making now, at \(cost), which saves "
            + "\(about)\(Show.pounds(saving.mean)) (± \(Show.pounds(saving.error))) on average against calling on the "
            + "day, in the draws by which \(bookings.count == 1 ? "it was" : "they were") chosen, which flatters "
            + "\(bookings.count == 1 ? "it" : "them").\(doubt)"
    }
}
