// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// One way in which a week may turn out, drawn at random.
///
///     let drawn = week.supposing(Draw(1, seed: 7).changes(of: week, Uncertainty(dispersion: 1.5)))
///
/// Each line, and each session of somebody, has random numbers of its own in each draw. So the third draw is the same
/// of however many, and of a week with one more line; and two weeks are compared in the same draws.
public struct Draw: Sendable, Hashable {
    /// Which of a seed's draws it is, from 1.
    public let number: Int
    /// The seed.
    public let seed: UInt64

    /// A draw.
    public init(_ number: Int, seed: UInt64) { (self.number, self.seed) = (number, seed) }

    /// What is otherwise in the week than expected: lines of which more or fewer contacts are wanted, in the order of
    /// the file, then people who are away, in the order of the roster.
    ///
    /// What is over stands: contacts met there were wanted, and what is not met yet of a line varies. Reserve is what
    /// is held against just that, and does not vary. Who is away is so with every row of theirs, each session by
    /// itself.
    public func changes(of week: Week, _ uncertainty: Uncertainty) -> [Change] {
        lines(of: week, uncertainty.dispersion) + absences(in: week, uncertainty)
    }

    private func lines(of week: Week, _ dispersion: Double) -> [Change] {
        let open = OpenDemand(week)
        return open.lines.compactMap { i in
            let (line, expected) = (week.demand[i], open.contacts[i])
            guard line.priority.isCare, expected > 0 else { return nil }
            var random = SeededRandom(seed: seed, for: "line \(line.id)", number)
            let drawn = random.count(mean: Double(expected), dispersion: dispersion)
            guard drawn != expected else { return nil }
            let contacts = min(Int(DemandChange.most), line.contacts - expected + drawn)
            return .demand(.contacts(contacts, line: line.id))
        }
    }

    private func absences(in week: Week, _ uncertainty: Uncertainty) -> [Change] {
        week.staff.enumerated().flatMap { s, staff -> [Change] in
            let chance = uncertainty.chanceOfAbsence(staff)
            guard chance > 0 else { return [] }
            return week.openSessions.filter { week.rota[s][$0].duty == .rostered }.compactMap { t in
                let session = week.sessions[t].id
                var random = SeededRandom(seed: seed, for: "absence \(staff.human) \(session)", number)
                guard random.fineShare() < chance else { return nil }
                return .absence(Absence(staff: staff.id, .sick, in: SessionRange(session)))
            }
        }
    }
}
