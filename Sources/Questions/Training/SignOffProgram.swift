// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import GLPK
import LinearModel
import Workforce

/// The choice of sign-offs as an integer programme: the weekly model of a week in which everybody holds all that is
/// looked at, with a column for each sign-off without which none of the contacts it opens may be given.
///
/// Deployments are those of the plan at hand; contacts and supervision in the teams and sessions that the sign-offs
/// touch are decided anew, all others are fixed.
struct SignOffProgram {
    /// What is asked of the programme.
    enum Goal {
        /// The cheapest plan with at most so many sign-offs.
        case cheapest(most: Int)
        /// A line met in full with the fewest sign-offs, and of those the cheapest plan.
        case fewest(line: Int)
    }

    /// Nodes after which the search for a choice ends.
    static let nodeLimit = 400
    /// Pounds that a sign-off counts where the fewest are looked for: more than any plan's price differs by.
    private static let signOffWeight = 1e5

    private let hand: PlanAtHand
    private let candidates: [TrainingCandidate]
    private let model: WeeklyModel
    private let values: [Double]

    init(_ hand: PlanAtHand, _ candidates: [TrainingCandidate]) {
        self.hand = hand
        self.candidates = candidates
        let week = hand.week.signingOff(candidates.map { (hand.week.staff[$0.person].id, [$0.need]) })
        model = WeeklyModel(Instance(week))
        values = model.values(of: hand.nearby.rows).values
    }

    /// What the programme chose.
    struct Choice {
        /// The sign-offs, as positions of the candidates.
        let signOffs: [Int]
        /// Whether the programme proved its choice best.
        let isProved: Bool
        /// The plan that goes with it, in the week in which everybody holds all that was looked at.
        let plan: NearbyPlan
    }

    /// The best choice found; nil where there is none.
    func chosen(_ goal: Goal) -> Choice? {
        var program = model.program
        let free = freeColumns(goal)
        for column in model.columns.indices where !free[column] {
            program.setBounds(ofColumn: column, lower: values[column], upper: values[column])
        }
        let chosen = candidates.map { _ in program.addColumn(cost: 0, lower: 0, upper: 1, integer: true) }
        addGates(to: &program, chosen)
        switch goal {
        case .cheapest(let most):
            program.addRow(lower: 0, upper: Double(most), chosen.map { ($0, 1.0) })
            // Of two choices at one price the smaller one.
            for column in chosen { program.setCost(ofColumn: column, to: 0.01) }
        case .fewest(let line):
            let unmet = model.layout.unmet[line]
            program.setBounds(ofColumn: unmet, lower: 0, upper: 0)
            for column in chosen { program.setCost(ofColumn: column, to: Self.signOffWeight) }
        }
        var options = GLPKOptions()
        options.presolve = true
        options.mirCuts = true
        let result: IntegerResult
        do throws(SolverError) {
            result = try GLPKSolver(options: options)
                .solveInteger(program, limits: SolveLimits(nodes: Self.nodeLimit))
        } catch {
            // A programme that GLPK breaks down on chooses nothing; the ranked list stands.
            return nil
        }
        guard let found = result.incumbent else { return nil }
        return Choice(
            signOffs: chosen.indices.filter { found[chosen[$0]] > 0.5 },
            isProved: result.termination == .optimal,
            plan: NearbyPlanner(model).plan(of: Array(found.prefix(model.columns.count))))
    }

    /// The columns that are decided anew: contacts, supervision and delegation of everybody deployed in a group and
    /// session where a sign-off opens contacts; what is unmet or avoidable of all lines.
    private func freeColumns(_ goal: Goal) -> [Bool] {
        var free = [Bool](repeating: false, count: model.columns.count)
        let instance = model.instance
        var places = Set<Int>()
        func add(_ lines: [Int]) {
            for i in lines {
                for t in instance.lines[i].window {
                    places.insert(instance.groupOfTeam[instance.lines[i].team] * instance.sessionCount + t)
                }
            }
        }
        for candidate in candidates { add(candidate.lines) }
        if case .fewest(let line) = goal { add([line]) }
        for (cell, range) in model.layout.cell.enumerated() {
            let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
            guard let k = hand.nearby.team(ofPerson: s, session: t),
                places.contains(instance.groupOfTeam[k] * instance.sessionCount + t)
            else { continue }
            for column in range where model.columns[column].kind != .deployed { free[column] = true }
        }
        for i in instance.lines.indices {
            free[model.layout.unmet[i]] = true
            if let avoidable = model.layout.avoidable[i] { free[avoidable] = true }
            for (_, column) in model.layout.doubleHanded[i] { free[column] = true }
        }
        return free
    }

    /// Rows by which contacts that a sign-off opens are given only with it.
    private func addGates(to program: inout LinearProgram, _ chosen: [Int]) {
        var ofPerson: [Int: [Int]] = [:]
        for (position, candidate) in candidates.enumerated() {
            ofPerson[candidate.person, default: []].append(position)
        }
        for contact in model.layout.contacts {
            let (s, t, i) = (Int(contact.person), Int(contact.session), Int(contact.line))
            guard let theirs = ofPerson[s], !hand.instance.standing(person: s, session: t, line: i).takesPart
            else { continue }
            // Whichever of the person's sign-offs opens the line opens the contact.
            let opening = theirs.filter { candidates[$0].lines.contains(i) }
            let most = Double(contact.most)
            program.addRow(
                lower: -.infinity, upper: 0,
                [(Int(contact.column), 1.0)] + opening.map { (chosen[$0], -most) })
        }
    }
}
