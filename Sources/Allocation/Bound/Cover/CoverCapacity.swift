// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of contacts fits into sessions: bounded knapsacks, each kind once.
///
/// A contact weighs its minutes or, of a length `d`, `⌊minutes ÷ d⌋`.
struct CoverCapacity: Sendable {
    /// What tells one knapsack from another: minutes there are, then minutes of each contact, ascending, and how many
    /// of it at most.
    private var kinds: [[Int32]] = []
    private var kindOf: [[Int32]: Int32] = [:]
    /// Lengths by which contacts are weighed; the first stands for weighing by minutes.
    private let lengths: [Int]
    /// The most that fits, by kind and then length; −1: not worked out.
    private var most: [Int32] = []

    /// Contacts are weighed by minutes and by each of these lengths.
    init(lengths: [Int]) { self.lengths = [0] + lengths }

    /// The weight of a contact.
    static func weight(minutes: Int, length: Int) -> Int { length == 0 ? minutes : minutes / length }

    /// The kind of a session for contacts; nil where none fits.
    ///
    /// - Parameter items: Minutes of a contact, and how many at most, ascending.
    mutating func kind(capacity: Int, items: [(minutes: Int, most: Int)]) -> Int32? {
        var key = [Int32(capacity)]
        for item in items {
            let fitting = min(item.most, capacity / item.minutes)
            guard fitting > 0 else { continue }
            if key.count > 1, key[key.count - 2] == Int32(item.minutes) {
                key[key.count - 1] = min(key[key.count - 1] + Int32(fitting), Int32(capacity / item.minutes))
            } else {
                key += [Int32(item.minutes), Int32(fitting)]
            }
        }
        guard key.count > 1 else { return nil }
        if let known = kindOf[key] { return known }
        let kind = Int32(kinds.count)
        kindOf[key] = kind
        kinds.append(key)
        most += [Int32](repeating: -1, count: lengths.count)
        return kind
    }

    /// The place of a length among those that contacts are weighed by.
    func place(of length: Int) -> Int { lengths.firstIndex(of: length) ?? 0 }

    /// The most weight of whole contacts that fits into a session of a kind.
    mutating func most(_ kind: Int32, _ place: Int) -> Int {
        let index = Int(kind) * lengths.count + place
        if most[index] < 0 { most[index] = Int32(Self.most(kinds[Int(kind)], length: lengths[place])) }
        return Int(most[index])
    }

    private static func most(_ kind: [Int32], length: Int) -> Int {
        let capacity = Int(kind[0])
        var best = [Int](repeating: 0, count: capacity + 1)
        for item in stride(from: 1, to: kind.count, by: 2) {
            let minutes = Int(kind[item])
            let weight = weight(minutes: minutes, length: length)
            guard weight > 0 else { continue }
            // One, two, four and so on together, so that every number of them can be chosen.
            var left = Int(kind[item + 1])
            var together = 1
            while left > 0 {
                let number = min(together, left)
                let (size, gain) = (number * minutes, number * weight)
                for used in stride(from: capacity, through: size, by: -1) {
                    best[used] = max(best[used], best[used - size] + gain)
                }
                left -= number
                together *= 2
            }
        }
        return best[capacity]
    }
}
