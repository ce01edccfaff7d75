// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Workforce

/// Reads a week's folder: week.yaml, the framework it names and every table.
///
///     let (week, diagnostics, inputs) = WeekReader.read(folder: folder)
///     guard let week else { return show(diagnostics) }
///
/// Every problem of every file is reported at once; the week is nil exactly when an error stands.
public enum WeekReader {
    /// Reads a week.
    ///
    /// - Parameter folder: The folder that holds week.yaml.
    /// - Returns: The week (nil when an error stands), everything found on the way, sorted by file, line and
    ///   column, and the digests of the files that plans are made from, sorted by path.
    public static func read(
        folder: URL
    ) -> (week: Week?, diagnostics: [Diagnostic], inputs: [InputDigest]) {
        let draft = WeekDraft(folder: folder)
        guard draft.isFolder() else { return (nil, draft.diagnostics.sorted, []) }
        draft.readWeekFile()
        draft.readTeams()
        draft.readStaff()
        draft.readSignOffs()
        draft.readRota()
        draft.readDemand()
        draft.readDecisions()
        draft.readAgreements()
        draft.readTravel()
        draft.readPlacements()
        draft.readCurrent()
        draft.readOverrides()
        draft.lookForMisnamedFiles()
        draft.checkEmployers()
        draft.checkLocalities()
        draft.checkCoverage()
        draft.checkPins()
        draft.checkRosteredTime()
        let week = draft.week()
        return (week, draft.diagnostics.sorted, draft.inputs.sorted { $0.path < $1.path })
    }
}
