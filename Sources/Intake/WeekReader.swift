// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads a week's folder: week.yaml, the framework it names and every table.
///
///     let (week, diagnostics, inputs) = WeekReader.read(folder: folder)
///     guard let week else { return show(diagnostics) }
///
/// Every problem of every file is reported at once; the week is nil exactly when an error stands.
public enum WeekReader {
    /// The files that a week's folder may hold, by their paths from there; the framework lies elsewhere.
    public static let files =
        WeekDraft.files + ["current/deployments.csv", "current/contacts.csv"]

    /// Reads a week.
    ///
    /// - Parameter folder: The folder that holds week.yaml.
    /// - Returns: The week (nil when an error stands), everything found on the way, sorted by file, line and
    ///   column, and the digests of the files that plans are made from, sorted by path.
    public static func read(
        folder: some PathConvertible
    ) -> (week: Week?, diagnostics: [Diagnostic], inputs: [InputDigest]) {
        let draft = WeekDraft(folder: folder.filePath)
        guard draft.isFolder() else { return (nil, draft.diagnostics.sorted, []) }
        draft.readWeekFile()
        draft.readTeams()
        draft.readStaff()
        draft.readHours()
        draft.readSignOffs()
        draft.readRota()
        draft.readDemand()
        draft.readDecisions()
        draft.readAgreements()
        draft.readTravel()
        draft.readPlacements()
        draft.readCurrent()
        draft.readOverrides()
        draft.tellOtherWeeks()
        draft.tellSpreadsheetHabits()
        draft.lookForMisnamedFiles()
        draft.checkEmployers()
        draft.checkLocalities()
        draft.checkAssessments()
        draft.checkCoverage()
        draft.checkPins()
        draft.checkDecisionEffects()
        draft.checkRosteredTime()
        let week = draft.week()
        if let week { Findings.tell(of: draft.placed(week), draft.diagnostics) }
        return (week, draft.diagnostics.sorted, draft.inputs.sorted { $0.path < $1.path })
    }
}
