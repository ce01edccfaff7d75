// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// Workers as people of a week: those whom it has, and those who are new.
extension CareWorkersImport {
    func compare(
        _ person: inout StaffMember, _ worker: CareWorker, _ map: ImportMap, _ rows: inout [[Table.Cell]]
    ) {
        func tell(_ what: String, _ was: String, _ now: String, _ isTaken: Bool) {
            rows.append([
                .text(person.id), .text(what), .text(was), .text(now), .text(isTaken ? "yes" : "no"),
            ])
        }
        // Who is not own staff has no contract that a plan would have to fill.
        if let hours = worker.hours, hours != person.contractHours, person.employment == .substantive {
            tell("contract_hours", Self.number(person.contractHours), Self.number(hours), true)
            person.contractHours = hours
        }
        self.tell(rate: worker, of: person, &rows)
        if let roles = map.roles(worker.job.text), !roles.allSatisfy(person.roles.contains) {
            let isTaken = map.isOn(.updatePeople)
            tell("role", person.roles.joined(separator: ";"), roles.joined(separator: ";"), isTaken)
            if isTaken { person.roles = roles }
        }
    }

    /// Says what somebody is paid an hour. It is not what an hour costs: on-costs are not in the export.
    func tell(rate worker: CareWorker, of person: StaffMember, _ rows: inout [[Table.Cell]]) {
        guard let rate = worker.rate, rate != person.hourlyCost else { return }
        rows.append([
            .text(person.id), .text("hourly_cost"),
            .text(person.hourlyCost == 0 ? "" : Self.number(person.hourlyCost)), .text(Self.number(rate)),
            .text("no"),
        ])
    }

    private static func number(_ value: Double) -> String {
        Decimals.text(value, atLeast: 0, atMost: 2) ?? ""
    }

    func newcomer(
        _ id: String, _ worker: CareWorker, _ map: ImportMap, _ proposal: inout ImportProposal,
        _ diagnostics: Diagnostics
    ) -> StaffMember? {
        let team = worker.place.flatMap { map.meaning(.teams, $0) }
            .flatMap { id in week.teams.first { $0.id == id } }
        guard let team, let roles = map.roles(worker.job.text),
            let word = map.meaning(.employment, worker.status.text),
            let employment = Employment(rawValue: word.lowercased())
        else {
            proposal.leaveOut("new workers whose place, job or employment is ignored or not said")
            return nil
        }
        guard let employer = map.employer(employment, at: worker.number, diagnostics) else { return nil }
        return StaffMember(
            id: id, roles: roles,
            employer: employer == ImportMap.ofTeam ? team.organisation : employer,
            baseLocality: team.locality,
            employment: employment,
            contractHours: employment == .substantive ? worker.hours ?? 0 : 0,
            homeTeam: team.id)
    }
}
