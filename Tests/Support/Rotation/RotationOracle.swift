// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// The cheapest plan of a tiny rotation, found by trying everything.
///
///     let answer = RotationOracle(rotation).best()
///     answer.price.total  // no plan costs less
///
/// Every way to spend the programme of every person is combined with every other's. It is written from the rotation
/// model alone and shares nothing with facts, programme or audit but the values. It is not for rotations beyond some three
/// people, four periods and three posts.
public struct RotationOracle {
    /// What the oracle found.
    public struct Answer: Sendable {
        /// The cheapest plan; the first found of several.
        public let plan: RotationPlan
        /// What it costs.
        public let price: RotationPrice
        /// How many plans keep every rule that is each person's own.
        public let combinations: Int
    }

    /// A way to spend the programme.
    struct Way {
        let posts: [Int?]
        /// The person's own rules that it breaks.
        let broken: Set<RotationRule>
        /// The terms that are the person's own.
        let price: RotationPrice
        /// Preference pounds per present period; nil: never present.
        let share: Double?
        /// For each row and period of what is wanted, whether the person counts.
        let holds: [Bool]
    }

    let world: OracleRotation
    private let ways: [[Way]]

    /// An oracle for that rotation.
    public init(_ rotation: Rotation) {
        let world = OracleRotation(rotation)
        self.world = world
        ways = rotation.people.indices.map { p in
            world.everything(p).map { Self.way(world, p, $0) }
        }
    }

    private static func way(_ world: OracleRotation, _ p: Int, _ posts: [Int?]) -> Way {
        Way(
            posts: posts, broken: world.broken(p, posts), price: world.price(p, posts),
            share: world.share(p, posts), holds: world.holds(p, posts))
    }

    /// How many combinations there are to look at.
    ///
    /// - Parameter lifted: Rules left aside.
    public func combinations(lifting lifted: Set<RotationRule> = []) -> Int {
        ways.reduce(1) { $0 * $1.count { $0.broken.isSubset(of: lifted) } }
    }

    /// The cheapest plan.
    ///
    /// - Parameter lifted: Rules left aside, to see whether they matter.
    public func best(lifting lifted: Set<RotationRule> = []) -> Answer {
        let allowed = ways.map { ways in ways.filter { $0.broken.isSubset(of: lifted) } }
        var best: (plan: RotationPlan, price: RotationPrice)?
        var chosen: [Way] = []
        func choose(_ own: Double) {
            // What is left to be added is never negative.
            if let best, own >= best.price.total { return }
            guard chosen.count < allowed.count else {
                guard world.brokenTogether(chosen.map(\.posts)).isSubset(of: lifted) else { return }
                let price = world.price(chosen)
                if best.map({ price.total < $0.price.total - 1e-9 }) ?? true {
                    best = (RotationPlan(posts: chosen.map(\.posts)), price)
                }
                return
            }
            for way in allowed[chosen.count] {
                chosen.append(way)
                choose(own + way.price.total)
                chosen.removeLast()
            }
        }
        choose(0)
        let nothing = RotationPlan(posts: world.rotation.people.indices.map { world.nothing($0) })
        return Answer(
            plan: best?.plan ?? nothing, price: best?.price ?? judge(nothing).price,
            combinations: combinations(lifting: lifted))
    }

    /// The rules that a plan breaks, and what it costs.
    public func judge(_ plan: RotationPlan) -> (broken: Set<RotationRule>, price: RotationPrice) {
        Self.judge(plan, in: world)
    }

    /// The rules that a plan of a rotation of any size breaks, and what it costs.
    public static func judge(
        _ plan: RotationPlan, of rotation: Rotation
    ) -> (broken: Set<RotationRule>, price: RotationPrice) {
        judge(plan, in: OracleRotation(rotation))
    }

    private static func judge(
        _ plan: RotationPlan, in world: OracleRotation
    ) -> (broken: Set<RotationRule>, price: RotationPrice) {
        let ways = plan.posts.enumerated().map { way(world, $0, $1) }
        return (
            ways.reduce(world.brokenTogether(plan.posts)) { $0.union($1.broken) }, world.price(ways)
        )
    }
}
