// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import Testing

struct ThreadTests {
    private static func solve(_ seed: Int) throws(SolverError) -> IntegerResult {
        try GLPKSolver().solveInteger(.setCover(rows: 30, columns: 40, seed: UInt64(seed)))
    }

    @Test("Sixteen searches at once give what they give one after another")
    func parallel() async throws {
        let alone = try (0..<16).map { try Self.solve($0) }
        let together = try await withThrowingTaskGroup(of: (Int, IntegerResult).self) { group in
            for seed in 0..<16 {
                group.addTask {
                    (seed, try await onOwnThread { () throws(SolverError) in try Self.solve(seed) })
                }
            }
            return try await group.reduce(into: [Int: IntegerResult]()) { $0[$1.0] = $1.1 }
        }
        for seed in 0..<16 { #expect(together[seed] == alone[seed]) }
    }

    @Test("An error of the work reaches the one who waits")
    func errors() async {
        let work: @Sendable () throws(SolverError) -> Int = { () throws(SolverError) in
            throw .invalidName("x")
        }
        #expect(throws: SolverError.invalidName("x")) { try waiting(work) }
        await #expect(throws: SolverError.invalidName("x")) { try await onOwnThread(work) }
    }

    @Test("The stack is as large as asked for")
    func stack() async {
        // At 1,000 bytes a frame, more than the usual 8 MB of a thread.
        #expect(waiting(stackSize: 64 << 20) { depth(12_000) } == 12_000)
        let deep = await onOwnThread(stackSize: 64 << 20) { depth(12_000) }
        #expect(deep == 12_000)
    }
}

/// The form that blocks, also where the context would choose the one that does not.
private func waiting<Value: Sendable, Failure: Error>(
    stackSize: Int = defaultStackSize, _ work: @escaping @Sendable () throws(Failure) -> Value
) throws(Failure) -> Value {
    try onOwnThread(stackSize: stackSize, work)
}

@inline(never)
private func depth(_ left: Int) -> Int {
    guard left > 0 else { return 0 }
    return withUnsafeTemporaryAllocation(byteCount: 1_000, alignment: 16) { room in
        room.storeBytes(of: left, as: Int.self)
        return depth(left - 1) + (room.load(as: Int.self) == left ? 1 : 0)
    }
}
