// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

extension WebStore {
    /// Makes the address of somebody's calendar. They have one at a time: an earlier one leads nowhere any more.
    ///
    /// - Returns: The secret in the address, which is shown once: its digest alone is kept.
    public func makeCalendar(of person: Person) throws(StoreError) -> Token {
        let token = Token()
        try write { db in
            try db.execute(sql: "DELETE FROM calendar WHERE person = ?", arguments: [person.id])
            try db.execute(
                sql: "INSERT INTO calendar (person, digest, made) VALUES (?, ?, ?)",
                arguments: [person.id, token.digest, now()])
            try note(db, by: person.login, "made a calendar's address", person.login)
        }
        return token
    }

    /// Makes the address of somebody's calendar lead nowhere.
    public func revokeCalendar(of person: Person) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM calendar WHERE person = ?", arguments: [person.id])
            try note(db, by: person.login, "revoked a calendar's address", person.login)
        }
    }

    /// When the address of somebody's calendar was made, in seconds since 1970; nil where they have none.
    public func calendarMade(of person: Person) throws(StoreError) -> Int? {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT made FROM calendar WHERE person = ?", arguments: [person.id])
        }
    }

    /// Whose calendar an address leads to; nil where it is nobody's, or of somebody who is shut out.
    public func person(byCalendar token: Token) throws(StoreError) -> Person? {
        try read { db in
            try Row.fetchOne(
                db,
                sql:
                    "SELECT person.* FROM calendar JOIN person ON person.id = calendar.person WHERE digest = ? AND active = 1",
                arguments: [token.digest]
            ).flatMap(Self.person)
        }
    }
}
