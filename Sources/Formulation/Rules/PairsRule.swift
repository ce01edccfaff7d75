// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 4: double-handed contacts of a session split into pairs of distinct workers, each with a lead and with
/// somebody who need not be accompanied.
enum PairsRule: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .pairs(let i) = place, builder.instance.lines[i].hands == 2 else { return }
        let line = builder.instance.lines[i]
        let sessions = builder.layout.contactsOfLine[i].map { builder.layout.contacts[$0] }
            .filter { $0.kind == .doubleHandedParts }.map { Int($0.session) }
        for t in Set(sessions).sorted() {
            let origin = ColumnOrigin(.doubleHanded, time: t, line: i)
            let column = builder.column(origin, upTo: Double(line.contacts), integer: true)
            builder.layout.doubleHanded[i].append((t, column))
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        for (i, line) in builder.instance.lines.enumerated() where line.hands == 2 {
            let parts = builder.layout.contactsOfLine[i].map { builder.layout.contacts[$0] }
                .filter { $0.kind == .doubleHandedParts }
            for (t, pairs) in builder.layout.doubleHanded[i] {
                let inSession = parts.filter { Int($0.session) == t }
                let day = builder.instance.calendar.dayOfSession[t]
                builder.equals(
                    0, RowOrigin(.pairsEven, time: t, team: line.team, line: i),
                    inSession.map { (Int($0.column), 1) } + [(pairs, -2)])
                for part in inSession {
                    builder.atMost(
                        0,
                        RowOrigin(
                            .pairsDistinct, person: Int(part.person), time: t, team: line.team, line: i),
                        [(Int(part.column), 1), (pairs, -1)])
                }
                let secondsOnly = inSession.filter {
                    !builder.instance.standing(
                        person: Int($0.person), day: day, activity: line.activity, team: line.team
                    ).hasRoute
                }
                if !secondsOnly.isEmpty {
                    builder.atMost(
                        0, RowOrigin(.pairsLed, time: t, team: line.team, line: i),
                        secondsOnly.map { (Int($0.column), 1) } + [(pairs, -1)])
                }
                let accompanied = inSession.filter { builder.instance.isAccompanied[Int($0.person)] }
                if !accompanied.isEmpty {
                    builder.atMost(
                        0, RowOrigin(.pairsAccompanied, time: t, team: line.team, line: i),
                        accompanied.map { (Int($0.column), 1) } + [(pairs, -1)])
                }
            }
        }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        for i in model.instance.lines.indices where !model.layout.doubleHanded[i].isEmpty {
            var parts = [Double](repeating: 0, count: model.instance.sessionCount)
            for index in model.layout.contactsOfLine[i] {
                let contact = model.layout.contacts[index]
                if contact.kind == .doubleHandedParts {
                    parts[Int(contact.session)] += values[Int(contact.column)]
                }
            }
            for pairs in model.layout.doubleHanded[i] { values[pairs.column] = parts[pairs.session] / 2 }
        }
    }
}
