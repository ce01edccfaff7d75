// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A kind of post: a role with an employer at places that reach the same teams, with the sign-offs that its people
/// usually have, and what one costs.
public struct PostKind: Sendable, Equatable, Encodable {
    /// Its name in files: `nurse alder-trust`, with its base where posts elsewhere reach other teams.
    public let id: String
    /// The role's name as people read it.
    public let role: String
    /// The roles, by identifier.
    public let roles: [String]
    /// Who employs its people.
    public let employer: String
    /// Where its people set out from; each of these reaches the same teams.
    public let localities: [String]
    /// The pay band and point; nil without a pay table.
    public let band: String?
    /// Pounds a year of a full-time post with all on-costs.
    public let yearly: Double
    /// The same with the on-costs that the employer is charged.
    public let yearlyCharged: Double
    /// Pounds an hour without on-costs; without a pay table that of the roster.
    public let hourly: Double
    /// What a pound of enhancement costs with all on-costs.
    public let enhancementFactor: Double
    /// Whole-time equivalents that there are today.
    public let today: Double
    /// People that there are today.
    public let people: Int
    /// The sign-offs that a new post is taken to have: those at least half of today's people hold.
    public let usual: [Need]
    /// The competencies that somebody in such a role holds today, and that a post may be signed off in.
    public let possible: [String]
    /// Today's people by what they hold, each competency of `possible` at each level that somebody has.
    let holders: [Holders]

    /// Today's people who hold something.
    struct Holders: Sendable, Equatable {
        let need: Need
        let people: Int
        let wte: Double
    }

    /// Today's people who hold what is needed.
    func holders(of need: Need) -> (people: Int, wte: Double) {
        holders.first { $0.need == need }.map { ($0.people, $0.wte) } ?? (0, 0)
    }

    enum CodingKeys: String, CodingKey {
        case id, role, roles, employer, localities, band, yearly
        case yearlyCharged = "yearly_as_charged"
        case hourly
        case enhancementFactor = "enhancement_factor"
        case today, people, usual, possible
    }
}
