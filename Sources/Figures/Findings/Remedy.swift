// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Wording
import Workforce

/// What would help somebody who is little in direct contact.
public enum Remedy: Sendable, Equatable {
    /// Changes of the week, made together.
    case changes([Change])
    /// Planning the person's own week anew, without a change.
    case planningAnew
    /// Somebody to make up a pair with them in some sessions.
    case partner(sessions: [Int])
    /// Somebody to supervise their delegated work in some sessions.
    case supervisor(sessions: [Int])
}

extension DeepDive {
    /// What helps and what it does, as a sentence; nil where nothing was found that helps.
    public func sentence(_ names: Naming) -> String? {
        let who = names.person(staff)
        func when(_ sessions: [Int]) -> String {
            sessions.isEmpty ? "" : " on \(names.sessions(sessions))"
        }
        switch remedy {
        case .changes(let changes): return conditional("If \(changes.condition(names))")
        case .planningAnew:
            return conditional(
                "If \(who)'s own week were planned anew (skillmix allocate, with --start and this plan)")
        case .partner(let sessions):
            return "It takes somebody to make up a pair with \(who)\(when(sessions))."
        case .supervisor(let sessions):
            return "It takes somebody to supervise \(who)'s delegated work\(when(sessions))."
        case nil: return nil
        }
    }

    private func conditional(_ condition: String) -> String {
        "\(condition)\(effect.map { ", \($0.inWords)" } ?? "")."
    }
}

extension Remedy: Encodable {
    private enum CodingKeys: String, CodingKey { case kind, changes, sessions }

    /// What helps, as a word, with the changes or the sessions that go with it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .changes(let changes):
            try values.encode("changes", forKey: .kind)
            try values.encode(changes, forKey: .changes)
        case .planningAnew: try values.encode("planning-anew", forKey: .kind)
        case .partner(let sessions):
            try values.encode("partner", forKey: .kind)
            try values.encode(sessions, forKey: .sessions)
        case .supervisor(let sessions):
            try values.encode("supervisor", forKey: .kind)
            try values.encode(sessions, forKey: .sessions)
        }
    }
}
