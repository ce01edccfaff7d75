// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Employers' and organisations' names that meet nothing, and agreements that have ended: what closes the way for many
/// people at once. An employer that is like no other name is left to `NowhereToGo`: its people lack an agreement.
enum ClosedWays {
    /// Tells of them.
    ///
    /// - Returns: Employers whose people were told of: for them no agreement is a cause that has been named.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) -> Set<String> {
        var told = ended(placed, diagnostics)
        let employers = firsts(placed.week.staff.map(\.employer))
        let organisations = firsts(placed.week.teams.map(\.organisation))
        let linked = placed.week.agreements.filter { placed.isInForce($0) }
        var mistaken: Set<String> = []
        for (employer, index) in employers where !told.contains(employer) {
            let isOpen = organisations.contains { organisation, _ in
                organisation == employer
                    || linked.contains { $0.employer == employer && $0.organisation == organisation }
            }
            if isOpen { continue }
            let names = organisations.map(\.name) + placed.week.agreements.map(\.employer)
            guard let nearest = nearestName(to: employer, in: names.filter { $0 != employer }) else {
                continue
            }
            told.insert(employer)
            mistaken.insert(nearest)
            let people = placed.week.staff.count { $0.employer == employer }
            let field = placed.staff.field("employer", index)
            field.warning(
                "employer \(field.shown) runs no team and no agreement names it, so its "
                    + (people == 1 ? "1 person" : "\(people) people")
                    + " may work nowhere, not even in a home team" + didYouMean(nearest),
                expected: nearest, diagnostics)
        }
        for (organisation, index) in organisations where !mistaken.contains(organisation) {
            let isOpen = employers.contains { employer, _ in
                employer == organisation
                    || placed.week.agreements.contains {
                        $0.employer == employer && $0.organisation == organisation
                    }
            }
            if isOpen { continue }
            let names = employers.map(\.name) + placed.week.agreements.map(\.organisation)
            let nearest = nearestName(to: organisation, in: names.filter { $0 != organisation })
            let field = placed.teams.field("organisation", index)
            field.warning(
                "nobody on the roster may work for organisation \(field.shown), so nobody can be sent to "
                    + "'\(placed.week.teams[index].id)'" + didYouMean(nearest),
                expected: nearest ?? "somebody's employer, or an agreement in agreements.csv", diagnostics)
        }
        return told
    }

    /// Agreements that hold on no planned day, where no other lets the same people work there.
    private static func ended(_ placed: PlacedWeek, _ diagnostics: Diagnostics) -> Set<String> {
        var told: Set<String> = []
        for (index, agreement) in placed.week.agreements.enumerated() where !placed.isInForce(agreement) {
            let people = placed.week.staff.filter { person in
                person.employer == agreement.employer && agreement.coversOne(of: person.roles)
                    && !placed.week.agreements.contains { other in
                        placed.isInForce(other) && other.employer == person.employer
                            && other.organisation == agreement.organisation
                            && other.coversOne(of: person.roles)
                    }
            }
            let isMet = placed.week.teams.contains { $0.organisation == agreement.organisation }
            guard !people.isEmpty, isMet, agreement.employer != agreement.organisation else { continue }
            told.insert(agreement.employer)
            let isOver = agreement.until.map { $0 < placed.week.start } ?? false
            let field = placed.agreements.field(isOver ? "until" : "from", index)
            let when =
                isOver
                ? "ended on \(agreement.until?.iso ?? ""), before the first planned day, \(placed.week.start)"
                : "begins on \(agreement.from?.iso ?? ""), after the last planned day, \(placed.last)"
            field.warning(
                "the agreement of '\(agreement.employer)' with '\(agreement.organisation)' \(when), so "
                    + (people.count == 1 ? "1 person" : "\(people.count) people") + " may not work there",
                expected: "an agreement that holds in these days", diagnostics)
        }
        return told
    }

    /// Each name once, with the index at which it stands first.
    private static func firsts(_ names: [String]) -> [(name: String, index: Int)] {
        var seen: Set<String> = []
        return names.enumerated().filter { seen.insert($1).inserted }.map { ($1, $0) }
    }
}

extension PlacedWeek {
    /// Whether an agreement holds on some planned day.
    func isInForce(_ agreement: Agreement) -> Bool {
        (agreement.from.map { $0 <= last } ?? true) && (agreement.until.map { week.start <= $0 } ?? true)
    }
}
