// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// People who are rostered, or could be asked, and can be sent to no team; and people who can be somewhere and hold no
/// sign-off that counts, so that they give no contact.
struct NowhereToGo {
    private let placed: PlacedWeek
    private let told: Told
    /// People with a sign-off dated after the last planned day, which is told of as such.
    private let awaiting: Set<String>
    private var reachable: ReachableTeams
    private var cases: [String: [Case]] = [:]
    private var order: [String] = []
    private var people: Set<Int> = []

    /// What has been told already, and so is not told again person by person.
    struct Told {
        /// Employers whose people have no agreement.
        let employers: Set<String>
        /// Localities to which a way is missing.
        let localities: Set<String>
    }

    private struct Case {
        let person: Int
        let field: Field
        let message: String
        let severity: Diagnostic.Severity
        let expected: String
    }

    /// Tells of each cause once, at the first session of the first person concerned.
    ///
    /// - Returns: Everybody concerned.
    static func tell(of placed: PlacedWeek, except told: Told, _ diagnostics: Diagnostics) -> Set<Int> {
        var search = NowhereToGo(placed: placed, told: told, reachable: ReachableTeams(placed))
        for index in placed.week.staff.indices { search.look(at: index) }
        search.tell(diagnostics)
        return search.people
    }

    private init(placed: PlacedWeek, told: Told, reachable: ReachableTeams) {
        self.placed = placed
        self.told = told
        self.reachable = reachable
        awaiting = Set(placed.week.signOffs.filter { $0.signedOffOn > placed.last }.map(\.staff))
    }

    private mutating func look(at index: Int) {
        let person = placed.week.staff[index]
        let isRostered = !placed.rostered[index].isEmpty
        // Whoever is on duty while their team is closed has been told of.
        let sessions =
            isRostered
            ? placed.rostered[index].filter { placed.closedHome(index, $0) == nil } : placed.available[index]
        let without = sessions.filter { !reachable.isPossible(index, $0) }
        let lacksAll = placed.lacksSignOffs(index, sessions)
        guard let session = without.first ?? (isRostered && lacksAll ? sessions.first : nil),
            let field = placed.rota(index, session)
        else { return }
        people.insert(index)
        let duty = "'\(person.id)' is \(isRostered ? "rostered" : "available")"
        guard let first = without.first, let nearest = reachable.nearest(index, first) else {
            if awaiting.contains(person.id) { return }
            add(
                index, field, .warning, "no sign-off",
                "\(duty) and holds no sign-off that counts on these days, "
                    + "so can give no contact", expected: "a row in competencies.csv that holds in these days"
            )
            return
        }
        if isTold(nearest, person) { return }
        let isOfSignOffs = nearest.obstacle == .nothingToDo && lacksAll
        let reason =
            isOfSignOffs ? "they hold no sign-off that counts on these days" : nearest.reason(person, placed)
        if isOfSignOffs, awaiting.contains(person.id) { return }
        let expected = expected(nearest)
        if without.count == sessions.count {
            let count = Findings.count(sessions.count, "session")
            add(
                index, field, .warning, "all\n" + reason,
                "\(duty) for \(count) and can be sent to no team: \(reason)", expected: expected)
        } else if isRostered {
            let more = without.count > 1 ? "; so in \(Findings.count(without.count - 1, "session")) more" : ""
            add(
                index, field, .notice, "some\n" + reason,
                "\(duty) here and can be sent to no team: \(reason)\(more)", expected: expected)
        }
    }

    private mutating func add(
        _ person: Int, _ field: Field, _ severity: Diagnostic.Severity, _ cause: String, _ message: String,
        expected: String
    ) {
        if cases[cause] == nil { order.append(cause) }
        cases[cause, default: []].append(
            Case(person: person, field: field, message: message, severity: severity, expected: expected))
    }

    /// What would take away what stands in the way of the team that is nearest.
    private func expected(_ nearest: TeamObstacle) -> String {
        switch nearest.obstacle {
        case .barrier(.organisation): "an agreement in agreements.csv, a team they may be sent to, or no mark"
        case .barrier(.travel), .barrier(.closed), .barrier(.placement), .nothingToDo:
            "a team they may be sent to, or no mark"
        }
    }

    /// Whether the name or the way that is missing was told where it stands.
    private func isTold(_ nearest: TeamObstacle, _ person: StaffMember) -> Bool {
        switch nearest.obstacle {
        case .barrier(.organisation): told.employers.contains(person.employer)
        case .barrier(.travel):
            !told.localities.isDisjoint(with: [person.baseLocality, placed.week.teams[nearest.team].locality])
        case .barrier(.closed), .barrier(.placement), .nothingToDo: false
        }
    }

    private func tell(_ diagnostics: Diagnostics) {
        for cause in order {
            guard let first = cases[cause]?.first, let all = cases[cause] else { continue }
            let named = all.dropFirst().prefix(3).map { "'\(placed.week.staff[$0.person].id)'" }
            let more = all.count - 1 - named.count
            let others =
                named.isEmpty
                ? ""
                : "; so it is with \(named.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : "")
            diagnostics.add(
                first.severity, at: first.field.place, field: first.field.name, found: first.field.text,
                expected: first.expected, message: first.message + others)
        }
    }
}

extension PlacedWeek {
    /// Whether the person holds no sign-off in those sessions, and may do nothing without.
    fileprivate func lacksSignOffs(_ person: Int, _ sessions: [Int]) -> Bool {
        guard let first = sessions.first, let last = sessions.last else { return false }
        let held = qualifications[person]
        let (from, to) = (session(first).day, session(last).day)
        if week.framework.competencies.contains(where: { held.holds(Need($0.id, 1), from: from, to: to) }) {
            return false
        }
        return !week.framework.activities.contains {
            held.standing(for: $0, on: from, open: .all).takesPart
        }
    }
}
