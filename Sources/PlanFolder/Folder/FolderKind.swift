// SPDX-License-Identifier: GPL-3.0-or-later

/// What kind of folder is written, so that no folder of another kind is replaced.
enum FolderKind {
    /// A plan: it holds `plan.json`.
    case plan
    /// A report apart from its plan: it holds `report.html`, and no plan.
    case report
    /// Tables that belong to no plan: it holds the file of that name.
    case tables(String)

    /// The file by which such a folder is known.
    var marker: String? {
        switch self {
        case .plan: PlanFolder.summaryFile
        case .report: ReportFiles.page
        case .tables(let marker): marker.isEmpty ? nil : marker
        }
    }

    /// Refuses a folder that holds something and is not of this kind. Hidden files make no folder full.
    func check(_ path: String, holding names: [String]) throws(PlanFolderError) {
        guard let stranger = names.first(where: { !$0.hasPrefix(".") }) else { return }
        switch self {
        case .plan:
            guard names.contains(PlanFolder.summaryFile) else {
                throw .isNotAPlan(path: path, holds: stranger)
            }
        case .report:
            guard !names.contains(PlanFolder.summaryFile) else { throw .isAPlan(path: path) }
            guard names.contains(ReportFiles.page) else {
                throw .isNotAReport(path: path, holds: stranger)
            }
        case .tables(let marker):
            guard names.contains(marker) else {
                throw .lacks(path: path, holds: stranger, marker: marker)
            }
        }
    }
}
