// SPDX-License-Identifier: GPL-3.0-or-later

/// How far somebody is with what curricula want of them, as one number, for as many rows as there is room for; what rows
/// beyond these want counts each time a block begins.
struct CurriculumStages: Sendable {
    /// Stages there are at most.
    static let most = 12

    /// How many there are.
    let count: Int
    private let steps: [(stage: Int, worth: Double)]
    private let postCount: Int

    init(_ curriculum: CurriculumTables) {
        var strides: [(row: Int, stride: Int, levels: Int)] = []
        var count = 1
        let dearest = curriculum.worth.indices.sorted { curriculum.worth[$0] > curriculum.worth[$1] }
        for row in dearest where curriculum.least[row] > 0 {
            let levels = Int(curriculum.least[row]) + 1
            guard count * levels <= Self.most else { continue }
            strides.append((row, count, levels))
            count *= levels
        }
        self.count = count
        postCount = curriculum.rowsOfPost.count
        steps = (0..<count).flatMap { stage in
            curriculum.rowsOfPost.map { rows in
                var (next, worth) = (stage, 0.0)
                for row in rows where curriculum.least[row] > 0 {
                    guard let own = strides.first(where: { $0.row == row }) else {
                        worth += curriculum.worth[row]
                        continue
                    }
                    if stage / own.stride % own.levels < own.levels - 1 {
                        next += own.stride
                        worth += curriculum.worth[row]
                    }
                }
                return (next, worth)
            }
        }
    }

    /// The stage after a block begins in a post, and what that is worth at most.
    func step(_ stage: Int, _ post: Int) -> (stage: Int, worth: Double) { steps[stage * postCount + post] }
}
