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
    case lead, flags, flagSent, signOffs, signOffsWorth, reviews, reviewSent
    case scenarioForm, scenarioSent, scenario, scenarioFile, scenarioGoesOn
    case people, invite, personSent, trail
    case backUps, backUpMade, backUpSent
    case api, apiWeeks, apiRuns, apiRun, apiRunAsked, apiRunStop, apiWhy
    case keys, keyMade, keyRevoked
    case roster, rosterSent
    case me, seenSent, ownSheet, teamSheet, calendarSent, calendar
    case planShare, planShareSent
    case swaps, offer, offerSent, swap, swapTried, swapTaken, swapWithdrawn, swapDecided

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
        // Which runs finance may stop is said where they are stopped.
        case .runStop: (.post, "/runs/:run/stop", .roles([.planner, .finance]))
        case .plans: (.get, "/plans", Self.readers)
        case .plan: (.get, "/plans/:run", Self.readers)
        case .planFile: (.get, "/plans/:run/files/**", Self.readers)
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
        case .lead: (.get, "/plans/:run/lead", Self.inside)
        case .flags: (.get, "/plans/:run/flags", Self.inside)
        // Which of the two may close which flag is said where it is closed.
        case .flagSent: (.post, "/plans/:run/flags", .roles([.planner, .lead]))
        case .signOffs: (.get, "/plans/:run/sign-offs", Self.inside)
        case .signOffsWorth: (.get, "/plans/:run/sign-offs/worth", Self.inside)
        case .reviews: (.get, "/weeks/:week/reviews", Self.inside)
        case .reviewSent: (.post, "/weeks/:week/reviews", .roles([.lead]))
        case .scenarioForm: (.get, "/weeks/:week/scenarios", Self.inside)
        case .scenarioSent: (.post, "/weeks/:week/scenarios", .roles([.planner, .finance]))
        case .scenario: (.get, "/scenarios/:run", Self.inside)
        case .scenarioFile: (.get, "/scenarios/:run/files/**", Self.inside)
        case .scenarioGoesOn: (.post, "/scenarios/:run/on", .roles([.planner, .finance]))
        case .people: (.get, "/people", Self.running)
        case .invite: (.post, "/people", Self.running)
        case .personSent: (.post, "/people/:person", Self.running)
        case .trail: (.get, "/trail", Self.running)
        case .backUps: (.get, "/back-ups", Self.running)
        case .backUpMade: (.post, "/back-ups", Self.running)
        // Who downloads one is in the trail, so it is sent as a form is.
        case .backUpSent: (.post, "/back-ups/:file", Self.running)
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
        case .roster: (.get, "/roster", .roles([.planner, .administrator]))
        case .rosterSent: (.post, "/roster/:person", .roles([.planner, .administrator]))
        // Whoever is somebody of the roster has sessions, whatever else they do; each sees their own.
        case .me: (.get, "/me", Self.all)
        case .seenSent: (.post, "/me/seen", Self.all)
        case .ownSheet: (.get, "/me/sheets/:run/:staff", Self.all)
        case .teamSheet: (.get, "/me/teams/:run/:team", Self.all)
        case .calendarSent: (.post, "/me/calendar", Self.all)
        // The secret in the address says whose it is: programs that show calendars sign in nowhere.
        case .calendar: (.get, "/calendar/:secret", .anybody)
        // Sheets have sign-offs: finance needs none.
        case .planShare: (.get, "/plans/:run/share/**", .roles([.planner, .lead]))
        case .planShareSent: (.post, "/plans/:run/share", Self.planning)
        case .swaps: (.get, "/swaps", Self.all)
        case .offer: (.get, "/me/offer", Self.all)
        case .offerSent: (.post, "/me/offer", Self.all)
        case .swap: (.get, "/swaps/:swap", Self.all)
        case .swapTried: (.post, "/swaps/:swap/try", Self.all)
        case .swapTaken: (.post, "/swaps/:swap/take", Self.all)
        case .swapWithdrawn: (.post, "/swaps/:swap/withdraw", Self.all)
        case .swapDecided: (.post, "/swaps/:swap/decision", Self.planning)
        }
    }

    /// Whether it is for programs, which are answered in JSON.
    var isForPrograms: Bool {
        line.path.hasPrefix("/api/")
    }

    private static let all = Access.roles(Set(AccountRole.allCases))
    /// Whoever may read whole plans.
    private static let readers = Access.roles([.planner, .lead, .finance, .viewer, .administrator])
    private static let inside = Access.roles([.planner, .lead, .finance])
    private static let planning = Access.roles([.planner])
    private static let calling = Access.roles([.planner, .lead])
    private static let running = Access.roles([.administrator])
}
