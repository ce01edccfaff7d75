// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Scenarios
import WebStore
import Wording
import Workflows

/// Scenarios on their way into the queue: read, made in the week, and held to the time that they may take.
extension Site {
    /// Seconds that all searches of scenarios may take together.
    static let mostSecondsOfScenarios = 12.0 * 3_600

    /// Puts scenarios into the queue.
    func scenarioSent(_ asked: Asked) async throws(StoreError) -> Answer {
        let run: KeptRun
        do throws(StoreError) {
            run = try await queued(scenarios: asked)
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try scenarioForm(asked, problems: problems)
        }
        await queue.look()
        return .see("/runs/\(run.id)")
    }

    private func queued(scenarios asked: Asked) async throws(StoreError) -> KeptRun {
        let kept = try store.week(try asked.number("week"))
        guard let week = check(kept).week else {
            throw .refused("The week has errors; they are mended before anything is tried on it.")
        }
        let person = try asked.person()
        let isFile = asked.form["do"] == "file"
        let form =
            isFile ? nil : try ScenarioForm(asked.form, of: week, by: person, on: Moment.day(store.now()))
        let text = form?.draft.text ?? asked.form["file"].replacingOccurrences(of: "\r\n", with: "\n")
        let (workflow, folder) = (workflow, shelf.week(kept.id))
        let checked = try await scenarioChecks.work { () throws(StoreError) in
            workflow.check(scenarios: text, of: folder, calling: ScenarioForm.week)
        }
        guard let file = checked.file else {
            throw .fields(
                form?.problems(checked.errors)
                    ?? checked.errors.map { one in
                        .init(
                            "file",
                            (one.line.map { "Line \($0): " } ?? "") + one.message
                                + (one.expected.map { " (right would be: \($0))" } ?? ""))
                    })
        }
        if case .work = file.limit {
            throw .fields([
                .init(
                    "file",
                    "Say seconds in place of work: others wait for their turn, and nobody knows how long work takes"
                )
            ])
        }
        let (seconds, all) = Self.time(of: file)
        guard WebStore.secondsOfRuns.contains(seconds) else {
            throw .fields([
                .init(isFile ? "file" : "seconds", "Enter seconds of each search from 1 to 3600")
            ])
        }
        guard all <= Self.mostSecondsOfScenarios else {
            throw .fields([
                .init(
                    isFile ? "file" : "seconds",
                    "\(Show.count(file.turns(of: 1))) searches of \(Show.counted(seconds, "second")) are more than 12 hours: try fewer things, less "
                        + "often, or for less time")
            ])
        }
        return try store.ask(
            for: RunWanted(.scenarios, week: kept.id, seconds: seconds, changes: text), by: person,
            why: form?.draft.why ?? "")
    }

    /// Seconds of each search of a file, and of all of them one after the other at most.
    static func time(of file: ScenarioFile) -> (each: Int, all: Double) {
        switch file.limit ?? .seconds(ScenarioFile.usualSeconds) {
        case .seconds(let seconds):
            (max(1, Int(min(seconds, 1e6).rounded(.up))), seconds * Double(file.turns(of: 1)))
        case .work:
            // Nobody knows how long work takes: as long as anything may.
            (Int(ScenarioFile.usualSeconds), mostSecondsOfScenarios)
        }
    }

    /// The scenario file of a run; nil where it has none that can be read.
    static func file(of run: KeptRun) -> ScenarioFile? {
        run.wanted.changes.flatMap {
            ScenarioFile.read(InputFile(path: "scenarios.yaml", bytes: Array($0.utf8)), Diagnostics())
        }
    }
}
