// SPDX-License-Identifier: GPL-3.0-or-later

/// What one person asked for over many weeks, and what of it plans grant.
public struct RequestsOfMany: Sendable, Equatable {
    /// Who asked.
    public let staff: String
    /// Weeks in which something was asked for.
    public let weeks: Int
    /// Requests.
    public let requests: Int
    /// Of them, those granted.
    public let granted: Int
    /// Pounds that they weigh.
    public let weight: Double
    /// Pounds of those granted.
    public let grantedWeight: Double

    /// Requests granted ÷ requests.
    public var share: Double { requests > 0 ? Double(granted) / Double(requests) : 0 }

    /// Everybody who asked for something in a week with a plan, in the given order of people.
    ///
    /// - Parameter humans: Which human each row of the rosters is.
    static func all(
        _ figures: [WeekFigure], order: [String], humans: [String: String]
    ) -> [RequestsOfMany] {
        let asked = figures.flatMap { figure in
            (figure.requests?.byPerson ?? []).map { (week: figure.start, requests: $0) }
        }
        let byPerson = Dictionary(grouping: asked) { humans[$0.requests.group] ?? $0.requests.group }
        return order.compactMap { id in
            byPerson[id].map { asked in
                let requests = asked.map(\.requests)
                return RequestsOfMany(
                    staff: id, weeks: Set(asked.map(\.week)).count,
                    requests: requests.reduce(0) { $0 + $1.requests },
                    granted: requests.reduce(0) { $0 + $1.granted },
                    weight: requests.reduce(0) { $0 + $1.weight },
                    grantedWeight: requests.reduce(0) { $0 + $1.grantedWeight })
            }
        }
    }
}
