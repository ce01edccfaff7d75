// SPDX-License-Identifier: GPL-3.0-or-later

import WebStore

/// What was otherwise in a week, run by run, up to a run: who was moved stays moved, and what is over stays over.
struct ChangeHistory: Sendable, Equatable {
    /// The change files, in the order in which they are applied.
    let changes: [String]
    /// Change files of the run alone, after all others; runs that go on from its plan know nothing of them.
    let own: [String]
    /// The first session that is not over; nil: none is over.
    let firstOpen: String?

    /// Those of a run, after those of the re-plans that it goes on from. A re-plan of a call list's answers has the
    /// list's changes before its own.
    init(of run: KeptRun, in store: WebStore) throws(StoreError) {
        var found: [String] = []
        var first: String?
        var one = run
        while one.wanted.from != nil || one.id == run.id {
            switch one.wanted.kind {
            case .allocate, .scenarios: break
            case .replan, .calls:
                if let changes = one.wanted.changes { found.append(changes) }
                if one.wanted.kind == .replan, let list = one.wanted.list,
                    let changes = try store.run(list).wanted.changes
                {
                    found.append(changes)
                }
                first = first ?? one.wanted.firstOpen
            }
            guard one.wanted.kind != .allocate, let from = one.wanted.from else { break }
            one = try store.run(from)
        }
        changes = found.reversed()
        own = [run.wanted.notRung].compactMap(\.self)
        firstOpen = first
    }
}
