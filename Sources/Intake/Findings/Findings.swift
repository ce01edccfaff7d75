// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What is looked for in a week that can be planned: a file an idea. A warning where care is probably lost or put at
/// risk, a notice where somebody would only want to know.
///
/// A cause is told once, at its first place, with the number of places. So the causes that keep people from teams are
/// looked for first, and whoever can be sent nowhere for a cause that has been told is not told of again.
enum Findings {
    /// Tells everything that is found.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let told = NowhereToGo.Told(
            employers: ClosedWays.tell(of: placed, diagnostics),
            localities: TravelNames.tell(of: placed, diagnostics))
        ClosedTeams.tell(of: placed, diagnostics)
        let people = NowhereToGo.tell(of: placed, except: told, diagnostics)
        HomeTeams.tell(of: placed, except: people, diagnostics)
        GroupNames.tell(of: placed, diagnostics)
        GroupSpans.tell(of: placed, diagnostics)
        GroupWays.tell(of: placed, diagnostics)
        FutureSignOffs.tell(of: placed, diagnostics)
        OddCenturies.tell(of: placed, diagnostics)
        OwnSignOffs.tell(of: placed, diagnostics)
        LapsedApprovals.tell(of: placed, diagnostics)
        SameNames.tell(of: placed, diagnostics)
        MixedRoles.tell(of: placed, diagnostics)
        ContractHours.tell(of: placed, diagnostics)
        BarringHours.tell(of: placed, diagnostics)
        BarringAverages.tell(of: placed, diagnostics)
        FreeHours.tell(of: placed, diagnostics)
        SameLines.tell(of: placed, diagnostics)
        LongContacts.tell(of: placed, diagnostics)
        MinimumHeads.tell(of: placed, diagnostics)
        DecidedRequests.tell(of: placed, diagnostics)
        UsualPeople.tell(of: placed, diagnostics)
    }

    /// `; so is line 7`, or how many others there are: what stands behind a message told once for all of them.
    static func others(_ lines: [Int], are words: (one: String, more: String) = ("so is", "so are")) -> String
    {
        guard let first = lines.first else { return "" }
        if lines.count == 1 { return "; \(words.one) line \(first)" }
        let named = lines.prefix(3).map(String.init).joined(separator: ", ")
        return lines.count <= 3
            ? "; \(words.more) lines \(named)" : "; \(words.more) lines \(named) and \(lines.count - 3) more"
    }

    /// `1 session`, `2 sessions`.
    static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }

    /// A number as people write it: `37.5`, `36`.
    static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9
            ? String(Int(value)) : String((value * 100).rounded() / 100)
    }
}
