// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Requests that the rota decides already: they count in every plan's price alike, so that no plan can do anything
/// about them.
enum DecidedRequests {
    /// Why no plan changes whether a request is granted.
    private enum Cause: CaseIterable {
        /// Off, and rostered.
        case rostered
        /// On, or in a team, and neither rostered nor available.
        case notOnTheRota
        /// In a team that they cannot be sent to.
        case unreachable
        /// Off, and neither rostered nor available.
        case free

        /// What is so, and what becomes of the request.
        func words(_ request: StaffRequest, _ when: String) -> String {
            switch self {
            case .rostered: "asks to be off on \(when) and is rostered then, so no plan grants it"
            case .notOnTheRota:
                "asks for work on \(when) and is neither rostered nor available then, so no plan grants it"
            case .unreachable:
                "asks for team '\(request.want.word)' on \(when) and cannot be sent there, so no plan grants it"
            case .free:
                "asks to be off on \(when) and is neither rostered nor available then, so every plan grants it"
            }
        }

        var advice: String {
            switch self {
            case .rostered: "another mark in rota.csv, where the person is to be off"
            case .notOnTheRota: "R or A in rota.csv, where the person may work"
            case .unreachable: "a team they may work in"
            case .free: "only requests that are still open"
            }
        }
    }

    /// Tells of each cause once, at its first request.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        guard !placed.week.requests.isEmpty else { return }
        let index = WeekIndex(placed.week)
        var teams = ReachableTeams(placed)
        var found: [Cause: [Int]] = [:]
        for (number, request) in placed.week.requests.enumerated() {
            guard let person = index.person(request.staff),
                let cause = cause(request, person, index, placed, &teams)
            else { continue }
            found[cause, default: []].append(number)
        }
        for cause in Cause.allCases {
            guard let requests = found[cause], let first = requests.first else { continue }
            let request = placed.week.requests[first]
            let field = placed.requests.field("want", first)
            field.notice(
                "'\(request.staff)' \(cause.words(request, placed.week.name(of: request.time)))"
                    + Findings.others(requests.dropFirst().map(placed.requests.line)),
                expected: cause.advice, diagnostics)
        }
    }

    private static func cause(
        _ request: StaffRequest, _ person: Int, _ index: WeekIndex, _ placed: PlacedWeek,
        _ teams: inout ReachableTeams
    ) -> Cause? {
        let (week, sessions) = (placed.week, request.time.sessions(in: index.calendar))
        // A request is the human's: any row of theirs may have them at work, and one at a time does.
        var (rostered, possible): ([Int], [(row: Int, session: Int)]) = ([], [])
        for row in index.humans.rows(with: person) {
            for session in sessions {
                switch week.rota[row][session].duty {
                case .rostered:
                    rostered.append(session)
                    possible.append((row, session))
                case .available where week.bindingRow(besides: row, session: session, index.humans) == nil:
                    possible.append((row, session))
                case .available, .callable, .leave, .sick, .training, .off: break
                }
            }
        }
        switch request.want {
        case .off: return rostered.isEmpty ? (possible.isEmpty ? .free : nil) : .rostered
        case .on: return possible.isEmpty ? .notOnTheRota : nil
        case .team(let team):
            guard !possible.isEmpty, let k = index.team(team) else { return .notOnTheRota }
            let there = possible.filter { teams.isPossible($0.row, $0.session, team: k) }.map(\.session)
            return there.isEmpty || !rostered.allSatisfy(there.contains) ? .unreachable : nil
        }
    }
}
