// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading

/// Why a use case came to nothing, or not to its end. Each file and folder that it writes is there whole, or as it was.
public struct WorkflowError: Error, Sendable {
    /// What is at fault.
    public enum Kind: Sendable, CaseIterable {
        /// The files to work on, or a part of what was asked for, cannot be used.
        case input
        /// What was asked about is not there, or cannot be.
        case question
        /// The result cannot be put where it is to go.
        case output
        /// There is too little memory for it, or it would take too long.
        case size
        /// Skillmix itself is at fault.
        case fault
    }

    /// What is at fault.
    public let kind: Kind
    /// What happened, and what would be right.
    public let message: String
    /// Problems of the files, each at its place: errors and what else there is to say of them.
    public let diagnostics: [Diagnostic]

    /// An error.
    public init(_ kind: Kind, _ message: String, diagnostics: [Diagnostic] = []) {
        self.kind = kind
        self.message = message
        self.diagnostics = diagnostics
    }
}

extension WorkflowError {
    /// Does what writes, or looks whether it could.
    static func writing<Value>(
        _ body: () throws(PlanFolderError) -> Value
    ) throws(WorkflowError) -> Value {
        do throws(PlanFolderError) {
            return try body()
        } catch {
            throw WorkflowError(.output, error.description)
        }
    }
}
