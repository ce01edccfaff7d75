// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import Tables
import TestSupport
import Testing
import Workforce

@testable import Imports

/// The first week, exports made of rows, and all that an import says.
enum Exports {
    /// The shipped first week.
    static func week() throws -> Week {
        let folder = Repository.root.appending(path: "Rosters/first-week")
        return try #require(WeekReader.read(folder: FilePath(folder.path)).week)
    }

    /// A shipped export.
    static func shipped(_ name: String) throws -> InputFile {
        let file = Repository.root.appending(path: "Rosters/first-week/exports/\(name)")
        return InputFile(path: name, bytes: Array(try Data(contentsOf: file)))
    }

    /// A file of lines.
    static func file(_ name: String, _ lines: String...) -> InputFile {
        InputFile(path: name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// A mapping.
    static func map(_ text: String) -> InputFile {
        InputFile(path: "map.yaml", bytes: Array(("confirmed: yes\n" + text).utf8))
    }

    /// The draft that an import makes, confirmed as it stands, with what is blank ignored.
    static func confirmedDraft(
        _ kind: ImportKind, _ files: [InputFile], _ week: Week
    ) throws -> InputFile {
        let draft = try #require(Import(kind, week).read(files, map: nil, Diagnostics()).draft)
        let lines = draft.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard let end = line.range(of: "\": ") ?? line.range(of: "\":") else { return String(line) }
            let value = line[end.upperBound...].prefix { $0 != "#" }.filter { $0 != " " }
            return value.isEmpty ? line[..<end.lowerBound] + "\": ignore" : String(line)
        }
        let text = lines.joined(separator: "\n").replacing("confirmed: no", with: "confirmed: yes")
        return InputFile(path: "map.yaml", bytes: Array(text.utf8))
    }

    /// All that an import says of an export, in one text.
    static func everything(_ proposal: ImportProposal, _ diagnostics: Diagnostics) -> String {
        let told = diagnostics.sorted.flatMap {
            [$0.description, $0.found ?? "", $0.expected ?? "", $0.field ?? "", $0.message]
        }
        let tables = proposal.tables.flatMap { [$0.csv] + $0.lines }
        let staff = (proposal.week?.staff ?? []).flatMap {
            [$0.id, $0.name, $0.employer, $0.baseLocality, $0.homeTeam ?? ""] + $0.roles
        }
        let signOffs = (proposal.week?.signOffs ?? []).flatMap { [$0.staff, $0.competency, $0.signedOffBy] }
        let minimums = (proposal.week?.minimums ?? []).flatMap { [$0.team] + $0.kind.professions }
        let values = staff + signOffs + minimums + [proposal.draft ?? ""]
        return (told + proposal.taken + proposal.unknown + proposal.leftOut + tables + values)
            .joined(separator: "\n")
    }

    /// The mark of somebody in a session.
    static func mark(_ week: Week?, _ staff: String, _ session: String) -> String? {
        guard let week, let s = week.staff.firstIndex(where: { $0.id == staff }),
            let t = week.sessions.firstIndex(where: { $0.id == session })
        else { return nil }
        let mark = week.rota[s][t]
        return mark.duty.rawValue + (mark.minutes.map { "/\($0)" } ?? "")
            + (mark.pins.isEmpty ? "" : "@" + mark.pins.joined(separator: ";"))
    }

    /// The rows of a table of a proposal, as its CSV has them.
    static func rows(_ name: String, _ proposal: ImportProposal) -> [String] {
        let table = proposal.tables.first { $0.name == name }
        return (table?.csv ?? "").split(separator: "\n").dropFirst().map(String.init)
    }
}
