// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// A file of changes, read: what is to be otherwise in a week, and where in the file each change stands.
///
///     let diagnostics = Diagnostics()
///     let file = ChangeFile.read(input, diagnostics)
///     let changed = file?.applied(to: week, diagnostics)
///
/// A file is read without any week, so that it may be kept and read again; what it names is looked up when it is
/// applied to one.
public struct ChangeFile: Sendable {
    /// One change, with its place.
    public struct Entry: Sendable {
        /// The change.
        public let change: Change
        /// Where it begins.
        public let place: Place
        /// What stands in it, sessions and days in their own form, so that a name can be found again.
        let fields: [Field]
    }

    /// The parts of a file, in the order in which they are applied.
    enum Part: String, CaseIterable {
        case absences, availability, demand, convert, teams, people, rates
        case signOffs = "sign_offs"
        case delegation
        case singleHanded = "single_handed"
        case agreements, contingency, policy, activities, placements, moved
    }

    /// The file's name, as messages show it.
    public let path: String
    /// What it says that it is; its name where it says nothing.
    public let title: String
    /// The changes, in the order of the file.
    public let entries: [Entry]
    /// What it says of draws; nil: nothing.
    let draws: Draws?

    /// What is not known of a week, with the places of the roles that it names.
    struct Draws: Sendable {
        var uncertainty = Uncertainty()
        var roles: [Field] = []
    }

    /// What is not known of a week yet, for a surge to draw by; nil: the file says nothing of it.
    public var uncertainty: Uncertainty? { draws?.uncertainty }

    /// The changes, in the order of the file.
    public var changes: [Change] { entries.map(\.change) }

    /// Reads a file; nil where an error was reported.
    ///
    /// - Parameter week: The week that it is meant for, where that is known: if the form of an entry is wrong, what the
    ///   others name is held against the week all the same, so that all is told at once.
    public static func read(
        _ input: InputFile, for week: Week? = nil, _ diagnostics: Diagnostics
    ) -> ChangeFile? {
        let own = Diagnostics()
        let reader = ChangeFileReader(own)
        let file = reader.read(input)
        if own.hasErrors, let week { file?.tellFaults(in: week, besides: reader.unsound, own) }
        own.tell(diagnostics)
        return own.hasErrors ? nil : file
    }

    /// The names of a file's parts, in the order in which they are applied.
    public static let parts = Part.allCases.map(\.rawValue)

    /// Reads changes that stand within another file, as parts among other keys of a mapping; nil where an error was
    /// reported.
    ///
    /// - Parameters:
    ///   - document: The mapping, whose other keys its reader knows.
    ///   - path: The file they stand in.
    ///   - title: What they are called.
    public static func read(
        _ document: EntryReader, path: String, title: String, _ diagnostics: Diagnostics
    ) -> ChangeFile? {
        let own = Diagnostics()
        let file = ChangeFileReader(own).read(document, path: path, title: title)
        own.tell(diagnostics)
        return own.hasErrors ? nil : file
    }
}

extension Diagnostics {
    /// Reports something at the first field of an entry that says one of these, or at the entry as a whole.
    func add(
        _ severity: Diagnostic.Severity, in entry: ChangeFile.Entry, at texts: String?..., expected: String?,
        message: String
    ) {
        let field = texts.lazy.compactMap { text in entry.fields.first { $0.text == text } }.first
        add(
            severity, at: field?.place ?? entry.place, field: field?.name,
            found: field?.text ?? texts.first ?? nil,
            expected: expected, message: message)
    }
}
