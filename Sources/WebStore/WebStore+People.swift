// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// What somebody types in who has an invitation.
public struct NewAccount: Sendable {
    /// The name others see.
    public var name: String
    /// What they sign in with.
    public var login: String
    /// The password.
    public var password: String

    /// An account.
    public init(name: String, login: String, password: String) {
        (self.name, self.login, self.password) = (name, login, password)
    }
}

/// What whoever has a link may do with it.
public struct Invitation: Sendable, Hashable {
    /// What it makes of them.
    public let role: AccountRole
    /// Whose password it renews; nil: it makes an account.
    public let person: Person?
}

extension WebStore {
    /// Seconds for which an invitation holds.
    static let invitationSeconds = 7 * 86_400

    /// An invitation for the first administrator; nil where there are people already. An earlier one that was not used
    /// is of no use any more.
    public func firstInvitation() throws(StoreError) -> Token? {
        try write { db in
            guard try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM person") == 0 else { return nil }
            try db.execute(sql: "DELETE FROM invitation")
            return try invite(db, as: .administrator, by: "skillmix")
        }
    }

    /// An invitation for another administrator, for whoever may read the server's folder: where all passwords are lost.
    public func furtherAdministrator() throws(StoreError) -> Token {
        try write { db in
            try note(db, by: "skillmix", "invited somebody", AccountRole.administrator.name)
            return try invite(db, as: .administrator, by: "skillmix")
        }
    }

    /// An invitation for somebody.
    public func invite(as role: AccountRole, by person: Person) throws(StoreError) -> Token {
        try write { db in
            try note(db, by: person.login, "invited somebody", role.name)
            return try invite(db, as: role, by: person.login)
        }
    }

    /// A link by which somebody chooses a new password.
    public func renewPassword(of id: Int64, by who: Person) throws(StoreError) -> (
        token: Token, person: Person
    ) {
        try write { db in
            let person = try person(db, id)
            try note(db, by: who.login, "made a link for a new password", person.login)
            return (try invite(db, as: person.role, by: who.login, for: id), person)
        }
    }

    private func invite(
        _ db: GRDB.Database, as role: AccountRole, by who: String, for person: Int64? = nil
    ) throws -> Token {
        let token = Token()
        try db.execute(
            sql: "INSERT INTO invitation (digest, role, by_whom, expires, person) VALUES (?, ?, ?, ?, ?)",
            arguments: [token.digest, role.rawValue, who, now() + Self.invitationSeconds, person])
        return token
    }

    /// What an invitation makes of whoever has it; nil where it is used, too old or nobody's.
    public func invitation(_ token: Token) throws(StoreError) -> Invitation? {
        try read { db in try invitation(db, token) }
    }

    private func invitation(_ db: GRDB.Database, _ token: Token) throws -> Invitation? {
        let row = try Row.fetchOne(
            db, sql: "SELECT role, person FROM invitation WHERE digest = ? AND expires > ?",
            arguments: [token.digest, now()])
        guard let row, let role = AccountRole(rawValue: row["role"]) else { return nil }
        let id: Int64? = row["person"]
        return Invitation(role: role, person: try id.map { try person(db, $0) })
    }

    /// Makes an account of an invitation, or gives the account that it is for a new password. It is used up by that.
    public func accept(_ token: Token, _ account: NewAccount) throws(StoreError) -> Person {
        // Passwords are costly to keep, and nobody is to have it done for nothing.
        guard let invited = try invitation(token) else { throw Self.used }
        let (name, login) = (account.name.trimmingSpaces, account.login.trimmingSpaces.lowercased())
        let problems = Self.problems(
            name: name, login: login, password: account.password, isNew: invited.person == nil)
        guard problems.isEmpty else { throw .fields(problems) }
        let kept: String
        do {
            kept = try Password(account.password, cost: passwordCost).kept
        } catch {
            throw .refused("The password cannot be kept: \(error)")
        }
        return try write { db in
            guard let invited = try invitation(db, token) else { throw Self.used }
            try db.execute(sql: "DELETE FROM invitation WHERE digest = ?", arguments: [token.digest])
            if let person = invited.person { return try renew(db, person, kept) }
            guard try personRow(db, login: login) == nil else {
                throw StoreError.fields([.init("login", "Somebody has \(login) already; enter another one")])
            }
            try db.execute(
                sql: "INSERT INTO person (name, login, role, password) VALUES (?, ?, ?, ?)",
                arguments: [name, login, invited.role.rawValue, kept])
            let id = db.lastInsertedRowID
            try note(db, by: login, "made an account", login, now: invited.role.name)
            return Person(id: id, name: name, login: login, role: invited.role, isActive: true)
        }
    }

