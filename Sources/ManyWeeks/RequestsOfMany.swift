// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// What one person asked for over many weeks, and what of it plans grant.
public struct RequestsOfMany: Sendable, Equatable, Encodable {
    /// Weeks in which something was asked for.
    public let weeks: Int
    /// What was asked for in them, and what of it is granted; its group is who asked.
    public let requests: GrantedFigure

    /// Who asked.
    public var staff: String { requests.group }

    /// Everybody who asked for something in a week with a plan, in the given order of people.
    ///
    /// - Parameter humans: Which human each row of the rosters is.
    static func all(
        _ figures: [WeekFigure], order: [String], humans: [String: String]
    ) -> [RequestsOfMany] {
        let asked = figures.flatMap { figure in
            (figure.requests?.items ?? []).map { (week: figure.start, request: $0) }
        }
        let byPerson = Dictionary(grouping: asked) { humans[$0.request.staff] ?? $0.request.staff }
        return order.compactMap { id in
            byPerson[id].map { asked in
                RequestsOfMany(
                    weeks: Set(asked.map(\.week)).count, requests: GrantedFigure(id, asked.map(\.request)))
            }
        }
    }
}
