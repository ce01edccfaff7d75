// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// Workers and training of a social care provider, brought into a week.
struct CareWorkersImport: ImportReader {
    let week: Week
    private(set) var terms = ImportTerms()
    private var workers: [CareWorker] = []
    private var training: [Awarded] = []

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
                    if let worker = CareWorker(row, number, diagnostics) { workers.append(worker) }
                } else if let one = Awarded(training: row, number, &proposal, diagnostics) {
                    training.append(one)
                }
            }
        }
        collectTerms()
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
        People.tellNew(added, withSignOffs: !training.isEmpty, &proposal)
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
}
