// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import GLPK
import LinearModel
import Trials
import Workforce

/// The choice of sign-offs as an integer programme: the weekly model of a week in which everybody holds all
/// that is looked at, with a column for each sign-off without which none of the contacts it opens may be
/// given.
///
/// Deployments are those of the plan at hand, but of people on duty whom it has nowhere; contacts and
/// supervision in the teams and sessions that the sign-offs touch are decided anew, all others are fixed and
/// left out.
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
        model = WeeklyModel(Instance(hand.week.supposing(hand.signingOff(candidates))))
        values = model.values(of: hand.nearby.rows).values
    }

    /// What the programme chose.
    struct Choice {
        /// The sign-offs, as positions of the candidates.
        let signOffs: [Int]
        /// Whether the programme proved its choice best.
        let isProved: Bool
        /// The values of the model's columns that go with it; shares of contacts, where the cheapest was
        /// wanted.
        let values: [Double]
    }

    /// The best choice found; nil where there is none.
    ///
    /// - Parameter refused: Sets of candidates that are known not to do, nor any part of them.
    func chosen(_ goal: Goal, refused: [[Int]] = []) -> Choice? {
        var (program, values, isFixed) = (model.program, values, freeColumns(goal).map { !$0 })
        let chosen = candidates.map { _ in program.addColumn(cost: 0, lower: 0, upper: 1, integer: true) }
        values += chosen.map { _ in 0 }
        isFixed += chosen.map { _ in false }
        addGates(to: &program, chosen)
        for set in refused {
            let others = Set(chosen.indices).subtracting(set).sorted()
            program.addRow(lower: 1, upper: .infinity, others.map { (chosen[$0], 1.0) })
        }
        aim(at: goal, &program, chosen)
        let left = program.fixing(values, where: isFixed)
        var options = GLPKOptions()
        options.presolve = true
        if case .fewest = goal { options.mirCuts = true }
        let result: IntegerResult
        do throws(SolverError) {
            result = try GLPKSolver(options: options)
                .solveInteger(left.program, limits: SolveLimits(nodes: Self.nodeLimit))
        } catch {
            // A programme that GLPK breaks down on chooses nothing; the ranked list stands.
            return nil
        }
        guard let incumbent = result.incumbent else { return nil }
        let found = left.restoring(incumbent)
        return Choice(
            signOffs: chosen.indices.filter { found[chosen[$0]] > 0.5 },
            isProved: result.termination == .optimal, values: Array(found.prefix(model.columns.count)))
    }

    /// The plan that goes with a choice of the fewest, in the week in which everybody holds all that is
    /// looked at.
    func plan(of choice: Choice) -> NearbyPlan { NearbyPlanner(model).plan(of: choice.values) }

    /// Puts the goal into costs and bounds.
    private func aim(at goal: Goal, _ program: inout LinearProgram, _ chosen: [Int]) {
        switch goal {
        case .cheapest(let most):
            program.addRow(lower: 0, upper: Double(most), chosen.map { ($0, 1.0) })
            // Of two choices at one price the smaller one.
            for column in chosen { program.setCost(ofColumn: column, to: 0.01) }
            // Only the sign-offs are whole: whole contacts are for the plan made of the choice afterwards,
            // and would take the search so long that a big week had no choice at all.
            for column in model.columns.indices { program.setInteger(false, column: column) }
        case .fewest(let line):
            program.setBounds(ofColumn: model.layout.unmet[line], lower: 0, upper: 0)
            for column in chosen { program.setCost(ofColumn: column, to: Self.signOffWeight) }
        }
    }

    /// The columns that are decided anew: contacts, supervision and delegation of everybody deployed in a
    /// group and session where a sign-off opens contacts; what is unmet or avoidable of all lines.
    private func freeColumns(_ goal: Goal) -> [Bool] {
        var free = [Bool](repeating: false, count: model.columns.count)
        let instance = model.instance
        var places = Set<Int>()
        func add(_ lines: [Int]) {
            for i in lines {
                for t in instance.lines[i].window {
                    places.insert(instance.place(instance.groupOfTeam[instance.lines[i].team], t))
                }
            }
        }
        for candidate in candidates { add(candidate.lines) }
        if case .fewest(let line) = goal { add([line]) }
        for (cell, range) in model.layout.cell.enumerated() {
            let (s, t) = instance.personAndSession(ofCell: cell)
            guard let k = hand.nearby.team(ofPerson: s, session: t),
                places.contains(instance.place(instance.groupOfTeam[k], t))
            else { continue }
            for column in range where model.columns[column].kind != .deployed { free[column] = true }
        }
        // Whoever is on duty without a place may get one by a sign-off, and their days and weeks follow from
        // it.
        let placed = Set(candidates.map(\.person).filter(mayGetPlace))
        for (column, origin) in model.columns.enumerated() where placed.contains(Int(origin.person)) {
            free[column] =
                origin.kind != .deployed || isWithoutPlace(Int(origin.person), session: Int(origin.time))
        }
        for i in instance.lines.indices {
            for column in model.layout.line[i] { free[column] = true }
            for (_, column) in model.layout.doubleHanded[i] { free[column] = true }
        }
        return free
    }

    private func mayGetPlace(_ s: Int) -> Bool {
        (0..<model.instance.sessionCount).contains { t in
            isWithoutPlace(s, session: t)
                && !model.instance.eligibleTeams[model.instance.cell(s, t)].isEmpty
        }
    }

    private func isWithoutPlace(_ s: Int, session t: Int) -> Bool {
        model.instance.duty[model.instance.cell(s, t)] == .rostered
            && hand.nearby.team(ofPerson: s, session: t) == nil
    }

    /// Rows by which contacts that sign-offs open are given only with one of them.
    ///
    /// They ask for no more than is needed: where a contact takes two sign-offs together, either opens it
    /// here. Who uses a choice therefore looks at the plan of it in a week with these sign-offs alone.
    private func addGates(to program: inout LinearProgram, _ chosen: [Int]) {
        var ofPerson: [Int: [Int]] = [:]
        for (position, candidate) in candidates.enumerated() {
            ofPerson[candidate.person, default: []].append(position)
        }
        for contact in model.layout.contacts {
            let (s, t, i) = (Int(contact.person), Int(contact.session), Int(contact.line))
            guard let theirs = ofPerson[s],
                !hand.instance.standing(person: s, session: t, line: i).opens(contact.kind)
            else { continue }
            let opening = theirs.filter { candidates[$0].lines.contains(i) }
            let most = Double(contact.most)
            program.addRow(
                lower: -.infinity, upper: 0,
                [(Int(contact.column), 1.0)]
                    + (opening.isEmpty ? theirs : opening).map { (chosen[$0], -most) }
            )
        }
        addPlaceGates(to: &program, chosen, ofPerson)
    }

    /// Rows by which somebody on duty without a place gets one only with a sign-off of their own.
    private func addPlaceGates(
        to program: inout LinearProgram, _ chosen: [Int], _ ofPerson: [Int: [Int]]
    ) {
        for (column, origin) in model.columns.enumerated() where origin.kind == .deployed {
            guard let theirs = ofPerson[Int(origin.person)],
                isWithoutPlace(Int(origin.person), session: Int(origin.time))
            else { continue }
            program.addRow(
                lower: -.infinity, upper: 0, [(column, 1.0)] + theirs.map { (chosen[$0], -1.0) })
        }
    }
}

extension Standing {
    /// Whether contacts of a kind may be given with this standing alone.
    fileprivate func opens(_ kind: ColumnOrigin.Kind) -> Bool {
        switch kind.route {
        case .registered: contains(.registered)
        case .support: contains(.support)
        case .delegated: contains(.delegated)
        case .singleHanded: contains(.single)
        case .doubleHanded, nil: takesPart
        }
    }
}
