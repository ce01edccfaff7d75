// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Requests: what each one not granted weighs, and the fairness weight × the most that one human is refused. Their
/// columns and rows are those of the human's first row of the roster.
enum RequestsTerm: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        let requests = builder.instance.requests
        guard !requests.isEmpty else { return }
        switch place {
        case .personDay(let s, let day):
            guard let person = requests.personOfRow[s], requests.people[person] == s else { return }
            for entry in requests.entriesOfPerson[person] where needsColumn(entry, builder.instance) {
                let first = requests.entries[entry].sessions[0]
                guard builder.instance.calendar.dayOfSession[first] == day else { continue }
                builder.column(ColumnOrigin(.refused, person: s, time: day, line: entry), upTo: 1)
            }
        case .person(let s):
            guard let person = requests.personOfRow[s], requests.people[person] == s else { return }
            builder.column(ColumnOrigin(.refusedPounds, person: s), upTo: asked(person, requests))
        case .whole:
            guard builder.instance.week.policy.requestFairness != 0 else { return }
            let most = requests.people.indices.map { asked($0, requests) }.max() ?? 0
            builder.column(ColumnOrigin(.mostRefused), upTo: most)
        case .cell, .personWeek, .line, .pairs, .team: return
        }
    }

    /// Pounds of all that somebody asks for.
    private static func asked(_ person: Int, _ requests: RequestBook) -> Double {
        requests.entriesOfPerson[person].reduce(0) { $0 + requests.entries[$1].weight }
    }

    /// Whether a request hangs on several sessions, so that no sum of deployments says whether it is granted.
    private static func needsColumn(_ entry: Int, _ instance: Instance) -> Bool {
        let entry = instance.requests.entries[entry]
        return entry.sessions.count > 1 && !(entry.want == .off && isAtWork(entry, instance))
    }

    /// Whether somebody works a session of a request whatever is decided: on duty, or in one that is over.
    private static func isAtWork(_ entry: RequestBook.Entry, _ instance: Instance) -> Bool {
        !entry.onDuty.isEmpty || entry.sessions.contains { !pastTeams(entry, session: $0, instance).isEmpty }
    }

    /// The teams that the human was in in a session that is over, one for each row that was deployed: rule 1 binds no
    /// such session, so there may be several.
    private static func pastTeams(_ entry: RequestBook.Entry, session t: Int, _ instance: Instance) -> [Int] {
        instance.requests.rowsOfPerson[entry.person].compactMap { instance.past.team(person: $0, session: t) }
    }

    static func addRows(to builder: inout ModelBuilder) {
        let (instance, requests) = (builder.instance, builder.instance.requests)
        guard !requests.isEmpty else { return }
        for (person, s) in requests.people.enumerated() {
            guard let pounds = builder.column(.refusedPounds, in: builder.layout.person[s]) else { continue }
            var (decided, terms) = (0.0, [(pounds, -1.0)] as [ModelBuilder.Term])
            for index in requests.entriesOfPerson[person] {
                let weight = requests.entries[index].weight
                if needsColumn(index, instance) {
                    guard let refused = refused(index, person: s, builder) else { continue }
                    addDay(index, person: s, refused, to: &builder)
                    terms.append((refused, weight))
                } else {
                    let sum = sum(requests.entries[index], builder)
                    decided += weight * sum.constant
                    terms += sum.terms.map { ($0.column, weight * $0.coefficient) }
                }
            }
            builder.atMost(-decided, RowOrigin(.refusedPounds, person: s), added(terms))
            builder.addCost(1, to: pounds, for: .requests)
            guard let most = builder.column(.mostRefused, in: builder.layout.whole) else { continue }
            builder.atMost(0, RowOrigin(.mostRefused, person: s), [(pounds, 1), (most, -1)])
        }
        guard let most = builder.column(.mostRefused, in: builder.layout.whole) else { return }
        builder.addCost(instance.week.policy.requestFairness, to: most, for: .requests)
    }

    /// The terms with those of one column, which several requests about one session have, added into one.
    private static func added(_ terms: [ModelBuilder.Term]) -> [ModelBuilder.Term] {
        var position: [Int: Int] = [:]
        var sums: [ModelBuilder.Term] = []
        for term in terms {
            if let known = position[term.column] {
                sums[known].coefficient += term.coefficient
            } else {
                position[term.column] = sums.count
                sums.append(term)
            }
        }
        return sums.filter { $0.coefficient != 0 }
    }

    /// The ways in which a human, by whichever row, is deployed in a session asked for.
    private static func deployments(
        _ entry: RequestBook.Entry, session t: Int, _ builder: ModelBuilder
    ) -> [(team: Int, column: Int)] {
        builder.instance.requests.rowsOfPerson[entry.person].flatMap {
            builder.deployments(builder.cell($0, t))
        }
    }

    /// The column that says that a request about a day is not granted.
    private static func refused(_ entry: Int, person s: Int, _ builder: ModelBuilder) -> Int? {
        let instance = builder.instance
        let day = instance.calendar.dayOfSession[instance.requests.entries[entry].sessions[0]]
        return builder.layout.personDay[instance.personDay(s, day)].first {
            builder.columns[$0].kind == .refused && builder.columns[$0].line == Int32(entry)
        }
    }

    /// Whether a request about one session is not granted, as a sum of deployments.
    private static func sum(
        _ entry: RequestBook.Entry, _ builder: ModelBuilder
    ) -> (constant: Double, terms: [ModelBuilder.Term]) {
        let instance = builder.instance
        let past = entry.sessions.flatMap { pastTeams(entry, session: $0, instance) }
        if entry.want == .off, isAtWork(entry, instance) { return (1, []) }
        let deployments = entry.sessions.flatMap { Self.deployments(entry, session: $0, builder) }
        switch entry.want {
        case .on: return (past.isEmpty ? 1 : 0, deployments.map { ($0.column, -1) })
        case .off: return (0, deployments.map { ($0.column, 1) })
        case .team(let k):
            // Of several sessions, one elsewhere has a row of its own that says the same.
            let isThere = !past.isEmpty && past.allSatisfy { $0 == k }
            return (isThere ? 0 : 1, deployments.filter { $0.team == k }.map { ($0.column, -1) })
        }
    }

    /// The rows that hold a request about a day to be not granted.
    private static func addDay(
        _ index: Int, person s: Int, _ refused: Int, to builder: inout ModelBuilder
    ) {
        let entry = builder.instance.requests.entries[index]
        let origin = RowOrigin(
            .refused, person: s, time: builder.instance.calendar.dayOfSession[entry.sessions[0]], line: index)
        switch entry.want {
        case .on, .team:
            // One session of the day would do.
            let sum = sum(entry, builder)
            builder.atLeast(sum.constant, origin, [(refused, 1)] + sum.terms.map { ($0.column, 1) })
        case .off: break
        }
        for t in entry.sessions {
            let deployments = deployments(entry, session: t, builder)
            switch entry.want {
            case .on: continue
            case .off:
                guard !deployments.isEmpty else { continue }
                builder.atMost(0, origin, deployments.map { ($0.column, 1) } + [(refused, -1)])
            case .team(let k):
                if builder.instance.past.isOver(t) {
                    let teams = pastTeams(entry, session: t, builder.instance)
                    let isElsewhere =
                        teams.contains { $0 != k } || teams.isEmpty && entry.onDuty.contains(t)
                    if isElsewhere { builder.atLeast(1, origin, [(refused, 1)]) }
                } else if entry.onDuty.contains(t) {
                    let there = deployments.filter { $0.team == k }
                    builder.atLeast(1, origin, there.map { ($0.column, 1) } + [(refused, 1)])
                } else {
                    let elsewhere = deployments.filter { $0.team != k }
                    guard !elsewhere.isEmpty else { continue }
                    builder.atMost(0, origin, elsewhere.map { ($0.column, 1) } + [(refused, -1)])
                }
            }
        }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        let (instance, requests) = (model.instance, model.instance.requests)
        guard !requests.isEmpty else { return }
        let given = values
        let team = { (s: Int, t: Int) in model.team(ofPerson: s, session: t, in: given) }
        for s in requests.people {
            for day in 0..<instance.dayCount {
                for column in model.layout.personDay[instance.personDay(s, day)]
                where model.columns[column].kind == .refused {
                    let entry = requests.entries[Int(model.columns[column].line)]
                    values[column] = requests.isGranted(entry, team: team) ? 0 : 1
                }
            }
        }
        let refused = requests.refused(team: team)
        for (s, pounds) in zip(requests.people, refused) {
            guard let column = model.column(.refusedPounds, in: model.layout.person[s]) else { continue }
            values[column] = pounds
        }
        guard let column = model.column(.mostRefused, in: model.layout.whole) else { return }
        values[column] = refused.max() ?? 0
    }
}
