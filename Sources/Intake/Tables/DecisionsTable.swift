// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// decisions.csv, optional: what AHP leads decided about delegation, with the reason and who decided.
///
/// A row in which decision, reason and by are all blank is one of a list that nobody has filled in yet.
struct DecisionsTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [DelegationDecision] = []
    /// The `decision` cell of each of `values`.
    private(set) var fields: [Field] = []

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff people: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.decisions),
            let table = CSVTable.read(input, .decisions, diagnostics)
        else { return }
        let routes = Dictionary(
            (frameworkReader?.activities ?? []).map { ($0.id, $0.delegated) },
            uniquingKeysWith: { one, _ in one })
        var contradictions = Contradictions(humans: people.values.humansById)
        var dates: [Field] = []
        for row in table.rows {
            let activityField = table.field("activity", of: row)
            let activity = readActivity(activityField)
            let staffField = table.given("staff", of: row)
            let staff = staffField.flatMap { people.readPerson($0) }
            let teamField = table.given("team", of: row)
            let team = teamField.flatMap { teams.readTeam($0) }
            let onField = table.field("on", of: row)
            if let activity, let route = routes[activity], staffField == nil {
                checkDelegated(route, activityField)
            }
            guard !isUndecided(table, row) else { continue }
            let rulingField = table.field("decision", of: row)
            let ruling = rulingField?.word(DelegationDecision.Ruling.self, diagnostics)
            let reason = readEvidence(table.field("reason", of: row), "why it was decided so")
            let by = readEvidence(table.field("by", of: row), "who decided it")
            let on = onField?.day(diagnostics)
            if ruling == .allow, let activity, let rulingField, let route = routes[activity] ?? nil {
                checkNotWithdrawn(route, activity, rulingField)
            }
            guard let activity, let ruling, let reason, let by, let on, let rulingField, let onField,
                (staff == nil) == (staffField == nil), (team == nil) == (teamField == nil)
            else { continue }
            let decision = DelegationDecision(
                activity: activity, staff: staff, team: team, ruling, reason: reason, by: by, on: on)
            contradictions.check(decision, at: rulingField, diagnostics)
            values.append(decision)
            fields.append(rulingField)
            dates.append(onField)
        }
        checkReviews(routes, dates, people.values.humansById)
    }

    private func isUndecided(_ table: CSVTable, _ row: CSVTable.Row) -> Bool {
        guard let field = table.field("decision", of: row), field.isBlank,
            table.given("reason", of: row) == nil, table.given("by", of: row) == nil
        else { return false }
        if diagnostics.isFirst("undecided\n" + TableSchema.decisions.path) {
            field.notice(
                "nothing is decided in this row, and it is left out; so is every row of that kind",
                expected: "allow or refuse, with the reason and by whom", diagnostics)
        }
        return true
    }

    /// Reasons and names are what an audit of care asks for, so they are not left blank.
    private func readEvidence(_ field: Field?, _ meaning: String) -> String? {
        guard let field else { return nil }
        guard !field.isBlank else {
            field.error(
                "\(field.name) is blank, and a decision is evidence", expected: meaning, diagnostics)
            return nil
        }
        return field.note(diagnostics)
    }

    private func checkDelegated(_ route: DelegatedRoute?, _ field: Field?) {
        guard route == nil, let field else { return }
        field.error(
            "activity \(field.shown) has no delegated route, so there is nothing to decide about everybody",
            expected: "an activity with 'delegated' in \(frameworkName), or somebody in the column staff",
            diagnostics)
    }

    private func checkNotWithdrawn(_ route: DelegatedRoute, _ activity: String, _ field: Field) {
        guard route.status == .withdrawn else { return }
        field.error(
            "the delegation of '\(activity)' is withdrawn, and a decision cannot allow it",
            expected: "another status in \(frameworkName), or no 'allow'", diagnostics)
    }

    private var frameworkName: String { frameworkReader?.file ?? "the framework" }

    /// Warns of decisions to allow that were taken before a review which falls due in the days planned: they do not
    /// stand for it. One that a later decision about the same has replaced by then is left alone.
    private func checkReviews(
        _ routes: [String: DelegatedRoute?], _ dates: [Field], _ humans: [String: String]
    ) {
        guard let horizon else { return }
        func matter(_ decision: DelegationDecision) -> [String?] {
            [decision.activity, decision.staff.map { humans[$0] ?? $0 }, decision.team]
        }
        var latest: [[String?]: CalendarDay] = [:]
        for decision in values where decision.on <= horizon.last {
            let about = matter(decision)
            latest[about] = max(latest[about] ?? decision.on, decision.on)
        }
        for (decision, field) in zip(values, dates) where decision.ruling == .allow {
            guard let review = (routes[decision.activity] ?? nil)?.reviewOn, review < horizon.last,
                decision.on < review,
                latest[matter(decision)] == decision.on
            else { continue }
            field.warning(
                "on \(field.shown) is before the review of \(review), so the delegation of "
                    + "'\(decision.activity)' ends that day",
                expected: "a decision dated \(review) or later, once the review is done", diagnostics)
        }
    }
}

/// Finds decisions about the same people, team and day that say the opposite of each other.
private struct Contradictions {
    private struct Matter: Hashable {
        let activity: String
        let staff: String?
        let team: String?
        let on: CalendarDay
    }

    /// The human of each row of the roster that names one.
    let humans: [String: String]
    private var first: [Matter: (ruling: DelegationDecision.Ruling, line: Int)] = [:]

    init(humans: [String: String]) { self.humans = humans }

    mutating func check(_ decision: DelegationDecision, at field: Field, _ diagnostics: Diagnostics) {
        let matter = Matter(
            activity: decision.activity, staff: decision.staff.map { humans[$0] ?? $0 }, team: decision.team,
            on: decision.on)
        guard let known = first[matter] else {
            first[matter] = (decision.ruling, field.place.line ?? 0)
            return
        }
        guard known.ruling != decision.ruling else { return }
        field.error(
            "decision \(field.shown) is the opposite of '\(known.ruling.rawValue)' in line \(known.line), for the "
                + "same activity, staff, team and day",
            expected: "one decision, or a later day for the one that is to hold", diagnostics)
    }
}
