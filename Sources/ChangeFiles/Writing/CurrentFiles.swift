// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// The files of a plan in force, `current/`: what of a plan's tables is decided. What is worked out of it, such as
/// pay and minutes, is no part of them.
enum CurrentFiles {
    static let paths = [
        TableSchema.current.path, TableSchema.currentContacts.path, TableSchema.currentSupervision.path,
    ]

    /// The files of a week that has a plan in force; none of a table that it does not have.
    static func files(_ week: Week) -> [(name: String, bytes: [UInt8])] {
        func session(_ index: Int) -> String {
            week.sessions.indices.contains(index) ? week.sessions[index].id : ""
        }
        let deployments = week.current?.map { [$0.staff, session($0.session), $0.team] }
        let contacts = week.currentContacts?.map {
            [
                $0.line, session($0.session), $0.staff, $0.partner ?? "", $0.route?.rawValue ?? "",
                "\($0.contacts)",
            ]
        }
        let supervision = week.currentSupervision?.map {
            [
                $0.supervisor, session($0.session), $0.group, $0.activity,
                Decimals.minutes($0.minutes) ?? "0",
            ]
        }
        return [
            file(TableSchema.current, ["staff", "session", "team"], deployments),
            file(
                TableSchema.currentContacts, ["line", "session", "staff", "partner", "route", "contacts"],
                contacts),
            file(
                TableSchema.currentSupervision,
                ["supervisor", "session", "supervision_group", "activity", "minutes"], supervision),
        ].compactMap(\.self)
    }

    private static func file(
        _ schema: TableSchema, _ columns: [String], _ rows: [[String]]?
    ) -> (name: String, bytes: [UInt8])? {
        rows.map { rows in
            (schema.path, Array(([columns] + rows).map(CSVText.record).joined().utf8))
        }
    }
}
