// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

/// A minimum of heads that is missed in every plan: fewer people who count may be sent there than it asks for.
public struct HeadShortfall: Sendable, Equatable, Encodable {
    /// The team.
    public let team: String
    /// Who counts, in words: `registered heads in nursing`.
    public let who: String
    /// Heads wanted in each session.
    public let atLeast: Int
    /// The sessions in which some are missing in every plan, by name.
    public let sessions: [String]
    /// Heads missing in these sessions together, at least.
    public let missing: Int

    enum CodingKeys: String, CodingKey {
        case team, who
        case atLeast = "at_least"
        case sessions, missing
    }

    /// Every minimum that is missed whatever the plan, in order of the teams and, of one, of the files. What each
    /// session could have is looked at by itself: people count in every session that they may be sent to.
    static func all(_ cells: CareCells) -> [HeadShortfall] {
        let instance = cells.instance
        struct Key: Hashable {
            let team: Int
            let source: StaffingMinimum.Source
        }
        var order: [Key] = []
        var sessions: [Key: [String]] = [:]
        var missing: [Key: Int] = [:]
        var minimums: [Key: StaffingMinimum] = [:]
        for (m, minimum) in instance.minimums.enumerated() {
            // Whoever is in several rows of the roster is there by one of them.
            let most = instance.index.humans.count(
                cells.people(team: minimum.team, session: minimum.session).filter {
                    instance.isHead[$0] && instance.counts(person: $0, minimum: m)
                })
            guard minimum.missing(most) > 0 else { continue }
            let key = Key(team: minimum.team, source: minimum.source)
            if minimums[key] == nil { order.append(key) }
            minimums[key] = minimum
            sessions[key, default: []].append(instance.calendar.sessions[minimum.session].id)
            missing[key, default: 0] += minimum.missing(most)
        }
        // The minimums come by session; a team's are told in the order of the files.
        order.sort { ($0.team, $0.source.place) < ($1.team, $1.source.place) }
        return order.compactMap { key in
            minimums[key].map { minimum in
                HeadShortfall(
                    team: instance.week.teams[minimum.team].id,
                    who: Words.heads(minimum.kind, instance.week.framework), atLeast: minimum.number,
                    sessions: sessions[key] ?? [], missing: missing[key] ?? 0)
            }
        }
    }
}

extension StaffingMinimum.Source {
    /// Where it stands among the minimums of a team.
    fileprivate var place: Int {
        switch self {
        case .staff: -2
        case .registered: -1
        case .row(let position): position
        }
    }
}
