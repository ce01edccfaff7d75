// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What training would be worth, in lines for the terminal.
public struct TrainingText: CustomStringConvertible {
    private let names: Naming
    private let week: Week
    private let value: TrainingValue
    private let fewest: FewestSignOffs?

    /// How many single sign-offs are shown.
    static let shown = 15

    /// The lines of an answer about training in a week.
    public init(week: Week, value: TrainingValue, fewest: FewestSignOffs?) {
        names = Naming(week: week)
        self.week = week
        self.value = value
        self.fewest = fewest
    }

    /// The lines, each ended.
    public var description: String {
        (ranked + best + needed).map { $0 + "\n" }.joined()
    }

    private var ranked: [String] {
        guard value.considered > 0 else {
            return ["No single sign-off would open work to anybody in sessions they work."]
        }
        let tried =
            value.tried == value.considered
            ? (value.tried == 1 ? "it was" : "all were")
            : (value.tried == 1
                ? "the most promising was"
                : "\(value.tried) of the most promising, not too many of one kind, were")
        let looked =
            "\(Show.counted(value.considered, "sign-off")) would open work to somebody in sessions they work; "
            + "\(tried) tried by planning anew."
        guard !value.ranked.isEmpty else {
            return [looked] + value.bettered + ["None of them was found to better the plan."]
        }
        let lines = value.ranked.prefix(Self.shown).enumerated().map { place, signOff in
            "\(place + 1). \(who(signOff.staff)) in \(names.need(signOff.need)): \(signOff.effect.inWords)."
        }
        let rest = value.ranked.count - lines.count
        return [looked] + value.bettered + ["", "One sign-off alone, the most worth first:"] + lines
            + (rest > 0 ? ["And \(rest) more that would save something."] : [])
    }

    private var best: [String] {
        guard let best = value.best else { return [] }
        return [
            "", "Chosen together: \(list(best.signOffs)).",
            "With \(best.signOffs.count == 1 ? "it" : "them all") \(best.effect.inWords).",
        ]
    }

    private var needed: [String] {
        guard let fewest else { return [] }
        let line = week.demand.firstIndex { $0.id == fewest.line }.map(names.line) ?? fewest.line
        guard fewest.unmet > 0 else { return ["", "\(line) is met in full as the plan is."] }
        guard let signOffs = fewest.signOffs else {
            return [
                "",
                "No set of single sign-offs would let \(line) be met in full with everybody in the team the plan has "
                    + "them in. skillmix explain --line \(fewest.line) tries other changes.",
            ]
        }
        guard !signOffs.isEmpty else {
            return ["", "\(line) could be met in full without a sign-off, at the cost of other care."]
        }
        let how =
            signOffs.count == 1
            ? "A single sign-off" : fewest.isFewest ? "The fewest sign-offs" : "The fewest sign-offs found"
        var lines = ["", "\(how) with which \(line) can be met in full: \(list(signOffs))."]
        if let effect = fewest.effect {
            lines.append("With \(signOffs.count == 1 ? "it" : "them") \(effect.inWords).")
        }
        return lines
    }

    private func list(_ items: [SignOffSet.Item]) -> String {
        items.map { "\(who($0.staff)) in \(names.need(Need($0.competency, $0.level)))" }.joined(
            separator: "; ")
    }

    private func who(_ id: String) -> String {
        week.staff.firstIndex { $0.id == id }.map(names.person) ?? id
    }
}
