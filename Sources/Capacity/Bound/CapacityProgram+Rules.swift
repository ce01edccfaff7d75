// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// The rules that no plan breaks, as rows over what the crews may do.
extension CapacityProgram {
    mutating func addPairs() {
        for place in Set(leads.keys).union(seconds.keys).sorted() {
            // Without somebody to lead there is no pair; then the seconds' columns stand for nothing.
            guard let able = leads[place] else { continue }
            let others = seconds[place] ?? []
            let pairs = program.addColumn(
                cost: 0, lower: 0, upper: Double(instance.lines[place.line].contacts), integer: false)
            rows.append(Row(lower: 0, upper: 0, terms: able + others + [(pairs, -2)]))
            for column in alone[place] ?? [] {
                rows.append(Row(upper: 0, terms: [(column, 1), (pairs, -1)]))
            }
            if !others.isEmpty { rows.append(Row(upper: 0, terms: others + [(pairs, -1)])) }
            given[place.line, default: []].append((pairs, 1))
        }
    }

    mutating func addDemand(_ lines: [Int]) {
        for i in lines {
            let line = instance.lines[i]
            let minutes = Double(instance.activities[line.activity].minutes)
            let unmet = program.addColumn(
                cost: minutes, lower: 0, upper: Double(line.contacts), integer: false)
            let wanted = Double(line.contacts)
            rows.append(Row(lower: wanted, upper: wanted, terms: (given[i] ?? []) + [(unmet, 1)]))
            if let singles = singles[i] {
                rows.append(Row(upper: Double(line.singleHanded), terms: singles))
            }
        }
    }

    mutating func addSupervision(_ cells: CareCells) {
        for work in supervision.keys.sorted() {
            rows.append(Row(upper: 0, terms: supervision[work] ?? []))
        }
        for work in delegating.keys.sorted() {
            var span = 0.0
            var counted: Set<Int> = []
            let teams = instance.teamsOfGroup[work.group].sorted {
                (instance.week.teams[$0].span ?? 0) > (instance.week.teams[$1].span ?? 0)
            }
            // Each supervisor once, where they stretch furthest.
            for k in teams {
                for s in cells.people(team: k, session: work.session)
                where instance.widensSpan(person: s, group: work.group, session: work.session)
                    && counted.insert(s).inserted
                {
                    span += instance.week.teams[k].span ?? 0
                }
            }
            rows.append(Row(upper: span, terms: delegating[work] ?? []))
        }
    }

    mutating func addWorkingTime(_ crews: [Crew]) {
        let humans = instance.index.humans
        var sessions: [Int: [(cell: Int, column: Int)]] = [:]
        for crew in crews {
            if let worked = crew.worked {
                let cell = instance.cell(crew.cell.person, crew.cell.session)
                sessions[humans.ofRow[crew.cell.person], default: []].append((cell, worked))
            }
        }
        for human in sessions.keys.sorted() { addWorkingTime(humans.rows[human], sessions[human] ?? []) }
    }

    /// The limits of a human of those rows.
    private mutating func addWorkingTime(_ people: [Int], _ open: [(cell: Int, column: Int)]) {
        let calendar = instance.calendar
        let columns = Dictionary(open.map { ($0.cell, $0.column) }) { first, _ in first }
        let s = people[0]
        func atMost(_ limit: Double, _ terms: [Term]) {
            let most = terms.reduce(0) { $0 + $1.coefficient }
            if most > limit { rows.append(Row(upper: limit, terms: terms)) }
        }
        for limit in instance.workingTime.limits(person: s) {
            switch limit.unit {
            case .sessions:
                let terms = limit.parts.compactMap { part in
                    columns[instance.cell(people[part.row], part.place)].map {
                        (column: $0, coefficient: part.weight)
                    }
                }
                atMost(limit.most, terms)
                // Sessions are whole: no more than the limit holds of the lightest.
                if let least = terms.map(\.coefficient).min(), least > 1 {
                    atMost(((limit.most + 1e-6) / least).rounded(.down), terms.map { ($0.column, 1) })
                }
            case .days:
                // A day worked holds at most so many sessions: so many a day, times the days.
                let inside = limit.parts.map { part in
                    people.flatMap { row in
                        calendar.sessionsOfDay[part.place].compactMap { columns[instance.cell(row, $0)] }
                    }
                }
                let most =
                    zip(limit.parts, inside).map { part, columns in
                        let kind = WorkLimit.Kind.sessionsPerDay(day: part.place)
                        return min(Double(columns.count), instance.workingTime.most(kind, person: s))
                    }.max() ?? 0
                atMost(limit.most * most, inside.joined().map { ($0, 1) })
            }
        }
    }

    mutating func addCaps(_ crews: [Crew]) {
        for employment in Employment.allCases {
            guard let cap = instance.capLeft(on: employment) else { continue }
            let terms = crews.compactMap { crew -> Term? in
                guard let worked = crew.worked,
                    instance.week.staff[crew.cell.person].employment == employment
                else { return nil }
                let pay = instance.bookingPay[instance.cell(crew.cell.person, crew.cell.session)]
                return pay > 0 ? (worked, pay) : nil
            }
            guard let least = terms.map(\.coefficient).min() else { continue }
            rows.append(Row(upper: cap, terms: terms))
            // Bookings are whole: no more than the cap holds of the cheapest.
            let most = ((cap + 1e-6) / least).rounded(.down)
            if most < Double(terms.count) {
                rows.append(Row(upper: most, terms: terms.map { ($0.column, 1) }))
            }
        }
    }
}
