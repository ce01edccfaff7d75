// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// A key by which a program acts for somebody.
public struct KeptKey: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// What it is for, as its owner said.
    public let name: String
    /// When it was made, in seconds since 1970.
    public let made: Int
}

extension WebStore {
    /// Makes a key for a program that acts for somebody, in their role.
    public func makeKey(_ name: String, of person: Person) throws(StoreError) -> Token {
        let name = name.trimmingSpaces
        guard !name.isEmpty, name.count <= 100 else {
            throw .fields([.init("name", "Enter what the key is for, in not more than 100 letters")])
        }
        let token = Token()
        try write { db in
            try db.execute(
                sql: "INSERT INTO key (digest, person, name, made) VALUES (?, ?, ?, ?)",
                arguments: [token.digest, person.id, name, now()])
            try note(db, by: person.login, "made a key", name)
        }
        return token
    }

    /// The keys of somebody.
    public func keys(of person: Person) throws(StoreError) -> [KeptKey] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM key WHERE person = ? ORDER BY id", arguments: [person.id]
            )
            .map { KeptKey(id: $0["id"], name: $0["name"], made: $0["made"]) }
        }
    }

    /// Makes a key useless. Only its owner can.
    public func revokeKey(_ id: Int64, of person: Person) throws(StoreError) {
        try write { db in
            let name = try String.fetchOne(
                db, sql: "SELECT name FROM key WHERE id = ? AND person = ?", arguments: [id, person.id])
            guard let name else { throw StoreError.missing("You have no key of that number.") }
            try db.execute(sql: "DELETE FROM key WHERE id = ?", arguments: [id])
            try note(db, by: person.login, "revoked a key", name)
        }
    }

    /// Who a key acts for; nil where it is nobody's.
    public func visit(byKey token: Token) throws(StoreError) -> Visit? {
        try read { db in
            try Row.fetchOne(
                db,
                sql:
                    "SELECT person.* FROM key JOIN person ON person.id = key.person WHERE digest = ? AND active = 1",
                arguments: [token.digest]
            ).flatMap(Self.person).map { Visit(person: $0, formToken: "") }
        }
    }
}
