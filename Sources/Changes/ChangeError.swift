// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Why changes cannot be made in a week: everything that stands in the way, in order of the changes.
public struct ChangeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong with one change.
    public struct Problem: Sendable, Equatable {
        /// The change's place in the list.
        public var place: Int
        /// What is wrong.
        public var reason: Reason
    }

    /// What may be wrong with a change.
    public enum Reason: Sendable, Equatable {
        /// The week has none of that name.
        case unknown(Kind, String)
        /// Something else is called so already.
        case taken(Kind, String)
        /// A name that is made of others has more characters than that.
        case tooLong(Kind, String, most: Int)
        /// The last session or day comes before the first.
        case backwards(from: String, until: String)
        /// A day is none of the week's, whose first and last are those.
        case outside(day: String, from: String, until: String)
        /// A number that makes no sense: what it is of, and what would be right.
        case outOfRange(String, ClosedRange<Double>)
        /// The framework has no such route for an activity, which would have to say who may do it.
        case noRoute(ContactRoute, activity: String)
        /// The framework has withdrawn the delegation of an activity.
        case withdrawn(activity: String)
        /// One worker gives a contact of the activity anyway, so that none is found suitable for it.
        case oneHanded(activity: String)
        /// Contacts cannot be given as what they are.
        case sameActivity(String)
    }

    /// What changes name.
    public enum Kind: String, Sendable {
        case person, team, line, activity, competency, session, role, employer, organisation, pathway, part
        case weekday, locality, profession, policy
    }

    /// What is wrong; never empty.
    public let problems: [Problem]

    /// A sentence for each problem.
    public var description: String { problems.map(\.reason.sentence).joined(separator: "\n") }
}

extension ChangeError.Reason {
    /// What is wrong and what would be right.
    public var sentence: String {
        switch self {
        case .unknown(.activity, let id): "There is no activity \(id) in the week's framework."
        case .unknown(.competency, let id): "There is no competency \(id) in the week's framework."
        case .unknown(.role, let id): "There is no role \(id) in the week's framework."
        case .unknown(.person, let id): "There is nobody with the identifier \(id) in staff.csv."
        case .unknown(.team, let id): "There is no team \(id) in teams.csv."
        case .unknown(.line, let id): "There is no demand line \(id) in demand.csv."
        case .unknown(.session, let id): "There is no session \(id) in the week."
        case .unknown(.employer, let id): "Nobody in staff.csv is employed by \(id)."
        case .unknown(.pathway, let id): "No team in teams.csv is of the pathway \(id)."
        case .unknown(.policy, let key): "There is no figure \(key) in the policy of week.yaml."
        case .unknown(.part, let id): "There is no part of the day \(id) in week.yaml."
        case .unknown(.organisation, let id): "No team in teams.csv is run by \(id)."
        case .unknown(.weekday, let id): "There is no weekday \(id)."
        case .unknown(.locality, let id):
            "There is no locality \(id) in teams.csv, staff.csv or travel.csv."
        case .unknown(.profession, let id): "No role of the week's framework is of the profession \(id)."
        case .taken(let kind, let id):
            "The week has a \(kind.rawValue) \(id) already; give the new one another name."
        case .tooLong(let kind, let id, let most):
            "The \(kind.rawValue) \(id) would have a name of more than \(most) characters; give the one that it is "
                + "made of a shorter one."
        case .backwards(let from, let until): "\(until) comes before \(from); name the earlier one first."
        case .outside(let day, let from, let until):
            "\(day) is no day of the week; give one of \(from) to \(until)."
        case .oneHanded(let activity):
            "A contact of \(activity) takes one worker anyway; leave single_handed_contacts out."
        case .outOfRange(let what, let range):
            "\(what) is out of range; give a number "
                + (0 < range.lowerBound && range.lowerBound < 1
                    ? "above 0, up to " : "of \(Show.decimal(range.lowerBound, places: 0)) to ")
                + "\(Show.decimal(range.upperBound, places: 0))."
        case .noRoute(.delegated, let activity):
            "\(activity) has no delegated block in the framework; it would have to say who may be delegated "
                + "to and who supervises before it can be tried."
        case .noRoute(let route, let activity):
            "\(activity) has no \(route.rawValue) block in the framework; it would have to say who may do it."
        case .withdrawn(let activity):
            "The delegation of \(activity) is withdrawn in the framework; its owner can propose it again "
                + "there."
        case .sameActivity(let activity): "Contacts of \(activity) are given as \(activity) already."
        }
    }
}
