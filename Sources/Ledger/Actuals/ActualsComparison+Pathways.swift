// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Pounds for a person whose care begins, and what a person on the caseload gets in a week.
extension ActualsComparison {
    /// A pathway, or all of them.
    private struct Scope {
        let name: String
        /// Pounds, contacts, contact hours.
        let sides: Sides
        /// People whose care begins.
        let starts: ThreeSides
        /// People on the caseload; nil: nobody says.
        let people: Double?
    }

    /// Whether people are counted by anything.
    var asksForPeople: Bool {
        !question.startsBy.isEmpty || !question.starts.isEmpty || !question.people.isEmpty
    }

    /// Pathway by pathway and in all, with what is known of people; nil where nothing was asked.
    public var pathways: Table? {
        guard asksForPeople else { return nil }
        return Table(
            name: "pathways", caption: "People whose care begins, and what a person gets in a week",
            columns: [.text("Pathway", "pathway"), .text("Figure", "figure")] + ThreeSides.columns,
            rows: scopes.flatMap { rows(of: $0) })
    }

    private var scopes: [Scope] {
        let parts = question.names.pathwayNames.map { name in
            let teams = question.names.teams(of: name)
            return Scope(
                name: name, sides: sides(in: teams),
                starts: starts(in: teams, given: question.starts.byPathway[name]),
                people: question.people.byPathway[name])
        }
        return parts + [
            Scope(
                name: "all", sides: sides(in: nil), starts: starts(ofAll: parts),
                people: question.people.all ?? Self.sum(parts.map(\.people)))
        ]
    }

    /// Who begins, in some teams.
    ///
    /// - Parameter given: In all of the plan's days, as somebody counts them: in place of what is planned. Before these are
    ///   over no fewer begin than have begun, and when they are over it is what `actuals.csv` says, if it does.
    private func starts(in teams: Set<String>?, given: Double?) -> ThreeSides {
        guard let given else { return ThreeSides(sides(in: teams)) { $0.starts.map(Double.init) } }
        let isSaid = actual.contains { $0.starts != nil && (teams?.contains($0.team) ?? true) }
        let said = isSaid ? actualSum(in: teams).starts.map(Double.init) : nil
        guard isOver(in: teams) else { return ThreeSides(given, said, max(given, said ?? 0)) }
        return ThreeSides(given, said ?? given, said ?? given)
    }

    /// Of all: as somebody counts them, else what pathways add up to, where each of them has a number.
    private func starts(ofAll parts: [Scope]) -> ThreeSides {
        if question.starts.all != nil || parts.isEmpty {
            return starts(in: nil, given: question.starts.all)
        }
        return ThreeSides(
            Self.sum(parts.map(\.starts.planned)), Self.sum(parts.map(\.starts.actual)),
            Self.sum(parts.map(\.starts.forecast)))
    }

    private static func sum(_ values: [Double?]) -> Double? {
        guard !values.isEmpty, !values.contains(where: { $0 == nil }) else { return nil }
        return values.reduce(0) { $0 + ($1 ?? 0) }
    }

    private func rows(of scope: Scope) -> [[Table.Cell]] {
        let pounds = ThreeSides(scope.sides) { $0.cost }
        func row(_ figure: String, _ sides: ThreeSides, _ cell: (Double?) -> Table.Cell) -> [Table.Cell] {
            [.text(scope.name), .text(figure)] + sides.cells(cell)
        }
        var rows = [row("pounds", pounds) { .pounds($0) }]
        if scope.starts.planned != nil || scope.starts.actual != nil {
            rows += [
                row("people who begin", scope.starts, ThreeSides.count),
                row("pounds a start", pounds.per(scope.starts)) { .pounds($0) },
            ]
        }
        guard let people = scope.people else { return rows }
        let onCaseload = ThreeSides(people, people, people)
        // What a person gets in a week, whatever the plan's days.
        let weeks = people * Double(days) / 7
        let personWeeks = ThreeSides(weeks, weeks, weeks)
        let contacts = ThreeSides(scope.sides) { $0.contacts.map(Double.init) }
        let hours = ThreeSides(scope.sides) { $0.contactHours }
        return rows + [
            row("people on the caseload", onCaseload, ThreeSides.count),
            row("contacts a person and week", contacts.per(personWeeks)) { .ratio($0) },
            row("contact hours a person and week", hours.per(personWeeks)) { .ratio($0) },
            row("pounds a person and week", pounds.per(personWeeks)) { .pounds($0) },
        ]
    }

    /// Days of the plan.
    var days: Int { max(1, question.names.dayCount) }
}
