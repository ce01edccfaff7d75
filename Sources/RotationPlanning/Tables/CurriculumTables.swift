// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What curricula ask of one person: blocks counted by row, up to what a row allows, and worth pounds up to what it wants.
struct CurriculumTables: Sendable {
    /// Rows that are counted at most; what is beyond them is forbidden to begin.
    static let rows = 8

    /// The rows that each of the person's posts counts in.
    let rowsOfPost: [[Int]]
    /// How many blocks more may begin, and how many of them are worth pounds, by row.
    let most: [UInt16]
    let least: [UInt16]
    /// What each such block is worth.
    let worth: [Double]
    /// Pounds as long as nothing more begins.
    let pounds: Double
    /// Posts in groups of rows that are not counted.
    let forbidden: [Bool]
    /// Whether all rows that matter are counted.
    let isExact: Bool

    init(_ facts: RotationFacts, _ asked: [CurriculumOfPerson], posts: [Int]) {
        var rows: [CurriculumOfPerson] = []
        var (most, least, worth): ([UInt16], [UInt16], [Double]) = ([], [], [])
        var pounds = 0.0
        var left: [CurriculumOfPerson] = []
        for own in asked {
            let row = facts.rotation.curriculum[own.row]
            let had = own.before + own.frozen
            let wanted = max(0, row.atLeast - had)
            pounds += row.pounds * Double(wanted)
            let allowed = row.atMost.map { max(0, $0 - had) } ?? Int(UInt16.max)
            let isPriced = wanted > 0 && row.pounds > 0
            guard isPriced || row.atMost != nil, own.posts.contains(where: posts.contains) else { continue }
            guard rows.count < Self.rows else {
                left.append(own)
                continue
            }
            rows.append(own)
            most.append(UInt16(clamping: allowed))
            least.append(isPriced ? UInt16(clamping: wanted) : 0)
            worth.append(isPriced ? row.pounds : 0)
        }
        (self.most, self.least, self.worth, self.pounds) = (most, least, worth, pounds)
        rowsOfPost = posts.map { k in rows.indices.filter { rows[$0].posts.contains(k) } }
        forbidden = posts.map { k in left.contains { $0.posts.contains(k) } }
        isExact = left.isEmpty
    }
}
