// SPDX-License-Identifier: GPL-3.0-or-later

/// Why no workforce could be worked out.
public enum RequiredProblem: Error, Sendable, Equatable {
    /// There are no weeks.
    case noWeeks
    /// The weeks differ in something that goes for all of them; what.
    case unlike(String)
    /// Roles that the pay table has no row for.
    case unpaid([String])
    /// Roles of which somebody's hour has no price on the roster, where that is what posts cost.
    case unpriced([String])
    /// No posts of any kind could be filled.
    case noKinds
    /// An assumption makes no sense; which, and what would.
    case setting(String)
    /// No workforce of whatever size does, which no week should come to.
    case infeasible
    /// The solver gave up; its own words.
    case solver(String)

    /// What is wrong, and what would be right.
    public var words: String {
        switch self {
        case .noWeeks: "There is no week to work a workforce out for; give one or more."
        case .unlike(let what): what
        case .unpaid(let roles):
            "The pay table has no row for " + roles.map { "'\($0)'" }.joined(separator: ", ")
                + ": name each role of the roster under roles in the row by which its posts are paid."
        case .unpriced(let roles):
            "staff.csv has no hourly_cost for somebody of own staff, or of a bank that a post is taken from, in the role "
                + roles.map { "'\($0)'" }.joined(separator: ", ")
                + ": fill it in, in pounds above 0, or give a pay table (--pay); else such posts would cost nothing."
        case .noKinds:
            "There is nobody on the roster whose posts could be filled: people of bank, agency, students and volunteers "
                + "are no posts."
        case .setting(let what): what
        case .infeasible:
            "No workforce of whatever size keeps the rules of these weeks; skillmix capacity says what they lack."
        case .solver(let what): "The programme could not be solved: \(what)."
        }
    }
}
