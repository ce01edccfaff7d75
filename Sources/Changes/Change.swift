// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// One thing that is otherwise in a week.
///
/// A change is a value: it can be kept, sent, compared, listed with others and put into words, and it knows
/// nothing of any week until it is applied to one. What it names, it names by identifier, and sessions as
/// files do (`2026-11-25 am`).
///
///     let changes: [Change] = [
///         .absence(Absence(staff: "PT-01", .sick, in: SessionRange(from: "2026-11-24 am"))),
///         .policy(.bankCap(0)),
///     ]
///     let changed = try week.applying(changes)
///
/// The parts stand in the order in which they are applied, whatever their order in a list.
public enum Change: Sendable, Hashable {
    /// Somebody is away.
    case absence(Absence)
    /// Somebody is on duty, may be asked, or neither; in a team of their own or in any.
    case availability(Availability)
    /// Contacts are more, fewer, new or gone.
    case demand(DemandChange)
    /// Contacts are given as another activity.
    case conversion(Conversion)
    /// A team's hours, heads or ways are others.
    case team(TeamChange)
    /// Somebody is on the roster or not, or on other terms.
    case person(PersonChange)
    /// Hours cost more or less.
    case rate(RateChange)
    /// Somebody is signed off or not.
    case signOff(SignOffChange)
    /// What the framework says of delegating an activity.
    case delegation(DelegationChange)
    /// More contacts are suitable for one worker.
    case singleHanded(SingleHandedShare)
    /// An employer's people may work for an organisation.
    case agreement(Agreement)
    /// Contacts are held in reserve.
    case contingency(Contingency)
    /// What planning is priced and limited by.
    case policy(PolicyChange)
    /// How an activity is given.
    case activity(ActivityChange)
    /// Somebody's place in a rotation.
    case placement(PlacementChange)
    /// Somebody belongs elsewhere.
    case move(HomeChange)
    /// Something that nobody can enter, and only questions suppose.
    case supposed(Supposition)
}

/// The values of one kind of change: how they are applied, and what they are called.
protocol ChangeTopic: Sendable, Hashable, Codable {
    /// Whom it is about; nil where it is about nobody alone.
    var about: String? { get }
    /// Makes the change in a week, or refuses it.
    func apply(to week: inout ChangingWeek)
    /// The change as a noun in a sentence: `lifting Ann Lee (S012)'s pin on Mon 23 Nov am`.
    func words(_ names: Naming) -> String
    /// The change as the condition of a sentence, with the file it goes into: `Ann Lee (S012)'s placement
    /// were lifted (placements.csv)`.
    func condition(_ names: Naming) -> String
}

extension ChangeTopic {
    var about: String? { nil }
    func condition(_ names: Naming) -> String { "there were \(words(names))" }
}

extension Change {
    /// Whom it is about; nil where it is about nobody alone.
    public var about: String? { topic.about }

    /// What the change says, whatever its kind.
    var topic: any ChangeTopic {
        switch self {
        case .absence(let topic): topic
        case .availability(let topic): topic
        case .demand(let topic): topic
        case .conversion(let topic): topic
        case .team(let topic): topic
        case .person(let topic): topic
        case .rate(let topic): topic
        case .signOff(let topic): topic
        case .delegation(let topic): topic
        case .singleHanded(let topic): topic
        case .agreement(let topic): topic
        case .contingency(let topic): topic
        case .policy(let topic): topic
        case .activity(let topic): topic
        case .placement(let topic): topic
        case .move(let topic): topic
        case .supposed(let topic): topic
        }
    }

    /// The change as a noun in a sentence, as seen from the week that it is to change: `asking Ann Lee (S012)
    /// to be available on Mon 23 Nov am`.
    public func words(_ names: Naming) -> String { topic.words(names) }

    /// The change as the condition of a sentence, with the file it goes into: `Ann Lee (S012)'s placement
    /// were lifted (placements.csv)`.
    public func condition(_ names: Naming) -> String { topic.condition(names) }
}

extension [Change] {
    /// Several changes as a noun in a sentence.
    public func words(_ names: Naming) -> String { Naming.list(map { $0.words(names) }) }

    /// Several changes as the condition of a sentence.
    public func condition(_ names: Naming) -> String { Naming.list(map { $0.condition(names) }) }
}
