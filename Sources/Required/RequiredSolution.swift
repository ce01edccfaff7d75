// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel

/// What came of the programme: posts and what they do, what is proved of their cost, and what prices its rows have.
struct RequiredSolution {
    /// Values of the best columns found.
    let values: [Double]
    /// What they cost.
    let objective: Double
    /// No values cost less.
    let bound: Double
    /// Nodes looked at.
    let nodes: Int
    /// Shadow prices of the relaxed programme's rows.
    let duals: [Double]
    /// Values of the relaxed programme's columns.
    let relaxedValues: [Double]
    /// What the relaxed programme costs.
    let relaxed: Double

    /// Solves a programme, within its nodes. The same programme gives the same solution everywhere.
    ///
    /// - Parameter known: Values that keep the programme's rows, to be beaten; nil: none are known.
    init(_ made: RequiredProgram, known: [Double]? = nil) throws(RequiredProblem) {
        let program = made.program
        let root: RelaxationResult
        let result: IntegerResult
        let limits = made.settings.limits
        do throws(SolverError) {
            root = try GLPKSolver().solveRelaxation(program, limits: .none)
            var options = GLPKOptions()
            options.mirCuts = true
            result =
                root.status == .optimal
                ? try GLPKSolver(options: options).solveInteger(program, limits: limits)
                : IntegerResult(
                    termination: .failed, incumbent: nil, objective: nil, bound: -.infinity, nodes: 0)
        } catch {
            throw .solver(error.description)
        }
        switch root.status {
        case .optimal: break
        case .infeasible: throw .infeasible
        case .unbounded, .limit, .cancelled, .failed:
            throw .solver("the relaxed programme ended \(root.status)")
        }
        // Steps made whole without a search are the plan to beat, and there is always one.
        var best: [Double]? = result.incumbent
        for values in [made.rounded(root.columnValues), made.whole(root.columnValues), known].compactMap(
            \.self)
        where best.map({ program.objective(of: values) < program.objective(of: $0) - 1e-6 }) ?? true {
            best = values
        }
        guard let best else { throw .solver("no whole posts were found within \(limits.nodes ?? 0) nodes") }
        values = best
        nodes = result.nodes
        let (weighed, least) = (
            program.objective(of: best),
            max(root.objective, result.bound.isFinite ? result.bound : root.objective)
        )
        objective = weighed - made.changePounds(best)
        bound = max(0, min(objective, least - made.mostChangePounds(costing: objective)))
        (duals, relaxed) = (root.rowDuals, root.objective)
        relaxedValues = root.columnValues
    }
}

/// Why no workforce could be worked out.
public enum RequiredProblem: Error, Sendable, Equatable {
    /// There are no weeks.
    case noWeeks
    /// The weeks differ in something that goes for all of them; what.
    case unlike(String)
    /// Roles that the pay table has no row for.
    case unpaid([String])
    /// Roles of which somebody's hour has no price on the roster, where that is what posts cost.
    case unpriced([String])
    /// No posts of any kind could be filled.
    case noKinds
    /// An assumption makes no sense; which, and what would.
    case setting(String)
    /// No workforce of whatever size does, which no week should come to.
    case infeasible
    /// The solver gave up; its own words.
    case solver(String)

    /// What is wrong, and what would be right.
    public var words: String {
        switch self {
        case .noWeeks: "There is no week to work a workforce out for; give one or more."
        case .unlike(let what): what
        case .unpaid(let roles):
            "The pay table has no row for " + roles.map { "'\($0)'" }.joined(separator: ", ")
                + ": name each role of the roster under roles in the row by which its posts are paid."
        case .unpriced(let roles):
            "staff.csv has no hourly_cost for somebody of own staff, or of a bank that a post is taken from, in the role "
                + roles.map { "'\($0)'" }.joined(separator: ", ")
                + ": fill it in, in pounds above 0, or give a pay table (--pay); else such posts would cost nothing."
        case .noKinds:
            "There is nobody on the roster whose posts could be filled: people of bank, agency, students and volunteers "
                + "are no posts."
        case .setting(let what): what
        case .infeasible:
            "No workforce of whatever size keeps the rules of these weeks; skillmix capacity says what they lack."
        case .solver(let what): "The programme could not be solved: \(what)."
        }
    }
}

extension RequiredProgram {
    /// The relaxed values with whole steps: those of what is required rounded up, because whoever is there need not work;
    /// of further posts those that the relaxation is surest of. Nil where they keep not every row.
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
