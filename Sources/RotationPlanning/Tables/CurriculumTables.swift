// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What curricula ask of one person: blocks counted by row, up to what a row allows, and worth pounds up to what it wants.
struct CurriculumTables: Sendable {
    /// The rows that each of the person's posts counts in.
    let rowsOfPost: [[Int]]
    /// How many blocks more may begin, and how many of them are worth pounds, by row.
    let most: [UInt16]
    let least: [UInt16]
    /// What each such block is worth.
    let worth: [Double]
    /// Pounds as long as nothing more begins.
    let pounds: Double
    /// Posts in groups of rows that are not counted and allow no more than so much: none of them begins.
    let forbidden: [Bool]
    /// Whether all rows that matter are counted.
    let isExact: Bool

    init(_ facts: RotationFacts, _ asked: [CurriculumOfPerson], posts: [Int], limits: TableLimits) {
        var rows: [Row] = []
        var pounds = 0.0
        for own in asked {
            let row = facts.rotation.curriculum[own.row]
            let had = own.before + own.frozen
            let wanted = max(0, row.atLeast - had)
            pounds += row.pounds * Double(wanted)
            let counted = Row(
                posts: own.posts, most: row.atMost.map { max(0, $0 - had) },
                least: row.pounds > 0 ? wanted : 0, worth: row.pounds)
            guard counted.least > 0 || counted.most != nil, own.posts.contains(where: posts.contains) else {
                continue
            }
            rows.append(counted)
        }
        // Those that allow no more than so much first: without a count nothing of theirs may begin.
        rows = rows.filter { $0.most != nil } + rows.filter { $0.most == nil }
        let left = rows.dropFirst(limits.rows)
        rows = Array(rows.prefix(limits.rows))
        most = rows.map { UInt16(clamping: $0.most ?? .max) }
        least = rows.map { UInt16(clamping: $0.least) }
        worth = rows.map { $0.least > 0 ? $0.worth : 0 }
        self.pounds = pounds
        rowsOfPost = posts.map { k in rows.indices.filter { rows[$0].posts.contains(k) } }
        forbidden = posts.map { k in left.contains { $0.most != nil && $0.posts.contains(k) } }
        isExact = left.isEmpty
    }

    /// The most blocks that begin in posts of each row in so many places: each lasts as long as it has to, but for the last.
    func room(places: Int, shortest: [Int]) -> [Int] {
        most.indices.map { row in
            let least = rowsOfPost.indices.filter { rowsOfPost[$0].contains(row) }.map { shortest[$0] }.min()
            return least.map { places / $0 + (places % $0 > 0 ? 1 : 0) } ?? 0
        }
    }

    /// What a row asks from where planning begins.
    private struct Row {
        let posts: [Int]
        let most: Int?
        let least: Int
        let worth: Double
    }
}
