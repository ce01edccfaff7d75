// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What of sessions that are over no longer fits the week, told with what it was.
extension WeekTables {
    /// The first session that is not over; 0 where nothing is.
    var weekFrozenBefore: Int { basis.weekFile?.frozenBefore ?? 0 }

    /// Tells of rows about sessions that are over which do not count any more: of people absent there by now, of lines
    /// that are gone; and of lines of which more was given than is wanted.
    func checkFrozen() {
        guard weekFrozenBefore > 0, let horizon = basis.horizon else { return }
        tellMissingFiles()
        let marks = Dictionary(
            zip(staff.values.map(\.id), rota.values), uniquingKeysWith: { first, _ in first })
        let absence = { (person: String, session: Int) -> String? in
            guard let row = marks[person] else { return nil }
            let duty = row?[session].duty ?? .off
            switch duty {
            case .rostered, .available: return nil
            case .leave, .sick, .training, .callable:
                return "'\(person)' has \(duty.rawValue) on \(horizon.sessions[session].id) by now"
            case .off: return "'\(person)' has a blank on \(horizon.sessions[session].id) by now"
            }
        }
        var there: [(row: CurrentDeployment, field: Field)] = []
        for (row, field) in zip(current.values ?? [], current.fields) where row.session < weekFrozenBefore {
            if let absence = absence(row.staff, row.session) {
                tell(field, absence, "was deployed to '\(row.team)'")
            } else {
                there.append((row, field))
            }
        }
        tellTwoPlaces(there, horizon)
        let rows = zip(currentContacts.values ?? [], currentContacts.fields)
        var given: [String: Int] = [:]
        for (row, field) in rows where row.session < weekFrozenBefore {
            let gave = CurrentContactsTable.gave(row.contacts, with: row.partner.map { "'\($0)'" })
            let what = "\(gave) of line '\(row.line)'"
            if let absence = row.workers.lazy.compactMap({ absence($0, row.session) }).first {
                tell(field, absence, row.partner == nil ? what : "'\(row.staff)' \(what)")
            } else if !(demand.names?.contains(row.line) ?? true) {
                field.warning(
                    "line '\(row.line)' is gone, of which '\(row.staff)' \(gave) on "
                        + "\(horizon.sessions[row.session].id); the row is left out",
                    expected: "a line of demand.csv", diagnostics)
            } else {
                given[row.line, default: 0] += row.contacts
            }
        }
        for (row, field) in zip(currentSupervision.values ?? [], currentSupervision.fields)
        where row.session < weekFrozenBefore {
            guard let absence = absence(row.supervisor, row.session) else { continue }
            tell(field, absence, "supervised '\(row.activity)' for \(Findings.plain(row.minutes)) minutes")
        }
        tellMoreThanWanted(given)
    }

    private func tell(_ field: Field, _ absence: String, _ what: String) {
        field.warning(
            "\(absence) and \(what); the row is left out", expected: "R or A in rota.csv, if they were there",
            diagnostics)
    }

    /// A human is in one place at a time. Of what is over their rows of the roster may say otherwise, and it stands.
    private func tellTwoPlaces(_ there: [(row: CurrentDeployment, field: Field)], _ horizon: Horizon) {
        let humans = Humans(staff.values)
        guard humans.areShared else { return }
        struct Place: Hashable {
            let human: Int
            let session: Int
        }
        var first: [Place: CurrentDeployment] = [:]
        for (row, field) in there {
            guard let person = staff.index[row.staff] else { continue }
            let place = Place(human: humans.ofRow[person], session: row.session)
            guard let other = first[place] else {
                first[place] = row
                continue
            }
            field.warning(
                "'\(row.staff)' and '\(other.staff)' are one person, who was deployed to '\(row.team)' and to "
                    + "'\(other.team)' on \(horizon.sessions[row.session].id); both rows stand",
                expected: "one of the rows: that of where they were", diagnostics)
        }
    }

    /// Lines of which more was given than is wanted by now: nothing of them goes unmet.
    private func tellMoreThanWanted(_ given: [String: Int]) {
        for (index, line) in demand.values.enumerated() {
            guard let number = given[line.id], number > line.contacts else { continue }
            demand.cells.field("line", index).warning(
                "line '\(line.id)' wants \(line.contacts) contact\(line.contacts == 1 ? "" : "s"), and "
                    + "\(number) were given before frozen_before",
                expected: "\(number) contacts or more, unless fewer are wanted by now", diagnostics)
        }
    }

    /// What stands of sessions that are over is in the files of the plan in force.
    private func tellMissingFiles() {
        guard let field = basis.weekFile?.frozenField else { return }
        let missing = [
            (TableSchema.current.path, current.values == nil, "nobody was anywhere"),
            (TableSchema.currentContacts.path, currentContacts.values == nil, "nothing was given"),
        ].filter { $0.1 && !diagnostics.hasErrors(in: $0.0) }
        for (path, _, what) in missing {
            field.warning(
                "frozen_before is \(field.shown) and there is no \(path): \(what) before it",
                expected: "\(path) of the plan in force", diagnostics)
        }
    }
}
