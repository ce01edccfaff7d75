// SPDX-License-Identifier: GPL-3.0-or-later

/// Why something that somebody wants done in the browser is not done.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was typed is not right; a sentence for each field, by the field's name.
    case fields([FieldProblem])
    /// There is nothing of that number, or of that secret.
    case missing(String)
    /// Somebody else changed it meanwhile.
    case conflict(String)
    /// It cannot be done as things are.
    case refused(String)
    /// The database cannot be read or written.
    case database(String)

    /// What is wrong with a field of a form.
    public struct FieldProblem: Sendable, Hashable {
        /// The field's name.
        public let field: String
        /// What is wrong and what would be right.
        public let message: String

        /// A problem.
        public init(_ field: String, _ message: String) { (self.field, self.message) = (field, message) }
    }

    /// It in words.
    public var description: String { message }

    /// It in words.
    public var message: String {
        switch self {
        case .fields(let problems): problems.map(\.message).joined(separator: " ")
        case .missing(let text), .conflict(let text), .refused(let text), .database(let text): text
        }
    }
}
