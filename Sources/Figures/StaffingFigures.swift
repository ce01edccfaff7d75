// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Absence, skill mix, and how far people are moved about.
public struct StaffingFigures: Sendable, Equatable, Encodable {
    /// Rostered hours of everybody on the roster.
    public let rosteredHours: Double
    /// Rostered hours of own staff: substantive employment.
    public let ownRosteredHours: Double
    /// Hours of leave of own staff.
    public let leaveHours: Double
    /// Hours of sickness of own staff.
    public let sickHours: Double
    /// Hours of training of own staff.
    public let trainingHours: Double
    /// Leave, sickness and training of own staff as a share of these and their rostered hours; nil where
    /// there are none.
    public let absenceShare: Double?
    /// Person-sessions on duty for which no team has a place.
    public let rosteredWithoutPlace: Int
    /// Sessions deployed away from the home team.
    public let awaySessions: Int
    /// Changes of team within a day.
    public let teamChanges: Int
    /// By pathway, in order of the teams.
    public let skillMix: [SkillMixFigure]
    /// The whole week.
    public let skillMixTotal: SkillMixFigure
    /// What registered people do that support workers could, by activity in order of the framework.
    public let registeredOnDelegable: [DelegableWorkFigure]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        var minutes = Grouped(RotaMark.Duty.allCases, 0)
        var rostered = 0
        var deployed: Set<Cell> = []
        var teamsOfDay: [Cell: Set<Int>] = [:]
        var away = 0
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team) else { continue }
            let session = week.sessions[row.session]
            deployed.insert(Cell(staff: row.staff, session: row.session))
            teamsOfDay[Cell(staff: row.staff, session: session.dayIndex), default: []].insert(team)
            if let home = index.homeTeam(person, on: session.day), home != team { away += 1 }
        }
        var placeless = 0
        for (person, member) in week.staff.enumerated() {
            for (session, mark) in week.rota[person].enumerated() {
                let paid = week.paidMinutes(person: person, session: session)
                if mark.duty == .rostered { rostered += paid }
                if member.employment == .substantive { minutes.change(mark.duty) { $0 += paid } }
                let isDeployed = deployed.contains(Cell(staff: member.id, session: session))
                if mark.duty == .rostered, !isDeployed { placeless += 1 }
            }
        }
        func hours(_ duty: RotaMark.Duty) -> Double {
            Double(minutes.pairs.first { $0.key == duty }?.amount ?? 0) / 60
        }
        rosteredHours = Double(rostered) / 60
        ownRosteredHours = hours(.rostered)
        leaveHours = hours(.leave)
        sickHours = hours(.sick)
        trainingHours = hours(.training)
        let absent = leaveHours + sickHours + trainingHours
        let own = absent + ownRosteredHours
        absenceShare = own > 0 ? absent / own : nil
        rosteredWithoutPlace = placeless
        awaySessions = away
        teamChanges = teamsOfDay.values.reduce(0) { $0 + $1.count - 1 }
        let mix = SkillMix(index, plan)
        skillMix = mix.byPathway
        skillMixTotal = mix.total
        registeredOnDelegable = mix.byActivity
    }
}
