// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import WeekBooks
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
        var books: [ExportBook] = []
        var inputs: [(file: InputFile, isOneSheet: Bool)] = []
        for file in files {
            if file.path.lowercased().hasSuffix(".xlsx") {
                guard let book = ExportBook(file, own) else { continue }
                books.append(book)
                inputs += book.tables.map { ($0, book.tables.count > 1) }
            } else {
                inputs.append((file, false))
            }
        }
        let proposal = proposal(tables(inputs, own), map, own)
        for one in own.sorted {
            let placed = books.reduce(one) { $1.told($0) }
            diagnostics.add(
                placed.severity,
                at: Place(file: placed.file, line: placed.line, column: placed.column, cell: placed.cell),
                field: placed.field, found: placed.found, expected: placed.expected, message: placed.message)
        }
        return proposal
    }

    /// Each file as the export that it is. Of a workbook's sheets those that are like none are passed over, where another
    /// one is read.
    private func tables(
        _ inputs: [(file: InputFile, isOneSheet: Bool)], _ diagnostics: Diagnostics
    ) -> [(schema: ExportSchema, table: ExportTable)] {
        let tables = inputs.compactMap { input in
            ExportTable.read(
                input.file, kind.schemas, kind.title, isOneSheet: input.isOneSheet, diagnostics)
        }
        if tables.isEmpty, !diagnostics.hasErrors, let first = inputs.first {
            MissingHeadings.tell(of: kind.schemas, kind.title, at: first.file.path, diagnostics)
        }
        return tables
    }

    private func proposal(
        _ tables: [(schema: ExportSchema, table: ExportTable)], _ map: InputFile?, _ diagnostics: Diagnostics
    ) -> ImportProposal {
        var proposal = ImportProposal()
        for table in tables { proposal.tell(table.table) }
        let reader = reader(tables, &proposal, diagnostics)
        guard let map else {
            proposal.tellCounts()
            if !diagnostics.hasErrors {
                proposal.draft = ImportMap.draft(kind, reader.terms, on: reader.settings)
            }
            return proposal
        }
        let confirmed = ImportMap.read(map, kind, week, diagnostics)
        if let confirmed, confirmed.explains(reader.terms, diagnostics), !diagnostics.hasErrors {
            let changed = reader.changed(by: confirmed, &proposal, diagnostics)
            if !diagnostics.hasErrors { proposal.week = changed }
        }
        proposal.tellCounts()
        return proposal
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
