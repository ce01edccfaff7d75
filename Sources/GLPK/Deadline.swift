// SPDX-License-Identifier: GPL-3.0-or-later

/// The moment at which a solve has to end, by a clock that no one sets.
struct Deadline {
    private let instant: ContinuousClock.Instant?

    /// So many seconds from now; never for nil.
    init(seconds: Double?) {
        // Durations overflow on what is longer than any solve.
        instant = seconds.map { .now + .seconds(min($0, 1e9)) }
    }

    var hasPassed: Bool {
        guard let instant else { return false }
        return ContinuousClock.now >= instant
    }

    /// What is left, as GLPK wants it; the largest number for no limit, never below 0.
    var milliseconds: Int32 {
        guard let instant else { return .max }
        let left = ContinuousClock.now.duration(to: instant) / .milliseconds(1)
        return Int32(max(0, min(left.rounded(.up), Double(Int32.max))))
    }
}
