// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Reading
import Workforce

/// The files of a changed week, made of those of the week that it was: what did not change stays as it was.
public struct ChangedFolder {
    /// The week as it was, as its files say.
    let base: Week
    /// The week that the files are to say.
    let changed: Week
    /// A file of the week's folder; nil: there is none.
    let file: (String) -> InputFile?
    /// Whether another plan is in force than the files of the week have.
    private let isInForceNew: Bool

    /// The path of the framework in a changed week's folder, which has its own.
    public static let framework = "framework.yaml"
    /// The folder in which a changed week keeps the change files it was made by.
    public static let changes = "changes"

    /// A changed week.
    ///
    /// - Parameters:
    ///   - isInForceNew: Whether another plan is in force than the files of the week have: then those are written anew.
    ///   - file: The file of the week's folder at a path; nil: there is none.
    public init(
        _ base: Week, as changed: Week, isInForceNew: Bool = false, file: @escaping (String) -> InputFile?
    ) {
        (self.base, self.changed, self.file) = (base, changed, file)
        self.isInForceNew = isInForceNew
    }

    /// The files: those named, with what changed in them, and tables that are new.
    ///
    /// - Parameters:
    ///   - names: The week's files as they are, by their paths from its folder.
    ///   - framework: The framework's file.
    public func files(_ names: [String], framework: InputFile) -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        let edits = tables()
        for name in names where !isInForceNew || !CurrentFiles.paths.contains(name) {
            guard let input = file(name) else { continue }
            files.append((name, edits[name] ?? edited(input) ?? input.bytes))
        }
        // A table that there was no file of.
        let written = Set(files.map(\.name))
        for name in edits.keys.sorted() where !written.contains(name) {
            files.append((name, edits[name] ?? []))
        }
        if isInForceNew { files += CurrentFiles.files(changed) }
        files.append((Self.framework, edited(framework: framework)))
        return files
    }

    /// The tables alone that say something else than they did, by their paths from the week's folder.
    public func changedTables() -> [(name: String, bytes: [UInt8])] {
        tables().sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What a file says that is no table of the week's values; nil: as it was.
    private func edited(_ input: InputFile) -> [UInt8]? {
        if input.path == "week.yaml" { return weekFile(input) }
        if input.path == TableSchema.overrides.path { return overrides(input) }
        return nil
    }

    // MARK: Tables

    /// The tables that change, by path.
    private func tables() -> [String: [UInt8]] {
        var edits: [String: [UInt8]] = [:]
        for (old, new) in zip(WeekRows(base).tables, WeekRows(changed).tables) {
            let path = old.schema.path
            var edit = TableEdit(old.schema, file(path))
            let key = Self.keys[path]
            if path == TableSchema.hoursBefore.path || path == TableSchema.otherHours.path {
                edits[path] = hours(path)
                continue
            }
            if let bytes = edit.file(old.rows, to: new.rows, key: key) { edits[path] = bytes }
        }
        return edits
    }

    /// The column by which rows of a table are known.
    private static let keys = [
        TableSchema.teams.path: "team", TableSchema.staff.path: "staff", TableSchema.rota.path: "staff",
        TableSchema.demand.path: "line",
    ]

    /// Rows of hours go with the person that they are of.
    private func hours(_ path: String) -> [UInt8]? {
        let left = Set(changed.staff.map(\.id))
        let gone = Set(base.staff.map(\.id)).subtracting(left)
        return file(path).flatMap { without(gone, $0, column: "staff", schema: path) }
    }

    /// What was decided about somebody or a line that is gone goes with them.
    private func overrides(_ input: InputFile) -> [UInt8]? {
        let gone = Set(base.staff.map(\.id)).subtracting(changed.staff.map(\.id))
            .union(Set(base.demand.map(\.id)).subtracting(changed.demand.map(\.id)))
        return without(gone, input, column: "what", schema: input.path)
    }

    /// A file without the records whose cell names one of those; nil: it is as it was.
    private func without(_ gone: Set<String>, _ input: InputFile, column: String, schema: String) -> [UInt8]?
    {
        guard !gone.isEmpty else { return nil }
        let table = CSVPieces(input, required: [column])
        guard let place = table.columns([column])[column] else { return nil }
        var bytes: [UInt8] = []
        for (index, piece) in table.pieces.enumerated() {
            if index != table.heading, let cells = piece.cells, cells.indices.contains(place) {
                let names = cells[place].split(separator: ";").map {
                    String($0.drop { $0 == " " }.trimmedEnd)
                }
                if names.contains(where: gone.contains) { continue }
            }
            bytes += piece.bytes
        }
        return bytes == input.bytes ? nil : bytes
    }

    // MARK: Documents

    private func weekFile(_ input: InputFile) -> [UInt8] {
        guard var edit = YAMLEdit(input) else { return input.bytes }
        edit.set(["framework"], .scalar(Self.framework))
        if let first = changed.frozenBefore, first != base.frozenBefore {
            edit.set(["frozen_before"], .scalar(changed.sessions[first].id))
        }
        for one in PolicyDifference.between(base.policy, changed.policy) {
            if let now = one.now { edit.set(["policy"] + one.path, now) }
        }
        return edit.bytes
    }

    private func edited(framework input: InputFile) -> [UInt8] {
        let changes = zip(base.framework.activities, changed.framework.activities).filter { $0 != $1 }
        guard !changes.isEmpty, var edit = YAMLEdit(input) else { return input.bytes }
        for (old, new) in changes {
            let path = ["activities", "id=\(new.id)"]
            if old.minutes != new.minutes { edit.set(path + ["minutes"], .scalar("\(new.minutes)")) }
            if old.recordMinutes != new.recordMinutes {
                edit.set(path + ["record_minutes"], .scalar("\(new.recordMinutes)"))
            }
            let professions = (new.registered?.professions ?? []).dropFirst(
                old.registered?.professions.count ?? 0)
            for profession in professions {
                edit.set(path + ["registered", "professions"], .item(profession))
            }
            guard let was = old.delegated, let now = new.delegated else { continue }
            if was.status != now.status {
                edit.set(path + ["delegated", "status"], .scalar(now.status.rawValue))
            }
            if was.approvedBy != now.approvedBy {
                edit.set(path + ["delegated", "approved_by"], .scalar(now.approvedBy))
            }
            if was.reviewOn != now.reviewOn, let day = now.reviewOn {
                edit.set(path + ["delegated", "review_on"], .scalar(day.iso))
            }
        }
        return edit.bytes
    }
}
