// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension Effect {
    /// What it does to care and price, as the end of a sentence: `2 more contacts (1.0 hours) would be met in
    /// all and the plan would be exactly £90.00 cheaper (care not met −£90.00)`.
    public var inWords: String {
        var parts: [String] = []
        if contacts != 0 {
            let counted = Show.counted(abs(contacts), contacts > 0 ? "more contact" : "fewer contact")
            parts.append("\(counted) (\(hoursInWords)) would be met in all")
        } else if abs(hours) >= 0.05 {
            parts.append("as many contacts would be met, but of other lines (\(hoursInWords))")
        }
        let registered = Show.hours(abs(registeredHours))
        if registeredHours >= 0.05 {
            parts.append("\(registered) registered contact hours would be released")
        } else if registeredHours <= -0.05 {
            parts.append("registered people would give \(registered) contact hours more")
        }
        parts.append("the plan would be \(priceInWords)")
        return Naming.list(parts)
    }

    /// What it does to the price: `exactly £12.00 dearer (bookings +£12.00)`, `at least £3.00 cheaper (…)`,
    /// `at the same price`.
    ///
    /// Found by a search and not proved, a saving is at least that, and what is dearer at most that.
    public var priceInWords: String {
        let savings = terms.savedInWords
        let moved = savings.isEmpty ? "" : " (\(savings))"
        guard abs(pounds) >= 0.005 else {
            return "at the same price" + (isExact ? "" : " or a lower one") + moved
        }
        return "\(certainty) \(Show.pounds(abs(pounds))) " + (pounds > 0 ? "cheaper" : "dearer") + moved
    }

    /// `1.5 hours more`; the hours of an effect may fall while its contacts rise.
    private var hoursInWords: String {
        let shown = Show.hours(abs(hours))
        if contacts != 0, (hours >= 0) == (contacts > 0) { return "\(shown) hours" }
        return "\(shown) hours \(hours > 0 ? "more" : "fewer")"
    }
}
