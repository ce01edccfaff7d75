// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// What a kind of database file has in it: who it is, and the steps by which an older file becomes one of now.
public struct DatabaseSchema: Sendable {
    /// One step from an older file to a newer one. Steps are added at the end, and one that was released is never
    /// changed, since files out there went through it.
    public struct Migration: Sendable {
        /// What it is called in the file: the same for ever.
        public let name: String
        let apply: @Sendable (GRDB.Database) throws -> Void

        /// A step.
        ///
        /// - Parameter apply: Makes it. It runs in one transaction with all other steps that a file lacks, and foreign
        ///   keys are held against the rows when all are made.
        public init(_ name: String, _ apply: @escaping @Sendable (GRDB.Database) throws -> Void) {
            (self.name, self.apply) = (name, apply)
        }
    }

    /// What a file of this kind is, for messages: `a ledger of runs`.
    public let what: String
    /// The number by which SQLite tells files of this kind from those of other programs; never nought.
    /// See https://www.sqlite.org/pragma.html#pragma_application_id.
    public let applicationID: Int32
    /// The steps, oldest first.
    public let migrations: [Migration]

    /// A kind of file.
    public init(_ what: String, applicationID: Int32, migrations: [Migration]) {
        (self.what, self.applicationID, self.migrations) = (what, applicationID, migrations)
    }
}
