// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Workforce

/// Posts, the people in them, and sign-offs that are bought for them or that today's people have.
extension RequiredProgram {
    mutating func addPosts() {
        var added: [ProgramRows.Term] = []
        for kind in kinds {
            let cost = isElastic ? kind.yearly * Self.tieWeight : kind.yearly
            let column = rows.column(cost: cost, upper: Self.mostPosts)
            let step = isElastic ? 1 : settings.step
            let steps = rows.column(upper: (Self.mostPosts / step).rounded(.down), integer: true)
            let today = isElastic ? kind.today : 0
            rows.row(lower: today, upper: today, [(column, 1), (steps, -step)])
            if !isElastic {
                let (more, fewer) = (
                    rows.column(cost: Self.changeWeight), rows.column(cost: Self.changeWeight)
                )
                rows.row(lower: kind.today, upper: kind.today, [(column, 1), (more, -1), (fewer, 1)])
                changes += [more, fewer]
            }
            posts.append(column)
            self.steps.append(steps)
            addPeople(kind, post: column, steps: steps)
            added.append((steps, 1))
        }
        if case .further(let number) = question { rows.row(upper: Double(number), added, .posts) }
    }

    /// People of a kind: today's and one a whole post added, or as many as contracts of a step and more make of its posts.
    private mutating func addPeople(_ kind: PostKind, post: Int, steps: Int) {
        let column: Int
        if isElastic {
            column = rows.column(upper: Self.mostPosts)
            rows.row(lower: Double(kind.people), upper: Double(kind.people), [(column, 1), (steps, -1)])
        } else {
            column = rows.column(
                cost: Self.personWeight, upper: (Self.mostPosts / settings.step).rounded(.down), integer: true
            )
            rows.row(upper: 0, [(column, settings.step), (post, -1)])
            rows.row(lower: 0, [(column, 1), (post, -1)])
        }
        people.append(column)
    }

    /// Notes that work of a kind asks for a sign-off beyond its usual ones. It is bought for so many people; where today's
    /// posts are looked at those have it who have it today.
    mutating func signOff(_ kind: Int, _ lack: Need, _ framework: Framework) {
        let need = isElastic ? lack : Need(lack.competency, framework.levels)
        guard signOffPlace[kind][need] == nil else { return }
        signOffPlace[kind][need] = signOffs.count
        if isElastic {
            let today = kinds[kind].holders(of: need)
            signOffs.append(
                SignOffColumns(
                    kind: kind, need: need, column: rows.column(upper: today.wte),
                    people: rows.column(upper: Double(today.people)), steps: nil))
            return
        }
        let step = settings.step
        let months =
            framework.competencies.first { $0.id == need.competency }?.validMonths ?? settings.signOffMonths
        let most = (Self.mostPosts / step).rounded(.down)
        let column = rows.column(upper: Self.mostPosts)
        let steps = rows.column(upper: most, integer: true)
        let holders = rows.column(
            cost: settings.signOff * 12 / Double(max(1, months)), upper: most, integer: true)
        rows.row(lower: 0, upper: 0, [(column, 1), (steps, -step)])
        // Those who have it are posts and people of the kind, and so are those who do not.
        let (post, everybody) = (posts[kind], people[kind])
        rows.row(upper: 0, [(column, 1), (post, -1)], .signOffs(kind: kind))
        rows.row(upper: 0, [(holders, 1), (everybody, -1)], .signOffs(kind: kind))
        rows.row(upper: 0, [(holders, step), (column, -1)])
        rows.row(lower: 0, [(holders, 1), (column, -1)])
        let others: [ProgramRows.Term] = [(everybody, 1), (holders, -1)]
        rows.row(upper: 0, others.map { ($0.column, step * $0.coefficient) } + [(post, -1), (column, 1)])
        rows.row(lower: 0, others + [(post, -1), (column, 1)])
        signOffs.append(
            SignOffColumns(kind: kind, need: need, column: column, people: holders, steps: steps))
    }
}
