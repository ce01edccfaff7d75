// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

extension WebStore {
    /// Seconds without a request after which somebody has to sign in again.
    static let idleSeconds = 2 * 3_600
    /// Seconds after which they have to in any case: a working day.
    static let longestSeconds = 12 * 3_600
    /// Seconds in which failures count.
    static let failureSeconds = 15 * 60
    /// Failures of one name after which it has to wait.
    static let mostFailures = 5
    /// Failures from one address after which it has to wait.
    static let mostFailuresOfAddress = 50
    /// Said for a wrong name and a wrong password alike, so that nobody learns which names there are.
    static let wrong =
        "Enter the name and the password of an account; this name and this password do not go together"

    /// Signs somebody in.
    ///
    /// - Parameter address: Where they come from, for counting failures.
    public func signIn(
        login: String, password: String, from address: String
    ) throws(StoreError) -> (token: Token, visit: Visit) {
        let login = login.trimmingSpaces.lowercased()
        let (row, failures, ofAddress) = try write { db in
            try db.execute(
                sql: "DELETE FROM failure WHERE at <= ?", arguments: [now() - Self.failureSeconds])
            let failures = try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM failure WHERE login = ?", arguments: [login])
            let ofAddress = try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM failure WHERE address = ?", arguments: [address])
            return (try personRow(db, login: login), failures ?? 0, ofAddress ?? 0)
        }
        guard failures < Self.mostFailures, ofAddress < Self.mostFailuresOfAddress else {
            throw .refused(
                "There were too many attempts. Wait \(Self.failureSeconds / 60) minutes, then try again.")
        }
        // A name that is nobody's takes as long as one that is somebody's.
        let kept: String = row?["password"] ?? nobody
        let isRight = Password(kept: kept).isRight(password)
        guard isRight, let person = row.flatMap(Self.person), person.isActive else {
            try write { db in
                try db.execute(
                    sql: "INSERT INTO failure (login, address, at) VALUES (?, ?, ?)",
                    arguments: [String(login.prefix(100)), address, now()])
            }
            throw .fields([.init("login", Self.wrong)])
        }
        return try write { db in
            try db.execute(sql: "DELETE FROM failure WHERE login = ?", arguments: [login])
            return try begin(db, person, "signed in")
        }
    }

    /// Signs somebody in whom a proxy has let in, which is to be trusted.
    ///
    /// - Throws: That nobody of that name may come in.
    public func signIn(broughtByProxy login: String) throws(StoreError) -> (token: Token, visit: Visit) {
        let login = login.trimmingSpaces.lowercased()
        return try write { db in
            guard let row = try personRow(db, login: login), let person = Self.person(row), person.isActive
            else {
                throw StoreError.refused(
                    "You are known as \(login.prefix(100)), and no account here has that name, or it is shut out. "
                        + "Ask the administrator for a link, and make an account with that name.")
            }
            return try begin(db, person, "was let in by the proxy")
        }
    }

    private func begin(
        _ db: GRDB.Database, _ person: Person, _ what: String
    ) throws -> (token: Token, visit: Visit) {
        let (token, form) = (Token(), Token())
        try db.execute(
            sql: "DELETE FROM visit WHERE seen <= ? OR began <= ?",
            arguments: [now() - Self.idleSeconds, now() - Self.longestSeconds])
        try db.execute(
            sql: "INSERT INTO visit (digest, person, form_token, began, seen) VALUES (?, ?, ?, ?, ?)",
            arguments: [token.digest, person.id, form.text, now(), now()])
        try note(db, by: person.login, what, person.login)
        return (token, Visit(person: person, formToken: form.text))
    }

    /// Who has a token; nil where it is nobody's, or has been idle or out too long.
    public func visit(_ token: Token) throws(StoreError) -> Visit? {
        let found = try read { db -> (visit: Visit, seen: Int)? in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT person.*, visit.form_token, visit.seen FROM visit JOIN person
                        ON person.id = visit.person
                        WHERE visit.digest = ? AND visit.seen > ? AND visit.began > ? AND person.active = 1
                        """,
                    arguments: [token.digest, now() - Self.idleSeconds, now() - Self.longestSeconds]),
                let person = Self.person(row)
            else { return nil }
            return (Visit(person: person, formToken: row["form_token"]), row["seen"])
        }
        guard let found else { return nil }
        // Written once a minute, so that looking at pages is reading.
        if now() - found.seen >= 60 {
            try write { db in
                try db.execute(
                    sql: "UPDATE visit SET seen = ? WHERE digest = ?", arguments: [now(), token.digest])
            }
        }
        return found.visit
    }

    /// Signs somebody out on this device.
    public func signOut(_ token: Token, _ person: Person) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM visit WHERE digest = ?", arguments: [token.digest])
            try note(db, by: person.login, "signed out", person.login)
        }
    }

    /// A password that nobody has, worked out as the usual ones are.
    private var nobody: String {
        let salt = String(repeating: "A", count: 22) + "=="
        let key = String(repeating: "A", count: 43) + "="
        return "scrypt$\(passwordCost.rounds)$\(passwordCost.blockSize)$\(passwordCost.lanes)$\(salt)$\(key)"
    }
}
