// SPDX-License-Identifier: GPL-3.0-or-later

/// How far somebody is with what curricula want of them, and allow, as one number, for as many rows as there is room for; what
/// rows beyond these want counts each time a block begins, and what they allow is not looked at.
struct CurriculumStages: Sendable {
    /// A step from one stage to the next by a block that begins.
    struct Step: Sendable {
        var stage: Int
        /// What it is worth at most.
        var worth = 0.0
        /// Whether the rows that are counted allow it.
        var isAllowed = true
    }

    /// How many there are.
    let count: Int
    /// Blocks that lie behind in each stage, at least.
    let blocks: [Int]
    private let steps: [Step]
    private let postCount: Int

    private struct Row {
        let row: Int
        let stride: Int
        let levels: Int
        let limit: Int?
    }

    /// - Parameters:
    ///   - isLimiting: Whether what rows allow is counted, too, where it is less than there is room for.
    ///   - room: The most blocks of each row that there is room for.
    ///   - most: Stages there are at most. A row that allows too much for them is counted as far as it wants something.
    init(_ curriculum: CurriculumTables, isLimiting: Bool, room: [Int], most: Int) {
        var rows: [Row] = []
        var count = 1
        func limit(_ row: Int) -> Int? {
            let limit = Int(curriculum.most[row])
            return isLimiting && curriculum.most[row] < .max && limit < room[row] ? limit : nil
        }
        let order = curriculum.worth.indices.sorted {
            (curriculum.worth[$0], $1) > (curriculum.worth[$1], $0)
        }
        for row in order {
            let wanted = (levels: 1 + min(Int(curriculum.least[row]), room[row]), limit: Int?.none)
            let ways = [limit(row).map { (levels: 1 + $0, limit: $0) }, wanted].compactMap(\.self)
            let way = ways.first { ($0.levels > 1 || $0.limit != nil) && $0.levels <= most / count }
            guard let way else { continue }
            rows.append(Row(row: row, stride: count, levels: way.levels, limit: way.limit))
            count *= way.levels
        }
        self.count = count
        postCount = curriculum.rowsOfPost.count
        let atOnce = max(1, curriculum.rowsOfPost.map(\.count).max() ?? 1)
        blocks = (0..<count).map { stage in
            let counted = rows.reduce(0) { $0 + stage / $1.stride % $1.levels }
            return (counted + atOnce - 1) / atOnce
        }
        steps = (0..<count).flatMap { stage in
            curriculum.rowsOfPost.map { counting in
                var step = Step(stage: stage)
                for row in counting {
                    guard let own = rows.first(where: { $0.row == row }) else {
                        if curriculum.least[row] > 0 { step.worth += curriculum.worth[row] }
                        continue
                    }
                    let had = stage / own.stride % own.levels
                    if had < Int(curriculum.least[row]) { step.worth += curriculum.worth[row] }
                    if had < own.levels - 1 {
                        step.stage += own.stride
                    } else if own.limit != nil {
                        step.isAllowed = false
                    }
                }
                return step
            }
        }
    }

    /// What comes of a block that begins in a post.
    func step(_ stage: Int, _ post: Int) -> Step { steps[stage * postCount + post] }
}
