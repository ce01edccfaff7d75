// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A pay table: what posts cost a year, with on-costs, and what agencies may charge at most.
public struct PayTable: Sendable, Equatable {
    /// Its rows, in file order. No role stands in two of them.
    public let points: [PayPoint]
    private let pointOfRole: [String: Int]

    /// A table of these rows; of a role that stands in several the first counts.
    public init(_ points: [PayPoint]) {
        self.points = points
        var places: [String: Int] = [:]
        for (place, point) in points.enumerated() {
            for role in point.roles where places[role] == nil { places[role] = place }
        }
        pointOfRole = places
    }

    /// Weeks in a year, as pay by the hour goes by: 365.25 days.
    public static let weeksAYear = 365.25 / 7

    /// The row by which somebody with these roles is paid: that of the first of them that the table names.
    public func point(ofRoles roles: [String]) -> PayPoint? {
        roles.lazy.compactMap { pointOfRole[$0] }.first.map { points[$0] }
    }

    /// Where its figures come from, as its rows say, each once.
    public var sources: [String] {
        var sources: [String] = []
        for point in points where !point.source.isEmpty && !sources.contains(point.source) {
            sources.append(point.source)
        }
        return sources
    }

    /// A table in words: of which year, by which sources, and whether it says itself that it is an example.
    public static func words(years: [String], sources: [String]) -> String {
        let isExample = sources.contains { $0.lowercased().contains("example") }
        return (isExample ? "an example of a pay table" : "the pay table")
            + (years.isEmpty ? "" : " of \(years.joined(separator: ", "))")
            + (sources.isEmpty ? "" : " (source: \(sources.joined(separator: "; ")))")
    }

    /// The years that its rows are of, each once.
    public var years: [String] {
        var years: [String] = []
        for point in points where !point.year.isEmpty && !years.contains(point.year) {
            years.append(point.year)
        }
        return years
    }
}

extension PayPoint {
    /// Pounds an hour before on-costs.
    ///
    /// - Parameter fullTimeHours: Hours a week of full time.
    public func hourly(fullTimeHours: Double) -> Double {
        fullTimeHours > 0 ? annual / (fullTimeHours * PayTable.weeksAYear) : 0
    }
}
