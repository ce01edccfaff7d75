// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A line of the policy that is another one in two weeks.
struct PolicyDifference {
    /// Its keys in week.yaml, one within the other, from `policy` on.
    let path: [String]
    /// What the two policies say there; nil: nothing.
    let was, now: YAMLEdit.Value?

    /// All of them, in order of the policy's lines.
    static func between(_ old: Policy, _ new: Policy) -> [PolicyDifference] {
        Policy.lines.flatMap { line -> [PolicyDifference] in
            switch line.content {
            case .figure(let figure): return difference([line.key], figure, old, new)
            case .figures(let figures):
                return figures.flatMap { difference([line.key, $0.key], $0.figure, old, new) }
            case .accompanied:
                guard old.accompanied != new.accompanied else { return [] }
                let (was, now) = (old.accompanied.map(\.rawValue), new.accompanied.map(\.rawValue))
                return [PolicyDifference(path: [line.key], was: .list(was), now: .list(now))]
            case .ladder:
                guard old.ladder != new.ladder else { return [] }
                let (was, now) = (old.ladder.map(\.rawValue), new.ladder.map(\.rawValue))
                return [PolicyDifference(path: [line.key], was: .list(was), now: .list(now))]
            case .lowUtilisation: return shares(line.key, old.lowUtilisation, new.lowUtilisation)
            }
        }
    }

    private static func difference(
        _ path: [String], _ figure: PolicyFigure, _ old: Policy, _ new: Policy
    ) -> [PolicyDifference] {
        let (was, now) = (figure.text(in: old), figure.text(in: new))
        return was == now ? [] : [PolicyDifference(path: path, was: .scalar(was), now: .scalar(now))]
    }

    private static func shares(
        _ key: String, _ old: UtilisationThresholds, _ new: UtilisationThresholds
    ) -> [PolicyDifference] {
        var shares: [(name: String, was: Double?, now: Double?)] = [
            ("registered", old.registered, new.registered), ("support", old.support, new.support),
            ("bedded", old.bedded, new.bedded),
        ]
        for one in old.roles {
            shares.append((one.role, one.share, new.roles.first { $0.role == one.role }?.share))
        }
        for one in new.roles where !old.roles.contains(where: { $0.role == one.role }) {
            shares.append((one.role, nil, one.share))
        }
        let text = { (share: Double?) in share.map { YAMLEdit.Value.scalar(PolicyFigure.text($0)) } }
        return shares.filter { $0.was != $0.now }.map {
            PolicyDifference(path: [key, $0.name], was: text($0.was), now: text($0.now))
        }
    }
}
