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
    /// Causes told once however often they are met, in the order in which they were first.
    private var causes: [Cause] = []
    private var causeIndex: [String: Int] = [:]
    /// How many of the causes lead.
    private var leading = 0

    private struct Cause {
        let severity: Diagnostic.Severity
        let first: Field
        let expected: String?
        let leads: Bool
        let isInPlace: Bool
        let message: (Met) -> String
        var met: Met

        var diagnostic: Diagnostic {
            Diagnostic(
                severity, at: first.place, field: first.name, found: first.text, expected: expected,
                message: message(met))
        }
    }

    /// How often a cause was met, and in which files.
    public struct Met {
        /// How often.
        public internal(set) var count = 1
        /// In how many lines of them; of one that is met again in its line once.
        public internal(set) var lines = 1
        /// In which files, in the order in which they were read.
        public internal(set) var files: [String]
        /// The first place.
        let first: Place
        private var last: Place
        private var known: Set<String>

        fileprivate init(at first: Place) {
            (files, known, self.first, last) = ([first.file], [first.file], first, first)
        }

        fileprivate mutating func meet(at place: Place) {
            count += 1
            if place.line != last.line || place.file != last.file { lines += 1 }
            last = place
            if known.insert(place.file).inserted { files.append(place.file) }
        }

        /// `; so are 2 more columns`, or nothing where it was met once.
        public func others(_ thing: String) -> String {
            count == 1 ? "" : count == 2 ? "; so is 1 more \(thing)" : "; so are \(count - 1) more \(thing)s"
        }

        /// `, in 30 rows, first line 2`, or nothing where it was met in one line; of a document places and no rows.
        public var inRows: String {
            guard lines > 1 else { return "" }
            let isDocument = [".yaml", ".yml"].contains { first.file.lowercased().hasSuffix($0) }
            return ", in \(lines) \(isDocument ? "places" : "rows")"
                + (first.line.map { ", first line \($0)" } ?? "")
        }
    }

    private struct Count {
        var errors = 0
        var others = 0

        mutating func add(_ severity: Diagnostic.Severity) {
            if severity == .error { errors += 1 } else { others += 1 }
        }
    }

    /// An empty collection.
    public init() {}

    /// Whether an error was reported.
    public var hasErrors: Bool { counts.values.contains { $0.errors > 0 } }

    /// How many errors were reported.
    public var errorCount: Int { counts.values.reduce(0) { $0 + $1.errors } }

    /// Whether an error was reported in that file.
    public func hasErrors(in file: String) -> Bool { (counts[file]?.errors ?? 0) > 0 }

    /// Everything reported: first the causes of much else, then the rest sorted by file, line and column. What was
    /// only counted is told first of its file.
    public var sorted: [Diagnostic] {
        let (roots, others) = shown
        let uncounted = leftOut.map { file, count in
            Diagnostic(
                count.errors > 0 ? .error : .warning, at: Place(file: file),
                message:
                    "the file has \(count.errors) more errors and \(count.others) more warnings than are shown"
            )
        }
        return roots + (others + uncounted).sorted()
    }

    /// What was kept: the causes of much else, and the rest.
    private var shown: (roots: [Diagnostic], others: [Diagnostic]) {
        let isRoot = { (cause: Cause) in
            cause.severity != .notice && !cause.isInPlace && (cause.leads || cause.met.count > 1)
        }
        return (
            causes.filter(isRoot).map(\.diagnostic), kept + causes.filter { !isRoot($0) }.map(\.diagnostic)
        )
    }

    /// What was only counted, by file.
    private var leftOut: [(file: String, count: Count)] {
        var kept: [String: Count] = [:]
        for one in self.kept { kept[one.file, default: Count()].add(one.severity) }
        for cause in causes { kept[cause.first.place.file, default: Count()].add(cause.severity) }
        return counts.compactMap { file, count in
            let shown = kept[file] ?? Count()
            let rest = Count(
                errors: max(0, count.errors - shown.errors), others: max(0, count.others - shown.others))
            return rest.errors + rest.others > 0 ? (file, rest) : nil
        }
    }

    /// Whether this is the first time the key is asked for: a habit that runs through a column is told once.
    public func isFirst(_ key: String) -> Bool { told.insert(key).inserted }

    /// Tells of one cause of many faults once: at the first place, with how often it was met. It is told before
    /// everything else, where it was met more than once and is no mere notice.
    ///
    /// - Parameters:
    ///   - cause: What is the same for all of them, such as the file and the column.
    ///   - first: The place; of a cause that is met again the one it was met at first stays.
    ///   - leads: Whether it is told first in any case, because it explains what else does not fit.
    ///   - isInPlace: Whether it is told among the others, however often it was met: it explains nothing but itself.
    ///   - message: The sentence, given the number of places and their files.
    public func add(
        _ severity: Diagnostic.Severity, once cause: String, at first: Field,
        expected: @autoclosure () -> String? = nil, leads: Bool = false, isInPlace: Bool = false,
        message: @escaping (Met) -> String
    ) {
        if let index = causeIndex[cause] {
            causes[index].met.meet(at: first.place)
            return
        }
        var count = counts[first.place.file] ?? Count()
        count.add(severity)
        counts[first.place.file] = count
        // What explains much else is kept behind however many errors.
        let isKept = leads && leading < Self.limit
        guard isKept || (severity == .error ? count.errors : count.others) <= Self.limit else { return }
        if leads { leading += 1 }
        causeIndex[cause] = causes.count
        causes.append(
            Cause(
                severity: severity, first: first, expected: expected(), leads: leads, isInPlace: isInPlace,
                message: message,
                met: Met(at: first.place)))
    }

    /// Whether a cause was told.
    public func isTold(_ cause: String) -> Bool { causeIndex[cause] != nil }

    /// Keeps a diagnostic, or counts it where the file has too many.
    ///
    /// `expected` and `message` are made up only where the diagnostic is kept.
    public func add(
        _ severity: Diagnostic.Severity, at place: Place, field: String? = nil, found: String? = nil,
        expected: @autoclosure () -> String? = nil, message: @autoclosure () -> String
    ) {
        guard isKept(severity, in: place.file) else { return }
        let remark = severity == .notice ? "" : found.map { LookAlikes.remark(on: $0) } ?? ""
        kept.append(
            Diagnostic(
                severity, at: place, field: field, found: found, expected: expected(),
                message: message() + remark))
    }

    /// Counts one, and says whether there is room for it among those of its file.
    private func isKept(_ severity: Diagnostic.Severity, in file: String) -> Bool {
        counts[file, default: Count()].add(severity)
        let count = counts[file] ?? Count()
        return (severity == .error ? count.errors : count.others) <= Self.limit
    }

    /// Hands everything that was reported on to others, also what was only counted. Each is worded already.
    ///
    /// - Parameter placed: Each as it is told there, such as at a cell in place of a line; nil: it is not told there.
    public func tell(_ others: Diagnostics, _ placed: (Diagnostic) -> Diagnostic? = { $0 }) {
        let shown = shown
        for one in (shown.roots + shown.others.sorted()).compactMap(placed)
        where others.isKept(one.severity, in: one.file) {
            others.kept.append(one)
        }
        for (file, count) in leftOut {
            let file = placed(Diagnostic(.warning, at: Place(file: file), message: ""))?.file ?? file
            others.counts[file, default: Count()].errors += count.errors
            others.counts[file, default: Count()].others += count.others
        }
    }
}
