// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import LinearModel

/// A rotation place by place: who is where, whose block begins, who is without a post. Sums of its rows, rounded, are kept by
/// every plan, and some of them are broken by parts of sequences.
///
/// Its rows say less than the rules do, and nothing false, as long as everybody's tables are exact.
struct PlaceProgramme {
    /// Ways of summing up rows.
    private static let variants = 3

    private let tables: PlanningTables
    private(set) var program = LinearProgram()
    /// What each column counts.
    private var meaning: [(person: Int, what: SharedCut.What)] = []
    /// By person: the column of what is counted; −1: it cannot be.
    private var posts: [[Int]] = []
    private var begins: [[Int]] = []
    private var unplaced: [[Int]] = []

    /// How many columns it has at most, known without making it.
    static func mostColumns(_ tables: PlanningTables) -> Int {
        tables.people.reduce(0) { $0 + (2 * $1.postCount + 1) * $1.placeCount }
    }

    init(_ tables: PlanningTables) {
        self.tables = tables
        for p in tables.people.indices { addPerson(p) }
        for cell in 0..<tables.cellCount where !tables.facts.isFrozen(cell % tables.periodCount) {
            addCell(cell)
        }
        addApart()
    }

    private mutating func column(_ p: Int, _ what: SharedCut.What) -> Int {
        meaning.append((p, what))
        return program.addColumn(cost: 0, lower: 0, upper: 1, integer: true)
    }

    private mutating func addPerson(_ p: Int) {
        let person = tables.people[p]
        let n = person.placeCount
        posts.append([Int](repeating: -1, count: person.postCount * n))
        begins.append(posts[p])
        for at in posts[p].indices where person.runs.contains(where: { $0[at] > 0 }) {
            posts[p][at] = column(p, .post(at))
            let (j, i) = (at / n, at % n)
            let least = min(person.shortest[j], n - i)
            if person.opens[at], i > 0 || j != person.previous,
                person.runs.contains(where: { Int($0[at]) >= least })
            {
                begins[p][at] = column(p, .begin(at))
            }
        }
        unplaced.append((0..<n).map { column(p, .unplaced($0)) })
        for i in 0..<n {
            let there = (0..<person.postCount).map { posts[p][$0 * n + i] } + [unplaced[p][i]]
            addRow(lower: 1, upper: 1, there.map { ($0, 1) })
        }
        for j in 0..<person.postCount { addBlocks(person, j) }
        for row in person.curriculum.most.indices where person.curriculum.most[row] < .max {
            let own = person.curriculum.rowsOfPost.indices.filter {
                person.curriculum.rowsOfPost[$0].contains(row)
            }
            addRow(
                upper: Double(person.curriculum.most[row]),
                own.flatMap { j in (0..<n).map { (begins[p][j * n + $0], 1) } })
        }
    }

    /// Where blocks begin, and how long they last.
    private mutating func addBlocks(_ person: PersonTables, _ j: Int) {
        let (p, n) = (person.person, person.placeCount)
        func there(_ i: Int) -> Int { i < 0 ? -1 : posts[p][j * n + i] }
        func begun(_ i: Int) -> Int { begins[p][j * n + i] }
        let block = person.underWay.flatMap { $0.post == j ? $0 : nil }
        for i in 0..<n {
            if i > 0 || block == nil {
                addRow(upper: 0, [(there(i), 1), (there(i - 1), -1), (begun(i), -1)])
            }
            if begun(i) >= 0, there(i - 1) >= 0 { addRow(upper: 1, [(begun(i), 1), (there(i - 1), 1)]) }
            // A block lasts some places at least, and not more than so many.
            let least = (0...i).filter { $0 + min(person.shortest[j], n - $0) > i && begun($0) >= 0 }
            if !least.isEmpty { addRow(upper: 0, least.map { (begun($0), 1) } + [(there(i), -1)]) }
            var most = (max(0, i - person.longest[j] + 1)...i).map { (begun($0), -1.0) }
            if let block, i > 0 {
                if i < block.most { most.append((there(0), -1)) }
                if i < block.least { addRow(upper: 0, [(there(0), 1), (there(i), -1)]) }
            }
            if i > 0 { addRow(upper: 0, [(there(i), 1)] + most) }
        }
        if person.usedBit[j] != 0 { addRow(upper: 1, (0..<n).map { (begun($0), 1) }) }
    }

