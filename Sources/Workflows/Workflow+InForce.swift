// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import PlanFolder
import Reading
import Wording
import Workforce

/// A week with the plan that is in force in it.
struct WeekInForce {
    /// The week.
    let week: Week
    /// The plan that was put in force; nil: the week's own stands.
    let plan: Plan?
}

extension Workflow {
    /// A week with a plan put in force in it and sessions over, before anything in it is changed.
    ///
    /// - Parameters:
    ///   - path: The plan's folder; nil: the plan that the week has.
    ///   - from: The first session that is not over, as it was typed; nil: as the week has it.
    func inForce(
        plan path: FilePath?, from: String?, in input: WeekAtHand
    ) throws(WorkflowError) -> WeekInForce {
        let week = input.week
        let first = try from.map { text throws(WorkflowError) in try Self.session(from: text, of: week) }
        let plan = try path.map { path throws(WorkflowError) in try read(start: path, week) }
        do throws(PlanInForceError) {
            guard let path, let plan else {
                guard let first else { return WeekInForce(week: week, plan: nil) }
                return WeekInForce(week: try week.freezing(before: first), plan: nil)
            }
            let put = try week.putting(inForce: plan.rows, frozenBefore: first)
            tell(of: put, at: path)
            return WeekInForce(week: put.week, plan: plan)
        } catch {
            throw Self.refusal(error, from: from ?? "", plan: path, of: week)
        }
    }

    /// Tells which of a plan's rows do not stand.
    private func tell(of put: PlanInForce, at path: FilePath) {
        guard put.strays > 0 else { return }
        let names = put.unknown.prefix(5).map { "'\(Diagnostic.shortened($0))'" }
        let more = put.unknown.count - names.count
        let what =
            names.isEmpty
            ? "are of other days, or say one thing twice"
            : "name what the week does not have (\(names.joined(separator: ", "))"
                + (more > 0 ? " and \(more) more)" : ")") + ", are of other days, or say one thing twice"
        tell(
            .warning(
                "\(path): \(Show.counted(put.strays, "row")) of the plan \(what); they are not in force."
                    + Self.lost(put.lost, put.week)))
    }

    /// What rows say that are left out of what is over, as a sentence behind another.
    private static func lost(_ rows: PlanRows, _ week: Week) -> String {
        func name(_ text: String) -> String { "'\(Diagnostic.shortened(text))'" }
        func on(_ session: Int) -> String { "on \(week.sessions[session].id)" }
        let were = rows.deployments.map { "\(name($0.staff)) was in \(name($0.team)) \(on($0.session))" }
        let gave = rows.contacts.map { row -> String in
            let partner = row.partner.map { " with \(name($0))" } ?? ""
            return "\(name(row.staff)) gave\(partner) \(Show.counted(row.contacts, "contact")) of "
                + "\(name(row.line)) \(on(row.session))"
        }
        let supervised = rows.supervision.map { row -> String in
            "\(name(row.supervisor)) supervised \(name(row.activity)) for \(Show.minutes(row.minutes)) minutes "
                + on(row.session)
        }
        let all = were + gave + supervised
        guard !all.isEmpty else { return "" }
        let told = all.prefix(mostLost)
        let more = all.count - told.count
        return " Of what is over: \(told.joined(separator: "; "))"
            + (more > 0 ? "; and \(Show.counted(more, "row")) more." : ".")
    }

    /// Rows of what is over that are told in full, where they are left out.
    private static var mostLost: Int { 20 }

    /// The session that `--from` names, as an index in the week's.
    private static func session(from text: String, of week: Week) throws(WorkflowError) -> Int {
        let diagnostics = Diagnostics()
        let field = Field(text, name: "--from", place: Place(file: "--from"))
        guard let written = field.session(diagnostics) else {
            throw WorkflowError(
                .input, "--from names no session; nothing was done.", diagnostics: diagnostics.sorted)
        }
        if let session = week.sessions.firstIndex(where: { $0.id == written.id }) { return session }
        throw WorkflowError(
            .input,
            "--from \(Diagnostic.shortened(text)) is no session of the week, which goes from "
                + "\(week.sessions.first?.id ?? "") to \(week.sessions.last?.id ?? "")"
                + "\(didYouMean(nearest(to: written, in: week))) Nothing was done.")
    }

    /// The week's session that somebody most likely meant: of that day where the week has it, else its first or last.
    private static func nearest(to written: WrittenSession, in week: Week) -> String? {
        let ofDay = week.sessions.filter { $0.day == written.day }
        guard let first = ofDay.first else {
            return written.day < week.start ? week.sessions.first?.id : week.sessions.last?.id
        }
        let part = nearestName(to: written.part, in: ofDay.map(\.part.id))
        return (ofDay.first { $0.part.id == part } ?? first).id
    }

    private static func refusal(
        _ error: PlanInForceError, from: String, plan: FilePath?, of week: Week
    ) -> WorkflowError {
        let path = plan?.description ?? "the plan"
        func name(_ session: Int) -> String {
            week.sessions.indices.contains(session) ? week.sessions[session].id : "\(session)"
        }
        let message =
            switch error {
            case .overAlready(let before):
                "--from \(from) is over already: the week's frozen_before is \(name(before)). Give that or a later "
                    + "session; nothing was done."
            case .otherPast(let session):
                "\(path): on \(name(session)), which is over, the plan is not what was done by the week's current/ and "
                    + "rota.csv. Name the plan that was made of this week; nothing was done."
            case .otherWeek:
                "\(path): the plan is of another week, with no session from \(week.start) to "
                    + "\(week.start.adding(days: week.days - 1)); nothing was done. Name a plan of this week."
            case .otherPlace:
                "\(path): the plan is of another place, with nobody who is in staff.csv; nothing was done. Name a plan "
                    + "of this week."
            case .noPlan:
                "--from \(from) needs --plan, the plan that was in force until then: the week has none in current/. "
                    + "Nothing was done."
            }
        return WorkflowError(.input, message)
    }
}
