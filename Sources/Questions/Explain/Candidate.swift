// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

/// A person who gives or might give contacts of a line, with what stops them where they are nearest to it.
struct Candidate {
    let person: Int
    /// The session of the line's window in which they are nearest to it; nil where none is.
    let session: Int?
    let obstacle: Obstacle
    /// What they lack for a route, the least of all routes their roles fit; empty where they have one.
    let missing: [Need]

    /// Whether they are there with the minutes, and only want of supervision stops them.
    var isStoppedBySupervision: Bool { obstacle == .supervision || obstacle == .unsupervised }
}

extension PlanAtHand {
    /// The most sign-offs somebody may lack to be a candidate.
    static let mostMissing = 2

    /// Everybody who may take part in contacts of a line, or lacks only a sign-off or two for it; the nearest
    /// first.
    func candidates(forLine i: Int) -> [Candidate] {
        return week.staff.indices.compactMap { s -> Candidate? in
            var best: (session: Int, obstacle: Obstacle)?
            for t in instance.openWindow(ofLine: i) {
                let obstacle = nearby.obstacle(
                    person: PersonIndex(s), session: SessionIndex(t), line: LineIndex(i))
                if obstacle.rank > best?.obstacle.rank ?? 0 { best = (t, obstacle) }
            }
            if let best {
                return Candidate(person: s, session: best.session, obstacle: best.obstacle, missing: [])
            }
            let gaps = instance.gaps(
                person: PersonIndex(s),
                session: SessionIndex(
                    week.demand[i].windowLeft(from: week.openSessions.lowerBound).lowerBound),
                line: LineIndex(i))
            guard
                let least = gaps.filter({ $0.part != .singleHanded && !$0.missing.isEmpty })
                    .min(by: { $0.missing.count < $1.missing.count }),
                least.missing.count <= Self.mostMissing
            else { return nil }
            return Candidate(person: s, session: nil, obstacle: .noRoute, missing: least.missing)
        }.sorted { ($1.obstacle.rank, $0.person) < ($0.obstacle.rank, $1.person) }
    }
}
