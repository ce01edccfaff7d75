// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Testing

@testable import Web
@testable import WebStore

/// Who may ask for what, and what every answer is sent with.
struct RouteTests {
    /// A path of a route, with something in each of its gaps.
    private func path(_ route: Route) -> String {
        route.line.path.replacingOccurrences(of: ":week", with: "1").replacingOccurrences(
            of: ":run", with: "1"
        )
        .replacingOccurrences(of: ":table", with: "staff.csv")
        .replacingOccurrences(of: ":person", with: "1").replacingOccurrences(of: ":key", with: "1")
        .replacingOccurrences(of: ":swap", with: "1").replacingOccurrences(of: ":staff", with: "PT-01")
        .replacingOccurrences(of: ":team", with: "north-home").replacingOccurrences(
            of: ":secret", with: "none.ics"
        )
        .replacingOccurrences(of: ":file", with: "none.zip")
        .replacingOccurrences(of: ":token", with: "none").replacingOccurrences(of: "**", with: "plan.json")
    }

    @Test func everyRouteIsForItsRolesAndNobodyElse() async throws {
        let test = try TestSite()
        defer { test.remove() }
        var asked = 0
        var refused = 0
        for route in Route.allCases {
            let line = route.line
            for role in [nil] + AccountRole.allCases.map(Optional.some) {
                // Signing out ends a visit, so everybody comes anew.
                let guest = try role.map { try test.guest($0, name: "\($0)-\(asked)") }
                let reply =
                    line.method == .post
                    ? try await test.send(path(route), [], as: guest)
                    : try await test.ask(line.method, path(route), as: guest)
                asked += 1
                switch line.access {
                case .anybody:
                    #expect(
                        reply.status != 403 && reply.status != 401, "\(route) as \(String(describing: role))")
                case .roles(let roles):
                    if let role {
                        let isLetIn =
                            reply.status != 403 && reply.status != 401 && reply.location != "/sign-in"
                        // A program's DELETE needs a key: a browser's cookie alone is refused.
                        let needsKey = line.method == .delete
                        #expect(
                            (isLetIn || route == .signOut) == (roles.contains(role) && !needsKey),
                            "\(route) as \(role): \(reply.status)")
                        if !roles.contains(role) { refused += 1 }
                    } else {
                        #expect(
                            route.isForPrograms ? reply.status == 401 : reply.location == "/sign-in",
                            "\(route) as nobody: \(reply.status)")
                        refused += 1
                    }
                }
            }
        }
        #expect(asked == Route.allCases.count * (AccountRole.allCases.count + 1))
        #expect(refused > 80, "roles differ in what they may do: \(refused)")
    }

    @Test func whatEachRoleMayChangeIsThisAndNoMore() {
        func changes(_ role: AccountRole) -> Set<Route> {
            Set(
                Route.allCases.filter { route in
                    guard case .roles(let roles) = route.line.access, route.line.method != .get else {
                        return false
                    }
                    return roles.contains(role)
                })
        }
        let own: Set<Route> = [
            .signOut, .keyMade, .keyRevoked, .seenSent, .calendarSent, .offerSent, .swapTried, .swapTaken,
            .swapWithdrawn,
        ]
        #expect(changes(.viewer) == own)
        #expect(changes(.staff) == own)
        #expect(changes(.finance) == own.union([.runStop, .scenarioSent, .scenarioGoesOn]))
        #expect(
            changes(.lead) == own.union([.delegationSent, .tableSent, .tableBack, .flagSent, .reviewSent]))
        #expect(
            changes(.administrator)
                == own.union([.invite, .personSent, .rosterSent, .backUpMade, .backUpSent]))
        #expect(
            changes(.planner)
                == own.union([
                    .newWeekSent, .tableSent, .tableBack, .runAsked, .runStop, .planState, .seatSent,
                    .apiRunAsked,
                    .apiRunStop, .callsSent, .replanSent, .callAnswered, .callsAgain, .callsPlanned,
                    .flagSent, .scenarioSent, .scenarioGoesOn,
                    .rosterSent, .planShareSent, .swapDecided,
                ]))
        let open = Route.allCases.filter { $0.line.access == .anybody }
        #expect(
            Set(open) == [.style, .script, .icon, .signIn, .signInSent, .welcome, .welcomeSent, .calendar])
    }

    @Test func noTwoRoutesAreOneAddress() {
        let lines = Route.allCases.map { "\($0.line.method) \($0.line.path)" }
        #expect(Set(lines).count == lines.count)
    }

    @Test func everyAnswerKeepsToThePolicy() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let guest = try test.guest(.planner)
        let others = ["/nowhere", "/weeks/999", "/weeks/none", "/sign-in/more"]
        for path in Route.allCases.filter({ $0.line.method == .get }).map(path) + others {
            let reply = try await test.ask(.get, path, as: guest)
            let policy = reply.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.hasPrefix("default-src 'none'"), "\(path)")
            #expect(policy.contains("frame-ancestors 'none'"), "\(path)")
            #expect(!policy.contains("script-src 'unsafe-inline'"), "\(path)")
            #expect(reply.headers[.xContentTypeOptions] == "nosniff", "\(path)")
            #expect(reply.headers[.cacheControl] == "no-store", "\(path)")
            // Nothing in a page runs or looks other than what the server's own files say.
            #expect(!reply.text.contains("<script>") && !reply.text.contains(" onclick="), "\(path)")
        }
        for path in others { #expect(try await test.ask(.get, path, as: guest).status == 404, "\(path)") }
    }

    @Test func aFormWithoutItsTokenOrOfAnotherSiteChangesNothing() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let guest = try test.guest(.administrator)
        let before = try test.store.trail(most: 100).count
        for route in Route.allCases where route.line.method == .post && route.line.access != .anybody {
            guard case .roles(let roles) = route.line.access, roles.contains(.administrator) else { continue }
            let bare = try await test.ask(
                .post, path(route), as: guest, type: "application/x-www-form-urlencoded",
                body: Array("role=planner&form_token=wrong".utf8))
            #expect(bare.status == 403, "\(route)")
            let crossed = try await test.send(
                path(route), [("role", "planner")], as: guest, headers: [("Sec-Fetch-Site", "cross-site")])
            #expect(crossed.status == 403, "\(route)")
            let foreign = try await test.send(
                path(route), [("role", "planner")], as: guest,
                headers: [("Origin", "https://elsewhere.example")])
            #expect(foreign.status == 403, "\(route)")
        }
        let signIn = try await test.send(
            "/sign-in", [("login", "administrator"), ("password", TestSite.password)],
            headers: [("Sec-Fetch-Site", "cross-site")])
        #expect(signIn.status == 403)
        #expect(try test.store.trail(most: 100).count == before)
        let own = try await test.send(
            "/people", [("role", "planner")], as: guest,
            headers: [("Origin", "http://localhost"), ("Sec-Fetch-Site", "same-origin")])
        #expect(own.status == 200)
        #expect(try test.store.trail(most: 100).count == before + 1)
    }

    @Test func cookiesAreForBrowsersAloneAndForTLSBehindAProxy() async throws {
        for isBehindProxy in [false, true] {
            let test = try TestSite(isBehindProxy: isBehindProxy)
            defer { test.remove() }
            _ = try test.guest(.planner)
            let reply = try await test.send(
                "/sign-in", [("login", "planner"), ("password", TestSite.password)])
            let cookie = try #require(reply.headers[.setCookie])
            #expect(cookie.contains("; HttpOnly; SameSite=Lax"))
            #expect(cookie.contains("; Secure") == isBehindProxy)
            #expect((reply.headers[.strictTransportSecurity] != nil) == isBehindProxy)
            #expect(reply.location == "/")
        }
    }

    @Test func whomTheProxyHasLetInIsInAndNobodyElse() async throws {
        let test = try TestSite(isBehindProxy: true, trustedHeader: "X-Remote-User")
        defer { test.remove() }
        let planner = try test.guest(.planner)
        _ = try test.guest(.administrator)
        let known = [("X-Remote-User", "Planner")]
        let first = try await test.ask(.get, "/weeks", headers: known)
        #expect(first.status == 200)
        let cookie = try #require(first.headers[.setCookie])
        #expect(cookie.contains("; HttpOnly; SameSite=Lax; Secure"))
        let own = [("Cookie", String(cookie.prefix { $0 != ";" }))]
        let next = try await test.ask(.get, "/weeks", headers: known + own)
        #expect(next.status == 200 && next.headers[.setCookie] == nil, "one visit is enough")
        // Whoever sits there after them is not them.
        let other = try await test.ask(
            .get, "/people", as: planner, headers: [("X-Remote-User", "administrator")])
        #expect(other.status == 200 && other.headers[.setCookie] != nil)
        let form = try await test.send("/keys", [("name", "a script")], as: planner, headers: known)
        #expect(form.status == 200)
        let crossed = try await test.send(
            "/keys", [("name", "a script")], as: planner, headers: [("X-Remote-User", "administrator")])
        #expect(crossed.location == "/sign-in")
        let nobody = try await test.ask(.get, "/weeks", headers: [("X-Remote-User", "<b>nobody")])
        #expect(nobody.status == 400 && nobody.text.contains("You are known as &lt;b&gt;nobody"))
        // Programs come with keys, whatever a proxy says.
        #expect(try await test.ask(.get, "/api/v1/weeks", headers: known).status == 401)
        for trusted in [nil, "X-Remote-User"] {
            let closed = try TestSite(isBehindProxy: trusted == nil, trustedHeader: trusted)
            defer { closed.remove() }
            _ = try closed.guest(.planner)
            let reply = try await closed.ask(.get, "/weeks", headers: known)
            #expect(reply.location == "/sign-in", "without a proxy, or where none is trusted")
        }
    }

    @Test func behindAProxyFailuresAreOfTheAddressThatTheProxyGives() async throws {
        let test = try TestSite(isBehindProxy: true)
        defer { test.remove() }
        let login = try test.guest(.planner).person.login
        func signIn(_ login: String, _ password: String, _ from: String) async throws -> TestSite.Reply {
            try await test.send(
                "/sign-in", [("login", login), ("password", password)],
                headers: [("X-Forwarded-For", from)])
        }
        // What stands before the last address is what somebody claims.
        for number in 0..<50 {
            _ = try await signIn("nobody\(number)", "wrong wrong wrong", "192.0.2.\(number), 10.0.0.1")
        }
        let refused = try await signIn(login, TestSite.password, "192.0.2.99, 10.0.0.1")
        #expect(refused.text.contains("too many attempts"))
        #expect(try await signIn(login, TestSite.password, "10.0.0.1, 10.0.0.2").status == 303)
    }

    @Test func aKeyIsForProgramsAndNoPage() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let guest = try test.guest(.planner)
        let week = try await test.week(by: guest)
        let key = try test.store.makeKey("a script", of: guest.person)
        let bearer = [("Authorization", "Bearer \(key.text)")]
        #expect(try await test.ask(.get, "/api/v1/weeks", headers: bearer).status == 200)
        #expect(try await test.ask(.get, "/weeks", headers: bearer).location == "/sign-in")
        #expect(
            try await test.ask(.get, "/api/v1/weeks", headers: [("Authorization", "Bearer none")]).status
                == 401)
        let run = try await test.send("/api/v1/weeks/\(week)/runs", [("seconds", "2")], headers: bearer)
        #expect(run.status == 202)
        try await test.over(1)
        let over = try await test.ask(.get, "/api/v1/runs/1", headers: bearer)
        #expect(over.text.contains("\"state\":\"done\""))
        #expect(try await test.ask(.delete, "/api/v1/runs/1", headers: bearer).status == 202)
        let why = try await test.ask(.get, "/api/v1/runs/1/why?staff=PT-01", headers: bearer)
        #expect(why.text.contains("\"sentences\":["))
        #expect(try await test.ask(.get, "/api/v1/runs/77", headers: bearer).status == 404)
    }

    @Test func theDescriptionForProgramsHasEveryRouteAndNoOther() throws {
        struct Document: Decodable {
            let paths: [String: [String: Ignored]]
            struct Ignored: Decodable { init(from _: any Decoder) {} }
        }
        let document = try JSONDecoder().decode(Document.self, from: Data(OpenAPI.text.utf8))
        let described = document.paths.flatMap { path, operations in
            operations.keys.filter { $0 != "parameters" }.map { "\($0.uppercased()) \(path)" }
        }
        let routes = Route.allCases.filter(\.isForPrograms).map { route in
            let path = route.line.path.split(separator: "/").map {
                $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
            }
            return "\(route.line.method.rawValue) /" + path.joined(separator: "/")
        }
        #expect(described.sorted() == routes.sorted())
    }
}
