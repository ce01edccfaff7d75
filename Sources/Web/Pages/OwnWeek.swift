// SPDX-License-Identifier: GPL-3.0-or-later

import Sharing
import WebStore
import Workflows
import Workforce

/// A plan that people work by, as one person sees it.
struct OwnWeek: Sendable {
    let plan: KeptRun
    let duties: Duties
    /// Who they are on its roster.
    let staff: [String]

    var week: Week { duties.week }

    /// Their sessions, in order of time, each with the identifier by which they have it.
    var sessions: [(staff: String, duty: Duty)] {
        staff.flatMap { id in duties.duties(ofStaff: id).map { (staff: id, duty: $0) } }.sorted {
            ($0.duty.session, $0.staff) < ($1.duty.session, $1.staff)
        }
    }

    /// A digest of all that their sessions say.
    var fingerprint: String { duties.fingerprint(of: staff) }

    /// When a session begins, in seconds since 1970.
    func begins(_ session: Int) -> Int { Moment.seconds(week.sessions[session].starts, from: week.start) }

    /// When the last session has ended.
    var ends: Int { week.sessions.map { Moment.seconds($0.ends, from: week.start) }.max() ?? 0 }

    /// The positions of the teams that they have sessions in, in order.
    var teams: [Int] { Set(sessions.map(\.duty.team)).sorted() }
}

extension Site {
    /// Who is where in a plan; nil where its files cannot be read.
    func duties(of plan: KeptRun) -> Duties? {
        let week = shelf.week(ofPlan: plan)
        // What cannot be read now is not remembered as if it could never be.
        return try? duties.value("\(week)") { () throws(WorkflowError) in
            try workflow.duties(plan: shelf.plan(of: plan), of: week)
        }
    }

    /// The plan of a week as somebody sees it; nil where they are not on its roster.
    func own(_ plan: KeptRun, _ names: [String]) -> OwnWeek? {
        guard let duties = duties(of: plan) else { return nil }
        let staff = duties.week.staff.map(\.id).filter { names.contains($0) }
        return staff.isEmpty ? nil : OwnWeek(plan: plan, duties: duties, staff: staff)
    }

    /// The plans that people work by, as whoever asks sees them; those whose week begins last come last.
    func ownWeeks(_ asked: Asked) throws(StoreError) -> [OwnWeek] {
        let names = try store.names(of: try asked.person())
        guard !names.isEmpty else { return [] }
        return try store.plansInForce().compactMap { own($0, names) }.sorted {
            ($0.week.start, $0.plan.id) < ($1.week.start, $1.plan.id)
        }
    }

    /// The plan of a run that people work by, as whoever asks sees it.
    func ownWeek(_ asked: Asked, run: Int64) throws(StoreError) -> OwnWeek {
        let names = try store.names(of: try asked.person())
        guard let plan = try store.plansInForce().first(where: { $0.id == run }), let own = own(plan, names)
        else {
            throw .missing("This is no plan that you have sessions in, or another one was published since.")
        }
        return own
    }
}
