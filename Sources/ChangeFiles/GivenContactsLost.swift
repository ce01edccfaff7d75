// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Wording
import Workforce

/// Contacts that were given in sessions that are over, of lines that a file removes. Their rows go with the line, so that
/// whoever reads the changed week does not meet them any more: what they were is told where the line is removed.
///
/// Where a line that its contacts were converted to is left the rows stay, and who reads the week is told of them.
struct GivenContactsLost {
    let file: ChangeFile
    let changed: ChangedWeek

    func tell(_ diagnostics: Diagnostics) {
        let base = changed.base
        let past = FrozenPast(base, WeekIndex(base))
        guard !past.contacts.isEmpty else { return }
        let left = Set(changed.week.demand.map { DemandLine.origin(of: $0.id) })
        for entry in file.entries {
            guard case .demand(.remove(let id)) = entry.change, !left.contains(DemandLine.origin(of: id))
            else { continue }
            let given = past.contacts.filter { base.demand[$0.line].id == id }
            guard !given.isEmpty else { continue }
            let number = given.reduce(0) { $0 + $1.contacts }
            diagnostics.add(
                .warning, in: entry, at: id,
                expected: "'contacts: \(number)' in place of 'remove', so that what was given stays",
                message:
                    "line '\(id)' goes, of which \(Naming.list(given.map(words))); "
                    + (given.count == 1 ? "that is left out" : "these are left out"))
        }
    }

    /// `'SW-01' gave with 'SW-02' 3 contacts on 2026-11-23 am`.
    private func words(_ given: FrozenPast.Given) -> String {
        let base = changed.base
        let partner = given.partner.map { " with '\(base.staff[$0].id)'" } ?? ""
        return
            "'\(base.staff[given.person].id)' gave\(partner) \(Show.counted(given.contacts, "contact")) on "
            + base.sessions[given.session].id
    }
}
