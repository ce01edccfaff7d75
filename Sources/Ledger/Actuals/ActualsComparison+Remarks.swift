// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension ActualsComparison {
    /// What has to be known of the figures, in sentences.
    public var remarks: [String] { timeRemarks + contactRemarks + peopleRemarks }

    private var timeRemarks: [String] {
        var found: [String] = []
        if !toCome.isEmpty {
            found.append(
                until.session.map {
                    "Up to \($0) the forecast is what was worked, after it \(Show.counted(toCome.count, "session")) as "
                        + "planned."
                } ?? "Nothing was worked yet: the forecast is the plan.")
        }
        if later > 0, let session = until.session {
            found.append(
                "Left out, because after \(session): \(Show.counted(later, "row")) of what was worked.")
        }
        let missing = rows.count { $0.kind == .notWorked }
        if missing > 0 {
            found.append(
                "Planned, without a row, and so counted as not worked: \(Show.counted(missing, "session")).")
        }
        if taken > 0 {
            found.append(
                "Of \(Show.counted(taken, "session")) nobody says what was paid: taken to be what was planned."
            )
        }
        return found
    }

    /// What is not said is none in a team of which something is, and makes a team of which nothing is unknown.
    private var contactRemarks: [String] {
        guard !actual.isEmpty else { return [] }
        let counting = Set(actual.filter { $0.contacts != nil }.map(\.team))
        let heard = counting.union(actual.filter { $0.contactHours != nil }.map(\.team))
        guard !heard.isEmpty else {
            return ["Nobody says how many contacts were given, so there is no cost of an hour of them."]
        }
        var found: [String] = []
        let unheard = Set(actual.map(\.team)).subtracting(heard).sorted()
        if !unheard.isEmpty {
            found.append(
                "Of \(Naming.list(unheard)) nobody says contacts or hours in contact, and so of all neither.")
        }
        let silent = actual.count {
            $0.contacts == nil && $0.contactHours == nil && heard.contains($0.team)
        }
        if silent > 0 {
            found.append(
                "Of \(Show.counted(silent, "session")) nobody says contacts or hours in contact: counted as none, so that "
                    + "pounds a contact hour may be too high.")
        }
        let uncounted = actual.count {
            $0.contacts == nil && $0.contactHours != nil && counting.contains($0.team)
        }
        if uncounted > 0 {
            found.append(
                "Of \(Show.counted(uncounted, "session")) nobody says contacts, but hours in contact: counted as no contacts."
            )
        }
        if actual.contains(where: { $0.contacts != nil && $0.contactHours == nil }) {
            found.append(
                "Where nobody says the hours of contacts, they are taken to be as long as the plan's of that team."
            )
        }
        return found
    }

    /// Nothing, where nobody asks for it.
    private var peopleRemarks: [String] {
        guard question.isAsked else { return [] }
        var found: [String] = []
        let isByActivity = !question.startsBy.isEmpty
        if !isByActivity {
            if question.starts.isEmpty {
                found.append("How many people were to begin is not known: --starts-by or --starts says so.")
            } else if let words = unnamed(question.starts) {
                found.append("How many people were to begin in \(words) is not known, and so not of all.")
            }
        }
        if isByActivity, !actual.isEmpty, !actual.contains(where: { $0.starts != nil }) {
            found.append(
                "Nobody says whose care began (starts of actuals.csv), so there are no pounds a start of what was worked."
            )
        }
        if question.people.isEmpty {
            found.append("How many people are on the caseload is not known: --people says so.")
            return found
        }
        if let words = unnamed(question.people) {
            found.append("How many people are on the caseload of \(words) is not known, and so not of all.")
        }
        if days != 7 {
            found.append(
                "The plan has \(Show.counted(days, "day")): what a person gets in a week is of seven such days."
            )
        }
        return found
    }

    /// The pathways that lack a number which all together need; nil: none does.
    private func unnamed(_ numbers: PathwayNumbers) -> String? {
        let names = question.names.pathwayNames.filter { numbers.byPathway[$0] == nil }
        return numbers.all != nil || names.isEmpty ? nil : Naming.list(names)
    }
}
