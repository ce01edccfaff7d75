// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a solver could not be asked, or broke down.
public enum SolverError: Error, Equatable, CustomStringConvertible {
    /// The programme is not one.
    case invalidProgram(LinearProgramError)
    /// A limit or option means nothing; the text says which and what to give.
    case invalidOption(String)
    /// A name cannot be written; the text says which and why.
    case invalidName(String)
    /// A file could not be written or read; the message is the solver's own.
    case file(path: String, message: String)
    /// The solver broke down inside; the message is its own.
    case brokeDown(message: String)

    /// What went wrong, and what to do about it where something can be done.
    public var description: String {
        switch self {
        case .invalidProgram(let error): error.description
        case .invalidOption(let text), .invalidName(let text): text
        case .file(let path, let message): "\(path): \(message)"
        case .brokeDown(let message): "The solver broke down: \(message)"
        }
    }
}
