// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Why sessions are otherwise than in the plan in force, and what to tell those whose they are.
extension PlanChangeFigures {
    /// Clauses of a reason beyond which the rest is counted.
    private static let mostClauses = 4

    /// Why somebody's session is otherwise, as a sentence for whoever is in charge.
    public func reason(of change: Change, _ names: Naming) -> String {
        var clauses: [String] = []
        switch change.kind {
        case .absent: clauses = [Self.absence(change)] + left(change, names)
        case .stoodDown:
            let left = left(change, names)
            clauses = left.isEmpty ? ["nothing is left there that needs them"] : left
        case .calledIn, .moved:
            clauses = taken(change, names)
            if change.isNeededAsHead { clauses.append("keeps the team at its minimum of heads") }
            if change.supervises { clauses.append("supervises what is delegated there") }
            if clauses.isEmpty { clauses = left(change, names) }
            if clauses.isEmpty { clauses = [isNew(change) ? Self.new : "the plan as a whole costs less so"] }
        case .newWork:
            clauses = taken(change, names) + left(change, names)
            if clauses.isEmpty {
                clauses = ["the same contacts, with another partner or in another standing"]
            }
        }
        let more = clauses.count - Self.mostClauses
        if more > 0 {
            clauses = clauses.prefix(Self.mostClauses) + ["and \(Show.counted(more, "change")) more"]
        }
        return clauses.joined(separator: "; ").capitalisedFirst
    }

    private static let new = "on duty there now, and in no session of the plan in force"

    /// Whether somebody is on duty of whom the plan in force knows nothing, such as people who were added since.
    private func isNew(_ change: Change) -> Bool {
        change.kind == .calledIn && change.mark == .rostered && !inForce.contains(change.seat.staff)
    }

    private static func absence(_ change: Change) -> String {
        switch change.mark {
        case .sick: "sick"
        case .leave: "on leave"
        case .training: "in training"
        case .rostered, .available, .callable, .off: "not available any more"
        }
    }

    /// What they take over, and from whom.
    private func taken(_ change: Change, _ names: Naming) -> [String] {
        change.taken.compactMap { passed in
            let what = "\(passed.contacts) of \(names.line(passed.line))"
            guard let giver = passed.from else {
                return "gives \(passed.contacts) more of \(names.line(passed.line))"
            }
            guard giver.staff != change.seat.staff else {
                return giver.session == change.seat.session
                    ? "gives \(what) in place of what they come from"
                    : "gives \(what) that were theirs on \(names.session(giver.session))"
            }
            return
                "takes over \(what) from \(names.person(giver.staff))\(whereabouts(giver, change.seat, names))"
        }
    }

    /// What becomes of what was theirs.
    private func left(_ change: Change, _ names: Naming) -> [String] {
        change.left.compactMap { passed in
            let what = "\(passed.contacts) of \(names.line(passed.line))"
            guard let taker = passed.to else {
                return "\(what) \(passed.contacts == 1 ? "is" : "are") not given any more"
            }
            let verb = passed.contacts == 1 ? "goes" : "go"
            let when = taker.session == change.seat.session ? "" : " on \(names.session(taker.session))"
            guard taker.staff != change.seat.staff else {
                return taker.session == change.seat.session
                    ? nil : "\(what) \(verb) to their own session\(when)"
            }
            return "\(what) \(verb) to \(names.person(taker.staff))\(when)"
        }
    }

    /// Why whoever gave them does not: `, who is sick`.
    private func whereabouts(_ giver: Seat, _ seat: Seat, _ names: Naming) -> String {
        let when = giver.session == seat.session ? "" : " on \(names.session(giver.session))"
        guard
            let theirs = people.first(where: { $0.staff == giver.staff })?.changes
                .first(where: { $0.seat == giver })
        else { return when.isEmpty ? "" : "," + when }
        switch theirs.kind {
        case .absent: return ", who is \(Self.absence(theirs))\(when)"
        case .moved: return ", who is in \(theirs.to.map { names.team($0) } ?? "another team")\(when)"
        case .stoodDown: return ", who is stood down\(when)"
        case .calledIn, .newWork: return when.isEmpty ? "" : "," + when
        }
    }
}

extension PlanChangeFigures {
    /// A message to one person, for each whose sessions are otherwise: those with fewest changes first, of equal ones in
    /// order of the roster. It says what becomes of their sessions, and of nobody else why.
    ///
    /// - Parameter first: The first session that is not over: nobody is told what is.
    public func messages(
        _ rows: PlanRows, _ names: Naming, from first: Int = 0
    ) -> [(staff: String, text: String)] {
        let told = people.map { person in
            Person(staff: person.staff, changes: person.changes.filter { $0.seat.session >= first })
        }
        let order = told.filter { !$0.changes.isEmpty }.enumerated().sorted {
            ($0.element.changes.count, $0.offset) < ($1.element.changes.count, $1.offset)
        }
        return order.map { _, person in
            let parts = person.changes.map { line($0, rows, names) }
            let name = names.name(ofPerson: person.staff)
            return (person.staff, "Hello \(name), your week has changed. \(parts.joined(separator: " "))")
        }
    }

    /// `Tue 24 Nov am: North home-based team instead of South home-based team (3 × Walking practice, N03).`
    private func line(_ change: Change, _ rows: PlanRows, _ names: Naming) -> String {
        let when = names.session(change.seat.session)
        let (from, to) = (change.from.map { names.team($0) } ?? "", change.to.map { names.team($0) } ?? "")
        let work = Self.work(of: change.seat, rows, names)
        switch change.kind {
        case .calledIn: return "\(when): please come to \(to) (\(work))."
        case .moved: return "\(when): \(to) instead of \(from) (\(work))."
        case .newWork: return "\(when): \(to) as before, with another list (\(work))."
        case .stoodDown: return "\(when): you are not needed in \(from)."
        case .absent: return "\(when): you are not expected in \(from)."
        }
    }

    /// What somebody does in a session, line by line.
    private static func work(of seat: Seat, _ rows: PlanRows, _ names: Naming) -> String {
        var words: [String] = []
        for row in rows.contacts
        where row.session == seat.session && (row.staff == seat.staff || row.partner == seat.staff) {
            let other = row.staff == seat.staff ? row.partner : row.staff
            words.append(
                "\(row.contacts) × \(names.activity(row.activity)), \(row.line)"
                    + (other.map { ", with \(names.name(ofPerson: $0))" } ?? ""))
        }
        if rows.supervision.contains(where: { $0.session == seat.session && $0.supervisor == seat.staff }) {
            words.append("supervision")
        }
        return words.isEmpty ? "to be there; no contacts are planned" : words.joined(separator: "; ")
    }
}
