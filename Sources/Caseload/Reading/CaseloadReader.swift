// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads the folder of a caseload against a week: profiles.yaml and the tables.
///
///     let (book, diagnostics) = CaseloadReader.read(InputFolder(path), week: week)
///
/// Every problem of every file is reported at once; there is no book exactly when an error stands.
public enum CaseloadReader {
    /// The files that the folder may hold.
    public static let files = [ProfilesReader.path] + TableSchema.caseload.map(\.path)

    /// Reads a caseload.
    public static func read(
        _ folder: InputFolder, week: Week
    ) -> (book: CaseloadBook?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        let basis = CaseloadBasis(folder, week, diagnostics)
        let stays = StaysTable(basis)
        let cases = CasesTable(basis, stays)
        var rows = StartRows()
        let starts = StartsTable(basis, stays, cases, &rows)
        let flows = FlowsTable(basis, cases, &rows)
        if !cases.isThere, !starts.isThere, !flows.isThere {
            diagnostics.add(
                .error, at: Place(file: TableSchema.cases.path),
                expected: "a caseload.csv, a starts.csv or an ipacs.csv in \(folder.path)",
                message: "there is neither caseload.csv nor starts.csv nor ipacs.csv")
        } else if cases.values.isEmpty, starts.values.isEmpty, flows.values.isEmpty, !diagnostics.hasErrors {
            let path = [cases.isThere ? TableSchema.cases : nil, starts.isThere ? .starts : .flows]
            diagnostics.add(
                .error, at: Place(file: path.compactMap(\.self).first?.path ?? ""),
                expected: "a row a case in caseload.csv, or a row a team in starts.csv or ipacs.csv",
                message: "there is nobody in the caseload")
        }
        basis.pathways.tell(diagnostics)
        let book = CaseloadBook(
            cases: cases.values, starts: starts.values + flows.values,
            profiles: basis.profiles?.values ?? [])
        basis.tellWindows(book)
        return (diagnostics.hasErrors ? nil : book, diagnostics.sorted)
    }
}
