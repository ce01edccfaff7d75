// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Answers given by flags: `S` or `S@SESSION`, who comes and who does not. A flag counts for more than what stands in the
/// call list.
public struct AnswerFlags: Sendable {
    private let accepted: [String]
    private let declined: [String]

    /// The texts of the flags.
    public init(accepted: [String], declined: [String]) {
        (self.accepted, self.declined) = (accepted, declined)
    }

    /// Puts the answers into the call list.
    ///
    /// - Parameter rows: The plan that people work by.
    /// - Returns: Everything that is wrong with them, a sentence each; none: they all are in.
    public func put(into sheet: inout CallSheet, _ week: Week, plan rows: PlanRows) -> [String] {
        var problems: [String] = []
        var said: [Shift: CallAnswer] = [:]
        let index = WeekIndex(week)
        let planned = rows.shifts(index)
        for (texts, answer, flag) in [
            (accepted, CallAnswer.yes, "--accepted"), (declined, .no, "--declined"),
        ] {
            for text in texts {
                switch Self.shifts(text, answer, sheet, week, index, planned) {
                case .failure(let problem):
                    problems.append("\(flag) \(Diagnostic.shortened(text)): \(problem.text)")
                case .success(let shifts):
                    if shifts.contains(where: { said[$0].map { $0 != answer } ?? false }) {
                        problems.append(
                            "\(flag) \(Diagnostic.shortened(text)): accepted and declined at once; say one of them"
                        )
                    }
                    if answer == .yes {
                        problems += Self.unread(shifts, sheet).map {
                            "\(flag) \(Diagnostic.shortened(text)): mend 'displaces' of its row first: \($0)"
                        }
                    }
                    for shift in shifts { said[shift] = answer }
                    sheet.answer(shifts, answer)
                }
            }
        }
        return problems
    }

    /// What the rows of some sessions say that they take over and that cannot be read.
    private static func unread(_ shifts: [Shift], _ sheet: CallSheet) -> [String] {
        sheet.calls.filter { $0.shifts.contains(where: shifts.contains) }.compactMap(\.unread)
    }

    private struct Problem: Error {
        let text: String
    }

    /// The sessions that a flag is about.
    private static func shifts(
        _ text: String, _ answer: CallAnswer, _ sheet: CallSheet, _ week: Week, _ index: WeekIndex,
        _ planned: Set<Shift>
    ) -> Result<[Shift], Problem> {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard let person = index.person(parts[0]) else {
            let nearest = nearestName(to: parts[0], in: week.staff.map(\.id))
            return .failure(
                Problem(
                    text: "nobody on the roster is '\(Diagnostic.shortened(parts[0]))'\(didYouMean(nearest))")
            )
        }
        return parts.count > 1
            ? shift(person, parts[1], week, index)
            : shifts(of: person, answer, sheet, week, planned)
    }

    /// The one session that a flag names.
    private static func shift(
        _ person: Int, _ name: String, _ week: Week, _ index: WeekIndex
    ) -> Result<[Shift], Problem> {
        guard let session = index.session(name) else {
            return .failure(
                Problem(
                    text: "'\(Diagnostic.shortened(name))' is no session of the week; write it as "
                        + (week.sessions.first?.id ?? "")))
        }
        guard week.openSessions.contains(session) else { return .failure(Problem(text: "\(name) is over")) }
        let shift = Shift(person: person, session: session)
        guard week.mayBeCalled(shift) else {
            return .failure(
                Problem(
                    text:
                        "the rota says \(week.markInWords(shift)) of them on \(name); only who is A or C may be called"
                ))
        }
        return .success([shift])
    }

    /// The sessions of a flag that names none: it overturns no answer that was typed, and cancels nothing that the plan
    /// has booked and nobody was rung for.
    private static func shifts(
        of person: Int, _ answer: CallAnswer, _ sheet: CallSheet, _ week: Week, _ planned: Set<Shift>
    ) -> Result<[Shift], Problem> {
        let id = week.staff[person].id
        let onSheet = sheet.calls.flatMap(\.shifts).filter { $0.person == person }
        func isOpen(_ shift: Shift) -> Bool {
            week.openSessions.contains(shift.session) && week.mayBeCalled(shift)
        }
        let (all, problem): ([Shift], String)
        switch answer {
        case .yes:
            let declined = sheet.answers.declined
            all = onSheet.filter { !declined.contains($0) && isOpen($0) }
            problem =
                "no call to them that is still open is on the list; say to which session, as \(id)@SESSION"
        case .no:
            all = week.sessions.indices.map { Shift(person: person, session: $0) }.filter {
                isOpen($0) && (!planned.contains($0) || onSheet.contains($0))
            }
            problem =
                "the rota has no A or C of them in a session still to come that the plan has not booked already; say "
                + "which session, as \(id)@SESSION"
        }
        return all.isEmpty ? .failure(Problem(text: problem)) : .success(all)
    }
}
