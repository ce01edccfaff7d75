// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What planning asks of a rotation again and again, worked out once. A post in a period is a cell: `post × periods + period`.
struct PlanningTables: Sendable {
    let facts: RotationFacts
    let people: [PersonTables]
    let wanted: WantedItems
    let periodCount: Int
    /// Whole-time equivalents of each person.
    let wte: [Double]
    let isSenior: [Bool]
    /// Whether a person counts for `new_max` in the first period of the programme.
    let comesFromPost: [Bool]
    /// Amounts by cell; the maximum infinite where there is none, and in frozen periods, where it binds nobody.
    let minimum: [Double]
    let target: [Double]
    let maximum: [Double]
    /// How many blocks may begin, by cell; the largest number for no limit.
    let newcomers: [Int32]
    /// People whom one senior may supervise, by post; nil: no rule.
    let span: [Double?]
    let permanentSeniors: [Int]
    /// Whom each person is kept apart from.
    let apart: [[Int]]
    let belowMinimum: Double
    let belowTarget: Double
    let fairness: Double

    var personCount: Int { people.count }
    var cellCount: Int { minimum.count }

    init(_ facts: RotationFacts, limits: TableLimits = TableLimits()) {
        self.facts = facts
        let rotation = facts.rotation
        let wanted = WantedItems(facts)
        self.wanted = wanted
        var asked = [[CurriculumOfPerson]](repeating: [], count: facts.personCount)
        for own in facts.curriculum { asked[own.person].append(own) }
        people = (0..<facts.personCount).map {
            PersonTables(facts, person: $0, wanted: wanted, counting: asked[$0], limits: limits)
        }
        periodCount = facts.periodCount
        wte = rotation.people.map(\.wte)
        isSenior = rotation.people.map(\.isSenior)
        comesFromPost = facts.startPost.map { $0 != nil }
        let cells = (0..<facts.postCount).flatMap { k in (0..<facts.periodCount).map { (k, $0) } }
        minimum = cells.map { facts.amounts[$0.0][$0.1].minimum }
        target = cells.map { facts.amounts[$0.0][$0.1].target }
        maximum = cells.map { k, t in
            facts.isFrozen(t) ? .infinity : facts.amounts[k][t].maximum ?? .infinity
        }
        newcomers = cells.map { k, t in
            facts.isFrozen(t) ? .max : rotation.posts[k].newMaximum.map { Int32(clamping: $0) } ?? .max
        }
        span = rotation.posts.map(\.span)
        permanentSeniors = rotation.posts.map(\.permanentSeniors)
        var apart = [[Int]](repeating: [], count: facts.personCount)
        for pair in facts.apart {
            apart[pair.one].append(pair.other)
            apart[pair.other].append(pair.one)
        }
        self.apart = apart
        belowMinimum = rotation.policy.belowMinimum
        belowTarget = rotation.policy.belowTarget
        fairness = rotation.policy.fairness
    }

    /// The cell of a post in a period.
    func cell(_ post: Int, _ period: Int) -> Int { post * periodCount + period }

    /// Whether a person's beginning counts for the newcomers of a period.
    func isNewcomer(_ person: Int, _ period: Int) -> Bool { period > 0 || comesFromPost[person] }

    /// Pounds of what is missing in a cell with so many whole-time equivalents.
    func missing(_ cell: Int, _ there: Double) -> Double {
        belowMinimum * max(0, minimum[cell] - there) + belowTarget * max(0, target[cell] - there)
    }
}
