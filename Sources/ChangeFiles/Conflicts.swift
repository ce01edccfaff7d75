// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// Finds what of a change file contradicts itself: what is named twice in one part, absences that overlap, what is
/// changed and removed. Which of the two was meant nobody can tell, so both are errors.
struct Conflicts {
    private let file: ChangeFile
    private let week: Week
    private let diagnostics: Diagnostics
    private let human: [String: String]
    /// The entries of which something was told.
    private(set) var told: Set<Int> = []
    /// What was named so far, with the entry that did.
    private var named: [Named: Int] = [:]

    /// Something that one part names.
    private struct Named: Hashable {
        let part: String
        let names: [String]
    }

    init(_ file: ChangeFile, _ week: Week, _ diagnostics: Diagnostics) {
        (self.file, self.week, self.diagnostics) = (file, week, diagnostics)
        human = week.staff.humansById
    }

    /// Tells of all of them.
    ///
    /// - Parameter unsound: Parts that lack something: what they may have taken away is not held against others.
    mutating func tell(besides unsound: Set<ChangeFile.Part> = []) {
        for (place, entry) in file.entries.enumerated() { lookForSecond(place, entry.change) }
        lookForOverlaps()
        lookForWithdrawals()
        lookForRemoved()
        if !unsound.contains(.people) { lookForDecisions() }
    }

    private mutating func refuse(_ place: Int, _ text: String?, _ message: String, expected: String) {
        told.insert(place)
        diagnostics.add(.error, in: file.entries[place], at: text, expected: expected, message: message)
    }

    /// ` (first in line 7)`.
    private func first(_ place: Int) -> String {
        file.entries[place].place.line.map { ", first in line \($0)" } ?? ""
    }

    // MARK: Named twice

    private mutating func lookForSecond(_ place: Int, _ change: Change) {
        switch change {
        case .availability(let cell):
            for session in cell.sessions {
                name(
                    "availability", [cell.staff, session], place, "the cell of '\(cell.staff)' on \(session)",
                    session)
            }
        case .demand(.contacts(_, let line)), .demand(.add(_, let line)), .demand(.remove(let line)):
            name("demand", [line], place, "line '\(line)'", line)
        case .demand(.new(let new)): name("demand", [new.line], place, "line '\(new.line)'", new.line)
        case .team(let team): name("teams", [team.team], place, "team '\(team.team)'", team.team)
        case .person(.remove(let staff)): name("people", [staff], place, "'\(staff)'", staff)
        case .person(.terms(let terms)): name("people", [terms.staff], place, "'\(terms.staff)'", terms.staff)
        case .signOff(.add(let staff, let competency, _, let from, _)):
            // Of several days each holds until the next.
            name(
                "sign-offs", [staff, competency, (from ?? week.start).iso], place,
                "'\(staff)' in '\(competency)'", staff)
        case .signOff(.withdraw(let staff, let competency)):
            name("withdrawals", [staff, competency], place, "'\(staff)' in '\(competency)'", staff)
        case .delegation(let one):
            name("delegation", [one.activity], place, "'\(one.activity)'", one.activity)
        case .move(let one): name("moved", [one.staff], place, "'\(one.staff)'", one.staff)
        case .absence, .demand(.factor), .conversion, .person(.like), .person(.new), .person(.termsOf), .rate,
            .signOff(.holds),
            .singleHanded, .agreement, .contingency, .policy, .activity, .placement, .supposed:
            break
        }
    }

    private mutating func name(
        _ part: String, _ names: [String], _ place: Int, _ what: String, _ text: String
    ) {
        let key = Named(part: part, names: names)
        guard let before = named[key] else {
            named[key] = place
            return
        }
        refuse(
            place, text, "\(what) is named twice in one part\(first(before))",
            expected: "each once in a file; several files apply one after the other")
    }

    // MARK: Overlaps

