// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 3: of each line, contacts given and contacts unmet add up to the contacts wanted.
enum DemandRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        ledger.facts.lines.indices.compactMap { index in
            let line = ledger.facts.lines[index]
            let (given, unmet) = (ledger.given[index], ledger.unmet[index])
            // More may have been given, in sessions that are over, than is wanted by now.
            let wanted = max(line.wanted, ledger.givenBefore[index])
            guard given + unmet != wanted else { return nil }
            return Violation(
                .demand, line: line.line.id, team: line.line.team,
                "Line \(line.line.id) wants \(Wording.count(line.wanted, "contact")) but the plan gives "
                    + "\(Wording.number(given)) and leaves \(Wording.number(unmet)) unmet.")
        }
    }
}
