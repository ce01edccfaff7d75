// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Whole steps made of a relaxation, and what they may cost besides what is reported.
extension RequiredProgram {
    /// The relaxed values with whole steps, rounded up, because whoever is there need not work. Nil of further posts, and
    /// where they keep not every row.
    func rounded(_ relaxed: [Double]) -> [Double]? {
        guard question == .required else { return nil }
        var values = relaxed
        for (post, steps) in zip(posts, self.steps) { makeWhole(&values, post, steps, step: settings.step) }
        for p in kinds.indices {
            let fewest = max(values[people[p]], values[posts[p]])
            values[people[p]] = min(values[steps[p]], (fewest - 1e-9).rounded(.up))
        }
        for signOff in signOffs {
            if let steps = signOff.steps { makeWhole(&values, signOff.column, steps, step: settings.step) }
            let fewest = max(values[signOff.people], values[signOff.column])
            values[signOff.people] = (fewest - 1e-9).rounded(.up)
            let (post, everybody) = (posts[signOff.kind], people[signOff.kind])
            let others = (
                wte: values[post] - values[signOff.column],
                people: values[everybody] - values[signOff.people]
            )
            if others.people < others.wte - 1e-9 || settings.step * others.people > others.wte + 1e-9 {
                // All of a kind can always have it.
                values[signOff.column] = values[post]
                values[signOff.people] = values[everybody]
                if let column = signOff.steps { values[column] = values[steps[signOff.kind]] }
            }
        }
        for p in kinds.indices {
            let change = values[posts[p]] - kinds[p].today
            (values[changes[2 * p]], values[changes[2 * p + 1]]) = (max(0, change), max(0, -change))
        }
        return program.largestViolation(of: values, scaled: true) <= 1e-6 ? values : nil
    }

    /// The relaxed values, if what has to be whole is whole in them.
    func whole(_ relaxed: [Double]) -> [Double]? {
        zip(program.isInteger, relaxed).allSatisfy { !$0 || abs($1 - $1.rounded()) < 1e-7 } ? relaxed : nil
    }

    /// What posts more and fewer than today's, and people, weigh in some values.
    func changePounds(_ values: [Double]) -> Double {
        guard question == .required else { return 0 }
        return changes.reduce(0) { $0 + values[$1] * Self.changeWeight }
            + people.reduce(0) { $0 + values[$1] * Self.personWeight }
    }

    /// The most that they could weigh in a workforce that costs no more than that: none has more posts than it could pay.
    func mostChangePounds(costing pounds: Double) -> Double {
        guard question == .required, let cheapest = kinds.map(\.yearly).min() else { return 0 }
        let today = kinds.reduce(0) { $0 + $1.today }
        let most = cheapest > 0 ? pounds / cheapest : Self.mostPosts
        return Self.changeWeight * (today + most) + Self.personWeight * most / settings.step
    }

    private func makeWhole(_ values: inout [Double], _ column: Int, _ steps: Int, step: Double) {
        values[steps] = max(0, (values[column] / step - 1e-9).rounded(.up))
        values[column] = values[steps] * step
    }
}
