// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Logging
import Reading
import WebStore

/// Makes back-ups from a page, one at a time, each by a process of its own, so that no page waits for it; and keeps the
/// latest.
actor BackUps {
    /// How many are kept: a further one deletes the oldest.
    static let most = 7
    /// Seconds that making one may take.
    static let seconds = 3_600.0
    /// Letters of what a process said that are kept.
    static let mostLetters = 2_000

    private let store: WebStore
    private let shelf: Shelf
    private let engine: any Engine
    private let logger: Logger
    /// Whether one is being made.
    private(set) var isMaking = false
    /// Why the last one could not be made; blank: it could.
    private(set) var problem = ""

    init(store: WebStore, shelf: Shelf, engine: any Engine, logger: Logger) {
        (self.store, self.shelf, self.engine, self.logger) = (store, shelf, engine, logger)
    }

    /// Begins one for somebody, unless one is being made.
    func begin(for person: Person) {
        guard !isMaking else { return }
        isMaking = true
        let name = KeptBackUp.name(store.moment)
        Task { await self.work(name, for: person) }
    }

    private func work(_ name: String, for person: Person) async {
        problem = await made(name)
        do {
            guard problem.isEmpty else {
                try store.noteBackUp(.failed(problem), name, by: person)
                isMaking = false
                return
            }
            let kept = shelf.keptBackUps()
            let size = kept.first { $0.name == name }?.size ?? 0
            try store.noteBackUp(.made(DiskRoom.words(size)), name, by: person)
            // Whatever the clock said before, the one that was just made stays.
            for old in kept.filter({ $0.name != name }).dropFirst(Self.most - 1) {
                Shelf.remove(shelf.file(of: old))
                try store.noteBackUp(
                    .deleted("Only the latest \(Self.most) are kept."), old.name, by: person)
            }
        } catch {
            logger.error("What became of a back-up cannot be kept: \(error.message)")
        }
        isMaking = false
    }

    /// Makes one; why it could not be, or nothing.
    private func made(_ name: String) async -> String {
        let scratch = shelf.arrivals.appending(FilePath(Token().text + ".txt"))
        do {
            shelf.removeUnfinishedBackUps()
            try Shelf.write("", to: scratch)
            let command = [
                "backup", "--data", shelf.folder.description, shelf.backUps.appending(name).description,
            ]
            let found = try await engine.answer(command, scratch: scratch, within: Self.seconds)
            switch found.end {
            case .ended(0): return ""
            case .ended: return String(found.text.prefix(Self.mostLetters))
            case .killed: return "It took too long, or its process was ended."
            }
        } catch {
            return (error as? StoreError)?.message ?? "\(error)"
        }
    }
}
