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
    ///   - isLimiting: Whether what rows allow is counted, too.
    ///   - most: Stages there are at most.
    init(_ curriculum: CurriculumTables, isLimiting: Bool, most: Int) {
        var rows: [Row] = []
        var count = 1
        func limit(_ row: Int) -> Int? {
            isLimiting && curriculum.most[row] < .max ? Int(curriculum.most[row]) : nil
        }
        let order = curriculum.worth.indices.sorted {
            (curriculum.worth[$0], $1) > (curriculum.worth[$1], $0)
        }
        for row in order {
            let levels = 1 + (limit(row) ?? Int(curriculum.least[row]))
            guard levels > 1 || limit(row) != nil, levels <= most / count else { continue }
            rows.append(Row(row: row, stride: count, levels: levels, limit: limit(row)))
            count *= levels
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
