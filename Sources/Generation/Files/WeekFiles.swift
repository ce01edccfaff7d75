// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A week as the files of its folder.
struct WeekFiles {
    let week: Week
    let frameworkPath: String

    init(_ week: Week, frameworkPath: String) {
        self.week = week
        self.frameworkPath = frameworkPath
    }

    var files: [GeneratedFile] {
        [
            WeekYAML(
                start: week.start, days: week.days, parts: week.parts, frameworkPath: frameworkPath,
                policy: week.policy,
                notes: [
                    "A generated week: see README.md beside this file for how it was made and what is assumed.",
                    "People, places and organisations are invented.",
                ]
            ).file,
            TableSchema.teams.file(week.teams.map(row)),
            TableSchema.namelessStaff.file(week.staff.map(row), leavingOutBlank: ["person"]),
            TableSchema.signOffs.file(week.signOffs.map(row)), TableSchema.rota(week.sessions).file(rotaRows),
            TableSchema.demand.file(week.demand.map(row)),
            TableSchema.agreements.file(week.agreements.map(row)),
            TableSchema.travel.file((week.travel ?? []).map { [$0.from, $0.to, "\($0.minutes)"] }),
        ]
    }

    private func row(_ team: Team) -> [String] {
        [
            team.id, team.name, team.pathway, team.organisation, team.locality, team.setting?.rawValue ?? "",
            team.parts.joined(separator: " "), days(team.weekdays),
            team.supervisionGroup == team.id ? "" : team.supervisionGroup, "\(team.travelMinutes)",
            team.span.map(Text.number) ?? "", "\(team.minimumStaff)", "\(team.minimumRegistered)",
        ]
    }

    private func days(_ weekdays: Set<Weekday>) -> String {
        weekdays.count == 7 ? "Mon-Sun" : weekdays.sorted().map(\.short).joined(separator: ";")
    }

    private func row(_ staff: StaffMember) -> [String] {
        [
            staff.id, staff.roles.joined(separator: ";"), staff.employer, staff.baseLocality,
            staff.employment.rawValue, Text.number(staff.contractHours),
            staff.maximumHours.map(Text.number) ?? "", Text.pounds(staff.hourlyCost), staff.homeTeam ?? "",
            "\(staff.workedDaysBefore)", staff.lastSessionBefore.map { "\($0.day.iso) \($0.part)" } ?? "",
            staff.person ?? "",
        ]
    }

    private func row(_ signOff: SignOff) -> [String] {
        [
            signOff.staff, signOff.competency, "\(signOff.level)", signOff.signedOffOn.iso,
            signOff.expiresOn?.iso ?? "", signOff.signedOffBy,
        ]
    }

    private var rotaRows: [[String]] {
        zip(week.staff, week.rota).map { staff, marks in
            [staff.id] + marks.map { $0.cell }
        }
    }

    private func row(_ line: DemandLine) -> [String] {
        [
            line.id, line.team, line.activity, line.priority.rawValue, "\(line.contacts)",
            "\(line.singleHandedContacts)", week.sessions[line.window.lowerBound].id,
            week.sessions[line.window.upperBound].id,
        ]
    }

    private func row(_ agreement: Agreement) -> [String] {
        [
            agreement.employer, agreement.organisation, agreement.roles?.joined(separator: ";") ?? "*",
            agreement.from?.iso ?? "", agreement.until?.iso ?? "",
        ]
    }
}
