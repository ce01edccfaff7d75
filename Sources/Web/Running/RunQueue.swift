// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Logging
import Reading
import Surges
import WebStore
import Workflows

/// Works runs off, so many at a time, and says in the database what became of each. Scenarios, which take hours, leave a
/// place to others, and a call list waits for none of them: somebody is at the telephone.
public actor RunQueue {
    /// Seconds beyond its search that a run may take, for reading, closer looks and writing.
    static let secondsBesides = 120.0
    /// Seconds that a draw of a call list may take: several times what one of a week of real size does.
    static let secondsOfDraw = 5.0
    /// Seconds that a run has to end after it was asked to.
    static let secondsToEnd = 60.0

    /// Attempts after which scenarios are not taken up again by themselves: each keeps a folder. People may go on with them.
    static let mostAttempts = 20
    /// Letters of what a process said that are kept.
    static let mostLetters = 20_000

    let store: WebStore
    let shelf: Shelf
    private let engine: any Engine
    private let slots: Int
    private let logger: Logger
    private var works: [Int64: (attempt: Int, work: any EngineWork)] = [:]
    /// Runs whose process the queue itself has ended, since it took too long to.
    private var killed: Set<Int64> = []
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
        guard let (attempt, work) = works[id] else { return }
        work.interrupt()
        Task {
            try? await Task.sleep(for: .seconds(Self.secondsToEnd))
            self.kill(id, attempt, work)
        }
    }

    /// Ends the process of an attempt; another attempt may be under way by now.
    private func kill(_ id: Int64, _ attempt: Int, _ work: any EngineWork) {
        if works[id]?.attempt == attempt { killed.insert(id) }
        work.kill()
    }

    /// Starts nothing any more, and ends what is under way: it goes on when the server does.
    public func end() {
        isOpen = false
        for id in works.keys.sorted() { works[id]?.work.kill() }
    }

    /// What became of an attempt at a run.
    private enum Ending {
        case over(RunState, String)
        /// Somebody else ended its process, and it has come on since it was begun: it goes on from there.
        case goesOn(String)
    }

    private func work(_ run: KeptRun, isBesides: Bool) async {
        let ending = await made(run)
        works[run.id] = nil
        killed.remove(run.id)
        if isBesides { isListing = false } else { running -= 1 }
        guard isOpen else { return }
        do {
            switch ending {
            case .over(let state, let outcome):
                try store.finish(run.id, attempt: run.attempt, as: state, outcome)
            case .goesOn(let why): try store.goOn(run.id, attempt: run.attempt, why: why)
            }
        } catch {
            logger.error("What became of run \(run.id) cannot be kept: \(error.message)")
        }
        look()
    }

    private func made(_ run: KeptRun) async -> Ending {
        let work: any EngineWork
        let done: Int
        do {
            let arguments = try prepare(run)
            done = Workflow.runsDone(ofScenarios: shelf.results(of: run))
            work = try engine.start(arguments, saying: shelf.said(of: run))
        } catch {
            return .over(.failed, "It could not be begun: \((error as? StoreError)?.message ?? "\(error)")")
        }
        works[run.id] = (run.attempt, work)
        // Somebody may have stopped it between its turn and now.
        if (try? store.run(run.id))?.isToStop == true { stop(run.id) }
        let deadline = Task {
            try await Task.sleep(for: .seconds(Self.mostSeconds(run)))
            work.interrupt()
            try await Task.sleep(for: .seconds(Self.secondsToEnd))
            self.kill(run.id, run.attempt, work)
        }
        let end = await work.end()
        deadline.cancel()
        return ending(end, of: run, doneBefore: done)
    }

    private func ending(_ end: EngineEnd, of run: KeptRun, doneBefore done: Int) -> Ending {
        // Each attempt does a search more at least, so that they come to an end.
        if case .killed(let signal) = end, run.wanted.kind == .scenarios, run.attempt < Self.mostAttempts,
            !killed.contains(run.id),
            (try? store.run(run.id))?.isToStop == false,
            Workflow.runsDone(ofScenarios: shelf.results(of: run)) > done
        {
            return .goesOn("Its process was ended by signal \(signal).")
        }
        let said = String(Shelf.text(shelf.said(of: run)).prefix(Self.mostLetters))
        let (state, outcome) = Self.outcome(end, said: said)
        // Draws that were cut short leave a list that is whole.
        let hasList =
            run.wanted.kind == .calls && shelf.calls(of: run).appending(FilePath(UnmetTable.file)).exists
        return .over(state == .stopped && hasList ? .done : state, outcome)
    }

    /// Seconds after which a run is asked to end with what it has.
    static func mostSeconds(_ run: KeptRun) -> Double {
        switch run.wanted.kind {
        // Closer looks take as long again as the search.
        case .allocate, .replan: Double(run.wanted.seconds) * 2 + secondsBesides
        case .calls:
            Double(run.wanted.seconds) * 2 + secondsBesides
                + Double(run.wanted.besides.draws ?? 0) * secondsOfDraw
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
}
