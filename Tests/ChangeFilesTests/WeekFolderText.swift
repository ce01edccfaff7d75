// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import Workforce

@testable import Generation

/// A week as the files of its folder, its framework among them, for weeks that tests make up.
enum WeekFolderText {
    /// The texts by their paths from the folder.
    static func files(_ week: Week) -> [(path: String, text: String)] {
        var files = WeekFiles(week, frameworkPath: "../framework.yaml", notes: ["A week of a test."]).files
            .map { ($0.path, $0.text) }
        files.append(("../framework.yaml", framework(week.framework)))
        if let current = week.current {
            let rows = current.map { "\($0.staff),\(week.sessions[$0.session].id),\($0.team)\n" }
            files.append(("current/deployments.csv", "staff,session,team\n" + rows.joined()))
        }
        if let contacts = week.currentContacts {
            let rows = contacts.map {
                "\($0.line),\(week.sessions[$0.session].id),\($0.staff),\($0.partner ?? ""),\($0.contacts)\n"
            }
            files.append(("current/contacts.csv", "line,session,staff,partner,contacts\n" + rows.joined()))
        }
        return files
    }

    /// Writes files into a folder that is gone afterwards, below one that is, too.
    static func withFolder<Value>(
        _ files: [(path: String, text: String)], _ body: (URL) throws -> Value
    ) throws -> Value {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "change-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appendingPathComponent("week")
        try write(files.map { ($0.path, Array($0.text.utf8)) }, to: folder)
        return try body(folder)
    }

    static func write(_ files: [(path: String, bytes: [UInt8])], to folder: URL) throws {
        for (path, bytes) in files {
            let url = folder.appendingPathComponent(path).standardizedFileURL
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }

    // MARK: Framework

    private static func framework(_ framework: Framework) -> String {
        var lines = [
            "framework: \(framework.name)", "version: \"\(framework.version)\"",
            "levels: \(framework.levels)",
            "roles:",
        ]
        for role in framework.roles {
            var keys = ["id: \(role.id)", "name: \(role.name)", "kind: \(role.kind.rawValue)"]
            if let profession = role.profession { keys.append("profession: \(profession)") }
            if role.kind != .registered { keys.append("grade: \(role.grade)") }
            keys.append("pace: \(role.pace)")
            if let minutes = role.nonContactMinutes { keys.append("non_contact_minutes: \(minutes)") }
            lines.append("  - {\(keys.joined(separator: ", "))}")
        }
        lines.append("competencies:")
        for one in framework.competencies {
            let valid = one.validMonths.map { ", valid_months: \($0)" } ?? ""
            lines.append("  - {id: \(one.id), name: \(one.name)\(valid)}")
        }
        lines.append("activities:")
        for activity in framework.activities { lines += self.activity(activity) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func activity(_ activity: Activity) -> [String] {
        var lines = [
            "  - id: \(activity.id)", "    name: \(activity.name)",
            "    minutes: \(activity.minutes)  # a contact",
            "    record_minutes: \(activity.recordMinutes)", "    hands: \(activity.hands)",
            "    remote: \(activity.remote)",
        ]
        if let route = activity.registered {
            lines.append(
                "    registered: {professions: [\(route.professions.joined(separator: ", "))], needs: \(needs(route.needs))}"
            )
        }
        if let route = activity.support { lines.append("    support: \(support(route))") }
        if let route = activity.delegated {
            lines += [
                "    delegated:", "      lowest_grade: \(route.lowestGrade)",
                "      needs: \(needs(route.needs))",
                "      kinds: [\(route.kinds.map(\.rawValue).joined(separator: ", "))]",
                "      supervisors: [\(route.supervisors.joined(separator: ", "))]",
                "      supervision_minutes: \(route.supervisionMinutes)",
                "      supervisor_needs: \(needs(route.supervisorNeeds))",
                "      remote_supervision: \(route.remoteSupervision)",
                "      status: \(route.status.rawValue)  # where it stands",
            ]
            if !route.approvedBy.isEmpty { lines.append("      approved_by: \(route.approvedBy)") }
            if let day = route.reviewOn { lines.append("      review_on: \(day.iso)") }
        }
        if let route = activity.second { lines.append("    second: \(support(route))") }
        if let single = activity.singleHanded {
            lines.append(
                "    single_handed: {needs: \(needs(single.needs)), extra_minutes: \(single.extraMinutes)}")
        }
        return lines
    }

    private static func support(_ route: SupportRoute) -> String {
        "{lowest_grade: \(route.lowestGrade), needs: \(needs(route.needs)), kinds: "
            + "[\(route.kinds.map(\.rawValue).joined(separator: ", "))], registered_may: \(route.registeredMay)}"
    }

    private static func needs(_ needs: [Need]) -> String {
        "{" + needs.map { "\($0.competency): \($0.level)" }.joined(separator: ", ") + "}"
    }
}
