// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Registered and support hours deployed to a pathway, and what is or could be passed between them.
public struct SkillMixFigure: Sendable, Equatable, Encodable {
    /// The pathway, or `all`.
    public let group: String
    /// Hours of registered people deployed there.
    public let registeredHours: Double
    /// Hours of support workers deployed there; students and volunteers are not counted.
    public let supportHours: Double
    /// Registered ÷ support hours; nil where no support worker is deployed.
    public let ratio: Double?
    /// Contact hours of registered people there; both of a pair count.
    public let registeredContactHours: Double
    /// Those of them on work that support workers could do: an activity with a support route, or with a
    /// delegated route that is not withdrawn, open yet or not.
    public let registeredOnDelegableHours: Double
    /// Contact hours given there by delegation.
    public let delegatedHours: Double
    /// Hours of supervision of them. What a group's teams share counts by their delegated contacts.
    public let supervisionHours: Double
    /// Registered hours released by delegation: the hours with notes and travel, less the supervision.
    public let releasedHours: Double
}

/// What registered people do of an activity that support workers could do.
public struct DelegableWorkFigure: Sendable, Equatable, Encodable {
    /// The activity's identifier.
    public let activity: String
    /// Contacts of registered people; one that two of them give together counts once.
    public let contacts: Int
    /// Their contact hours; both of a pair count.
    public let hours: Double
    /// Whether the activity has a support route.
    public let hasSupportRoute: Bool
    /// Whether its delegated route is open on some day of the horizon.
    public let isDelegationOpen: Bool
}

/// Works out who does which work, by pathway.
struct SkillMix {
    let byPathway: [SkillMixFigure]
    let total: SkillMixFigure
    let byActivity: [DelegableWorkFigure]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        var mixes = Grouped(index.pathways, Mix())
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), let pathway = index.pathway(row.team) else {
                continue
            }
            let minutes = week.paidMinutes(person: person, session: row.session)
            mixes.change(pathway) { mix in
                switch index.kinds[person] {
                case .registered: mix.registered += minutes
                case .support: mix.support += minutes
                case .student, .volunteer: break
                }
            }
        }
        var work = Grouped(week.framework.activities.map(\.id), Work())
        for row in plan.contacts {
            guard let activity = index.activity(row.activity), let pathway = index.pathway(row.team) else {
                continue
            }
            let minutes = index.contactMinutes(row)
            let registered = [row.staff, row.partner].compactMap { $0.flatMap(index.person) }
                .count { index.kinds[$0] == .registered }
            let isDelegable = activity.isDelegable
            mixes.change(pathway) { mix in
                mix.contact += registered * minutes
                if isDelegable { mix.delegable += registered * minutes }
                if row.route == .delegated {
                    mix.delegated += minutes
                    mix.released += index.workMinutes(row)
                }
            }
            if isDelegable, registered > 0 {
                work.change(row.activity) { $0.add(row.contacts, registered * minutes) }
            }
        }
        for (pathway, minutes) in Self.supervision(index, plan) {
            mixes.change(pathway) { $0.supervision += minutes }
        }
        byPathway = mixes.pairs.map { $0.amount.figure($0.key) }
        total = mixes.amounts.reduce(into: Mix()) { $0.add($1) }.figure("all")
        byActivity = zip(week.framework.activities, work.amounts).compactMap { activity, work in
            guard work.contacts > 0 else { return nil }
            let days = (0..<week.days).map { week.start.adding(days: $0) }
            return DelegableWorkFigure(
                activity: activity.id, contacts: work.contacts, hours: Double(work.minutes) / 60,
                hasSupportRoute: activity.support != nil,
                isDelegationOpen: days.contains { day in
                    week.teams.contains { index.decisions.isOpen(activity, in: $0.id, on: day) }
                })
        }
    }

    /// Minutes of each row of supervision, by the pathways of the delegated contacts that it is for; of the
    /// group's first team where there are none.
    private static func supervision(_ index: WeekLookup, _ plan: Plan) -> [(pathway: String, minutes: Double)]
    {
        var contacts: [[String]: [(pathway: String, contacts: Int)]] = [:]
        for row in plan.contacts where row.route == .delegated {
            guard let pathway = index.pathway(row.team) else { continue }
            contacts[[String(row.session), index.group(row.team), row.activity], default: []]
                .append((pathway, row.contacts))
        }
        return plan.supervision.flatMap { row -> [(pathway: String, minutes: Double)] in
            let given = contacts[[String(row.session), row.group, row.activity]] ?? []
            let all = given.reduce(0) { $0 + $1.contacts }
            guard all > 0 else {
                let first = index.teams(ofGroup: row.group).first
                return first.map { [(index.week.teams[$0].pathway, row.minutes)] } ?? []
            }
            return given.map { ($0.pathway, row.minutes * Double($0.contacts) / Double(all)) }
        }
    }
}

private struct Mix {
    var registered = 0
    var support = 0
    var contact = 0
    var delegable = 0
    var delegated = 0
    /// Minutes of delegated contacts with notes and travel.
    var released = 0
    var supervision = 0.0

    mutating func add(_ other: Mix) {
        registered += other.registered
        support += other.support
        contact += other.contact
        delegable += other.delegable
        delegated += other.delegated
        released += other.released
        supervision += other.supervision
    }

    func figure(_ group: String) -> SkillMixFigure {
        SkillMixFigure(
            group: group, registeredHours: Double(registered) / 60, supportHours: Double(support) / 60,
            ratio: support > 0 ? Double(registered) / Double(support) : nil,
            registeredContactHours: Double(contact) / 60,
            registeredOnDelegableHours: Double(delegable) / 60, delegatedHours: Double(delegated) / 60,
            supervisionHours: supervision / 60,
            releasedHours: Double(released) / 60 - supervision / 60)
    }
}

private struct Work {
    var contacts = 0
    var minutes = 0

    mutating func add(_ contacts: Int, _ minutes: Int) {
        self.contacts += contacts
        self.minutes += minutes
    }
}