    private mutating func lookForOverlaps() {
        let index = WeekIndex(week)
        func place(_ session: String?, _ end: Int) -> Int? { session.map { index.session($0) } ?? end }
        var away: [(human: String, range: ClosedRange<Int>, place: Int)] = []
        var placed: [(staff: String, range: ClosedRange<CalendarDay>, place: Int)] = []
        let last = week.start.adding(days: week.days - 1)
        for (entry, change) in file.changes.enumerated() {
            switch change {
            case .absence(let absence):
                guard case .staff(let id) = absence.who,
                    let from = place(absence.sessions.from, 0),
                    let until = place(absence.sessions.until, week.sessions.count - 1), from <= until
                else { continue }
                let who = human[id] ?? id
                if let before = away.first(where: { $0.human == who && $0.range.overlaps(from...until) }) {
                    refuse(
                        entry, id, "absences of '\(Diagnostic.shortened(id))' overlap\(first(before.place))",
                        expected: "each session of a person in one absence, whichever of their rows it names")
                }
                away.append((who, from...until, entry))
            case .placement(let one):
                let (from, until) = (one.from ?? week.start, one.until ?? last)
                guard from <= until else { continue }
                if let before = placed.first(where: {
                    $0.staff == one.staff && $0.range.overlaps(from...until)
                }) {
                    refuse(
                        entry, one.staff,
                        "placements of '\(Diagnostic.shortened(one.staff))' overlap\(first(before.place))",
                        expected: "each day of a person in one placement")
                }
                placed.append((one.staff, from...until, entry))
            case .availability, .demand, .conversion, .team, .person, .rate, .signOff, .delegation,
                .singleHanded,
                .agreement, .contingency, .policy, .activity, .move, .supposed:
                continue
            }
        }
    }

    // MARK: Contradictions

    /// A sign-off and a withdrawal of one competency of one human.
    private mutating func lookForWithdrawals() {
        var signed: [[String]: Int] = [:]
        var withdrawn: [[String]: Int] = [:]
        for (place, change) in file.changes.enumerated() {
            let (staff, competency): (String, String)
            switch change {
            case .signOff(.add(let id, let of, _, _, _)):
                (staff, competency) = (id, of)
                signed[[human[id] ?? id, of]] = place
            case .signOff(.withdraw(let id, let of)):
                (staff, competency) = (id, of)
                withdrawn[[human[id] ?? id, of]] = place
            case .signOff(.holds), .absence, .availability, .demand, .conversion, .team, .person, .rate,
                .delegation,
                .singleHanded, .agreement, .contingency, .policy, .activity, .placement, .move, .supposed:
                continue
            }
            let key = [human[staff] ?? staff, competency]
            guard let one = signed[key], let other = withdrawn[key] else { continue }
            refuse(
                place, staff,
                "'\(Diagnostic.shortened(staff))' is signed off and withdrawn in '\(competency)'"
                    + first(min(one, other)),
                expected: "one of the two")
        }
    }

    /// Who is removed is not changed in any part.
    private mutating func lookForRemoved() {
        var removed: [String: Int] = [:]
        for (place, change) in file.changes.enumerated() {
            if case .person(.remove(let staff)) = change { removed[staff] = place }
        }
        guard !removed.isEmpty else { return }
        for (place, change) in file.changes.enumerated() {
            let staff: String?
            switch change {
            case .absence: staff = change.about
            case .availability(let one): staff = one.staff
            case .signOff(.add(let id, _, _, _, _)), .signOff(.withdraw(let id, _)),
                .signOff(.holds(let id, _, _, _)):
                staff = id
            case .placement(let one): staff = one.staff
            case .move(let one): staff = one.staff
            case .demand, .conversion, .team, .person, .rate, .delegation, .singleHanded, .agreement,
                .contingency,
                .policy, .activity, .supposed:
                staff = nil
            }
            guard let staff, let before = removed[staff] else { continue }
            refuse(
                place, staff,
                "'\(Diagnostic.shortened(staff))' is changed here and removed in line "
                    + "\(file.entries[before].place.line ?? 0)", expected: "one of the two")
        }
    }

    /// A delegation cannot be withdrawn that decisions.csv allows.
    private mutating func lookForDecisions() {
        // Where sessions are over, who is removed keeps their rows, decisions among them.
        let removed: [String] =
            week.openSessions.lowerBound > 0
            ? []
            : file.changes.compactMap { change in
                if case .person(.remove(let staff)) = change { staff } else { nil }
            }
        let allowed = Set(
            week.decisions.filter { $0.ruling == .allow && !removed.contains($0.staff ?? "") }.map(\.activity)
        )
        for (place, change) in file.changes.enumerated() {
            guard case .delegation(let one) = change, one.status == .withdrawn,
                allowed.contains(one.activity)
            else { continue }
            refuse(
                place, one.activity,
                "the delegation of '\(Diagnostic.shortened(one.activity))' is withdrawn, and decisions.csv allows it",
                expected: "another status, or no such decision")
        }
    }
}
