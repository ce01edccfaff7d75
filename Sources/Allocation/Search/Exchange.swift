// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// A value that threads hand to one another; one holds it at a time.
final class Exchange<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: sending Value) { self.value = Mutex(value) }
}
