// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The cheapest plan of a tiny week, found by trying everything.
///
///     let answer = Oracle(week).best()
///     answer.objective  // no plan costs less
///
/// Every schedule of every person is combined with every other's; for each session and each way of sending
/// people, every set of whole contacts is tried. It is written from the weekly model alone: it shares nothing
/// with the formulation, the search or the audit but the domain's values. It is not for weeks beyond some four
/// people, four sessions with people in them and four lines of three contacts.
public struct Oracle {
    /// What the oracle found.
    public struct Answer: Sendable {
        /// The lowest price.
        public let objective: Double
        /// A plan of that price, with everything its files state.
        public let plan: Plan
        /// How many combinations of schedules there are.
        public let combinations: Int
    }

    private struct Table {
        let choices: SessionChoices
        /// Pounds of who is where.
        let pounds: Double
    }

    private let world: OracleWorld
    private let week: Week

    /// A rule that an oracle may be asked to leave aside, to see whether it matters in a week.
    public enum Rule: CaseIterable, Sendable {
        /// Somebody who may supervise is there.
        case presence
        /// Supervisors hold what the delegation asks of them.
        case supervisorNeeds
        /// Only supervisors of something delegated there widen a span; without it every registered person does.
        case spanOfSupervisors
        /// People to be accompanied find somebody registered in the group.
        case company
        /// They are no pair by themselves.
        case pairsInCompany
    }

    /// An oracle for that week, without some of the rules if so asked.
    public init(_ week: Week, without lifted: Set<Rule> = []) {
        self.week = week
        world = OracleWorld(week: week, lifted: lifted)
    }

    /// How many combinations of schedules `best` would look at.
    public var combinations: Int {
        week.staff.indices.reduce(1) { $0 * max(1, world.schedules($1).count) }
    }

    /// The cheapest plan; the first found of several.
    public func best() -> Answer {
        let schedules = week.staff.indices.map { world.schedules($0) }
        var tables: [[Int?]: Int] = [:]
        var known: [Table] = []
        var combinations: [Combination] = []
        each(schedules) { chosen in
            guard HardRule.allow(world, chosen) else { return }
            var price = chosen.reduce(PriceTerms.Term.total { $0.pounds(world, chosen) }) { $0 + $1.price }
            var most = week.demand.map { _ in 0 }
            var used: [Int] = []
            for session in week.sessions.indices {
                let key = [session] + chosen.map { $0.teams[session] }
                let index = tables[key] ?? known.count
                if index == known.count {
                    tables[key] = index
                    known.append(table(session, Array(key.dropFirst())))
                }
                used.append(index)
                price += known[index].pounds
                for line in most.indices { most[line] += known[index].choices.most[line] }
            }
            var least = price
            for (line, demand) in week.demand.enumerated() {
                let given = min(demand.contacts, most[line])
                least += UnmetTerm.pounds(world, demand, single: given, double: 0)
            }
            combinations.append(
                Combination(schedules: chosen, tables: used, price: price, leastPrice: least))
        }
        combinations.sort { $0.leastPrice < $1.leastPrice }
        var best: (price: Double, combination: Combination, contacts: [[OracleContact]])?
        for combination in combinations {
            if let best, combination.leastPrice >= best.price - 1e-9 { break }
            let found = fill(combination.tables.map { known[$0].choices })
            let price = combination.price + found.price
            if price < best?.price ?? .infinity { best = (price, combination, found.contacts) }
        }
        let size = combinations.count
        guard let best else { return nothing }
        let plan = OraclePlan(world, best.combination.schedules, best.contacts).plan
        return Answer(objective: best.price, plan: plan, combinations: size)
    }

    private struct Combination {
        let schedules: [Schedule]
        let tables: [Int]
        let price: Double
        let leastPrice: Double
    }

    /// A week in which no combination is possible; rule 1 always leaves one, so this is a fault of the oracle.
    private var nothing: Answer {
        Answer(objective: .nan, plan: OraclePlan(world, [], []).plan, combinations: 0)
    }

    private func each(_ schedules: [[Schedule]], _ body: ([Schedule]) -> Void) {
        func choose(_ person: Int, _ chosen: [Schedule]) {
            guard person < schedules.count else { return body(chosen) }
            for schedule in schedules[person] { choose(person + 1, chosen + [schedule]) }
        }
        choose(0, [])
    }

    private func table(_ session: Int, _ teams: [Int?]) -> Table {
        Table(
            choices: SessionChoices(world, session: session, teams: teams),
            pounds: PriceTerms.Term.total { $0.pounds(world, session: session, teams: teams) })
    }

    /// The cheapest contacts of all sessions together, with what is unmet and avoidable.
    private func fill(_ sessions: [SessionChoices]) -> (price: Double, contacts: [[OracleContact]]) {
        var reached: [UInt64: (price: Double, ways: [UInt64])] = [0: (0, [])]
        for (position, session) in sessions.enumerated() {
            var next: [UInt64: (price: Double, ways: [UInt64])] = [:]
            // In order: of ways at one price the first is taken, so that the same week has the same plan in every run.
            let ways = session.ways.sorted { $0.key < $1.key }
            for (before, known) in reached.sorted(by: { $0.key < $1.key }) {
                for (added, way) in ways where position < world.over || fits(before, added) {
                    let price = known.price + way.price
                    if price < next[before + added]?.price ?? .infinity {
                        next[before + added] = (price, known.ways + [added])
                    }
                }
            }
            reached = next
        }
        var best: (price: Double, achieved: UInt64) = (.infinity, 0)
        for achieved in reached.keys.sorted() {
            var price = reached[achieved]?.price ?? .infinity
            for (line, demand) in week.demand.enumerated() {
                let single = SessionChoices.count(achieved, line: line, doubleHanded: false)
                let double = SessionChoices.count(achieved, line: line, doubleHanded: true)
                price += PriceTerms.Term.total {
                    $0.pounds(world, demand, single: single, double: double)
                }
            }
            if price < best.price - 1e-12 { best = (price, achieved) }
        }
        let ways = reached[best.achieved]?.ways ?? []
        return (best.price, zip(sessions, ways).map { $0.ways[$1]?.contacts ?? [] })
    }

    private func fits(_ before: UInt64, _ added: UInt64) -> Bool {
        for (line, demand) in week.demand.enumerated() {
            let (moreSingle, moreDouble) = (
                SessionChoices.count(added, line: line, doubleHanded: false),
                SessionChoices.count(added, line: line, doubleHanded: true)
            )
            let single = SessionChoices.count(before, line: line, doubleHanded: false) + moreSingle
            let double = SessionChoices.count(before, line: line, doubleHanded: true) + moreDouble
            // What was given before may be more than is wanted by now, and then nothing is added to it.
            if moreSingle + moreDouble > 0, single + double > demand.contacts { return false }
            if moreSingle > 0, world.activity(demand).hands == 2, single > world.suitable(demand) {
                return false
            }
        }
        return true
    }
}
