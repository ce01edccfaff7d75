// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Foundation
import Wording

/// What a process found out about somebody's taking a session, as it said it in JSON.
struct SwapAnswer: Sendable, Decodable {
    /// What stands in the way.
    struct Fact: Sendable, Decodable {
        let staff: String
        let obstacle: String
        let sentence: String
    }

    /// The changes of the rota by which a week is planned with it, and what it does.
    struct Changed: Sendable, Decodable {
        let contacts: Int
        let changes: [Change]
    }

    let sentences: [String]
    let people: [Fact]
    let changes: [Changed]

    /// - Parameter text: JSON, with remarks before it perhaps; nil where it is none of such an answer.
    init?(_ text: String) {
        guard let start = text.range(of: "\n{\n") ?? text.range(of: "{\n") else { return nil }
        let json = text[start.lowerBound...].drop(while: \.isNewline)
        guard let answer = try? JSONDecoder().decode(SwapAnswer.self, from: Data(json.utf8)) else {
            return nil
        }
        self = answer
    }

    /// Whether every rule is kept.
    var isPossible: Bool { people.isEmpty && !changes.isEmpty }

    /// Obstacles that are about teams and care, and so nobody's private matter.
    private static let ofTeams: Set<String> = ["minimum", "critical-care"]

    /// It as whoever would take the session is told it: of others' absence, hours and sign-offs nothing.
    ///
    /// - Parameter names: Who they are on the roster.
    func words(for names: [String]) -> [String] {
        guard !isPossible else {
            let more = changes.first?.contacts ?? 0
            let care =
                more == 0
                ? "As many contacts are met with it as without."
                : "\(Show.counted(abs(more), "contact")) \(more > 0 ? "more" : "fewer") would be met with it."
            return [
                "No rule is broken: sign-offs, supervision, rest and the teams' minimums are looked at.",
                care,
            ]
        }
        let own = people.filter { names.contains($0.staff) || Self.ofTeams.contains($0.obstacle) }
        let others = people.count - own.count
        return own.map(\.sentence)
            + (others > 0 ? ["It does not go on the other person's side. A planner can say more."] : [])
    }

    /// A change file of a re-plan with it.
    ///
    /// - Parameter title: What it is called.
    func changeFile(_ title: String) -> String {
        ChangeFileText(changes.flatMap(\.changes), title: title).text
    }

    /// Whether a plan has everybody where the swap has them.
    ///
    /// - Parameter deployments: Teams by person and session.
    func isKept(in deployments: [String: String]) -> Bool {
        changes.flatMap(\.changes).allSatisfy { change in
            guard case .availability(let mark) = change else { return false }
            return mark.sessions.allSatisfy { session in
                let team = deployments[Site.seat(mark.staff, session)]
                return mark.teams.isEmpty ? team == nil : team.map { mark.teams.contains($0) } ?? false
            }
        }
    }
}
