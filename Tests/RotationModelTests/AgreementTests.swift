// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import RotationAudit
import RotationModel
import Rotations
import SeededRandom
import TestSupport
import Testing

/// On tiny random rotations brute force, exact programme, facts and audit agree.
@Suite struct AgreementTests {
    /// Combinations that brute force goes through in a test.
    private static let most = 40_000

    @Test(
        "brute force finds what the programme proves, and the audit accepts it at that price",
        Reached(atLeast: 350), arguments: UInt64(1)...400)
    func optimum(seed: UInt64) throws {
        let rotation = try RandomRotation.make(seed: seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= Self.most else { return }
        Reached.here()
        let best = oracle.best()
        let solved = try cheapest(rotation)
        #expect(abs(solved.price.total - best.price.total) < 1e-6, "\(solved.plan) \(best.plan)")

        let judged = oracle.judge(solved.plan)
        #expect(judged.broken == [])
        let facts = RotationFacts(rotation)
        let findings = RotationPlanAudit(rotation).check(solved.plan.rows(facts))
        #expect(findings.violations == [])
        let stated = facts.price(of: solved.plan)
        for term in RotationPrice.Term.allCases {
            #expect(abs(solved.price[term] - judged.price[term]) < 1e-6, "\(term)")
            #expect(abs(findings.price[term] - judged.price[term]) < 1e-6, "\(term)")
            #expect(abs(stated[term] - judged.price[term]) < 1e-6, "\(term)")
        }
    }

    /// Near to a legal plan, so that rules are broken one at a time.
    private static func somePlan(
        _ facts: RotationFacts, near best: RotationPlan, _ random: inout SeededRandom
    ) -> RotationPlan {
        var plan = random.chance(60) ? best : nothing(facts)
        if random.chance(25) {
            // Somebody where somebody else is.
            let (p, other) = (
                random.pick(0...(facts.personCount - 1)), random.pick(0...(facts.personCount - 1))
            )
            for t in facts.freePeriods(of: p) {
                let k = plan.posts[other][t]
                if k.map({ facts.mayHold(person: p, period: t, post: $0) }) ?? true { plan.posts[p][t] = k }
            }
        }
        for _ in 0..<random.pick(1...5) {
            let p = random.pick(0...(facts.personCount - 1))
            guard !facts.presentPeriods[p].isEmpty else { continue }
            let from = random.pick(facts.presentPeriods[p])
            let k = random.chance(25) ? nil : random.pick(0...(facts.postCount - 1))
            for t in facts.presentPeriods[p].drop(while: { $0 < from }).prefix(random.pick(1...3)) {
                let choices = facts.choices(person: p, period: t)
                if facts.isFrozen(t) {
                    plan.posts[p][t] = choices.first
                } else if random.chance(15) || k.map(choices.contains) ?? true {
                    plan.posts[p][t] = k
                }
            }
        }
        return plan
    }

    private static func nothing(_ facts: RotationFacts) -> RotationPlan {
        RotationPlan(
            posts: (0..<facts.personCount).map { p in
                (0..<facts.periodCount).map { t in
                    facts.isFrozen(t) ? facts.choices(person: p, period: t).first : nil
                }
            })
    }

    @Test(
        "of any plan, audit and brute force name the same rules and price, and the programme allows the legal ones",
        Reached("legal", atLeast: 500), Reached("broken", atLeast: 1000), Reached("may-hold", atLeast: 40),
        Reached("room", atLeast: 40), Reached("supervision", atLeast: 60),
        Reached("block-length", atLeast: 60),
        Reached("once", atLeast: 40), Reached("entry", atLeast: 40), Reached("template", atLeast: 60),
        Reached("apart", atLeast: 8), Reached("curriculum", atLeast: 15), arguments: UInt64(1)...400)
    func anyPlan(seed: UInt64) throws {
        let rotation = try RandomRotation.make(seed: seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= Self.most else { return }
        let facts = RotationFacts(rotation)
        let program = RotationProgram(facts)
        let best = oracle.best().plan
        var random = SeededRandom(seed: seed)
        for _ in 0..<16 {
            let plan = Self.somePlan(facts, near: best, &random)
            let broken = Self.compare(plan, facts, program)
            Reached.here(broken.isEmpty ? "legal" : "broken")
            if broken.count == 1, let rule = broken.first { Reached.here(rule.rawValue) }
        }
    }

    /// Holds what everybody says of a plan against each other.
    ///
    /// - Returns: The rules that it breaks.
    private static func compare(
        _ plan: RotationPlan, _ facts: RotationFacts, _ program: RotationProgram
    ) -> Set<RotationRule> {
        let judged = RotationOracle.judge(plan, of: facts.rotation)
        let findings = RotationPlanAudit(facts.rotation).check(plan.rows(facts))
        #expect(Set(findings.violations.map(\.rule)) == judged.broken, "\(plan)")
        let price = facts.price(of: plan)
        for term in RotationPrice.Term.allCases {
            #expect(abs(findings.price[term] - judged.price[term]) < 1e-6, "\(term)")
            #expect(abs(price[term] - judged.price[term]) < 1e-6, "\(term)")
        }
        let values = program.values(of: plan)
        let isAllowed = values.map { program.program.largestViolation(of: $0) < 1e-6 } ?? false
        #expect(isAllowed == judged.broken.isEmpty, "\(plan) \(judged.broken)")
        if let values, isAllowed {
            #expect(abs(program.price(at: values).total - judged.price.total) < 1e-6)
        }
        return judged.broken
    }

    @Test(
        "of larger rotations the proved plan is legal at its price, and no legal plan near it is cheaper",
        Reached("proved", atLeast: 40), Reached("a post opened by what was learnt", atLeast: 6),
        Reached("legal", atLeast: 200), Reached("broken", atLeast: 200),
        arguments: UInt64(1)...60)
    func larger(seed: UInt64) throws {
        let rotation = try RandomRotation.make(seed: seed, isTiny: false)
        let facts = RotationFacts(rotation)
        let program = RotationProgram(facts)
        let result = try GLPKSolver().solveInteger(program.program, limits: SolveLimits(nodes: 3000))
        guard result.termination == .optimal, let values = result.incumbent else { return }
        let best = program.plan(at: values)
        #expect(Self.compare(best, facts, program) == [])
        let price = facts.price(of: best).total
        #expect(abs(price - (result.objective ?? .nan)) < 1e-6)
        Reached.here("proved")
        Reached.here("a post opened by what was learnt", times: Self.openedByLearning(best, facts))
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 {
            let plan = Self.somePlan(facts, near: best, &random)
            let isLegal = Self.compare(plan, facts, program).isEmpty
            if isLegal { #expect(facts.price(of: plan).total >= price - 1e-6, "\(plan)") }
            Reached.here(isLegal ? "legal" : "broken")
        }
    }

    @Test(
        "random rotations hold what is rare",
        Reached("frozen periods", atLeast: 80),
        Reached("a block under way out of frozen periods", atLeast: 40),
        Reached("no pattern fits what is frozen", atLeast: 10),
        Reached("absence between present periods", atLeast: 5),
        Reached("somebody never there", atLeast: 10), Reached("somebody who may be nowhere", atLeast: 40),
        Reached("a start post under way", atLeast: 200), Reached("fixed", atLeast: 60),
        Reached("any", atLeast: 60),
        Reached("cyclic", atLeast: 60), Reached("amounts of capacity.csv", atLeast: 60),
        Reached("a post opened by what was learnt", atLeast: 4), arguments: UInt64(1)...400)
    func holds(seed: UInt64) throws {
        let rotation = try RandomRotation.make(seed: seed)
        let facts = RotationFacts(rotation)
        if facts.frozenCount > 0 { Reached.here("frozen periods") }
        if !rotation.capacity.isEmpty { Reached.here("amounts of capacity.csv") }
        for (p, person) in rotation.people.enumerated() {
            let present = facts.presentPeriods[p]
            if let first = present.first, let last = present.last, last - first >= present.count {
                Reached.here("absence between present periods")
            }
            if present.isEmpty { Reached.here("somebody never there") }
            let choices = facts.freePeriods(of: p).flatMap { facts.choices(person: p, period: $0) }
            if !facts.freePeriods(of: p).isEmpty, choices.isEmpty {
                Reached.here("somebody who may be nowhere")
            }
            if facts.underWay(person: p) != nil {
                Reached.here(
                    facts.frozenPeriods(of: p).isEmpty
                        ? "a start post under way" : "a block under way out of frozen periods")
            }
            if !Self.isLikeFrozen(facts.patterns(of: p)?.first, facts, p) {
                Reached.here("no pattern fits what is frozen")
            }
            if let template = person.template { Reached.here(template) }
        }
        Reached.here(
            "a post opened by what was learnt",
            times: Self.openedByLearning(try cheapest(rotation).plan, facts))
    }

    /// Whether a pattern has the settings of a person's frozen posts.
    private static func isLikeFrozen(_ pattern: [String]?, _ facts: RotationFacts, _ p: Int) -> Bool {
        guard let pattern else { return true }
        return facts.frozenPeriods(of: p).allSatisfy { t in
            facts.inForce.post(person: p, period: t).map { facts.rotation.posts[$0].setting == pattern[t] }
                ?? true
        }
    }

    /// How many blocks of a plan begin where something is needed that nobody signed off.
    private static func openedByLearning(_ plan: RotationPlan, _ facts: RotationFacts) -> Int {
        (0..<facts.personCount).reduce(0) { sum, p in
            sum
                + facts.freePeriods(of: p).count { t in
                    guard let k = plan.posts[p][t],
                        facts.begins(person: p, period: t, post: k, in: { plan.posts[p][$0] })
                    else { return false }
                    return facts.rotation.posts[k].needs.contains {
                        !facts.isSignedOff(person: p, $0, period: t)
                    }
                }
        }
    }

    @Test(
        "each rule keeps some best plans from being cheaper, and each term is paid in some",
        Reached("may-hold", atLeast: 60), Reached("room", atLeast: 15), Reached("supervision", atLeast: 15),
        Reached("block-length", atLeast: 15), Reached("once", atLeast: 15), Reached("entry", atLeast: 15),
        Reached("template", atLeast: 15), Reached("apart", atLeast: 5), Reached("frozen", atLeast: 15),
        Reached("curriculum", atLeast: 8), Reached("below_minimum", atLeast: 60),
        Reached("below_target", atLeast: 60), Reached("unplaced", atLeast: 60),
        Reached("preference", atLeast: 40), Reached("travel", atLeast: 40), Reached("change", atLeast: 40),
        Reached("fairness", atLeast: 40), Reached("wanted", atLeast: 60), Reached("disruption", atLeast: 40),
        Reached("pounds of curriculum", atLeast: 40), arguments: UInt64(1)...240)
    func reach(seed: UInt64) throws {
        let oracle = RotationOracle(try RandomRotation.make(seed: seed))
        guard oracle.combinations() <= Self.most else { return }
        let best = oracle.best()
        for term in RotationPrice.Term.allCases where best.price[term] > 0 {
            // One rule has the name of a term.
            Reached.here(term == .curriculum ? "pounds of curriculum" : term.rawValue)
        }
        for rule in RotationRule.allCases where rule != .files && rule != .onePost {
            guard oracle.combinations(lifting: [rule]) <= Self.most else { continue }
            let lifted = oracle.best(lifting: [rule])
            #expect(lifted.price.total <= best.price.total + 1e-9)
            if lifted.price.total < best.price.total - 1e-6 { Reached.here(rule.rawValue) }
        }
    }
}
