// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import WeekBooks
import Wording
import Workforce

/// Another program's export brought into a week.
///
///     let proposal = Import(.duties, week).read(files, map: map, diagnostics)
///     if let changed = proposal.week { … }
///
/// An export is cut down to the columns of its `ExportSchema` while it is read, and its words mean what an `ImportMap` says
/// that somebody has confirmed. The week is not changed: what it would become is handed over, whole or not at all.
public struct Import {
    /// What the export is of.
    let kind: ImportKind
    /// The week that it is brought into.
    let week: Week

    /// An import into a week.
    public init(_ kind: ImportKind, _ week: Week) { (self.kind, self.week) = (kind, week) }

    /// Reads an export.
    ///
    /// - Parameters:
    ///   - files: Its files, CSV or workbooks.
    ///   - map: The mapping's file; nil: there is none yet, and one is drafted.
    ///   - diagnostics: Takes what is wrong, at its place.
    public func read(_ files: [InputFile], map: InputFile?, _ diagnostics: Diagnostics) -> ImportProposal {
        let own = Diagnostics()
        var proposal = ImportProposal()
        var books: [ExportBook] = []
        var found: [(schema: ExportSchema, table: ExportTable)] = []
        for file in files {
            if file.path.lowercased().hasSuffix(".xlsx") {
                guard let book = ExportBook(file, own) else { continue }
                books.append(book)
                found += tables(of: file, book.tables, &proposal, own)
            } else {
                found += tables(of: file, [file], &proposal, own)
            }
        }
        propose(found, map, &proposal, own)
        own.tell(diagnostics) { one in books.reduce(one) { $1.told($0) } }
        return proposal
    }

    /// A file as the export that it is. Of a workbook's sheets those that are none are passed over, where another one is
    /// read, and which one that is is said.
    private func tables(
        of file: InputFile, _ inputs: [InputFile], _ proposal: inout ImportProposal,
        _ diagnostics: Diagnostics
    ) -> [(schema: ExportSchema, table: ExportTable)] {
        let isOneSheet = inputs.count > 1
        let errors = diagnostics.errorCount
        let tables = inputs.compactMap { input in
            ExportTable.read(input, kind.schemas, kind.title, isOneSheet: isOneSheet, diagnostics)
        }
        if tables.isEmpty, diagnostics.errorCount == errors {
            MissingHeadings.tell(
                of: kind.schemas, kind.title, at: inputs.first?.path ?? file.path, diagnostics)
        } else if isOneSheet, !tables.isEmpty {
            proposal.taken.append(
                "\(Show.counted(tables.count, "sheet")) of \(Show.count(inputs.count)): "
                    + tables.map { "\($0.table.file) (\($0.schema.title))" }.joined(separator: ", "))
        }
        return tables
    }

    private func propose(
        _ tables: [(schema: ExportSchema, table: ExportTable)], _ map: InputFile?,
        _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        for table in tables { proposal.tell(table.table) }
        let reader = reader(tables, &proposal, diagnostics)
        defer { proposal.tellCounts() }
        guard let map else {
            if !diagnostics.hasErrors {
                proposal.draft = ImportMap.draft(kind, reader.terms, on: reader.settings)
            }
            return
        }
        let confirmed = ImportMap.read(map, kind, week, diagnostics)
        if let confirmed, confirmed.explains(reader.terms, diagnostics), !diagnostics.hasErrors {
            let changed = reader.changed(by: confirmed, &proposal, diagnostics)
            if !diagnostics.hasErrors { proposal.week = changed }
        }
    }

    private func reader(
        _ tables: [(schema: ExportSchema, table: ExportTable)], _ proposal: inout ImportProposal,
        _ diagnostics: Diagnostics
    ) -> any ImportReader {
        switch kind {
        case .duties: DutiesImport(tables.map(\.table), week, &proposal, diagnostics)
        case .unavailability: UnavailabilityImport(tables.map(\.table), week, &proposal, diagnostics)
        case .esr: ESRImport(tables, week, &proposal, diagnostics)
        case .careWorkers: CareWorkersImport(tables, week, &proposal, diagnostics)
        case .contacts: ContactsImport(tables, week, &proposal, diagnostics)
        case .rota: RotaImport(tables.map(\.table), week, &proposal, diagnostics)
        }
    }
}

/// What one kind of export comes to.
protocol ImportReader {
    /// The words that a mapping has to explain.
    var terms: ImportTerms { get }
    /// The settings that a draft has on.
    var settings: Set<String> { get }

    /// The week as it becomes by what a mapping says.
    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week
}

extension ImportReader {
    var settings: Set<String> { [] }
}
