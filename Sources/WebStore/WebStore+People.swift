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

    /// An invitation for somebody.
    public func invite(as role: AccountRole, by person: Person) throws(StoreError) -> Token {
        try write { db in
            try note(db, by: person.login, "invited somebody", role.name)
            return try invite(db, as: role, by: person.login)
        }
    }

    private func invite(_ db: GRDB.Database, as role: AccountRole, by who: String) throws -> Token {
        let token = Token()
        try db.execute(
            sql: "INSERT INTO invitation (digest, role, by_whom, expires) VALUES (?, ?, ?, ?)",
            arguments: [token.digest, role.rawValue, who, now() + Self.invitationSeconds])
        return token
    }

    /// What an invitation makes of whoever has it; nil where it is used, too old or nobody's.
    public func invitation(_ token: Token) throws(StoreError) -> AccountRole? {
        try read { db in try invitation(db, token) }
    }

    private func invitation(_ db: GRDB.Database, _ token: Token) throws -> AccountRole? {
        try String.fetchOne(
            db, sql: "SELECT role FROM invitation WHERE digest = ? AND expires > ?",
            arguments: [token.digest, now()]
        ).flatMap(AccountRole.init)
    }

    /// Makes an account of an invitation, which is used up by it.
    public func accept(_ token: Token, _ account: NewAccount) throws(StoreError) -> Person {
        let login = account.login.trimmingSpaces.lowercased()
        let name = account.name.trimmingSpaces
        var problems: [StoreError.FieldProblem] = []
        if name.isEmpty || name.count > 100 {
            problems.append(.init("name", "Enter your name, in not more than 100 letters"))
        }
        if login.isEmpty || login.count > 100 || login.contains(where: \.isWhitespace) {
            problems.append(
                .init("login", "Enter an email address or another name to sign in with, without blanks"))
        }
        if account.password.count < Password.fewest {
            problems.append(
                .init(
                    "password", "Enter a password of \(Password.fewest) letters or more; three words will do")
            )
        } else if account.password.count > Password.most {
            problems.append(.init("password", "Enter a password of not more than \(Password.most) letters"))
        }
        guard problems.isEmpty else { throw .fields(problems) }
        let kept: String
        do {
            kept = try Password(account.password, cost: passwordCost).kept
        } catch {
            throw .refused("The password cannot be kept: \(error)")
        }
        return try write { db in
            guard let role = try invitation(db, token) else {
                throw StoreError.missing("This invitation was used, or is too old. Ask for another one.")
            }
            guard try personRow(db, login: login) == nil else {
                throw StoreError.fields([.init("login", "Somebody has \(login) already; enter another one")])
            }
            try db.execute(sql: "DELETE FROM invitation WHERE digest = ?", arguments: [token.digest])
            try db.execute(
                sql: "INSERT INTO person (name, login, role, password) VALUES (?, ?, ?, ?)",
                arguments: [name, login, role.rawValue, kept])
            let id = db.lastInsertedRowID
            try note(db, by: login, "made an account", login, now: role.name)
            return Person(id: id, name: name, login: login, role: role, isActive: true)
        }
    }

    /// Everybody, in the order of their names.
    public func people() throws(StoreError) -> [Person] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM person ORDER BY name, id").compactMap(Self.person)
        }
    }

    /// Gives somebody another role, or shuts them out or in again. Whoever has another role or is shut out is signed out
    /// everywhere. The last administrator stays one.
    public func change(
        _ id: Int64, to role: AccountRole, isActive: Bool, by who: Person, why: String
    ) throws(StoreError) {
        try write { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM person WHERE id = ?", arguments: [id]),
                let person = Self.person(row)
            else { throw StoreError.missing("There is nobody of that number.") }
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
            try note(
                db, by: who.login, "changed an account", person.login,
                was: "\(person.role.name), \(person.isActive ? "may sign in" : "shut out")",
                now: "\(role.name), \(isActive ? "may sign in" : "shut out")", why: why)
        }
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
