// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import WebStore

extension Site {
    private struct WeekForPrograms: Encodable {
        let id: Int64
        let name: String
        let by: String
        let version: Int
    }

    private struct RunForPrograms: Encodable {
        let id: Int64
        let week: Int64
        let kind: String
        let state: String
        let plan: String
        let seconds: Int
        let askedBy: String
        let outcome: String
        let progress: Progress?

        struct Progress: Encodable {
            let seconds: Double
            let objective: Double?
            let bound: Double?
        }

        /// - Parameter role: Whose program asks: what is said of calls is not for all.
        init(_ run: KeptRun, _ progress: RunProgress?, for role: AccountRole) {
            (id, week, kind) = (run.id, run.wanted.week, run.wanted.kind.rawValue)
            (state, plan, seconds) = (run.state.rawValue, run.plan.rawValue, run.wanted.seconds)
            askedBy = run.by
            outcome = Site.outcome(of: run, for: role)
            self.progress = progress.map {
                Progress(seconds: $0.seconds, objective: $0.objective, bound: $0.bound)
            }
        }
    }

    /// Weeks.
    func apiWeeks() throws(StoreError) -> Answer {
        Self.json(
            try store.weeks().map {
                WeekForPrograms(id: $0.id, name: $0.name, by: $0.by, version: $0.version)
            })
    }

    /// Runs of a week.
    func apiRuns(_ asked: Asked) throws(StoreError) -> Answer {
        let role = try asked.person().role
        return Self.json(
            try store.runs(ofWeek: try asked.number("week")).map { RunForPrograms($0, nil, for: role) })
    }

    /// A run.
    func apiRun(_ asked: Asked) throws(StoreError) -> Answer {
        let run = try store.run(try asked.number("run"))
        let progress = RunProgress(Shelf.text(shelf.progress(of: run)))
        return Self.json(RunForPrograms(run, progress, for: try asked.person().role))
    }

    /// Puts a run into the queue.
    func apiRunAsked(_ asked: Asked) async throws(StoreError) -> Answer {
        Self.json(RunForPrograms(try await queued(asked), nil, for: try asked.person().role), .accepted)
    }

    private struct Why: Encodable {
        let sentences: [String]
    }

    /// Why a line is not met, or somebody is where they are.
    func apiWhy(_ asked: Asked) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let said = try await reason(asked, plan)
        return Self.json(Why(sentences: said.split(whereSeparator: \.isNewline).map { String($0) }))
    }

    /// Asks a run to end with what it has.
    func apiRunStop(_ asked: Asked) async throws(StoreError) -> Answer {
        let run = try store.stop(try asked.number("run"), by: try asked.person())
        await queue.stop(run.id)
        return Self.json(RunForPrograms(run, nil, for: try asked.person().role), .accepted)
    }
}
