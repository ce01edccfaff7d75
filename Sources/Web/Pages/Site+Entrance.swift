// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPTypes
import Markup
import WebStore
import Wording

extension Site {
    /// The page to sign in on.
    func signIn(_ asked: Asked, problems: [StoreError.FieldProblem] = []) -> Answer {
        if asked.visit != nil, problems.isEmpty { return .see("/") }
        let page = SitePage("Sign in", nil, problems: problems) {
            Tag.form(.action("/sign-in"), .post) {
                FormField(
                    name: "login", label: "Name", hint: "The email address or name of your account",
                    value: asked.form["login"], autocomplete: "username", problems: problems
                ).markup
                FormField(
                    name: "password", label: "Password", type: "password", autocomplete: "current-password",
                    problems: problems
                ).markup
                Tag.button { "Sign in" }
            }
            Tag.p(.class("note")) {
                "Accounts are made by invitation: ask the administrator for a link. Of a forgotten password, too."
            }
        }
        return .page(page, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// Signs somebody in.
    func signInSent(_ asked: Asked) async throws(StoreError) -> Answer {
        do {
            let token = try await signedIn(asked.form["login"], asked.form["password"], from: asked.address)
            return .seeWith("/", cookie: token.text)
        } catch {
            switch error {
            case .fields(let problems): return signIn(asked, problems: problems)
            case .refused(let words): return signIn(asked, problems: [.init("login", words)])
            case .missing, .conflict, .database: throw error
            }
        }
    }

    private func signedIn(
        _ login: String, _ password: String, from address: String
    ) async throws(StoreError) -> Token {
        let store = store
        return try await passwords.work { () throws(StoreError) in
            try store.signIn(login: login, password: password, from: address).token
        }
    }

    /// The page that an invitation leads to.
    func welcome(_ asked: Asked, problems: [StoreError.FieldProblem] = []) throws(StoreError) -> Answer {
        guard let invited = try store.invitation(Token(asked.text("token"))) else {
            throw .missing("This invitation was used, or is too old. Ask the administrator for another one.")
        }
        let isNew = invited.person == nil
        let page = SitePage(
            isNew ? "Make your account" : "Choose a new password", nil, problems: problems
        ) {
            if let person = invited.person {
                Tag.p { "For \(person.name), who signs in as \(person.login)." }
            } else {
                Tag.p { "You are invited as: \(invited.role.name)." }
            }
            Tag.form(.action("/welcome/" + asked.text("token")), .post) {
                if isNew {
                    FormField(
                        name: "name", label: "Your name", hint: "As others are to see it",
                        value: asked.form["name"], autocomplete: "name", problems: problems
                    ).markup
                    FormField(
                        name: "login", label: "Name to sign in with", hint: "An email address, for example",
                        value: asked.form["login"], autocomplete: "username", problems: problems
                    ).markup
                }
                FormField(
                    name: "password", label: "Password", hint: "12 letters or more; three words will do",
                    type: "password", autocomplete: "new-password", problems: problems
                ).markup
                Tag.button { isNew ? "Make the account" : "Keep the password" }
            }
        }
        return .page(page, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// Makes an account of an invitation, and signs its owner in.
    func welcomeSent(_ asked: Asked) async throws(StoreError) -> Answer {
        let account = NewAccount(
            name: asked.form["name"], login: asked.form["login"], password: asked.form["password"])
        do {
            let (store, invitation) = (store, Token(asked.text("token")))
            let person = try await passwords.work { () throws(StoreError) in
                try store.accept(invitation, account)
            }
            let token = try await signedIn(person.login, account.password, from: asked.address)
            return .seeWith("/", cookie: token.text)
        } catch {
            switch error {
            case .fields(let problems): return try welcome(asked, problems: problems)
            case .missing, .conflict, .refused, .database: throw error
            }
        }
    }

    /// Signs somebody out.
    func signOut(_ asked: Asked) throws(StoreError) -> Answer {
        if let cookie = asked.request.cookies[Responses.cookie] {
            try store.signOut(Token(cookie.value), try asked.person())
        }
        return .seeWith("/sign-in", cookie: nil)
    }

    /// Where somebody begins: what needs doing now, by role.
    func home(_ asked: Asked) throws(StoreError) -> Answer {
        let person = try asked.person()
        switch person.role {
        case .administrator: return .see("/people")
        case .viewer: return .see("/plans")
        case .staff: return .see("/me")
        case .planner, .lead, .finance: break
        }
        let runs = try store.runs(most: 20)
        let weeks = Dictionary(uniqueKeysWithValues: try store.weeks().map { ($0.id, $0.name) })
        let underWay = runs.filter { !$0.state.isOver }
        let drafts = person.role == .lead ? [] : runs.filter { $0.hasPlan && $0.plan == .draft }
        let swaps = person.role == .planner ? try store.swaps().count { $0.state == .taken } : 0
        let forLead = person.role == .lead ? try leadHome() : []
        return .page(
            SitePage("Good to see you, \(person.name)", asked.visit) {
                forLead
                Tag.h2 { forLead.isEmpty ? "Now" : "Besides" }
                if weeks.isEmpty {
                    Tag.p {
                        if person.role == .planner {
                            "There is no week yet. "
                            Tag.a(.href("/new-week")) { "Add the first week" }
                        } else {
                            "There is no week yet: a workforce planner adds the first one."
                        }
                    }
                } else {
                    Tag.ul {
                        for run in underWay {
                            Tag.li { Tag.a(.href("/runs/\(run.id)")) { Self.line(run, weeks) } }
                        }
                        for run in drafts.prefix(5) {
                            Tag.li { Tag.a(.href("/plans/\(run.id)")) { Self.task(run, weeks, person.role) } }
                        }
                        if swaps > 0 {
                            Tag.li {
                                Tag.a(.href("/swaps")) { "Say yes or no to \(Show.counted(swaps, "swap"))" }
                            }
                        }
                        if person.role == .finance {
                            for (id, name) in weeks.sorted(by: { $0.key > $1.key }).prefix(3) {
                                Tag.li {
                                    Tag.a(.href("/weeks/\(id)/scenarios")) {
                                        "Try what a change does to care and to pounds in \(name)"
                                    }
                                }
                            }
                        }
                        if underWay.isEmpty, drafts.isEmpty, forLead.isEmpty, swaps == 0 {
                            Tag.li { "Nothing waits for you. " }
                        }
                        Tag.li { Tag.a(.href("/weeks")) { "All weeks" } }
                    }
                }
            })
    }

    /// What a draft asks of somebody.
    private static func task(_ run: KeptRun, _ weeks: [Int64: String], _ role: AccountRole) -> String {
        let week = weeks[run.wanted.week] ?? ""
        return switch role {
        case .planner: "Look at plan \(run.id) of \(week), and publish it"
        case .finance: "See what plan \(run.id) of \(week) costs"
        case .lead, .viewer, .staff, .administrator: "Plan \(run.id) of \(week)"
        }
    }

    /// A run in a line.
    static func line(_ run: KeptRun, _ weeks: [Int64: String]) -> String {
        "Run \(run.id) of \(weeks[run.wanted.week] ?? ""): \(words(run.state))"
    }

    /// How far a run is, in words.
    static func words(_ state: RunState) -> String {
        switch state {
        case .queued: "waiting for its turn"
        case .running: "under way"
        case .done: "done"
        case .stopped: "stopped, with the best plan until then"
        case .failed: "came to nothing"
        }
    }
}
