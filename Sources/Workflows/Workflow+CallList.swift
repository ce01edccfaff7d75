// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Foundation
import PlanFolder
import Reading
import Surges
import Wording
import Workforce

/// A call list as it is worked off: the calls with what was typed so far, and what stays unmet.
public struct CallsAtHand: Sendable {
    /// The week that is called for, with the answers that the list was ranked by.
    public let week: Week
    /// The rows, in the order of the list.
    public let rows: [CallRow]
    /// What stays unmet, the most pressing care first.
    public let unmet: [UnmetTable.Line]
    /// The file as it was read.
    let input: InputFile

    /// The calls that are still to be made, in the order to ring.
    public var open: [CallRow] { rows.filter { $0.rank != nil && $0.answer == nil } }
    /// The calls that were answered.
    public var answered: [CallRow] { rows.filter { $0.answer != nil } }
    /// Calls that were tried and that nobody proposes any more.
    public var others: [CallRow] { rows.filter { $0.rank == nil && $0.answer == nil } }

    /// The list's file with something typed into a row; nil where it has no such row.
    public func typing(_ typing: CallTyping, into key: CallRow.Key) -> [UInt8]? {
        rows.firstIndex { $0.key == key }.flatMap { typing.put(into: input, row: $0) }
    }

    /// The answers as change files for a plan that goes by them; see `CallAnswers.planning`.
    ///
    /// - Parameters:
    ///   - plan: The plan that people work by.
    ///   - first: The first session that is not over by now, by its name; nil: as the list has it.
    ///   - breakGlass: Why the list has agency beyond the cap; nil: it has none. Where somebody of it said yes, the cap is
    ///     raised as far as is needed.
    /// - Returns: What people said, nil where all of that is over; and that nobody else is booked in that one plan, nil
    ///   where there is nobody else.
    public func planning(
        _ plan: PlanRows, from first: String?, title: String, breakGlass: String? = nil
    ) -> (answered: String?, notRung: String?) {
        let open = week.sessions.firstIndex { $0.id == first } ?? 0
        let answers = rows.answers
        let planned = answers.planning(in: week, plan: plan, from: open)
        let isBeyondCap = rows.contains { $0.answer == .yes && $0["rung"] == Rung.agencyOverCap.rawValue }
        let cap = breakGlass != nil && isBeyondCap ? answers.agencyCap(in: week, plan: plan) : nil
        return (
            answered: planned.answered.isEmpty
                ? nil : Workflow.answersText(planned.answered, title: title, cap: cap, breakGlass),
            notRung: planned.notRung.isEmpty
                ? nil : ChangeFileText(planned.notRung, title: "\(title): who was not rung").text
        )
    }

    /// Who said yes and is not where they were asked for: whose session a plan leaves out.
    ///
    /// - Parameter isPlanned: Whether the plan has somebody, by identifier, in a session, by name.
    public func unplanned(_ isPlanned: (_ staff: String, _ session: String) -> Bool) -> [CallRow.Key] {
        rows.filter { $0.answer == .yes }.compactMap { row in
            let missing = row.key.sessions.filter { !isPlanned(row.key.staff, $0) }
            return missing.isEmpty ? nil : CallRow.Key(staff: row.key.staff, sessions: missing)
        }
    }
}

extension Workflow {
    /// Reads the folder of a call list.
    ///
    /// - Parameter week: The week in it, where that was read already.
    public func calls(in folder: FilePath, week read: Week? = nil) throws(WorkflowError) -> CallsAtHand {
        let week: Week
        if let read { week = read } else { week = try self.read(week: folder.appending("week")).week }
        let diagnostics = Diagnostics()
        let list = InputFile.load(
            CallSheet.file, in: folder, at: folder.appending(FilePath(CallSheet.file)), diagnostics)
        let unmet = InputFile.load(
            UnmetTable.file, in: folder, at: folder.appending(FilePath(UnmetTable.file)), diagnostics)
        guard let list, let rows = CallRow.read(list, week: week, diagnostics), let unmet,
            let lines = UnmetTable.read(unmet, diagnostics)
        else {
            throw WorkflowError(
                .input, "\(folder): the call list cannot be read.", diagnostics: diagnostics.sorted)
        }
        return CallsAtHand(week: week, rows: rows, unmet: lines, input: list)
    }

    /// The answers of a call list as change files for a plan that goes by them.
    public func planning(
        _ calls: CallsAtHand, plan path: FilePath, from first: String?, title: String,
        breakGlass: String? = nil
    ) throws(WorkflowError) -> (answered: String?, notRung: String?) {
        calls.planning(
            try read(start: path, calls.week).rows, from: first, title: title, breakGlass: breakGlass)
    }

    /// What a call list says besides whom to ring; nil where that was not asked.
    public func summary(ofCalls folder: FilePath) -> CallsSummary? {
        guard let bytes = try? folder.appending(CallsSummary.file).read(atMost: InputFile.tableLimit) else {
            return nil
        }
        return try? JSONDecoder().decode(CallsSummary.self, from: Data(bytes))
    }

    /// What a call list says besides whom to ring, as its folder keeps it; nil where that was not asked.
    static func summary(of made: CallsMade) throws(WorkflowError) -> String? {
        let summary = CallsSummary(outlook: made.outlook, standby: made.standby, week: made.surge.week)
        guard !summary.sections.isEmpty else { return nil }
        do { return try JSONText.of(summary) + "\n" } catch {
            throw WorkflowError(.fault, "\(CallsSummary.file) cannot be written: \(error)")
        }
    }
}
