// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// References between the parts of a week that lead nowhere, and rows that do not fit its sessions.
func danglingReferences(of week: Week) -> [String] {
    var found: [String] = []
    let staff = Set(week.staff.map(\.id))
    let teams = Set(week.teams.map(\.id))
    let lines = Set(week.demand.map(\.id))
    let roles = Set(week.framework.roles.map(\.id))
    let competencies = Set(week.framework.competencies.map(\.id))
    let activities = Set(week.framework.activities.map(\.id))
    func check(_ isThere: Bool, _ what: String) { if !isThere { found.append(what) } }
    check(staff.count == week.staff.count, "two people of one name")
    check(lines.count == week.demand.count, "two lines of one name")
    check(week.rota.count == week.staff.count, "rows of the rota")
    for (member, row) in zip(week.staff, week.rota) {
        check(row.count == week.sessions.count, "marks of \(member.id)")
        check(row.allSatisfy { $0.pins.allSatisfy(teams.contains) }, "a pin of \(member.id)")
        check(member.homeTeam.map(teams.contains) ?? true, "home team of \(member.id)")
        check(member.roles.allSatisfy(roles.contains), "a role of \(member.id)")
    }
    for row in week.signOffs {
        check(staff.contains(row.staff) && competencies.contains(row.competency), "sign-off of \(row.staff)")
    }
    for line in week.demand {
        check(teams.contains(line.team) && activities.contains(line.activity), "line \(line.id)")
        check(week.sessions.indices.contains(line.window.upperBound), "window of \(line.id)")
        check((0...line.contacts).contains(line.singleHandedContacts), "single-handed contacts of \(line.id)")
    }
    for line in week.demand {
        for id in line.usual { check(staff.contains(id), "usual of \(line.id)") }
    }
    for row in week.requests {
        check(staff.contains(row.staff), "request of \(row.staff)")
        if case .team(let team) = row.want { check(teams.contains(team), "request of \(row.staff)") }
    }
    for row in week.decisions {
        check(activities.contains(row.activity), "decision about \(row.activity)")
        check(row.staff.map(staff.contains) ?? true, "decision about \(row.staff ?? "")")
    }
    for row in week.placements {
        check(staff.contains(row.staff) && teams.contains(row.team), "placement of \(row.staff)")
    }
    for row in week.current ?? [] {
        check(staff.contains(row.staff) && teams.contains(row.team), "\(row.staff) in force")
    }
    let origins = Set(lines.map(DemandLine.origin))
    for row in week.currentContacts ?? [] {
        check(row.workers.allSatisfy(staff.contains), "contacts of \(row.staff) in force")
        check(origins.contains(DemandLine.origin(of: row.line)), "contacts of \(row.line) in force")
    }
    for row in week.minimums { check(teams.contains(row.team), "a minimum of \(row.team)") }
    for row in week.overrides {
        for case .staff(let id) in row.subjects { check(staff.contains(id), "override about \(id)") }
        for case .line(let id) in row.subjects { check(lines.contains(id), "override about \(id)") }
    }
    return found
}
