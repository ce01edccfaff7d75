// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Synchronization

/// What is written is written whole before the process may end: whoever wants to end it waits at the gate.
public enum WriteGate {
    private static let gate = Mutex(())
    private static let unfinished = Mutex<[FilePath]>([])

    /// Writes, unless the process is about to end.
    static func writing<Value, Failure: Error>(
        _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let result = gate.withLock { _ -> Result<Value, Failure> in
            do throws(Failure) {
                return .success(try body())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Does what may take long and leaves something unfinished at a path, which is removed where the process ends
    /// meanwhile.
    static func leavingUnfinished<Value>(_ path: FilePath, _ body: () throws -> Value) rethrows -> Value {
        unfinished.withLock { $0.append(path) }
        defer { unfinished.withLock { paths in paths.removeAll { $0 == path } } }
        return try body()
    }

    /// Waits until nothing is being written, and then ends the process by `body`. Nothing is written after that.
    public static func ending(_ body: () -> Never) -> Never {
        gate.withLock { _ in
            for path in unfinished.withLock({ $0 }) { FileSystem.remove(path) }
            body()
        }
    }
}
