// SPDX-License-Identifier: GPL-3.0-or-later

/// Memory that a process can still have, and by whose leave: a search that runs out of it ends in a trap that nobody
/// can catch, so it is asked for before.
public struct AvailableMemory: Sendable {
    /// How much, in bytes.
    public let bytes: Int
    /// What limits it, as the end of "can be had ".
    public let limit: String
    /// Bytes beside those of the week's programmes that count against it.
    public let overhead: Int

    /// Memory that can be had.
    public init(bytes: Int, limit: String, overhead: Int = 0) {
        self.bytes = bytes
        self.limit = limit
        self.overhead = overhead
    }
}
