// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// A run of consecutive periods, of those in which a person is present, in one post. Positions are those of the facts.
public struct PlannedBlock: Sendable, Equatable {
    /// Who.
    public let person: Int
    /// Where.
    public let post: Int
    /// The first period of it in the programme.
    public let first: Int
    /// The last period.
    public let last: Int
    /// Whether it goes on from before the programme, so that nothing begins in its first period.
    public let isFromBefore: Bool
}

extension RotationOutcome {
    /// The blocks, person by person.
    public var blocks: [PlannedBlock] { (0..<facts.personCount).flatMap(blocks) }

    /// The blocks of a person in order.
    public func blocks(of person: Int) -> [PlannedBlock] {
        var blocks: [PlannedBlock] = []
        var open: (post: Int, first: Int, last: Int)?
        func close() {
            guard let done = open else { return }
            let isFirst = facts.previous(person: person, period: done.first) == nil
            blocks.append(
                PlannedBlock(
                    person: person, post: done.post, first: done.first, last: done.last,
                    isFromBefore: isFirst && facts.startPost[person] == done.post))
            open = nil
        }
        for t in facts.presentPeriods[person] {
            let post = plan.posts[person][t]
            if let going = open, going.post == post {
                open = (going.post, going.first, t)
            } else {
                close()
                open = post.map { ($0, t, t) }
            }
        }
        close()
        return blocks
    }
}
