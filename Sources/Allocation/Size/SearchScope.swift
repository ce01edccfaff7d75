// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What of a week is searched: all of it, unless it has more columns than can be searched in reasonable time and
/// memory. Then lines that are alike are searched as one, which changes nothing; and if that is not enough, people keep
/// only some of the teams they may go to, and no bound is proved.
///
/// `Planner` searches a week so, and makes a plan of the week of what was found.
///
/// What is left out follows from the week alone, so that the same week is searched alike everywhere.
public struct SearchScope: Sendable {
    /// The week that is searched, in numbers.
    public let instance: Instance
    /// How large the week's own model is.
    public let whole: ModelSize
    /// How large the model of what is searched is.
    public let searched: ModelSize
    /// Columns that count contacts, once lines that are alike are one.
    let mergedContacts: Int
    /// Teams that each person keeps in a session; nil: all they may go to.
    public let teamsKept: Int?
    /// Lines that are searched, where lines that are alike are searched as one; nil: each by itself.
    public let linesSearched: Int?
    private let merging: LineMerging?

    /// Columns that count contacts, with which a search and its bound stay at about 1 GB of memory.
    public static let mostColumns = 700_000
    /// The same of a search without a bound.
    public static let mostUnproved = 1_000_000

    /// The scope of a search of a week.
    ///
    /// - Parameters:
    ///   - most: Columns that count contacts with which a week is searched as it is.
    ///   - unproved: Those with which it is searched in part.
    public init(_ week: Week, most: Int = Self.mostColumns, unproved: Int = Self.mostUnproved) {
        let given = Instance(week)
        whole = ModelSize(given)
        var instance = given
        var size = whole
        let merging = size.contacts > most ? LineMerging(week) : nil
        if let merging {
            instance = Instance(merging.week)
            size = ModelSize(instance)
        }
        mergedContacts = size.contacts
        var kept: Int?
        if size.contacts > most {
            let narrowing = Narrowing(instance, most: unproved)
            (instance, kept) = (narrowing.instance, narrowing.teamsKept)
            size = ModelSize(instance)
        }
        (self.instance, searched, self.merging, teamsKept) = (instance, size, merging, kept)
        linesSearched = merging.map(\.week.demand.count)
    }

    /// Whether every plan of the week is searched, so that what is proved is true of the week.
    public var isWhole: Bool { teamsKept == nil }

    /// Whether the model searched is that of the week itself, column by column.
    public var isPlain: Bool { isWhole && merging == nil }

    /// A plan of what is searched as a plan of the week.
    public func plan(_ plan: Plan) -> Plan { merging?.split(plan) ?? plan }

    /// A plan of the week as one of what is searched, to start from.
    public func start(_ plan: Plan) -> Plan { merging?.joined(plan) ?? plan }
}