    private static let used = StoreError.missing(
        "This invitation was used, or is too old. Ask the administrator for another one.")

    private static func problems(
        name: String, login: String, password: String, isNew: Bool
    ) -> [StoreError.FieldProblem] {
        var problems: [StoreError.FieldProblem] = []
        if isNew, name.isEmpty || name.count > 100 {
            problems.append(.init("name", "Enter your name, in not more than 100 letters"))
        }
        if isNew, login.isEmpty || login.count > 100 || login.contains(where: \.isWhitespace) {
            problems.append(
                .init("login", "Enter an email address or another name to sign in with, without blanks"))
        }
        if password.count < Password.fewest {
            problems.append(
                .init(
                    "password", "Enter a password of \(Password.fewest) letters or more; three words will do")
            )
        } else if password.count > Password.most {
            problems.append(.init("password", "Enter a password of not more than \(Password.most) letters"))
        }
        return problems
    }

    /// Gives somebody a new password, and signs them out wherever the old one let them in.
    private func renew(_ db: GRDB.Database, _ person: Person, _ kept: String) throws -> Person {
        try db.execute(sql: "UPDATE person SET password = ? WHERE id = ?", arguments: [kept, person.id])
        try db.execute(sql: "DELETE FROM visit WHERE person = ?", arguments: [person.id])
        try db.execute(sql: "DELETE FROM failure WHERE login = ?", arguments: [person.login])
        try note(db, by: person.login, "chose a new password", person.login)
        return person
    }

    /// Everybody, in the order of their names.
    public func people() throws(StoreError) -> [Person] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM person ORDER BY name, id").compactMap(Self.person)
        }
    }

    /// Gives somebody another role, or shuts them out or in again. Whoever has another role or is shut out is signed out
    /// everywhere, and whoever is shut out has no swaps open. The last administrator stays one.
    public func change(
        _ id: Int64, to role: AccountRole, isActive: Bool, by who: Person, why: String
    ) throws(StoreError) {
        try write { db in
            let person = try person(db, id)
            let others = try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM person WHERE role = ? AND active = 1 AND id <> ?",
                arguments: [AccountRole.administrator.rawValue, id])
            if others == 0, role != .administrator || !isActive {
                throw StoreError.refused(
                    "\(person.name) is the only administrator. Make somebody else one before.")
            }
            try db.execute(
                sql: "UPDATE person SET role = ?, active = ? WHERE id = ?",
                arguments: [role.rawValue, isActive, id])
            try db.execute(sql: "DELETE FROM visit WHERE person = ?", arguments: [id])
            // What they might come back by.
            try db.execute(
                sql: "DELETE FROM invitation WHERE by_whom = ? OR person = ?", arguments: [person.login, id])
            try note(
                db, by: who.login, "changed an account", person.login,
                was: "\(person.role.name), \(person.isActive ? "may sign in" : "shut out")",
                now: "\(role.name), \(isActive ? "may sign in" : "shut out")", why: why)
            if !isActive { try endSwaps(db, of: id, besides: [], "an account was shut out") }
        }
    }

    func person(_ db: GRDB.Database, _ id: Int64) throws -> Person {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM person WHERE id = ?", arguments: [id]),
            let person = Self.person(row)
        else { throw StoreError.missing("There is nobody of that number.") }
        return person
    }

    func personRow(_ db: GRDB.Database, login: String) throws -> Row? {
        try Row.fetchOne(db, sql: "SELECT * FROM person WHERE login = ?", arguments: [login])
    }

    static func person(_ row: Row) -> Person? {
        AccountRole(rawValue: row["role"]).map {
            Person(
                id: row["id"], name: row["name"], login: row["login"], role: $0, isActive: row["active"])
        }
    }
}

extension String {
    var trimmingSpaces: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
