// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

@testable import Scenarios

/// Records that were kept, by key.
final class Kept: Sendable {
    private let records = Mutex<[String: RunRecord]>([:])
    private let counter = Mutex(0)

    @Sendable func keep(_ record: RunRecord) { records.withLock { $0[record.key] = record } }
    @Sendable func record(_ key: String) -> RunRecord? { records.withLock { $0[key] } }
    func count() { counter.withLock { $0 += 1 } }
    var all: [RunRecord] { records.withLock { Array($0.values) } }
    var number: Int { records.withLock(\.count) }
    var counted: Int { counter.withLock { $0 } }
}
