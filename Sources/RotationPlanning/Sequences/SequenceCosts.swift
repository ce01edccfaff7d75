// SPDX-License-Identifier: GPL-3.0-or-later

/// Pounds of one person's sequences: what is summed where they are, where blocks begin, and what is learnt.
struct SequenceCosts: Sendable {
    /// Sums of what places in a post cost, from the first: at `post × (places + 1) + place` those before a place.
    private(set) var sums: [Double]
    /// What a block costs that begins in a post at a place, at `post × places + place`.
    private(set) var begin: [Double]
    /// What being unplaced costs at each place.
    private(set) var unplaced: [Double]
    /// What it is worth to hold a need from a place on, at `bit × (places + 1) + place`.
    private(set) var worth: [Double]
    /// Whether it is worth anything to learn anything.
    private(set) var isLearningWorth = false
    /// What may be had at most by learning what is not counted.
    private(set) var uncounted = 0.0
    /// How what is had of curricula is told apart where the rest is bounded.
    let stages: CurriculumStages
    /// The sum of the largest magnitudes that any sequence can add up, for the error of rounding.
    private(set) var magnitude = 0.0

    /// Costs from what each place, beginning and item wanted comes to.
    ///
    /// - Parameter isFine: Whether the rest of a programme is bounded as well as can be, or as fast.
    init(
        _ tables: PersonTables, isFine: Bool = false, place: (_ post: Int, _ place: Int) -> Double,
        begin beginning: (_ post: Int, _ place: Int) -> Double, unplaced none: (_ place: Int) -> Double,
        item: (_ item: Int) -> Double
    ) {
        let (n, count) = (tables.placeCount, tables.postCount)
        stages = isFine ? tables.fineStages : tables.stages
        sums = [Double](repeating: 0, count: count * (n + 1))
        begin = [Double](repeating: 0, count: count * n)
        var largest = [Double](repeating: 0, count: n)
        for j in 0..<count {
            var sum = 0.0
            for i in 0..<n {
                let (here, start) = (place(j, i), beginning(j, i))
                sum += here
                sums[j * (n + 1) + i + 1] = sum
                begin[j * n + i] = start
                largest[i] = max(largest[i], here.magnitude + start.magnitude)
            }
        }
        unplaced = (0..<n).map(none)
        for i in 0..<n { magnitude += max(largest[i], unplaced[i].magnitude) }
        let learning = tables.learning
        worth = [Double](repeating: 0, count: learning.needs.count * (n + 1))
        for bit in learning.needs.indices {
            for (i, index) in learning.wantedAt[bit] { worth[bit * (n + 1) + i] += item(index) }
            for i in stride(from: n - 1, through: 0, by: -1) {
                worth[bit * (n + 1) + i] += worth[bit * (n + 1) + i + 1]
            }
            magnitude += worth[bit * (n + 1)].magnitude
            if worth[bit * (n + 1)] != 0 { isLearningWorth = true }
        }
        for index in learning.uncounted { uncounted += item(index) }
        magnitude += uncounted.magnitude
        for (pounds, most) in zip(tables.curriculum.worth, tables.curriculum.least) {
            magnitude += pounds * Double(most)
        }
    }
}
