// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// One sign of how flexibly staff are deployed, as this week shows it.
public struct MaturityEvidence: Sendable, Equatable, Encodable {
    /// What is looked at.
    public enum Sign: String, Sendable, CaseIterable, Encodable {
        /// Sessions worked for another team than the home team, of those of people who have one.
        case acrossTeams = "across-teams"
        /// People who work in a pathway other than their home team's, of those deployed who have a home team.
        case acrossPathways = "across-pathways"
        /// People who work for an organisation other than their employer, of those deployed.
        case acrossOrganisations = "across-organisations"
        /// Contacts delegated, of those delegated and those of registered people on activities whose
        /// delegation is approved that day.
        case frameworkInUse = "framework-in-use"
        /// Bank sessions worked for an organisation other than the bank worker's employer.
        case sharedBank = "shared-bank"
    }

    /// What is looked at.
    public let sign: Sign
    /// How many are.
    public let count: Int
    /// Of how many.
    public let of: Int
    /// The share from which it counts as seen.
    public let threshold: Double

    /// The share; nil where there is nothing to look at.
    public var share: Double? { of > 0 ? Double(count) / Double(of) : nil }
    /// Whether it is seen this week.
    public var isSeen: Bool { of > 0 && Double(count) >= threshold * Double(of) - 1e-9 && count > 0 }

    private enum CodingKeys: CodingKey { case sign, count, of, threshold, share, isSeen }

    /// With the share and whether it is seen.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sign, forKey: .sign)
        try container.encode(count, forKey: .count)
        try container.encode(of, forKey: .of)
        try container.encode(threshold, forKey: .threshold)
        try container.encodeIfPresent(share, forKey: .share)
        try container.encode(isSeen, forKey: .isSeen)
    }
}

/// How far the deployment of staff has come, by what this week shows: evidence for people to judge by.
///
/// The guidance names three levels and describes them in words; it gives no figures. The rule here is ours: staff
/// who stay in their home teams are *not yet established*. Sharing across teams, across pathways and across
/// organisations, with the competency framework in use, is *exemplar*; a bank counts where one is used. Anything
/// between is *developing*. The shares from which a sign counts as seen are assumptions, too.
public struct MaturityFigures: Sendable, Equatable, Encodable {
    /// A level of maturity.
    public enum Level: String, Sendable, CaseIterable, Encodable {
        case notYetEstablished = "not-yet-established"
        case developing, exemplar
    }

    /// The level that this week's evidence points to.
    public let level: Level
    /// The signs, in a fixed order.
    public let evidence: [MaturityEvidence]

    /// Of sessions and people, a twentieth is more than a day's emergency.
    static let sharedFrom = 0.05
    /// Delegation is in use where at least as much is delegated as could be and is not.
    static let delegatedFrom = 0.5

    init(_ index: WeekLookup, _ plan: Plan) {
        var tally = Tally()
        for row in plan.deployments { tally.add(row, index) }
        for row in plan.contacts {
            if row.route == .delegated {
                tally.delegated += row.contacts
            } else if row.route == .registered, let day = index.day(row.session),
                index.activity(row.activity).map({
                    index.decisions.isOpen($0, in: row.team, on: day)
                }) ?? false
            {
                tally.kept += row.contacts
            }
        }
        func sign(_ sign: MaturityEvidence.Sign, _ count: Int, _ of: Int) -> MaturityEvidence {
            MaturityEvidence(
                sign: sign, count: count, of: of,
                threshold: sign == .frameworkInUse ? Self.delegatedFrom : Self.sharedFrom)
        }
        let evidence = [
            sign(.acrossTeams, tally.away, tally.homed),
            sign(.acrossPathways, tally.otherPathway.count, tally.peopleWithHome.count),
            sign(.acrossOrganisations, tally.otherOrganisation.count, tally.people.count),
            sign(.frameworkInUse, tally.delegated, tally.delegated + tally.kept),
            sign(.sharedBank, tally.bankElsewhere, tally.bank),
        ]
        self.evidence = evidence
        level = Self.level(evidence)
    }

    static func level(_ evidence: [MaturityEvidence]) -> Level {
        guard evidence.contains(where: { $0.sign == .acrossTeams && $0.isSeen }) else {
            return .notYetEstablished
        }
        // A place without a bank, or with nothing to delegate, cannot show these signs and is not held to them.
        return evidence.allSatisfy { $0.isSeen || $0.of == 0 } ? .exemplar : .developing
    }
}

private struct Tally {
    var away = 0
    var homed = 0
    /// Humans, each once, in however many rows.
    var people: Set<Int> = []
    var peopleWithHome: Set<Int> = []
    var otherPathway: Set<Int> = []
    var otherOrganisation: Set<Int> = []
    var bank = 0
    var bankElsewhere = 0
    var delegated = 0
    var kept = 0

    mutating func add(_ row: Deployment, _ index: WeekLookup) {
        guard let person = index.person(row.staff), let team = index.team(row.team),
            let day = index.day(row.session)
        else { return }
        let member = index.week.staff[person]
        let place = index.week.teams[team]
        let human = index.index.humans.ofRow[person]
        people.insert(human)
        if let home = index.homeTeam(person, on: day) {
            homed += 1
            peopleWithHome.insert(human)
            if home != team { away += 1 }
            if index.week.teams[home].pathway != place.pathway { otherPathway.insert(human) }
        }
        let isElsewhere = member.employer != place.organisation
        if isElsewhere { otherOrganisation.insert(human) }
        if member.employment == .bank {
            bank += 1
            if isElsewhere { bankElsewhere += 1 }
        }
    }
}
