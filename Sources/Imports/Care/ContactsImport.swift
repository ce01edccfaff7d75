// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// Care contacts as they were given: how long they took, and by how many, beside what a framework says. The week stays as
/// it is; identifiers of patients are not read, and those of contacts join the two files and go no further.
struct ContactsImport: ImportReader {
    private let week: Week
    private(set) var terms = ImportTerms()
    private var contacts: [Contact] = []

    /// A contact that took place.
    private struct Contact {
        let day: CalendarDay
        let minutes: Double
        var activity: String?
        var professionals: [String] = []
    }

    init(
        _ tables: [(schema: ExportSchema, table: ExportTable)], _ week: Week,
        _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        self.week = week
        var places: [String: Int] = [:]
        var unseen: Set<String> = []
        for row in tables.filter({ $0.schema == .careContacts }).flatMap(\.table.rows) {
            guard let key = row["Care Contact Identifier"]?.text else {
                diagnostics.add(
                    .error, at: row.place, field: "Care Contact Identifier",
                    expected: "the contact's identifier",
                    message: "the contact has no identifier")
                continue
            }
            guard let status = row["Attendance Status"], ["5", "6", "05", "06"].contains(status.text) else {
                proposal.leaveOut("contacts at which nobody was seen")
                unseen.insert(key)
                continue
            }
            guard let date = row["Care Contact Date"],
                let length = row["Clinical Contact Duration Of Care Contact"]
            else {
                proposal.leaveOut("contacts without a day or a duration")
                unseen.insert(key)
                continue
            }
            guard let day = date.exportDay(diagnostics),
                let minutes = length.decimal(in: 0...1440, unit: "minutes", diagnostics)
            else { continue }
            guard places[key] == nil else {
                proposal.leaveOut("contacts that are there twice")
                continue
            }
            places[key] = contacts.count
            contacts.append(Contact(day: day, minutes: minutes))
        }
        for row in tables.filter({ $0.schema == .careActivities }).flatMap(\.table.rows) {
            guard let key = row["Care Contact Identifier"]?.text, let place = places[key] else {
                let isUnseen = row["Care Contact Identifier"].map { unseen.contains($0.text) } ?? false
                proposal.leaveOut(
                    isUnseen ? "activities of contacts that are left out" : "activities without a contact")
                continue
            }
            if let activity = row["Community Care Activity Type Code"]?.text {
                // Of several the first is what the contact was for.
                if contacts[place].activity == nil { contacts[place].activity = activity }
            }
            if let who = row["Care Professional Local Identifier"]?.text,
                !contacts[place].professionals.contains(who)
            {
                contacts[place].professionals.append(who)
            }
        }
        if !tables.contains(where: { $0.schema == .careContacts }) {
            diagnostics.add(
                .error, at: Place(file: tables.first?.table.file ?? "the export"),
                expected: "the contacts (CYP201) and their activities (CYP202)",
                message: "there are activities without the contacts that they are of")
        }
        let likely = Likely(week: week)
        for contact in contacts { terms.add(.activities, contact.activity, suggesting: likely.activity) }
    }

    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week {
        let people = People(week, map, diagnostics)
        let index = Dictionary(week.framework.roles.map { ($0.id, $0) }) { first, _ in first }
        /// The staff group of a contact: of who is registered, if anybody is.
        func group(_ contact: Contact) -> String {
            let roles = contact.professionals.compactMap(people.known)
                .flatMap { week.staff[$0].roles }.compactMap { index[$0] }
            if let profession = roles.compactMap(\.profession).first { return profession }
            return roles.first.map { Words.kind($0.kind).lowercased() } ?? "not in the week"
        }
        var groups: [Measured.Key: Measured] = [:]
        var days: [String: [Int]] = [:]
        var strangers = 0
        for contact in contacts {
            guard let activity = contact.activity else {
                proposal.leaveOut("contacts without an activity")
                continue
            }
            guard let id = map.meaning(.activities, activity) else {
                proposal.leaveOut("contacts of activities that are ignored")
                continue
            }
            let group = group(contact)
            if group == "not in the week" { strangers += 1 }
            groups[Measured.Key(activity: id, group: group), default: Measured()].add(
                contact.minutes, isDouble: contact.professionals.count >= 2)
            days[id, default: Array(repeating: 0, count: 7)][contact.day.weekday.rawValue] += 1
        }
        proposal.taken.append(
            "\(Show.counted(contacts.count, "contact")) at which somebody was seen; the week and its framework stay as "
                + "they are")
        if strangers > 0 {
            proposal.taken.append(
                "\(Show.counted(strangers, "contact")) by people whom the week does not have: "
                    + "say under people of the mapping who they are")
        }
        proposal.tables += [measured(groups), weekdays(days)]
        return week
    }

    // MARK: Tables

    private func measured(_ groups: [Measured.Key: Measured]) -> Table {
        let activities = week.framework.activities
        let rows: [[Table.Cell]] = activities.flatMap { activity -> [[Table.Cell]] in
            let keys = groups.keys.filter { $0.activity == activity.id }.sorted { $0.group < $1.group }
            return keys.compactMap { key in
                groups[key].map { found in
                    [
                        .text(activity.id), .text(key.group), .count(found.minutes.count),
                        .minutes(found.median),
                        .minutes(Double(activity.minutes)), .minutes(found.median - Double(activity.minutes)),
                        .share(found.doubleShare), .share(activity.hands == 2 ? 1 : 0),
                    ]
                }
            }
        }
        return Table(
            name: "measured-minutes", caption: "Contacts as they were given, beside the framework's",
            columns: [
                .text("Activity", "activity"), .text("Staff group", "staff_group"),
                .number("Contacts", "contacts"),
                .number("Median minutes", "median_minutes"), .number("Framework", "framework_minutes"),
                .number("More", "minutes_more"), .number("Double-handed", "double_handed_share"),
                .number("Framework", "framework_double_handed_share"),
            ], rows: rows, whenEmpty: "No contact has an activity of the framework.")
    }

    private func weekdays(_ days: [String: [Int]]) -> Table {
        let rows: [[Table.Cell]] = week.framework.activities.compactMap { activity in
            days[activity.id].map { counts in [.text(activity.id)] + counts.map { .count($0) } }
        }
        return Table(
            name: "contacts-by-weekday", caption: "Contacts by weekday",
            columns: [.text("Activity", "activity")]
                + Weekday.allCases.map { .number($0.short, $0.short.lowercased()) },
            rows: rows, whenEmpty: "No contact has an activity of the framework.")
    }
}
