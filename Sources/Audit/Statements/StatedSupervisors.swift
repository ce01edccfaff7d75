// SPDX-License-Identifier: GPL-3.0-or-later

/// Whom contacts.csv names as the supervisor: of delegated contacts whoever gives most of the activity's minutes in the
/// group and session, of several, or where none are given, the first on the roster who may and is there; else nobody.
enum StatedSupervisors: Statement {
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy] {
        let facts = ledger.facts
        return ledger.contacts.compactMap { row in
            let line = facts.lines[row.line]
            let isDelegated = row.route == .delegated && !line.isTwoHanded
            let right = name(row, ledger)
            guard row.row.supervisor != right else { return nil }
            let what =
                "for line \(row.row.line) by \(row.row.staff) on \(facts.name(ofSession: row.session))"
            let sentence: String
            switch (row.row.supervisor, right) {
            case (nil, let right?): sentence = "names no supervisor \(what), who is \(right)."
            case (let stated?, let right?):
                sentence = "names \(stated) as supervisor \(what), which is \(right)."
            case (let stated, nil):
                let why = isDelegated ? "but nobody who may supervise it is there" : "which is not delegated"
                sentence = "names \(stated ?? "nobody") as supervisor \(what), \(why)."
            }
            return Discrepancy(
                .contacts, staff: row.row.staff, session: row.session, line: row.row.line, team: row.row.team,
                "contacts.csv " + sentence)
        }
    }

    /// Who is to be named for contacts; nil where they are not delegated, or nobody who may supervise them is there.
    static func name(_ row: Given, _ ledger: Ledger) -> String? {
        guard row.route == .delegated, !ledger.facts.lines[row.line].isTwoHanded else { return nil }
        return supervisor(row, ledger).map { ledger.facts.name(ofStaff: $0) }
    }

    private static func supervisor(_ row: Given, _ ledger: Ledger) -> Int? {
        let line = ledger.facts.lines[row.line]
        let group = ledger.facts.supervisionGroup(line.activityIndex, team: line.team)
        let minutes = { (staff: Int) in
            ledger.supervision.filter {
                $0.staff == staff && $0.session == row.session && $0.group == group
                    && $0.activity == line.activityIndex
            }.reduce(0.0) { $0 + $1.minutes }
        }
        let there = ledger.supervisors(of: line.activityIndex, group: group, in: row.session)
            .map { (staff: $0, minutes: minutes($0)) }
        // The first of those with most, in order of the roster.
        return there.first { one in there.allSatisfy { $0.minutes <= one.minutes } }?.staff
    }
}
