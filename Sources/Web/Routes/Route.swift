// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPTypes
import WebStore

/// Everything that can be asked of the server, with who may ask it: the one place where that is said.
enum Route: CaseIterable, Sendable {
    case style, script, icon
    case signIn, signInSent, welcome, welcomeSent, signOut
    case home
    case weeks, newWeek, newWeekSent, week, table, tableSent, tableFormer, tableBack, runAsked
    case run, runProgress, runStop
    case plans, plan, planFile, planState
    case calls, callsSent, replan, replanSent
    case callList, callAnswered, callsAgain, callsPlanned, callFile
    case seat, seatSent, why, delegations, delegationSent
    case people, invite, personSent, trail
    case api, apiWeeks, apiRuns, apiRun, apiRunAsked, apiRunStop, apiWhy
    case keys, keyMade, keyRevoked

    /// Who may ask for it.
    enum Access: Sendable, Equatable {
        /// Anybody, signed in or not.
        case anybody
        /// Whoever is signed in and has one of these roles.
        case roles(Set<AccountRole>)
    }

    /// Its method and path, where `:name` stands for anything, and who may ask for it.
    var line: (method: HTTPRequest.Method, path: String, access: Access) {
        switch self {
        case .style: (.get, "/skillmix.css", .anybody)
        case .script: (.get, "/skillmix.js", .anybody)
        case .icon: (.get, "/skillmix.svg", .anybody)
        case .signIn: (.get, "/sign-in", .anybody)
        case .signInSent: (.post, "/sign-in", .anybody)
        case .welcome: (.get, "/welcome/:token", .anybody)
        case .welcomeSent: (.post, "/welcome/:token", .anybody)
        case .signOut: (.post, "/sign-out", Self.all)
        case .home: (.get, "/", Self.all)
        case .weeks: (.get, "/weeks", Self.inside)
        case .newWeek: (.get, "/new-week", Self.planning)
        case .newWeekSent: (.post, "/new-week", Self.planning)
        case .week: (.get, "/weeks/:week", Self.inside)
        case .table: (.get, "/weeks/:week/tables/:table", Self.inside)
        // Which of the two may type in which table is said where it is kept.
        case .tableSent: (.post, "/weeks/:week/tables/:table", .roles([.planner, .lead]))
        case .tableFormer: (.get, "/weeks/:week/tables/:table/former", Self.inside)
        case .tableBack: (.post, "/weeks/:week/tables/:table/former", .roles([.planner, .lead]))
        case .runAsked: (.post, "/weeks/:week/runs", Self.planning)
        case .run: (.get, "/runs/:run", Self.inside)
        case .runProgress: (.get, "/runs/:run/progress", Self.inside)
        case .runStop: (.post, "/runs/:run/stop", Self.planning)
        case .plans: (.get, "/plans", Self.all)
        case .plan: (.get, "/plans/:run", Self.all)
        case .planFile: (.get, "/plans/:run/files/**", Self.all)
        case .planState: (.post, "/plans/:run/state", Self.planning)
        case .calls: (.get, "/plans/:run/calls", Self.planning)
        case .callsSent: (.post, "/plans/:run/calls", Self.planning)
        case .replan: (.get, "/plans/:run/replan", Self.planning)
        case .replanSent: (.post, "/plans/:run/replan", Self.planning)
        // What people say on the telephone is for whoever rings and for who answers for what they do.
        case .callList: (.get, "/calls/:run", Self.calling)
        case .callFile: (.get, "/calls/:run/files/**", Self.calling)
        case .callAnswered: (.post, "/calls/:run/answers", Self.planning)
        case .callsAgain: (.post, "/calls/:run/again", Self.planning)
        case .callsPlanned: (.post, "/calls/:run/plan", Self.planning)
        case .seat: (.get, "/plans/:run/seat", Self.inside)
        case .seatSent: (.post, "/plans/:run/seat", Self.planning)
        case .why: (.get, "/plans/:run/why", Self.inside)
        case .delegations: (.get, "/plans/:run/delegations", Self.inside)
        case .delegationSent: (.post, "/plans/:run/delegations", .roles([.lead]))
        case .people: (.get, "/people", Self.running)
        case .invite: (.post, "/people", Self.running)
        case .personSent: (.post, "/people/:person", Self.running)
        case .trail: (.get, "/trail", Self.running)
        case .api: (.get, "/api/v1/openapi.json", Self.all)
        case .apiWeeks: (.get, "/api/v1/weeks", Self.inside)
        case .apiRuns: (.get, "/api/v1/weeks/:week/runs", Self.inside)
        case .apiRun: (.get, "/api/v1/runs/:run", Self.inside)
        case .apiRunAsked: (.post, "/api/v1/weeks/:week/runs", Self.planning)
        case .apiRunStop: (.delete, "/api/v1/runs/:run", Self.planning)
        case .apiWhy: (.get, "/api/v1/runs/:run/why", Self.inside)
        case .keys: (.get, "/keys", Self.all)
        case .keyMade: (.post, "/keys", Self.all)
        case .keyRevoked: (.post, "/keys/:key", Self.all)
        }
    }

    /// Whether it is for programs, which are answered in JSON.
    var isForPrograms: Bool {
        line.path.hasPrefix("/api/")
    }

    private static let all = Access.roles(Set(AccountRole.allCases))
    private static let inside = Access.roles([.planner, .lead, .finance])
    private static let planning = Access.roles([.planner])
    private static let calling = Access.roles([.planner, .lead])
    private static let running = Access.roles([.administrator])
}
