// SPDX-License-Identifier: GPL-3.0-or-later

/// What a row of curriculum.csv asks of one person.
public struct CurriculumOfPerson: Sendable {
    /// The position of the row in its file.
    public let row: Int
    /// The person.
    public let person: Int
    /// The posts of the group, ascending.
    public let posts: [Int]
    /// Blocks in them from before the programme: those done, and the one of the start post.
    public let before: Int
    /// Blocks of them that began in frozen periods.
    public let frozen: Int
}

extension RotationFacts {
    /// What each row of curriculum.csv asks of each person it is about, row by row.
    public var curriculum: [CurriculumOfPerson] {
        rotation.curriculum.enumerated().flatMap { index, row in
            let posts = rotation.posts.indices.filter { rotation.posts[$0].groups.contains(row.group) }
            let people = row.staff.map { [personIndex[$0]].compactMap(\.self) } ?? Array(0..<personCount)
            return people.map { p in
                let isStart = startPost[p].map(posts.contains) ?? false
                return CurriculumOfPerson(
                    row: index, person: p, posts: posts,
                    before: posts.count { done[p].contains($0) } + (isStart ? 1 : 0),
                    frozen: frozenPeriods(of: p).count { t in
                        posts.contains { begins(person: p, period: t, post: $0, in: frozenPost(person: p)) }
                    })
            }
        }
    }

    private func frozenPost(person: Int) -> (Int) -> Int? {
        { inForce.post(person: person, period: $0) }
    }

    /// Whether a block begins where a person is in a post: the last period in which they were present was not in it,
    /// nor, before the first, the start post.
    ///
    /// - Parameter posts: The person's post in each period.
    public func begins(person: Int, period: Int, post: Int, in posts: (_ period: Int) -> Int?) -> Bool {
        guard posts(period) == post else { return false }
        return previous(person: person, period: period).map { posts($0) != post }
            ?? (startPost[person] != post)
    }
}
