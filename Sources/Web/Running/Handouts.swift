// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Logging
import Reading
import WebStore

/// Makes calendars, sheets and messages of what is published, one plan after the other, each in a process of its own; and
/// cancels in calendars what is taken back. A server that ends meanwhile goes on with it when it is started again.
actor Handouts {
    /// Seconds that making them may take.
    static let seconds = 300.0
    /// Letters of what a process said that are kept.
    static let mostLetters = 2_000

    private let store: WebStore
    private let shelf: Shelf
    private let engine: any Engine
    private let logger: Logger
    private var isBusy = false

    init(store: WebStore, shelf: Shelf, engine: any Engine, logger: Logger) {
        (self.store, self.shelf, self.engine, self.logger) = (store, shelf, engine, logger)
    }

    /// Begins with what waits, unless that is under way.
    func look() {
        guard !isBusy else { return }
        isBusy = true
        Task { await self.work() }
    }

    private func work() async {
        do {
            while let next = try store.handouts().first {
                try store.handedOut(next.id, problem: await problem(of: next))
            }
        } catch {
            logger.error(
                "What is published cannot be handed out: \(error.message)")
        }
        isBusy = false
    }

    /// Hands out; why it could not be, or nothing.
    private func problem(of handout: Handout) async -> String {
        let target = shelf.handedOut(ofWeek: handout.run.wanted.week)
        let command: [String]
        if let plan = handout.inForce {
            command = [
                "share", shelf.week(ofPlan: plan).description, shelf.plan(of: plan).description, "--out",
                target.description,
            ]
        } else {
            guard target.exists else { return "" }
            command = [
                "share", shelf.week(ofPlan: handout.run).description, "--take-back", "--out",
                target.description,
            ]
        }
        let scratch = shelf.arrivals.appending(FilePath(Token().text + ".txt"))
        do {
            try Shelf.write("", to: scratch)
            try FileManager.default.createDirectory(
                atPath: shelf.handedOut.description, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let found = try await engine.answer(command, scratch: scratch, within: Self.seconds)
            switch found.end {
            case .ended(0): break
            case .ended: return String(found.text.prefix(Self.mostLetters))
            case .killed: return "It took too long, or ended its process."
            }
            guard let plan = handout.inForce else { return "" }
            Shelf.remove(shelf.share(of: plan))
            try Shelf.copy(target, to: shelf.share(of: plan))
            return ""
        } catch {
            return (error as? StoreError)?.message ?? "\(error)"
        }
    }
}
