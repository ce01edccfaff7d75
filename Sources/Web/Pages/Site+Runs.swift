// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Hummingbird
import Markup
import NIOCore
import ServiceLifecycle
import WebStore
import Wording

extension Site {
    /// Puts a run into the queue.
    func runAsked(_ asked: Asked) async throws(StoreError) -> Answer {
        do {
            let run = try await queued(asked)
            return .see("/runs/\(run.id)")
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try week(asked, problems: problems)
        }
    }

    /// A run of a week as a form or a program asks for it.
    func queued(_ asked: Asked) async throws(StoreError) -> KeptRun {
        guard let seconds = Int(asked.form["seconds"].filter { !$0.isWhitespace }) else {
            throw .fields([.init("seconds", "Enter a whole number of seconds, such as 30")])
        }
        let id = try asked.number("week")
        guard check(try store.week(id)).week != nil else {
            throw .refused("The week has errors; mend them first.")
        }
        let run = try store.ask(
            for: RunWanted(.allocate, week: id, seconds: seconds, from: Int64(asked.form["from"])),
            by: try asked.person())
        await queue.look()
        return run
    }

    /// How far a run is.
    func run(_ asked: Asked) throws(StoreError) -> Answer {
        let run = try store.run(try asked.number("run"))
        if run.hasPlan { return .see("/plans/\(run.id)") }
        if run.hasCalls, Self.maySeeCalls(try asked.person().role) { return .see("/calls/\(run.id)") }
        if run.wanted.kind == .scenarios, run.state.isOver { return .see("/scenarios/\(run.id)") }
        let week = try store.week(run.wanted.week)
        let role = try asked.person().role
        let mayStop = Self.mayStop(run, as: role)
        return .page(
            SitePage("Run \(run.id) of \(week.name)", asked.visit) {
                Tag.p {
                    "Asked for by \(run.by), \(Moment.words(run.askedAt))" + Self.limit(run)
                }
                switch run.state {
                case .queued, .running:
                    Tag.p(.class("told"), .live("polite"), .data("progress", "/runs/\(run.id)/progress")) {
                        words(run)
                    }
                    Tag.div(.class("actions")) {
                        if mayStop {
                            Tag.form(.action("/runs/\(run.id)/stop"), .post) {
                                SitePage.token(asked.visit)
                                Tag.button {
                                    run.state == .queued
                                        ? "Do not begin" : Self.stopping(run)
                                }
                            }
                        }
                        Tag.a(.href("/runs/\(run.id)")) { "How far is it now?" }
                    }
                case .done, .stopped: Tag.p { Self.words(run.state) }
                case .failed:
                    Tag.p(.class("alert")) { "There is no \(Self.product(run)): this run came to nothing." }
                    Tag.pre { shown(Self.outcome(of: run, for: role)) }
                }
                Tag.p { Tag.a(.href("/weeks/\(week.id)")) { "Back to the week" } }
            })
    }

    /// What a run is to make.
    static func product(_ run: KeptRun) -> String {
        switch run.wanted.kind.product {
        case .plan: "plan"
        case .calls: "call list"
        case .scenarios: "scenario"
        }
    }

    /// How long it may search.
    private static func limit(_ run: KeptRun) -> String {
        switch run.wanted.kind.product {
        case .plan: ", \(run.wanted.seconds) seconds to search."
        case .calls: "."
        case .scenarios: ", \(run.wanted.seconds) seconds for each search."
        }
    }

    private static func stopping(_ run: KeptRun) -> String {
        switch run.wanted.kind.product {
        case .plan: "Stop, and keep the best plan so far"
        case .calls: "Stop"
        case .scenarios: "Stop, and keep what is done"
        }
    }

    /// Whether a role sees whom to ring and what they said.
    static func maySeeCalls(_ role: AccountRole) -> Bool {
        switch role {
        case .planner, .lead: true
        case .finance, .viewer, .staff, .administrator: false
        }
    }

    /// What came of a run in words, for somebody of a role: what is said of calls names people and what they answered.
    static func outcome(of run: KeptRun, for role: AccountRole) -> String {
        run.wanted.kind.product == .calls && !maySeeCalls(role) ? "" : run.outcome
    }

    /// Whether somebody of a role may stop a run: plans are planners', scenarios finance's, too.
    static func mayStop(_ run: KeptRun, as role: AccountRole) -> Bool {
        role == .planner || role == .finance && run.wanted.kind == .scenarios
    }

    /// What a process said, without the folders that it said it of.
    func shown(_ text: String) -> String {
        text.replacingOccurrences(of: shelf.folder.description + "/", with: "")
    }

    private func words(_ run: KeptRun) -> String {
        switch run.state {
        case .queued: return "Waiting for its turn."
        case .running where run.wanted.kind == .scenarios:
            return "Under way. " + progress(ofScenarios: run)
                + (run.isToStop ? " It is asked to stop." : "")
        case .running:
            let progress = RunProgress(Shelf.text(shelf.progress(of: run)))
            return "Under way. " + (progress?.words ?? "No \(Self.product(run)) yet.")
                + (run.isToStop ? " It is asked to stop." : "")
        case .done, .stopped, .failed: return "Over: \(Self.words(run.state))."
        }
    }

    private struct Event: Encodable {
        let words: String
        let over: Bool
    }

    /// How far a run is, sent as it goes on, until it is over.
    func runProgress(_ asked: Asked) throws(StoreError) -> Answer {
        let id = try asked.number("run")
        _ = try store.run(id)
        let site = self
        return .events(
            ResponseBody { writer in
                var last = ""
                // A day at most, so that nobody is served for ever.
                for beat in 0..<(86_400 * 2) {
                    let run = try site.store.run(id)
                    let event = Event(words: site.words(run), over: run.state.isOver)
                    let text = String(decoding: try JSONEncoder().encode(event), as: UTF8.self)
                    if text != last {
                        try await writer.write(ByteBuffer(string: "data: \(text)\n\n"))
                        last = text
                    } else if beat % 30 == 29 {
                        // Whoever has gone is only told apart by writing.
                        try await writer.write(ByteBuffer(string: ":\n\n"))
                    }
                    // A server that is ended waits for whoever is being answered.
                    if event.over || Task.isShuttingDownGracefully { break }
                    try await Task.sleep(for: .milliseconds(500))
                }
                try await writer.finish(nil)
            })
    }

    /// Asks a run to end with what it has.
    func runStop(_ asked: Asked) async throws(StoreError) -> Answer {
        let person = try asked.person()
        guard Self.mayStop(try store.run(try asked.number("run")), as: person.role) else {
            throw .refused("This run is a planner's to stop.")
        }
        let run = try store.stop(try asked.number("run"), by: person)
        await queue.stop(run.id)
        return .see("/runs/\(run.id)")
    }
}