    private mutating func addCell(_ cell: Int) {
        let (k, t) = (cell / tables.periodCount, cell % tables.periodCount)
        var there: [(column: Int, begin: Int, person: Int)] = []
        for (p, person) in tables.people.enumerated() {
            guard let j = person.posts.firstIndex(of: k), let i = person.periods.firstIndex(of: t) else {
                continue
            }
            let at = j * person.placeCount + i
            if posts[p][at] >= 0 { there.append((posts[p][at], begins[p][at], p)) }
        }
        let room = tables.maximum[cell]
        if room < .infinity {
            let units = there.map { Int((tables.wte[$0.person] * SearchState.unit).rounded()) }
            let divisor = max(1, units.reduce(0) { Self.common($0, $1) })
            if (units.max() ?? 0) / divisor <= 1_000 {
                let most = ((room * SearchState.unit + 100) / Double(divisor)).rounded(.down)
                addRow(upper: most, zip(there, units).map { ($0.column, Double($1 / divisor)) })
            }
            // So many heads, of those who are not below so much each.
            for least in Set(units).sorted() where least > 0 {
                let heads = ((room * SearchState.unit + 100) / Double(least)).rounded(.down)
                let own = zip(there, units).filter { $1 >= least }
                if Double(own.count) > heads { addRow(upper: heads, own.map { ($0.0.column, 1) }) }
            }
        }
        if let span = tables.span[k] {
            addRow(
                upper: span * Double(tables.permanentSeniors[k]),
                there.map { ($0.column, tables.isSenior[$0.person] ? -span : 1) })
        }
        if tables.newcomers[cell] < .max {
            addRow(
                upper: Double(tables.newcomers[cell]),
                there.filter { tables.isNewcomer($0.person, t) }.map { ($0.begin, 1) })
        }
    }

    private mutating func addApart() {
        for pair in tables.facts.apart {
            let (one, other) = (tables.people[pair.one], tables.people[pair.other])
            for (j, k) in one.posts.enumerated() {
                guard let l = other.posts.firstIndex(of: k) else { continue }
                for (i, t) in one.periods.enumerated() {
                    guard let m = other.periods.firstIndex(of: t) else { continue }
                    let columns = [
                        posts[pair.one][j * one.placeCount + i], posts[pair.other][l * other.placeCount + m],
                    ]
                    if !columns.contains(-1) { addRow(upper: 1, columns.map { ($0, 1) }) }
                }
            }
        }
    }

    private static func common(_ a: Int, _ b: Int) -> Int { b == 0 ? a : common(b, a % b) }

    private mutating func addRow(
        lower: Double = -.infinity, upper: Double, _ terms: [(column: Int, coefficient: Double)]
    ) {
        let own = terms.filter { $0.column >= 0 && $0.coefficient != 0 }
        if !own.isEmpty { program.addRow(lower: lower, upper: upper, own) }
    }

    /// A part of a person who follows a sequence.
    struct Part {
        let person: Int
        let sequence: [Int32]
        let part: Double
    }

    /// The columns' values where each sequence is followed by so much. What has no column is left out: cuts hold whatever
    /// the values are.
    func values(_ parts: [Part]) -> [Double] {
        var values = [Double](repeating: 0, count: program.columnCount)
        func add(_ part: Double, _ column: Int) { if column >= 0 { values[column] += part } }
        for own in parts {
            let person = tables.people[own.person]
            let n = person.placeCount
            let walk = SequenceWalk(person, own.sequence)
            for (i, j) in own.sequence.enumerated() {
                guard j >= 0 else {
                    add(own.part, unplaced[own.person][i])
                    continue
                }
                let at = Int(j) * n + i
                add(own.part, posts[own.person][at])
                if walk.begins[i] { add(own.part, begins[own.person][at]) }
            }
        }
        return values
    }

    /// Cuts that the values break, the best first that are not nearly alike.
    ///
    /// - Parameters:
    ///   - known: Those that there are; sums are made of them, too.
    ///   - shouldStop: Whether no more are to be looked for.
    func cuts(
        at values: [Double], known: [Cut], atMost most: Int, until shouldStop: () -> Bool = { false }
    ) -> [Cut] {
        var program = program
        for cut in known { program.addRow(lower: -.infinity, upper: cut.upper, cut.terms) }
        let rounding = RoundingCuts(program)
        let found = (0..<Self.variants).flatMap { shouldStop() ? [] : rounding.cuts(at: values, variant: $0) }
        let depths = found.map { $0.depth(at: values) }
        var selection = CutSelection(atMost: most)
        for index in found.indices.sorted(by: { depths[$0] != depths[$1] ? depths[$0] > depths[$1] : $0 < $1 }
        ) {
            selection.add(found[index])
        }
        return selection.cuts
    }

    /// What a cut says of people.
    func meaning(of cut: Cut) -> SharedCut {
        SharedCut(
            terms: cut.terms.map { term in
                (meaning[term.column].person, meaning[term.column].what, term.coefficient)
            }, upper: cut.upper)
    }
}
