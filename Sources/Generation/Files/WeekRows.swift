// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// A week as the rows of its tables, each with a cell for each column of its schema: what a reader makes the same week
/// of. What people keep beside it, such as overrides and a plan in force, is not among them.
public struct WeekRows: Sendable {
    private let week: Week

    /// The rows of a week.
    public init(_ week: Week) { self.week = week }

    /// Each table's columns and rows, in order of the values of the week. That of the rota has a column a session.
    public var tables: [(schema: TableSchema, rows: [[String]])] {
        [
            (.teams, week.teams.map(row)), (.staff, week.staff.map(row)),
            (.hoursBefore, hours(\.hoursBefore)), (.otherHours, hours(\.otherHours)),
            (.signOffs, week.signOffs.map(row)), (.rota(week.sessions), rotaRows),
            (.demand, week.demand.map(row)), (.decisions, week.decisions.map(row)),
            (.agreements, week.agreements.map(row)), (.placements, week.placements.map(row)),
            (.minimums, week.minimums.map(row)), (.requests, week.requests.map(row)),
        ]
    }

    private func row(_ minimum: TeamMinimum) -> [String] {
        let when = minimum.when?.map { one in
            switch one {
            case .part(let part): part
            case .session(let day, let part): "\(day.iso) \(part)"
            }
        }
        let competency =
            if case .holding(let need) = minimum.kind { "\(need.competency):\(need.level)" } else { "" }
        return [
            minimum.team, minimum.kind.professions.joined(separator: ";"), competency, "\(minimum.atLeast)",
            when?.joined(separator: ";") ?? "",
        ]
    }

    private func row(_ request: StaffRequest) -> [String] {
        [
            request.staff, week.name(of: request.time), request.want.word, Text.number(request.weight),
        ]
    }

    private func row(_ team: Team) -> [String] {
        [
            team.id, team.name, team.pathway, team.organisation, team.locality, team.setting?.rawValue ?? "",
            team.parts.joined(separator: " "), days(team.weekdays), closed(team),
            team.supervisionGroup == team.id ? "" : team.supervisionGroup, "\(team.travelMinutes)",
            team.span.map(Text.number) ?? "", "\(team.minimumStaff)", "\(team.minimumRegistered)",
            team.headProfessions.joined(separator: ";"),
        ]
    }

    private func days(_ weekdays: Set<Weekday>) -> String {
        weekdays.count == 7 ? "Mon-Sun" : weekdays.sorted().map(\.short).joined(separator: ";")
    }

    private func closed(_ team: Team) -> String {
        let names = team.closedSessions.map { "\($0.day.iso) \($0.part)" }
        return names.sorted().joined(separator: ";")
    }

    private func row(_ staff: StaffMember) -> [String] {
        let past = staff.lastSessionBefore.map { "\($0.day.iso) \($0.part)" }
        return [
            staff.id, staff.name == staff.id ? "" : staff.name,
            staff.roles.joined(separator: ";"), staff.employer, staff.baseLocality,
            staff.employment.rawValue, Text.number(staff.contractHours),
            staff.maximumHours.map(Text.number) ?? "", Text.pounds(staff.hourlyCost), staff.homeTeam ?? "",
            "\(staff.workedDaysBefore)", past ?? "", staff.nonContactMinutes.map(Text.number) ?? "",
            staff.pace.map(Text.number) ?? "", staff.hasOptedOut ? "yes" : "",
            staff.person ?? "",
        ]
    }

    private func hours(_ list: KeyPath<StaffMember, [WeekHours]>) -> [[String]] {
        week.staff.flatMap { person in
            person[keyPath: list].map {
                [person.id, $0.week.iso, Decimals.text($0.hours, atLeast: 0, atMost: 9) ?? ""]
            }
        }
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
            week.sessions[line.window.upperBound].id, line.usual.joined(separator: ";"),
            line.source?.rawValue ?? "",
        ]
    }

    private func row(_ decision: DelegationDecision) -> [String] {
        [
            decision.activity, decision.staff ?? "", decision.team ?? "", decision.ruling.rawValue,
            decision.reason, decision.by, decision.on.iso,
        ]
    }

    private func row(_ agreement: Agreement) -> [String] {
        [
            agreement.employer, agreement.organisation, agreement.roles?.joined(separator: ";") ?? "*",
            agreement.from?.iso ?? "", agreement.until?.iso ?? "",
        ]
    }

    private func row(_ placement: Placement) -> [String] {
        // The post is a rotation's, and no part of a week.
        [placement.staff, placement.team, placement.from?.iso ?? "", placement.until?.iso ?? "", ""]
    }
}
