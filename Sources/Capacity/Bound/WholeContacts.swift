// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a session whole contacts can fill: three of 60 minutes leave 30 of 210 unused, whoever gives them.
struct WholeContacts {
    private struct Question: Hashable {
        let capacity: Int
        let kinds: [Int]
        let counts: [Int]
    }

    private var known: [Question: Int] = [:]

    /// The most minutes, at most `capacity`, that whole contacts of those lengths add up to, so many of each at most.
    mutating func minutes(in capacity: Double, of contacts: [(minutes: Int, most: Int)]) -> Int {
        let limit = Int((capacity + 1e-9).rounded(.down))
        var counts: [Int: Int] = [:]
        for contact in contacts where contact.minutes > 0 && contact.minutes <= limit {
            let most = limit / contact.minutes
            counts[contact.minutes] = min(most, counts[contact.minutes, default: 0] + contact.most)
        }
        let kinds = counts.keys.sorted()
        let question = Question(capacity: limit, kinds: kinds, counts: kinds.map { counts[$0] ?? 0 })
        if let answer = known[question] { return answer }
        var isReached = [Bool](repeating: false, count: max(0, limit) + 1)
        isReached[0] = true
        for (kind, count) in zip(question.kinds, question.counts) {
            for _ in 0..<count {
                for sum in stride(from: limit, through: kind, by: -1) where isReached[sum - kind] {
                    isReached[sum] = true
                }
            }
        }
        let answer = isReached.lastIndex(of: true) ?? 0
        known[question] = answer
        return answer
    }
}
