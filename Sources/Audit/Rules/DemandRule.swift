// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 3: of each line, contacts given and contacts unmet add up to the contacts wanted.
enum DemandRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        ledger.facts.lines.indices.compactMap { index in
            let line = ledger.facts.lines[index]
            let (given, unmet) = (ledger.given[index], ledger.unmet[index])
            guard given + unmet != line.wanted else { return nil }
            return Violation(
                .demand, line: line.line.id, team: line.line.team,
                "Line \(line.line.id) wants \(Wording.count(line.wanted, "contact")) but the plan gives "
                    + "\(Wording.number(given)) and leaves \(Wording.number(unmet)) unmet.")
        }
    }
}
