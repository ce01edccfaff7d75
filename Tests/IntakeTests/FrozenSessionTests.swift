// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

/// `frozen_before`, what stands of the plan in force before it, and what is told of it.
@Suite struct FrozenSessionTests {
    private func week(_ before: String = "2026-11-23 pm") -> WeekFixture {
        WeekFixture().replacing("policy:\n", with: "frozen_before: \(before)\npolicy:\n", in: "week.yaml")
            .setting(
                "current/contacts.csv", to: "line,session,staff,partner,route,contacts\n")
    }

    @Test func theFirstSessionThatIsNotOverIsRead() throws {
        #expect(try WeekFixture().read().week?.frozenBefore == nil)
        #expect(try week().read().week?.frozenBefore == 1)
        #expect(try week("2026-11-24 am").read().week?.frozenBefore == 2)
    }

    @Test(arguments: [
        ("2026-11-30 am", "frozen_before '2026-11-30 am' is no session of the week"),
        ("2026-11-23 eve", "frozen_before '2026-11-23 eve' is no session of the week"),
        ("Monday", "frozen_before 'Monday' is no session"),
    ]) func whatIsNoSessionOfTheWeekIsAnError(text: String, problem: String) throws {
        let (read, diagnostics, _) = try week(text).read()
        #expect(read == nil)
        #expect(diagnostics.contains { $0.severity == .error && $0.description.contains(problem) })
    }

    @Test func contactsOfBeforeNeedTheirRoute() throws {
        let problems = try week().adding("d1,2026-11-23 am,ann,,,1", to: "current/contacts.csv").problems()
        let isTold = problems.contains {
            $0.hasPrefix("current/contacts.csv:2:") && $0.contains("before frozen_before have no route")
        }
        #expect(isTold, "\(problems)")
        let later = try week().adding("d1,2026-11-23 pm,ann,,,1", to: "current/contacts.csv").problems()
        #expect(!later.contains { $0.contains("no route") })
    }

    /// Ann may go to both teams, Di, a student on a placement in the north team, not to the ward: who may be called is held
    /// to nothing until somebody calls.
    @Test(arguments: ["C", "C@north", "C@ward"]) func callableIsAMarkAndMayHaveATeam(mark: String) throws {
        let fixture = WeekFixture()
        let read = try #require(try fixture.read().week)
        let blank = read.rota.joined().count { $0.duty == .off }
        let (found, diagnostics, _) = try fixture.changingBlanks(to: mark).read()
        #expect(diagnostics.filter { $0.severity == .error } == [])
        let called = try #require(found).rota.joined().filter { $0.duty == .callable }
        let team = mark.split(separator: "@").dropFirst().map(String.init)
        #expect(called.count == blank && blank > 0)
        #expect(called.allSatisfy { $0.pins == team })
    }

    @Test func callableForATeamThatIsNoneIsAnError() throws {
        let diagnostics = try WeekFixture().changingBlanks(to: "C@nowhere").read().diagnostics
        #expect(diagnostics.contains { $0.severity == .error && $0.description.contains("nowhere") })
    }
}

extension WeekFixture {
    /// The fixture with every blank of the rota's rows another mark.
    fileprivate func changingBlanks(to mark: String) -> WeekFixture {
        guard let rota = files.first(where: { $0.path == "rota.csv" })?.text else { return self }
        let rows = rota.split(separator: "\n").map { row in
            row.split(separator: ",", omittingEmptySubsequences: false).map { $0.isEmpty ? mark : String($0) }
                .joined(separator: ",")
        }
        return setting("rota.csv", to: rows.joined(separator: "\n") + "\n")
    }
}
