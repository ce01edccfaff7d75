// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What there is of a person whichever rules are thought away: the periods that are to be planned, the block under way, and
/// the patterns of their template.
final class PersonalBasis {
    let person: Int
    /// The periods that are to be planned.
    let free: [Int]
    let underWay: BlockUnderWay?
    /// What the curriculum asks of the person.
    let curriculum: [CurriculumOfPerson]
    private let facts: RotationFacts
    private let places: [Int: Int]
    /// The settings of each pattern at the places of `free`, those that differ there; nil: there is no template.
    private(set) lazy var patterns: [[String]]? = facts.patterns(of: person).map { all in
        var seen: Set<[String]> = []
        return all.map { pattern in free.map { pattern[$0] } }.filter { seen.insert($0).inserted }
    }
    private var runs: [String: [[UInt16]]] = [:]

    init(_ facts: RotationFacts, person: Int, curriculum: [CurriculumOfPerson]) {
        self.facts = facts
        self.person = person
        self.curriculum = curriculum
        free = Array(facts.freePeriods(of: person))
        underWay = facts.underWay(person: person)
        places = Dictionary(uniqueKeysWithValues: free.enumerated().map { ($1, $0) })
    }

    /// The place of a period among those that are to be planned; nil: it is none of them.
    func place(of period: Int) -> Int? { places[period] }

    /// How many places in a row have a setting, from each place on, pattern by pattern.
    func runs(of setting: String, _ steps: ConflictSteps) -> [[UInt16]] {
        if let known = runs[setting] { return known }
        let patterns = patterns ?? []
        steps.spend(patterns.count * free.count)
        let found = patterns.map { pattern in
            var runs = [UInt16](repeating: 0, count: pattern.count)
            var run: UInt16 = 0
            for i in pattern.indices.reversed() {
                run = pattern[i] == setting ? run + 1 : 0
                runs[i] = run
            }
            return runs
        }
        runs[setting] = found
        return found
    }
}
