// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week with changes made in it, beside the week they were made in.
public struct ChangedWeek: Sendable {
    /// The week as it was.
    public let base: Week
    /// The week with the changes.
    public let week: Week
    /// Where each person of the base's roster stands now; nil: gone.
    public let people: [Int?]
    /// Where each of the base's demand lines stands now; nil: gone.
    public let lines: [Int?]

    /// A week beside what became of it. Teams and sessions are the same in both.
    public init(_ base: Week, as week: Week) {
        self.base = base
        self.week = week
        people = Self.places(of: base.staff.map(\.id), in: week.staff.map(\.id))
        lines = Self.places(of: base.demand.map(\.id), in: week.demand.map(\.id))
    }

    /// Whether people and lines of the base stand where they stood, so that plans of both can be compared by
    /// position: what is new stands after them.
    public var positionsStay: Bool {
        people.indices.allSatisfy { people[$0] == $0 } && lines.indices.allSatisfy { lines[$0] == $0 }
    }

    private static func places(of names: [String], in others: [String]) -> [Int?] {
        // Most changes leave the list as it is.
        if others.starts(with: names) { return Array(names.indices) }
        let places = others.positions
        return names.map { places[$0] }
    }
}

extension Week {
    /// This week with changes made in it: by kind, in the order of `Change`'s cases, those of one kind in the
    /// order of the list, each seeing what those before it made.
    ///
    /// Nothing of this week changes. In the other one every reference resolves: what it says of people and
    /// lines that are gone is gone with them. Days, sessions and teams stay in their places, and so do people
    /// and lines, but for those after one that is gone; what is added stands last.
    ///
    /// Whether a pin still is where its person may be sent is not looked at: a plan has such a person
    /// nowhere.
    ///
    /// - Throws: All that is wrong with the changes.
    public func applying(_ changes: [Change]) throws(ChangeError) -> ChangedWeek {
        var changing = ChangingWeek(self)
        for place in changes.applicationOrder { changing.make(changes[place], at: place) }
        let problems = changing.problems
        guard problems.isEmpty else {
            throw ChangeError(
                problems: problems.enumerated().sorted {
                    ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
                }.map(\.element))
        }
        return ChangedWeek(self, as: changing.week)
    }

    /// This week with changes that are made of its own names, so that nothing can be wrong with them. Were
    /// something wrong, it is this week as it is: then nothing comes of the changes.
    public func supposing(_ changes: [Change]) -> Week {
        do throws(ChangeError) { return try applying(changes).week } catch { return self }
    }
}

extension [Change] {
    /// The places of the changes in the order in which they are made: by kind, those of one kind as they stand.
    public var applicationOrder: [Int] {
        Change.Part.allCases.flatMap { part in indices.filter { self[$0].part == part } }
    }
}
