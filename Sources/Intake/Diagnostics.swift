// SPDX-License-Identifier: GPL-3.0-or-later

/// Collects every problem of a reading, so that all of them are told at once.
///
///     let diagnostics = Diagnostics()
///     let table = CSVTable.read(file, required: ["staff"], optional: ["name"], diagnostics)
///     if diagnostics.hasErrors { print(diagnostics.sorted) }
///
/// Of each file the first `limit` errors and the first `limit` other diagnostics are kept and the rest are
/// counted: a file of the wrong kind altogether has a problem in each of its cells, and a million lines would
/// help nobody.
public final class Diagnostics {
    /// Errors, and other diagnostics, kept of each file.
    public static let limit = 1000

    private var kept: [Diagnostic] = []
    private var counts: [String: Count] = [:]
    private var told: Set<String> = []

    private struct Count {
        var errors = 0
        var others = 0
    }

    /// An empty collection.
    public init() {}

    /// Whether an error was reported.
    public var hasErrors: Bool { counts.values.contains { $0.errors > 0 } }

    /// Whether an error was reported in that file.
    public func hasErrors(in file: String) -> Bool { (counts[file]?.errors ?? 0) > 0 }

    /// Everything reported, sorted by file, line and column. What was only counted is told first of its file.
    public var sorted: [Diagnostic] {
        let uncounted = counts.compactMap { file, count -> Diagnostic? in
            let errors = max(0, count.errors - Self.limit)
            let others = max(0, count.others - Self.limit)
            guard errors + others > 0 else { return nil }
            return Diagnostic(
                errors > 0 ? .error : .warning, at: Place(file: file),
                message: "the file has \(errors) more errors and \(others) more warnings than are shown")
        }
        return (kept + uncounted).sorted()
    }

    /// Whether this is the first time the key is asked for: a habit that runs through a column is told once.
    func isFirst(_ key: String) -> Bool { told.insert(key).inserted }

    /// Keeps a diagnostic, or counts it where the file has too many.
    ///
    /// `expected` and `message` are made up only where the diagnostic is kept.
    public func add(
        _ severity: Diagnostic.Severity, at place: Place, field: String? = nil, found: String? = nil,
        expected: @autoclosure () -> String? = nil, message: @autoclosure () -> String
    ) {
        var count = counts[place.file] ?? Count()
        if severity == .error { count.errors += 1 } else { count.others += 1 }
        counts[place.file] = count
        guard (severity == .error ? count.errors : count.others) <= Self.limit else { return }
        kept.append(
            Diagnostic(
                severity, at: place, field: field, found: found, expected: expected(), message: message()))
    }
}
