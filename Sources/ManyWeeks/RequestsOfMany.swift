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
    static func all(_ figures: [WeekFigure], order: [String]) -> [RequestsOfMany] {
        let asked = figures.compactMap(\.requests).flatMap(\.byPerson)
        let byPerson = Dictionary(grouping: asked, by: \.group)
        return order.compactMap { id in
            byPerson[id].map { weeks in
                RequestsOfMany(
                    staff: id, weeks: weeks.count, requests: weeks.reduce(0) { $0 + $1.requests },
                    granted: weeks.reduce(0) { $0 + $1.granted },
                    weight: weeks.reduce(0) { $0 + $1.weight },
                    grantedWeight: weeks.reduce(0) { $0 + $1.grantedWeight })
            }
        }
    }
}
