// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What kind of folder is written, so that no folder of another kind is replaced.
enum FolderKind: Equatable {
    /// A plan of a week: it holds `plan.json`.
    case plan
    /// A rotation plan: it holds `rotation.json`.
    case rotation
    /// A report apart from its plan: it holds `report.html`, and no plan.
    case report
    /// Tables that belong to no plan: it holds the file of that name.
    case tables(String)

    /// The kinds of plans: what they are kept for is alike.
    private static let plans: [FolderKind] = [.plan, .rotation]

    /// The file by which such a folder is known.
    var marker: String? {
        switch self {
        case .plan: PlanFolder.summaryFile
        case .rotation: RotationFolder.summaryFile
        case .report: ReportFiles.page
        case .tables(let marker): marker.isEmpty ? nil : marker
        }
    }

    /// The kind of plan that a folder holds; nil: it holds none, or is not there.
    static func plan(in folder: FilePath) -> FolderKind? {
        guard (try? FileSystem.kind(folder)) == .folder else { return nil }
        return plans.first { kind in kind.marker.map { folder.appending($0).exists } ?? false }
    }

    /// Refuses a folder that holds something and is not of this kind. Hidden files make no folder full.
    func check(_ path: String, holding names: [String]) throws(PlanFolderError) {
        guard let stranger = names.first(where: { !$0.hasPrefix(".") }) else { return }
        let other = Self.plans.first { kind in
            kind != self && (kind.marker.map(names.contains) ?? false)
        }
        switch self {
        case .plan:
            guard names.contains(PlanFolder.summaryFile) else {
                throw .isNotAPlan(path: path, holds: other?.marker ?? stranger)
            }
        case .rotation:
            guard names.contains(RotationFolder.summaryFile) else {
                throw .lacks(
                    path: path, holds: other?.marker ?? stranger, marker: RotationFolder.summaryFile)
            }
        case .report:
            guard other == nil else { throw .isAPlan(path: path) }
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
