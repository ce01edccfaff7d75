// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 8: hours a week and on average, sessions a day, days a week, days in a row and rest, for every set of sessions
/// that holds an available one, over all rows of a person; what the rota breaks by itself stands.
enum WorkingTimeRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        return facts.week.staff.indices.filter { facts.rowsOfPerson[$0].first == $0 }.flatMap { staff in
            WorkingTime(facts: facts, staff: staff, isBooked: ledger.isBooked).breaches
                .map { breach in
                    Violation(
                        .workingTime, staff: facts.name(ofStaff: staff), session: breach.session,
                        "\(facts.name(ofStaff: staff)) \(breach.words).")
                }
        }
    }
}
