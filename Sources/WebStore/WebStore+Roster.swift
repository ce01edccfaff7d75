// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// Who of a roster an account is.
public struct RosterName: Sendable, Hashable {
    /// The identifier in the column `staff` of weeks; the same one in all of them.
    public let staff: String
    /// Whose account it is.
    public let person: Person
}

extension WebStore {
    /// Identifiers that one account may have: somebody in two posts has a row of the roster for each.
    static let mostNames = 10

    /// Who is who on the roster, in the order of the identifiers; only people who may sign in.
    public func roster() throws(StoreError) -> [RosterName] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT person.*, roster.staff FROM roster JOIN person ON person.id = roster.person
                    WHERE person.active = 1 ORDER BY roster.staff
                    """
            ).compactMap { row in Self.person(row).map { RosterName(staff: row["staff"], person: $0) } }
        }
    }

    /// Who somebody is on the roster: the identifiers, in order.
    public func names(of person: Person) throws(StoreError) -> [String] {
        try read { db in try names(db, of: person.id) }
    }

    func names(_ db: GRDB.Database, of person: Int64) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT staff FROM roster WHERE person = ? ORDER BY staff", arguments: [person])
    }

    /// Says who of the roster somebody is. One identifier is one account's: nobody else sees what is its own. Whoever is shut
    /// out yields theirs.
    ///
    /// - Parameter staff: The identifiers; none: nobody.
    public func setRoster(of id: Int64, to staff: [String], by who: Person) throws(StoreError) {
        let wanted = staff.map(\.trimmingSpaces).filter { !$0.isEmpty }
        guard wanted.count <= Self.mostNames, wanted.allSatisfy({ $0.count <= 100 }) else {
            throw .fields([
                .init(
                    "staff-\(id)", "Enter at most \(Self.mostNames) identifiers of up to 100 letters each")
            ])
        }
        try write { db in
            let person = try person(db, id)
            let before = try names(db, of: id)
            var yielding: [(staff: String, person: Person)] = []
            for name in Array(Set(wanted)).sorted() {
                let other = try Row.fetchOne(
                    db,
                    sql:
                        "SELECT person.* FROM roster JOIN person ON person.id = roster.person WHERE staff = ? AND person <> ?",
                    arguments: [name, id])
                guard let other = other.flatMap(Self.person) else { continue }
                guard !other.isActive else {
                    throw StoreError.fields([
                        .init("staff-\(id)", "\(name) is \(other.name) already: take it from there first")
                    ])
                }
                yielding.append((name, other))
            }
            let after = Array(Set(wanted)).sorted()
            guard after != before else { return }
            for (name, other) in yielding {
                try handOver(db, name, of: other, to: person, by: who)
            }
            try db.execute(sql: "DELETE FROM roster WHERE person = ?", arguments: [id])
            for name in after {
                try db.execute(
                    sql: "INSERT INTO roster (staff, person) VALUES (?, ?)", arguments: [name, id])
            }
            // What somebody agreed to as somebody else is no agreement.
            try endSwaps(db, of: id, besides: after, "an account is somebody else on the roster")
            try note(
                db, by: who.login, "said who somebody is on the roster", person.login,
                was: before.joined(separator: ", "), now: after.joined(separator: ", "))
        }
    }

    /// Takes an identifier from somebody who is shut out.
    private func handOver(
        _ db: GRDB.Database, _ name: String, of person: Person, to other: Person, by who: Person
    ) throws {
        let before = try names(db, of: person.id)
        let after = before.filter { $0 != name }
        try db.execute(sql: "DELETE FROM roster WHERE staff = ?", arguments: [name])
        try endSwaps(db, of: person.id, besides: after, "an account is somebody else on the roster")
        try note(
            db, by: who.login, "said who somebody is on the roster", person.login,
            was: before.joined(separator: ", "), now: after.joined(separator: ", "),
            why: "\(person.name) is shut out: \(name) is \(other.name) now")
    }
}
