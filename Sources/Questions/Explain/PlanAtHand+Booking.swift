// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// Why a person is booked: what each paid session is for, what goes without it, and what would be done
    /// instead.
    ///
    /// - Parameter session: One session's name; nil: all of the person's paid sessions.
    public func explain(bookingOf id: String, session: String? = nil) throws(QuestionError) -> Answer {
        let s = try known(id)
        let asked = try session.map { name throws(QuestionError) in try known(session: name) }
        let names = Naming(week: week)
        let rows = plan.bookings.filter { row in
            row.staff == id && week.sessions.indices.contains(row.session)
                && (asked.map { row.session == $0 } ?? true)
        }
        var answer = Answer(question: "Why is \(names.person(s)) booked?", sentences: [])
        guard !rows.isEmpty else {
            answer.sentences = [
                "The plan books no paid session for \(names.person(s))"
                    + (asked.map { " on \(names.session($0))" } ?? "")
                    + "."
            ]
            return answer
        }
        // Nothing is found out, or tried, about what is over.
        let open = rows.filter { week.openSessions.contains($0.session) }
        answer.sentences = rows.filter { !week.openSessions.contains($0.session) }.map { row in
            "\(names.session(row.session)): booked, \(Show.pounds(row.cost)); the session is over."
        }
        guard !open.isEmpty else { return answer }
        let findings = bookingFindings(open)
        let work = PlannedWork(plan.rows, framework: week.framework)
        for row in open {
            let covers = work.work(of: row.staff, in: row.session).inWords { names.activity($0) }
            let finding = findings.first { $0.staff == row.staff && $0.session == row.session }
            answer.sentences.append(reason(row, covers: covers, finding, names))
        }
        let without = Availability(staff: id, sessions: open.map { week.sessions[$0.session].id }, .off)
        let lines = Set(
            open.flatMap { row in
                nearby.contacts(ofPerson: s, session: row.session).map(\.line)
            }
        ).sorted()
        let trial = trying([.availability(without)], near: [s], lines: lines)
        answer.terms = Answer.TermFact.all(trial.before.terms, trial.after.terms)
        answer.sentences.append(
            "Without \(open.count == 1 ? "this session" : "these sessions"), planned anew"
                + (trial.isExact ? "" : " near to \(open.count == 1 ? "it" : "them")")
                + ", \(trial.effect.inWords).")
        answer.sentences += bettered(by: trial.before)
        answer.sentences += instead(trial, names)
        return answer
    }

    private func reason(
        _ row: BookingRow, covers: String, _ finding: BookingFinding?, _ names: Naming
    ) -> String {
        var text =
            "\(names.session(row.session)), \(names.team(row.team)), \(Show.pounds(row.cost)): \(covers)."
        guard let finding else { return text }
        if finding.without.contacts > 0 {
            text +=
                " Without it \(Show.counted(finding.without.contacts, "contact")) "
                + "(\(Show.hours(finding.without.hours)) hours) would go unmet: \(Naming.list(finding.lines))."
        }
        if finding.missingHeads > 0 {
            text += " Without it \(Show.counted(finding.missingHeads, "head")) would be missing."
        }
        if finding.without.contacts <= 0, finding.missingHeads <= 0 {
            text += " Those who are there could take over all of it."
        }
        return text
    }

    /// Who would be booked besides in the plan without the sessions.
    private func instead(_ trial: Trial, _ names: Naming) -> [String] {
        var booked: [String] = []
        for s in week.staff.indices {
            let more = week.sessions.indices.filter { t in
                instance.duty[instance.cell(s, t)] == .available
                    && trial.before.team(ofPerson: s, session: t) == nil
                    && trial.after.team(ofPerson: s, session: t) != nil
            }
            if !more.isEmpty { booked.append("\(names.person(s)) on \(names.sessions(more))") }
        }
        return booked.isEmpty ? [] : ["Booked instead: \(booked.joined(separator: "; "))."]
    }
}
