// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Logging
import Reading
import Surges
import WebStore

/// Works runs off, so many at a time, and says in the database what became of each. Scenarios, which take hours, leave a
/// place to others, and a call list waits for none of them: somebody is at the telephone.
public actor RunQueue {
    /// Seconds beyond its search that a run may take, for reading, closer looks and writing.
    static let secondsBesides = 120.0
    /// Seconds that a run has to end after it was asked to.
    static let secondsToEnd = 60.0

    /// Letters of what a process said that are kept.
    static let mostLetters = 20_000

    private let store: WebStore
    private let shelf: Shelf
    private let engine: any Engine
    private let slots: Int
    private let logger: Logger
    private var works: [Int64: any EngineWork] = [:]
    private var running = 0
    /// Whether a call list is under way besides those many.
    private var isListing = false
    private var isOpen = true

    /// - Parameter slots: How many run at a time.
    public init(store: WebStore, shelf: Shelf, engine: any Engine, slots: Int, logger: Logger) {
        (self.store, self.shelf, self.engine, self.slots, self.logger) = (store, shelf, engine, slots, logger)
    }

    /// Goes on with what a server that ended has left, and then with whatever waits.
    public func begin() {
        do {
            try store.resume()
        } catch {
            logger.error("Runs of before cannot be taken up: \(error.message)")
        }
        look()
    }

    /// Starts what waits, as far as there is room.
    public func look() {
        while isOpen {
            do {
                if running < slots, let run = try store.claim(mostScenarios: max(1, slots - 1)) {
                    running += 1
                    Task { await self.work(run, isBesides: false) }
                } else if !isListing, let run = try store.claim(only: .calls) {
                    isListing = true
                    Task { await self.work(run, isBesides: true) }
                } else {
                    return
                }
            } catch {
                logger.error("The queue cannot be read: \(error.message)")
                return
            }
        }
    }

    /// Asks a run to end with what it has.
    public func stop(_ id: Int64) {
        guard let work = works[id] else { return }
        work.interrupt()
        Task {
            try? await Task.sleep(for: .seconds(Self.secondsToEnd))
            work.kill()
        }
    }

    /// Starts nothing any more, and ends what is under way: it goes on when the server does.
    public func end() {
        isOpen = false
        for id in works.keys.sorted() { works[id]?.kill() }
    }

    private func work(_ run: KeptRun, isBesides: Bool) async {
        let (state, outcome) = await made(run)
        works[run.id] = nil
        if isBesides { isListing = false } else { running -= 1 }
        guard isOpen else { return }
        do {
            try store.finish(run.id, attempt: run.attempt, as: state, outcome)
        } catch {
            logger.error("What became of run \(run.id) cannot be kept: \(error.message)")
        }
        look()
    }

    private func made(_ run: KeptRun) async -> (RunState, String) {
        let work: any EngineWork
        do {
            let arguments = try prepare(run)
            work = try engine.start(arguments, saying: shelf.said(of: run))
        } catch {
            return (.failed, "It could not be begun: \((error as? StoreError)?.message ?? "\(error)")")
        }
        works[run.id] = work
        // Somebody may have stopped it between its turn and now.
        if (try? store.run(run.id))?.isToStop == true { stop(run.id) }
        let deadline = Task {
            try await Task.sleep(for: .seconds(Self.mostSeconds(run)))
            work.interrupt()
            try await Task.sleep(for: .seconds(Self.secondsToEnd))
            work.kill()
        }
        let end = await work.end()
        deadline.cancel()
        return Self.outcome(end, said: String(Shelf.text(shelf.said(of: run)).prefix(Self.mostLetters)))
    }

    /// Seconds after which a run is asked to end with what it has.
    static func mostSeconds(_ run: KeptRun) -> Double {
        switch run.wanted.kind {
        // Closer looks take as long again as the search.
        case .allocate, .replan, .calls: Double(run.wanted.seconds) * 2 + secondsBesides
        // Plans are offered to the other scenarios after all searches, one after the other at worst.
        case .scenarios: (Site.file(of: run).map { Site.time(of: $0).all } ?? 0) * 2 + secondsBesides
        }
    }

    /// What an end means: exit codes are the same for all commands.
    static func outcome(_ end: EngineEnd, said: String) -> (RunState, String) {
        switch end {
        case .ended(0): (.done, said)
        case .ended(3): (.stopped, said)
        case .ended: (.failed, said)
        case .killed(let signal):
            (.failed, said + "\nIts process was ended by signal \(signal). The week is as it was.")
        }
    }

    /// Lays out what a run works in, and says what command it is. Its week is as it is kept now, with whatever was typed
    /// and decided since the plan that it begins with.
    private func prepare(_ run: KeptRun) throws(StoreError) -> [String] {
        // Nobody owns what stands there: it is of a server that was killed, or of a copy that was made meanwhile.
        Shelf.remove(shelf.run(run))
        try Shelf.copy(shelf.week(run.wanted.week), to: shelf.source(of: run))
        var before: KeptRun?
        if let from = run.wanted.from { before = try store.run(from) }
        let source = shelf.source(of: run).description
        let ends = [
            "--out", shelf.plan(of: run).description, "--progress", shelf.progress(of: run).description,
            "--time-limit", String(run.wanted.seconds), "--quiet",
        ]
        switch run.wanted.kind {
        case .allocate:
            return ["allocate", source] + (before.map { ["--start", shelf.plan(of: $0).description] } ?? [])
                + ends
        case .scenarios:
            let file = shelf.scenarios(of: run)
            try Shelf.write(run.wanted.changes ?? "", to: file)
            return [
                "scenarios", file.description, "--out", shelf.results(of: run).description, "--no-ledger",
                "--quiet",
            ]
        case .replan:
            let (plan, files, first) = try changing(run, before)
            return ["replan", source, plan] + files + first + ends
        case .calls:
            let (plan, files, first) = try changing(run, before)
            // What was answered on the list that is ranked anew is known to the new one.
            if let list = run.wanted.list { try keepAnswers(of: try store.run(list), for: run) }
            return ["surge", source, plan] + files + first
                + ["--out", shelf.calls(of: run).description]
                + ["--on", Moment.day(run.startedAt ?? run.askedAt).iso]
                + (run.wanted.mostCalls.map { ["--calls", String($0)] } ?? [])
        }
    }

    /// The plan in force of a run that changes it, the files of its changes, and the first session that is not over.
    private func changing(
        _ run: KeptRun, _ before: KeptRun?
    ) throws(StoreError) -> (plan: String, files: [String], first: [String]) {
        guard let before else { throw .refused("It needs a plan in force.") }
        let history = try ChangeHistory(of: run, in: store)
        var files: [String] = []
        for (number, text) in (history.changes + history.own).enumerated() {
            let file = shelf.changes(of: run, number: number + 1)
            try Shelf.write(text, to: file)
            files.append(file.description)
        }
        return (
            shelf.plan(of: before).description, files, history.firstOpen.map { ["--from", $0] } ?? []
        )
    }

    private func keepAnswers(of list: KeptRun, for run: KeptRun) throws(StoreError) {
        let name = FilePath(CallSheet.file)
        guard let bytes = try? shelf.calls(of: list).appending(name).read(atMost: InputFile.tableLimit) else {
            throw .refused("The answers of call list \(list.id) cannot be read.")
        }
        try Shelf.write(bytes, to: shelf.calls(of: run).appending(name))
    }
}
