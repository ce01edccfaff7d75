// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// The people of duties: those whom the week has, and those who are new to it.
struct DutyPeople {
    private let week: Week
    private let map: ImportMap
    private let teams: [String: Team]
    /// The identifiers of people whose duties are taken.
    private(set) var taken: [String] = []
    private var rows: [[Table.Cell]] = []

    init(_ week: Week, _ map: ImportMap) {
        (self.week, self.map) = (week, map)
        teams = Dictionary(week.teams.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Takes people over, new ones with a row of the rota without a mark.
    mutating func take(
        _ duties: [Duty], cancelled: [String] = [], into parts: inout WeekParts,
        _ proposal: inout ImportProposal,
        _ diagnostics: Diagnostics
    ) {
        let people = People(week, map, diagnostics)
        var order: [String] = []
        var theirs: [String: [Duty]] = [:]
        var nameless = 0
        for duty in duties where duty.isFilled {
            guard let staff = duty.staff else {
                nameless += 1
                continue
            }
            guard let id = people.id(staff) else { continue }
            if theirs[id] == nil { order.append(id) }
            theirs[id, default: []].append(duty)
        }
        proposal.leaveOut("filled duties without a staff number: nobody is known by name", nameless)
        var added = 0
        for id in order {
            guard let duties = theirs[id], let first = duties.first else { continue }
            if let position = people.place(of: id) {
                compare(&parts.staff[position], duties, diagnostics)
                taken.append(id)
            } else if let person = newcomer(id, first, duties, &proposal, diagnostics) {
                parts.staff.append(person)
                parts.rota.append(week.sessions.map { _ in RotaMark(.off) })
                rows.append(row(id, "new", "", "", "yes"))
                taken.append(id)
                added += 1
            }
        }
        let off = Set(cancelled.map(map.staff))
        let silent = week.staff.map(\.id).filter { theirs[$0] == nil && !off.contains($0) }
        if !silent.isEmpty {
            proposal.taken.append(
                "\(People.counted(silent.count)) of the week without a duty in the export, left as they are: "
                    + People.listed(silent))
        }
        People.tellNew(added, &proposal)
    }

    private func employment(_ duty: Duty) -> Employment? {
        duty.employeeType.flatMap { map.meaning(.employment, $0.text) }.flatMap {
            Employment(rawValue: $0.lowercased())
        }
    }

    private func home(_ duty: Duty) -> Team? {
        duty.owningUnit.flatMap { map.meaning(.teams, $0) }.flatMap { teams[$0] }
    }

    // MARK: New people

    private func newcomer(
        _ id: String, _ duty: Duty, _ duties: [Duty], _ proposal: inout ImportProposal,
        _ diagnostics: Diagnostics
    ) -> StaffMember? {
        guard let grade = duty.personGrade, let roles = map.roles(grade) else {
            if duty.personGrade == nil {
                duty.place.error(
                    "'\(Diagnostic.shortened(id))' is new to the week, and has no grade",
                    expected: "a grade, or a row of staff.csv", diagnostics)
            } else {
                proposal.leaveOut("duties of new people whose grade is ignored", duties.count)
            }
            return nil
        }
        guard let employment = employment(duty) else {
            guard let type = duty.employeeType else {
                duty.place.error(
                    "'\(Diagnostic.shortened(id))' is new to the week, and has no EmployeeType",
                    expected: "an EmployeeType, or a row of staff.csv", diagnostics)
                return nil
            }
            proposal.leaveOut(
                "duties of new people of the kind \(type.shown), which is ignored", duties.count)
            return nil
        }
        let team = home(duty) ?? map.meaning(.teams, duty.unit).flatMap { teams[$0] }
        guard let team else {
            proposal.leaveOut("duties of new people in units that are ignored", duties.count)
            return nil
        }
        guard let employer = map.employer(employment, at: duty.place, diagnostics) else { return nil }
        return StaffMember(
            id: id, name: map.isOn(.names) ? duty.name : nil,
            roles: roles,
            employer: employer == ImportMap.ofTeam ? team.organisation : employer,
            baseLocality: team.locality, employment: employment,
            contractHours: employment == .substantive ? contract(duties) ?? 0 : 0,
            homeTeam: home(duty)?.id)
    }

    /// Hours by contract, where all duties say the same.
    private func contract(_ duties: [Duty]) -> Double? {
        let hours = Set(duties.compactMap(\.contractHours))
        return hours.count == 1 ? hours.first : nil
    }

    // MARK: People of the week

    private mutating func compare(_ person: inout StaffMember, _ duties: [Duty], _ diagnostics: Diagnostics) {
        let isTaken = map.isOn(.updatePeople)
        let shown = isTaken ? "yes" : "no"
        guard let first = duties.first else { return }
        if Set(duties.compactMap(\.contractHours)).count > 1 {
            first.place.warning(
                "the duties of '\(person.id)' say different contracts, and contract_hours stays as it is",
                diagnostics)
        } else if let hours = contract(duties), hours != person.contractHours,
            person.employment == .substantive
        {
            rows.append(
                row(person.id, "contract_hours", Self.number(person.contractHours), Self.number(hours), "yes")
            )
            person.contractHours = hours
        }
        if let employment = employment(first), employment != person.employment {
            rows.append(row(person.id, "employment", person.employment.rawValue, employment.rawValue, shown))
            if isTaken { person.employment = employment }
        }
        if let home = home(first)?.id, home != person.homeTeam {
            rows.append(row(person.id, "home_team", person.homeTeam ?? "", home, shown))
            if isTaken { person.homeTeam = home }
        }
        if let grade = first.personGrade, let roles = map.roles(grade),
            !roles.allSatisfy(person.roles.contains)
        {
            let (was, now) = (person.roles.joined(separator: ";"), roles.joined(separator: ";"))
            rows.append(row(person.id, "role", was, now, shown))
            if isTaken { person.roles = roles }
        }
    }

    private static func number(_ hours: Double) -> String {
        Decimals.text(hours, atLeast: 0, atMost: 2) ?? ""
    }

    private func row(
        _ id: String, _ what: String, _ was: String, _ now: String, _ taken: String
    ) -> [Table.Cell] {
        [.text(id), .text(what), .text(was), .text(now), .text(taken)]
    }

    /// New people, and what the export says otherwise of people whom the week has.
    var table: Table { Self.table(rows) }

    static func table(_ rows: [[Table.Cell]]) -> Table {
        Table(
            name: "import-people", caption: "People: new, or otherwise in the export",
            columns: [
                .text("Staff", "staff"), .text("What", "what"), .text("In the week", "in_the_week"),
                .text("In the export", "in_the_export"), .text("Taken over", "taken_over"),
            ], rows: rows, whenEmpty: "Nobody is new, and nothing of anybody is otherwise.")
    }
}
