// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Contracts that do not fit the rota: whole-time equivalents where hours belong, no hours at all, or far fewer than
/// are rostered. Hours beyond the contract cost extra in a plan, so a wrong contract prices them wrongly.
enum ContractHours {
    /// A warning for whole-time equivalents and a notice for each other kind, each once, at the first person.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        var equivalents: [Int] = []
        var blanks: [Int] = []
        var exceeded: [Int] = []
        let hours = placed.week.staff.indices.map { index -> Double in
            let minutes = placed.minutes(index, of: [.rostered, .leave, .sick, .training])
            return Double(minutes.max() ?? 0) / 60
        }
        for (index, person) in placed.week.staff.enumerated() where person.employment == .substantive {
            let contract = person.contractHours
            if contract > 0, contract <= 1.5, hours[index] > 3 * contract {
                equivalents.append(index)
            } else if contract == 0, hours[index] > 0 {
                blanks.append(index)
            } else if isExceeded(placed, index, contract) {
                exceeded.append(index)
            }
        }
        let clear = equivalents.filter { placed.week.staff[$0].contractHours >= 0.1 }
        tell(clear + equivalents.filter { !clear.contains($0) }, placed) { field, index, others in
            let full = placed.week.policy.fullTimeHours
            let meant = Findings.plain(placed.week.staff[index].contractHours * full)
            field.warning(
                "contract_hours \(field.shown) beside \(Findings.plain(hours[index])) hours on the rota looks like "
                    + "whole-time equivalents (WTE), not hours a week" + others,
                expected: "hours a week: \(meant) where \(Findings.plain(full)) are full time", diagnostics)
        }
        tell(blanks, placed) { field, index, others in
            field.notice(
                "'\(placed.week.staff[index].id)' has \(Findings.plain(hours[index])) hours on the rota and no "
                    + "contract_hours, so all further hours are extra" + others,
                expected: "contracted hours a week", diagnostics)
        }
        tell(exceeded, placed) { field, index, others in
            field.notice(
                "'\(placed.week.staff[index].id)' has \(Findings.plain(hours[index])) hours on the rota in a week and "
                    + "contract_hours \(field.shown)" + others,
                expected: "the contract as it is, or a rota within it", diagnostics)
        }
    }

    /// Whether the rota of all weeks together goes beyond the contract by more than a tenth and four hours.
    private static func isExceeded(_ placed: PlacedWeek, _ person: Int, _ contract: Double) -> Bool {
        let weeks = placed.minutes(person, of: [.rostered, .leave, .sick, .training])
        let total = Double(weeks.reduce(0, +)) / 60
        return total > contract * Double(weeks.count) * 1.1 + 4
    }

    private static func tell(_ people: [Int], _ placed: PlacedWeek, _ say: (Field, Int, String) -> Void) {
        guard let first = people.first else { return }
        say(
            placed.staff.field("contract_hours", first), first,
            Findings.others(people.dropFirst().map(placed.staff.line), are: ("so it is in", "so it is in")))
    }
}
