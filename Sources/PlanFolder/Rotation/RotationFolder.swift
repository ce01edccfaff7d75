// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Tables
import Workforce

/// A rotation plan as a folder of files that a planner reads and edits: five tables, `rotation.json`, and `report.html` with
/// the report's own tables in `tables`.
///
///     try RotationFolder.write(stated, shown: shown, to: folder)
///     let (stated, diagnostics) = RotationFolder.read(from: folder)
///
/// A folder is written whole or not at all, and the same plan gives the same bytes. What is read back says what stands in
/// the files; whether the plan keeps the rules is for the audit.
public enum RotationFolder {
    /// The file of the summary; a folder that holds it is taken for a rotation plan.
    public static let summaryFile = "rotation.json"
    /// The page of its report.
    public static let page = ReportFiles.page
    /// Every file of a plan, but for the tables of its report.
    public static let files = [
        PlacementsFile.file, SequencesFile.file, FilledFile.file, UnfilledFile.file, GainedFile.file,
        summaryFile, ReportFiles.list, ReportFiles.page,
    ]

    /// Writes a plan in the place of an earlier one, or where there is nothing. Files beside the plan's own that somebody
    /// put into the folder are kept.
    ///
    /// - Throws: What stands in the way, and what to do about it. What was there is there still.
    public static func write(
        _ stated: StatedRotation, shown: ShownPlan, to folder: some PathConvertible
    ) throws(PlanFolderError) {
        try FolderReplacement.replace(
            folder, with: contents(stated, shown: shown), stale: ReportFiles.earlier(in: folder),
            kind: .rotation)
    }

    /// Renders the report in a plan's folder anew; everything else there stays as it is.
    public static func refresh(
        _ shown: ShownPlan, in folder: some PathConvertible
    ) throws(PlanFolderError) {
        try FolderReplacement.replace(
            folder, with: ReportFiles.contents(of: shown), stale: ReportFiles.earlier(in: folder),
            kind: .rotation)
    }

    /// Finds out before a long search whether a plan could be written there.
    ///
    /// - Throws: What `write` would throw.
    public static func checkWritable(_ folder: some PathConvertible) throws(PlanFolderError) {
        try FolderReplacement.check(folder, for: files, kind: .rotation)
    }

    /// The files of a plan, by name, in the order they are written.
    static func contents(
        _ stated: StatedRotation, shown: ShownPlan
    ) throws(PlanFolderError) -> [(name: String, bytes: [UInt8])] {
        let texts = try texts(of: stated)
        let summary = try RotationSummaryFile.text(
            of: stated.summary, tables: texts.map { TableDigests.digest($0.name, $0.text) },
            report: shown.figures)
        return (texts + [(summaryFile, summary)]).map { ($0.name, Array($0.text.utf8)) }
            + ReportFiles.contents(of: shown)
    }

    /// The plan's tables as texts, by name.
    private static func texts(
        of stated: StatedRotation
    ) throws(PlanFolderError) -> [(name: String, text: String)] {
        [
            (PlacementsFile.file, try PlacementsFile.text(of: stated.placements)),
            (SequencesFile.file, try SequencesFile.text(of: stated.sequences)),
            (FilledFile.file, try FilledFile.text(of: stated.filled)),
            (UnfilledFile.file, try UnfilledFile.text(of: stated.unfilled)),
            (GainedFile.file, try GainedFile.text(of: stated.gained)),
        ]
    }

    /// The tables that say something else than they did when the plan was made; none where it does not say what they
    /// said.
    static func edited(_ stated: StatedRotation, since made: [InputDigest]) -> [String] {
        guard !made.isEmpty, let texts = try? texts(of: stated) else { return [] }
        let now = texts.map { TableDigests.digest($0.name, $0.text) }
        return now.filter { !made.contains($0) }.map(\.path)
    }
}
