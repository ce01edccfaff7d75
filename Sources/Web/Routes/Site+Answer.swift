// SPDX-License-Identifier: GPL-3.0-or-later

import WebStore

extension Site {
    /// The answer to a request of somebody who may ask it.
    func answer(_ asked: Asked) async throws(StoreError) -> Answer {
        switch asked.route {
        case .style: .file(Array(Assets.style.utf8), type: "text/css; charset=utf-8")
        case .script: .file(Array(Assets.script.utf8), type: "text/javascript; charset=utf-8")
        case .icon: .file(Array(Assets.icon.utf8), type: "image/svg+xml")
        case .signIn: signIn(asked)
        case .signInSent: try await signInSent(asked)
        case .welcome: try welcome(asked)
        case .welcomeSent: try await welcomeSent(asked)
        case .signOut: try signOut(asked)
        case .home: try home(asked)
        case .weeks: try weeks(asked)
        case .newWeek: newWeek(asked)
        case .newWeekSent: try await newWeekSent(asked)
        case .week: try week(asked)
        case .table: try table(asked)
        case .tableSent: try tableSent(asked)
        case .runAsked: try await runAsked(asked)
        case .run: try run(asked)
        case .runProgress: try runProgress(asked)
        case .runStop: try await runStop(asked)
        case .plans: try plans(asked)
        case .plan: try plan(asked)
        case .planFile: try planFile(asked)
        case .planState: try planState(asked)
        case .seat: try await seat(asked)
        case .seatSent: try await seatSent(asked)
        case .why: try await why(asked)
        case .delegations: try delegations(asked)
        case .delegationSent: try delegationSent(asked)
        case .people: try people(asked)
        case .invite: try invite(asked)
        case .personSent: try personSent(asked)
        case .trail: try trail(asked)
        case .api: openAPI()
        case .apiWeeks: try apiWeeks()
        case .apiRuns: try apiRuns(asked)
        case .apiRun: try apiRun(asked)
        case .apiRunAsked: try await apiRunAsked(asked)
        case .apiRunStop: try await apiRunStop(asked)
        case .apiWhy: try await apiWhy(asked)
        case .keys: try keys(asked)
        case .keyMade: try keyMade(asked)
        case .keyRevoked: try keyRevoked(asked)
        }
    }
}
