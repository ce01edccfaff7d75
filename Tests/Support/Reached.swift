// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing

/// How often a test of random cases has to get to what it asserts: it counts over all cases, and fails where they
/// were too few. A test whose guard lets nothing through would pass whatever the code does.
///
///     @Test("no session is on both sides", Reached(atLeast: 60), arguments: 1...100)
///     func disjoint(seed: UInt64) {
///         guard let sides = sides(of: seed) else { return }
///         Reached.here()
///         #expect(…)
///     }
///
/// A test that counts several things gives each a name: `Reached("kept", atLeast: 20)` and `Reached.here("kept")`.
public struct Reached: TestTrait, TestScoping {
    private let what: String
    private let least: Int

    private final class Counter: Sendable {
        let count = Atomic(0)
    }

    @TaskLocal private static var counters: [String: Counter] = [:]

    /// The count of that name has to come to so much over all cases of the test.
    public init(_ what: String = "its assertion", atLeast least: Int) {
        self.what = what
        self.least = least
    }

    /// Counts that a test got here, or so many cases of it.
    public static func here(
        _ what: String = "its assertion", times: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let counter = counters[what] else {
            Issue.record("the test has no Reached(…) for \(what)", sourceLocation: sourceLocation)
            return
        }
        counter.count.add(times, ordering: .relaxed)
    }

    /// Around all cases of the test together, not around each.
    public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
        testCase == nil ? self : nil
    }

    /// Runs the test, then looks at the count.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let counter = Counter()
        var counters = Self.counters
        counters[what] = counter
        try await Self.$counters.withValue(counters) { try await function() }
        let count = counter.count.load(ordering: .relaxed)
        if count < least {
            Issue.record(
                "\(what) was reached \(count) times, and should be \(least) times or more",
                sourceLocation: test.sourceLocation)
        }
    }
}
