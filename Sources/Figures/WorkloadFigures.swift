// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is asked of a pathway, and the hours people have for it.
public struct WorkloadFigure: Sendable, Equatable, Encodable {
    /// The pathway, `none` for people without a home team, or `all`.
    public let group: String
    /// Contact hours wanted; a contact by two workers counts once.
    public let wantedHours: Double
    /// Workers' hours that this takes if nothing goes single-handed: with notes and travel, and both workers of
    /// a two-handed contact; without supervision.
    public let workHours: Double
    /// Hours for contacts and supervision of people on the rota whose home it is: after absence, and after the
    /// policy's non-contact minutes and a pace below 1.
    public let rosteredHours: Double
    /// The same of sessions in which people of that home could be asked, before working time, caps and price
    /// limit them: once a human, and none in which another row of theirs is on duty or away.
    public let availableHours: Double
}

/// The nature and frequency of the support that one group gives.
public struct IntensityFigure: Sendable, Equatable, Encodable {
    /// A pathway, an activity or `all`.
    public let group: String
    /// Contacts given.
    public let contacts: Int
    /// Their contact hours; a contact by two workers counts once.
    public let hours: Double
    /// Contacts by two workers.
    public let doubleHandedContacts: Int
    /// Contacts a day of the horizon.
    public let contactsPerDay: Double
    /// Contact hours a day of the horizon.
    public let hoursPerDay: Double
    /// Mean minutes of a contact; nil where there is none.
    public let minutesPerContact: Double?
    /// Contacts by two workers as a share of all; nil where there is none.
    public let doubleHandedShare: Double?
}

/// Demand, capacity and intensity. Contacts held in reserve are in none of them.
public struct WorkloadFigures: Sendable, Equatable, Encodable {
    /// The whole week.
    public let capacity: WorkloadFigure
    /// By pathway, in order of the teams; people without a home team last.
    public let capacityByPathway: [WorkloadFigure]
    /// The whole week.
    public let intensity: IntensityFigure
    /// By pathway, in order of the teams; pathways without contacts left out.
    public let intensityByPathway: [IntensityFigure]
    /// By activity, in order of the framework; activities without contacts left out.
    public let intensityByActivity: [IntensityFigure]

    /// The group of people without a home team.
    public static let homeless = "none"

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        var loads = Grouped(index.pathways + [Self.homeless], Load())
        for line in week.demand where line.priority.isCare {
            guard let activity = index.activity(line.activity), let team = index.team(line.team) else {
                continue
            }
            loads.change(week.teams[team].pathway) { load in
                load.wanted += line.contacts * activity.minutes
                load.work += line.contacts * activity.hands * activity.workMinutes(in: week.teams[team])
            }
        }
        func add(_ person: Int, _ session: Int, _ change: (inout Load, Double) -> Void) {
            let home = index.homeTeam(person, on: week.sessions[session].day)
            let minutes = index.capacity(person, session)
            loads.change(home.map { week.teams[$0].pathway } ?? Self.homeless) { change(&$0, minutes) }
        }
        for rows in index.index.humans.rows {
            for session in week.sessions.indices {
                for row in rows where week.rota[row][session].duty == .rostered {
                    add(row, session) { $0.rostered += $1 }
                }
                // One human gives a session once, in the row in which it gives the most.
                let open = rows.filter { index.mayBeAsked($0, session) }
                if let row = open.max(by: { index.capacity($0, session) < index.capacity($1, session) }) {
                    add(row, session) { $0.available += $1 }
                }
            }
        }
        capacity = loads.amounts.reduce(into: Load()) { $0.add($1) }.figure("all")
        capacityByPathway = loads.pairs.filter { $0.key != Self.homeless || $0.amount.isAny }
            .map { $0.amount.figure($0.key) }

        var total = Given()
        var pathways = Grouped(index.pathways, Given())
        var activities = Grouped(week.framework.activities.map(\.id), Given())
        for row in plan.contacts {
            guard let activity = index.activity(row.activity), let pathway = index.pathway(row.team),
                index.isCare(row.line)
            else { continue }
            func add(_ given: inout Given) {
                given.contacts += row.contacts
                given.minutes += row.contacts * activity.minutes
                if row.route == .doubleHanded { given.double += row.contacts }
            }
            add(&total)
            pathways.change(pathway, add)
            activities.change(row.activity, add)
        }
        intensity = total.figure("all", days: week.days)
        intensityByPathway = pathways.pairs.filter { $0.amount.contacts > 0 }
            .map { $0.amount.figure($0.key, days: week.days) }
        intensityByActivity = activities.pairs.filter { $0.amount.contacts > 0 }
            .map { $0.amount.figure($0.key, days: week.days) }
    }
}

private struct Load {
    var wanted = 0
    var work = 0
    var rostered = 0.0
    var available = 0.0

    var isAny: Bool { wanted > 0 || rostered > 0 || available > 0 }

    mutating func add(_ other: Load) {
        wanted += other.wanted
        work += other.work
        rostered += other.rostered
        available += other.available
    }

    func figure(_ group: String) -> WorkloadFigure {
        WorkloadFigure(
            group: group, wantedHours: Double(wanted) / 60, workHours: Double(work) / 60,
            rosteredHours: rostered / 60, availableHours: available / 60)
    }
}

private struct Given {
    var contacts = 0
    var minutes = 0
    var double = 0

    func figure(_ group: String, days: Int) -> IntensityFigure {
        IntensityFigure(
            group: group, contacts: contacts, hours: Double(minutes) / 60, doubleHandedContacts: double,
            contactsPerDay: Double(contacts) / Double(max(1, days)),
            hoursPerDay: Double(minutes) / 60 / Double(max(1, days)),
            minutesPerContact: contacts > 0 ? Double(minutes) / Double(contacts) : nil,
            doubleHandedShare: contacts > 0 ? Double(double) / Double(contacts) : nil)
    }
}
