// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WebStore

/// Who may come in, and for how long.
struct PeopleTests {
    @Test func theFirstInvitationMakesAnAdministratorAndNoSecondOne() throws {
        let test = try TestStore()
        defer { test.remove() }
        let old = try #require(try test.store.firstInvitation())
        let token = try #require(try test.store.firstInvitation())
        #expect(try test.store.invitation(old) == nil, "an earlier link is of no use any more")
        #expect(try test.store.invitation(token)?.role == .administrator)
        let account = NewAccount(name: " Ash ", login: " Ash@Example.org ", password: TestStore.password)
        let person = try test.store.accept(token, account)
        #expect(person.name == "Ash")
        #expect(person.login == "ash@example.org")
        #expect(person.role == .administrator)
        #expect(try test.store.firstInvitation() == nil)
        #expect(throws: StoreError.self) { try test.store.accept(token, account) }
    }

    @Test func anInvitationHoldsForAWeek() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let token = try test.store.invite(as: .planner, by: ash)
        test.clock.goOn(7 * 86_400 - 1)
        #expect(try test.store.invitation(token)?.role == .planner)
        test.clock.goOn(1)
        #expect(try test.store.invitation(token) == nil)
    }

    @Test(arguments: [
        ("", "birch", "three plain words", ["name"]),
        ("Birch", "", "three plain words", ["login"]),
        ("Birch", "two words", "three plain words", ["login"]),
        ("Birch", "birch", "elevenchars", ["password"]),
        ("", "", "", ["name", "login", "password"]),
        ("Birch", "ASH@example.org", "three plain words", ["login"]),
    ])
    func whatIsWrongWithAnAccountIsSaidAtItsField(
        name: String, login: String, password: String, fields: [String]
    ) throws {
        let test = try TestStore()
        defer { test.remove() }
        let token = try test.store.invite(as: .planner, by: try test.administrator())
        let error = #expect(throws: StoreError.self) {
            try test.store.accept(token, NewAccount(name: name, login: login, password: password))
        }
        guard case .fields(let problems) = error else {
            Issue.record("no fields: \(String(describing: error))")
            return
        }
        #expect(problems.map(\.field) == fields)
        #expect(
            try test.store.invitation(token)?.role == .planner, "the invitation is not used up by a mistake")
    }

    @Test func aPasswordIsKeptAsItsScryptAlone() throws {
        let one = try Password("three plain words", cost: TestStore.cheap)
        let other = try Password("three plain words", cost: TestStore.cheap)
        #expect(one.kept != other.kept, "each has a salt of its own")
        #expect(!one.kept.contains("three"))
        #expect(one.isRight("three plain words"))
        #expect(!one.isRight("three plain word"))
        for broken in ["", "scrypt", "scrypt$2$1$1$AAAA", "scrypt$3$1$1$AAAA$AAAA", "plain$2$1$1$AAAA$AAAA"] {
            #expect(!Password(kept: broken).isRight("three plain words"), "\(broken)")
        }
    }

    @Test func somebodyIsSignedInUntilTheyAreIdleOrTheDayIsOver() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let signed = try test.store.signIn(login: "ASH@example.org ", password: TestStore.password, from: "")
        #expect(signed.visit.person == ash)
        #expect(try test.store.visit(signed.token)?.person == ash)
        #expect(try test.store.visit(Token()) == nil)
        // Somebody who looks at a page once an hour is out after twelve, whatever they do.
        for _ in 0..<11 {
            test.clock.goOn(3_600)
            #expect(try test.store.visit(signed.token) != nil)
        }
        test.clock.goOn(3_600)
        #expect(try test.store.visit(signed.token) == nil)
        let again = try test.store.signIn(login: ash.login, password: TestStore.password, from: "")
        test.clock.goOn(2 * 3_600 - 1)
        #expect(try test.store.visit(again.token) != nil)
        test.clock.goOn(2 * 3_600)
        #expect(try test.store.visit(again.token) == nil)
    }

    @Test func whoeverSignsOutIsOut() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let (one, other) = (
            try test.store.signIn(login: ash.login, password: TestStore.password, from: ""),
            try test.store.signIn(login: ash.login, password: TestStore.password, from: "")
        )
        try test.store.signOut(one.token, ash)
        #expect(try test.store.visit(one.token) == nil)
        #expect(try test.store.visit(other.token) != nil, "on the other device nothing changes")
    }

    @Test func afterFiveWrongPasswordsANameWaits() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        for _ in 0..<5 {
            #expect(throws: StoreError.fields([.init("login", WebStore.wrong)])) {
                try test.store.signIn(login: ash.login, password: "not the password", from: "10.0.0.1")
            }
        }
        let error = #expect(throws: StoreError.self) {
            try test.store.signIn(login: ash.login, password: TestStore.password, from: "10.0.0.1")
        }
        guard case .refused = error else {
            Issue.record("it should have to wait: \(String(describing: error))")
            return
        }
        test.clock.goOn(15 * 60)
        #expect(
            try test.store.signIn(login: ash.login, password: TestStore.password, from: "").visit.person
                == ash)
    }

    @Test func fiftyFailuresOfAnAddressMakeItWaitWhateverTheName() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        for number in 0..<50 {
            #expect(throws: StoreError.self) {
                try test.store.signIn(login: "nobody\(number)", password: "x", from: "10.0.0.1")
            }
        }
        let error = #expect(throws: StoreError.self) {
            try test.store.signIn(login: ash.login, password: TestStore.password, from: "10.0.0.1")
        }
        if case .refused = error {} else { Issue.record("not refused: \(String(describing: error))") }
        #expect(
            try test.store.signIn(login: ash.login, password: TestStore.password, from: "10.0.0.2").visit
                .person
                == ash)
    }

    @Test func whoeverIsShutOutIsOutAtOnceAndCannotComeBack() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let birch = try test.person("birch", .planner, by: ash)
        let signed = try test.store.signIn(login: "birch", password: TestStore.password, from: "")
        let key = try test.store.makeKey("a script", of: birch)
        #expect(try test.store.visit(byKey: key)?.person == birch)
        try test.store.change(birch.id, to: .planner, isActive: false, by: ash, why: "left")
        #expect(try test.store.visit(signed.token) == nil)
        #expect(try test.store.visit(byKey: key) == nil)
        #expect(throws: StoreError.self) {
            try test.store.signIn(login: "birch", password: TestStore.password, from: "")
        }
        let line = try #require(try test.store.trail(most: 1).first)
        #expect(line.who == ash.login)
        #expect(line.was == "Workforce planner, may sign in")
        #expect(line.now == "Workforce planner, shut out")
        #expect(line.why == "left")
    }

    @Test func theOnlyAdministratorStaysOne() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        for (role, isActive) in [(AccountRole.planner, true), (.administrator, false)] {
            #expect(throws: StoreError.self) {
                try test.store.change(ash.id, to: role, isActive: isActive, by: ash, why: "")
            }
        }
        let birch = try test.person("birch", .administrator, by: ash)
        try test.store.change(ash.id, to: .planner, isActive: true, by: birch, why: "")
        #expect(try test.store.people().map(\.role) == [.planner, .administrator])
    }

    @Test func aForgottenPasswordIsRenewedByALink() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let birch = try test.person("birch", .planner, by: ash)
        let signed = try test.store.signIn(login: "birch", password: TestStore.password, from: "")
        for _ in 0..<5 { _ = try? test.store.signIn(login: "birch", password: "forgotten", from: "") }
        let (token, person) = try test.store.renewPassword(of: birch.id, by: ash)
        #expect(person == birch)
        #expect(try test.store.invitation(token)?.person == birch)
        #expect(throws: StoreError.self) {
            try test.store.accept(token, NewAccount(name: "", login: "", password: "short"))
        }
        let again = try test.store.accept(
            token, NewAccount(name: "", login: "", password: "another three words"))
        #expect(again == birch)
        #expect(try test.store.visit(signed.token) == nil)
        #expect(throws: StoreError.self) {
            try test.store.signIn(login: "birch", password: TestStore.password, from: "")
        }
        #expect(
            try test.store.signIn(login: "birch", password: "another three words", from: "").visit.person
                == birch)
        #expect(throws: StoreError.self) {
            try test.store.accept(token, NewAccount(name: "", login: "", password: "a third three words"))
        }
    }

    @Test func whoeverIsShutOutCannotComeBackByALinkOfTheirOwn() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let birch = try test.person("birch", .administrator, by: ash)
        let own = try test.store.invite(as: .administrator, by: birch)
        let renewed = try test.store.renewPassword(of: birch.id, by: ash).token
        let another = try test.store.invite(as: .viewer, by: ash)
        try test.store.change(birch.id, to: .administrator, isActive: false, by: ash, why: "left")
        #expect(try test.store.invitation(own) == nil)
        #expect(try test.store.invitation(renewed) == nil)
        #expect(try test.store.invitation(another) != nil)
        #expect(try test.store.invitation(test.store.furtherAdministrator())?.role == .administrator)
    }

    @Test func aKeyIsItsOwnersAlone() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let birch = try test.person("birch", .planner, by: ash)
        let key = try test.store.makeKey("a script", of: birch)
        let kept = try #require(try test.store.keys(of: birch).first)
        #expect(throws: StoreError.self) { try test.store.revokeKey(kept.id, of: ash) }
        #expect(try test.store.visit(byKey: key) != nil)
        try test.store.revokeKey(kept.id, of: birch)
        #expect(try test.store.visit(byKey: key) == nil)
    }
}
