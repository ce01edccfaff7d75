// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Imports
import PlanFolder
import Reading
import Tables
import WeekBooks
import Wording
import Workforce

/// An export to be brought into a week.
public struct ImportRequest: Sendable {
    /// What it is of.
    public var kind: ImportKind
    /// Its files.
    public var files: [FilePath]
    /// The week's folder, whose tables are changed.
    public var week: FilePath
    /// What the export's words mean; nil: `import-KIND.yaml` in the week's folder.
    public var map: FilePath?
    /// A folder for the tables of what the export shows; nil: they are not written.
    public var tables: FilePath?
    /// Whether nothing is written.
    public var isDryRun = false

    /// An import.
    public init(
        _ kind: ImportKind, _ files: [FilePath], into week: FilePath, map: FilePath? = nil,
        tables: FilePath? = nil, isDryRun: Bool = false
    ) {
        (self.kind, self.files, self.week) = (kind, files, week)
        (self.map, self.tables, self.isDryRun) = (map, tables, isDryRun)
    }

    /// The mapping's file.
    var mapping: FilePath {
        let name = FilePath("import-\(kind.rawValue).yaml")
        return map ?? (week.isFolder ? week.appending(name) : week.parent.appending(name))
    }
}

/// What an import came to.
public struct Imported: Sendable {
    /// What there is to say of the export, and a draft of a mapping where there was none.
    public let proposal: ImportProposal
    /// The mapping's file.
    public let map: FilePath
    /// What differs from the week that it was.
    public let differences: [WeekDifference]
    /// The tables of the week that were written, or would be, as whoever keeps it knows them.
    public let changed: [String]
    /// Whether the week is kept in a workbook, of which tables are sheets.
    let isBook: Bool

    /// Differences that are told one by one; all stand in the table of that name.
    private static let mostTold = 40

    /// What was found out, as lines.
    public var lines: [String] {
        var lines: [String] = []
        func add(_ title: String, _ sentences: [String]) {
            guard !sentences.isEmpty else { return }
            lines += [title + ":"] + sentences.map { "- " + Table.plain($0) }
        }
        add("Taken", proposal.taken)
        add("Not recognised", proposal.unknown)
        add("Left out on purpose", proposal.leftOut)
        if proposal.week != nil {
            let told = differences.prefix(Self.mostTold).map(\.sentence)
            let more = differences.count - told.count
            add(
                "Differs from the week",
                told.isEmpty
                    ? ["Nothing."]
                    : told + (more > 0 ? ["and \(more) more: --tables FOLDER writes them all"] : []))
        }
        for table in proposal.tables where !table.rows.isEmpty { lines += [""] + table.lines }
        return isBook ? lines.map { WeekBook.words($0) } : lines
    }

    /// What differs, as a table.
    var differencesTable: Table {
        Table(
            name: "import-differences", caption: "What differs from the week",
            columns: [
                .text("Part", "part"), .text("Subject", "subject"), .prose("Difference", "difference"),
            ],
            rows: differences.map { [.text($0.part.rawValue), .text($0.subject ?? ""), .text($0.sentence)] })
    }
}

extension Workflow {
    /// Brings an export into a week: its tables are changed, all of them or none, once there is no error left and somebody
    /// has confirmed what the export's words mean. Where nobody has yet, a mapping is drafted and nothing else is done.
    public func importing(_ request: ImportRequest) throws(WorkflowError) -> Imported {
        let input = try read(week: request.week)
        try check(request, input)
        let diagnostics = Diagnostics()
        let files = request.files.compactMap { path in
            InputFile.load(path.description, in: path.parent, at: path, diagnostics)
        }
        let map =
            request.mapping.exists
            ? InputFile.load(
                request.mapping.description, in: request.mapping.parent, at: request.mapping,
                limit: InputFile.documentLimit, diagnostics) : nil
        let proposal = Import(request.kind, input.week).read(files, map: map, diagnostics)
        let found = diagnostics.sorted
        guard !diagnostics.hasErrors else {
            let errors = found.count { $0.severity == .error }
            throw WorkflowError(
                .input, "\(Show.counted(errors, "error")) in the export or its mapping; nothing was written.",
                diagnostics: found)
        }
        for diagnostic in found { tell(.remark(diagnostic)) }
        guard let week = proposal.week else {
            try write(draft: proposal.draft, request)
            return Imported(
                proposal: proposal, map: request.mapping, differences: [], changed: [],
                isBook: input.folder.isGiven)
        }
        let tables = try changedTables(of: input, as: week)
        let imported = Imported(
            proposal: proposal, map: request.mapping,
            differences: WeekDifference.between(input.week, week),
            changed: tables.map { input.words($0.name) },
            isBook: input.folder.isGiven)
        if !request.isDryRun { try write(imported, tables, input, request) }
        return imported
    }

    /// Refuses what cannot be written into, and exports that are files of the week.
    private func check(_ request: ImportRequest, _ input: WeekAtHand) throws(WorkflowError) {
        if !request.isDryRun { try checkFolder(input, request.week, into: "an import") }
        try WorkflowError.writing { () throws(PlanFolderError) in
            for path in request.files + [request.mapping] { try input.files.check(path) }
            guard let target = request.tables else { return }
            var used = input.files
            for path in request.files { used.add(path, as: "the export") }
            used.add(request.mapping, as: "the mapping")
            try used.check(within: target)
            try TableFolder.checkWritable(target, first: "import-differences")
        }
    }

    private func write(draft: String?, _ request: ImportRequest) throws(WorkflowError) {
        guard let draft, !request.isDryRun else { return }
        let isNew = try WorkflowError.writing { () throws(PlanFolderError) in
            try OutputFile.create(request.mapping, with: Array(draft.utf8))
        }
        guard isNew else {
            throw WorkflowError(.output, "\(request.mapping) is there already: run the import once more.")
        }
    }

    private func write(
        _ imported: Imported, _ tables: [(name: String, bytes: [UInt8])], _ input: WeekAtHand,
        _ request: ImportRequest
    ) throws(WorkflowError) {
        try update(input, tables: tables)
        guard let target = request.tables else { return }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try TableFolder.write([imported.differencesTable] + imported.proposal.tables, to: target)
        }
    }
}
