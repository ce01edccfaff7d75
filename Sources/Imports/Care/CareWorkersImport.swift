// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// Workers and training of a social care provider, brought into a week.
struct CareWorkersImport: ImportReader {
    private let week: Week
    private(set) var terms = ImportTerms()
    private var workers: [Worker] = []
    private var training: [Awarded] = []

    /// A worker, as far as a plan needs to know.
    private struct Worker {
        let number: Field
        let place: String?
        let status: Field
        let job: Field
        let hours: Double?
        let rate: Double?
    }

    init(
        _ tables: [(schema: ExportSchema, table: ExportTable)], _ week: Week,
        _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        self.week = week
        for (schema, table) in tables {
            for row in table.rows {
                if let status = row["STATUS"], ImportMap.key(status.text) == "delete" {
                    proposal.leaveOut("workers who were deleted")
                    continue
                }
                guard let number = row["UNIQUEWORKERID"], number.identifier(diagnostics) != nil else {
                    if row["UNIQUEWORKERID"] == nil {
                        diagnostics.add(
                            .error, at: row.place, field: "UNIQUEWORKERID", expected: "the worker's number",
                            message: "UNIQUEWORKERID is blank")
                    }
                    continue
                }
                if schema == .careWorkers {
                    if let worker = Self.worker(row, number, diagnostics) { workers.append(worker) }
                } else if let one = Self.training(row, number, &proposal, diagnostics) {
                    training.append(one)
                }
            }
        }
        collectTerms()
    }

    private static func worker(
        _ row: ExportTable.Row, _ number: Field, _ diagnostics: Diagnostics
    ) -> Worker? {
        guard let status = row["EMPLSTATUS"], let job = row["MAINJOBROLE"] else {
            diagnostics.add(
                .error, at: row.place, expected: "EMPLSTATUS and MAINJOBROLE",
                message: "the row of worker '\(Diagnostic.shortened(number.text))' lacks one of these")
            return nil
        }
        return Worker(
            number: number, place: row["LOCALESTID"]?.text, status: status, job: job,
            hours: row["CONTHOURS"].flatMap { $0.decimal(in: 0...168, unit: "hours", diagnostics) },
            rate: row["HOURLYRATE"].flatMap { $0.decimal(in: 0...500, unit: "pounds", diagnostics) })
    }

    private static func training(
        _ row: ExportTable.Row, _ number: Field, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Awarded? {
        guard let category = row["CATEGORY"] else {
            diagnostics.add(
                .error, at: row.place, field: "CATEGORY", expected: "a category",
                message: "the row says no training")
            return nil
        }
        guard let completed = row["DATECOMPLETED"] else {
            proposal.leaveOut("training without a day on which it was completed")
            return nil
        }
        guard let on = completed.exportDay(diagnostics) else { return nil }
        var until: CalendarDay?
        if let expiry = row["EXPIRYDATE"] {
            guard let day = expiry.exportDay(diagnostics) else { return nil }
            guard day >= on else {
                expiry.error(
                    "the training ends on \(day), before it was completed on \(on)",
                    expected: "a day from \(on) on", diagnostics)
                return nil
            }
            until = day
        } else if let months = row["VALIDITY"],
            let count = months.wholeNumber(in: 0...1200, unit: "months", diagnostics), count > 0
        {
            until = on.adding(months: count)
        }
        return Awarded(
            staff: number,
            name: [category.text, row["TRAININGNAME"]?.text].compactMap(\.self).joined(separator: " "),
            on: on, until: until, by: row["PROVIDERNAME"]?.note(diagnostics) ?? "")
    }

    private mutating func collectTerms() {
        let likely = Likely(week: week)
        let known = Set(week.staff.map(\.id))
        for worker in workers {
            terms.add(.roles, worker.job.text, suggesting: likely.role)
            terms.add(.employment, worker.status.text) { Employment(word: $0)?.rawValue }
            if !known.contains(worker.number.text) {
                terms.add(.teams, worker.place, suggesting: likely.team)
            }
        }
        if !workers.isEmpty {
            for kind in Employment.allCases {
                let theirs = week.staff.filter { $0.employment == kind }.map(\.employer)
                terms.add(.employers, kind.rawValue, rows: 0) { _ in
                    kind == .substantive || kind == .bank
                        ? ImportMap.ofTeam : theirs.first ?? ImportMap.ofTeam
                }
            }
        }
        for one in training { terms.add(.competencies, one.name, suggesting: likely.need) }
    }

    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week {
        var people = People(week, map, diagnostics)
        var parts = week.content
        var rows: [[Table.Cell]] = []
        var seen: Set<String> = []
        var added = 0
        for worker in workers {
            guard let id = people.id(worker.number) else { continue }
            guard seen.insert(id).inserted else {
                worker.number.error(
                    "worker '\(Diagnostic.shortened(id))' is there twice", expected: "each worker once",
                    diagnostics)
                continue
            }
            if let s = people.place(of: id) {
                compare(&parts.staff[s], worker, map, &rows)
            } else if let person = newcomer(id, worker, map, &proposal, diagnostics) {
                people.add(id, at: parts.staff.count)
                parts.staff.append(person)
                parts.rota.append(week.sessions.map { _ in RotaMark(.off) })
                rows.append([.text(id), .text("new"), .text(""), .text(""), .text("yes")])
                tell(rate: worker, of: person, &rows)
                added += 1
            }
        }
        People.tellNew(added, &proposal)
        var taken: Set<Int> = []
        let count = SignOffBook(map).write(training, into: &parts, &people, &taken, &proposal)
        people.tellUnknown(" with training", &proposal)
        proposal.taken.append(
            "\(Show.counted(workers.count, "worker")), \(Show.counted(count, "new sign-off")) of "
                + "\(Show.counted(training.count, "row")) of training")
        let changed = week.replacing { $0 = parts }
        proposal.tables += [DutyPeople.table(rows), EndedSignOffs(changed, of: taken).table]
        return changed
    }

    private func compare(
        _ person: inout StaffMember, _ worker: Worker, _ map: ImportMap, _ rows: inout [[Table.Cell]]
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
    private func tell(rate worker: Worker, of person: StaffMember, _ rows: inout [[Table.Cell]]) {
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

    private func newcomer(
        _ id: String, _ worker: Worker, _ map: ImportMap, _ proposal: inout ImportProposal,
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
