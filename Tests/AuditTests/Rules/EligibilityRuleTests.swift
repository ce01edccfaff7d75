// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// A deployment of `P-2` to team A on the Monday morning, in a world in which the team demands care there.
@Suite struct EligibilityRuleTests {
    private func sentences(_ change: (inout TinyWorld) -> Void) -> [String] {
        var world = TinyWorld()
        world.rota = ["P-2": ["A"]]
        world.demand("D-1", "care", contacts: 0)
        change(&world)
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-2", 0, booking: .contract)
        let findings = PlanAudit(week: world.week).check(plan: sketch.plan)
        #expect(findings.violations.allSatisfy { $0.rule == .eligibility && $0.staff == "P-2" })
        #expect(findings.violations.allSatisfy { $0.session == 0 && $0.team == "A" })
        return findings.violations.map(\.sentence)
    }

    private func sentence(_ reason: String) -> [String] {
        ["P-2 may not be deployed on 2026-11-23 am to Team A: \(reason)."]
    }

    @Test func `somebody available who can do something may be deployed`() {
        #expect(sentences { _ in } == [])
    }

    @Test func `nobody is deployed while on leave`() {
        #expect(sentences { $0.rota["P-2"] = ["L"] } == sentence("the rota has neither R nor A there"))
    }

    @Test func `a pin keeps a person from other teams`() {
        let found = sentences {
            $0.teams.append(TinyWorld.team("B"))
            $0.rota["P-2"] = ["A@B"]
        }
        #expect(found == sentence("the rota pins the session to another team"))
    }

    @Test func `a team that is closed for the day or the session takes nobody`() {
        for closed in [SpecialDay.Closed.teams(["B", "A"]), .all] {
            let found = sentences {
                $0.specialDays = [SpecialDay(day: $0.start, name: "Fair day", closed: closed)]
            }
            #expect(found == sentence("the team is closed"))
        }
        let found = sentences {
            $0.teams[0].closedSessions = [ClosedSession(day: $0.start, part: "am")]
        }
        #expect(found == sentence("the team is closed"))
    }

    @Test func `a team that is closed takes nobody`() {
        let found = sentences {
            $0.teams = [
                Team(
                    id: "A", name: "Team A", pathway: "P1", organisation: "trust", locality: "town",
                    parts: ["am"], weekdays: [.tuesday])
            ]
        }
        #expect(found == sentence("the team is closed"))
    }

    @Test func `people of another employer need an agreement for one of their roles on the date`() {
        let elsewhere = Team(
            id: "A", name: "Team A", pathway: "P1", organisation: "council", locality: "town", parts: ["am"])
        func found(_ agreement: Agreement?) -> [String] {
            sentences {
                $0.teams = [elsewhere]
                $0.agreements = agreement.map { [$0] } ?? []
            }
        }
        let barred = sentence("no agreement covers the person there on that date")
        let monday = TinyWorld().start
        #expect(found(nil) == barred)
        #expect(found(Agreement(employer: "trust", organisation: "council", roles: ["student"])) == barred)
        let over = Agreement(
            employer: "trust", organisation: "council", roles: nil, until: monday.adding(days: -1))
        #expect(found(over) == barred)
        let lastDay = Agreement(
            employer: "trust", organisation: "council", roles: ["support-worker"], from: monday, until: monday
        )
        #expect(found(lastDay) == [])
    }

    @Test func `travel counts in either direction, and a missing pair is out of reach`() {
        let away = Team(
            id: "A", name: "Team A", pathway: "P1", organisation: "trust", locality: "coast", parts: ["am"])
        func found(_ travel: [TravelTime]?) -> [String] {
            sentences {
                $0.teams = [away]
                $0.travel = travel
            }
        }
        let barred = sentence("the way from the person's base is too long or unknown")
        #expect(found(nil) == [])
        #expect(found([]) == barred)
        #expect(found([TravelTime(from: "town", to: "coast", minutes: 31)]) == barred)
        #expect(found([TravelTime(from: "coast", to: "town", minutes: 30)]) == [])
        let both = [
            TravelTime(from: "coast", to: "town", minutes: 10),
            TravelTime(from: "town", to: "coast", minutes: 40),
        ]
        #expect(found(both) == barred)
    }

    @Test func `a placement elsewhere on the date keeps a person away`() {
        func found(_ until: Int) -> [String] {
            sentences {
                $0.teams.append(TinyWorld.team("B"))
                $0.placements = [
                    Placement(staff: "P-2", team: "B", until: $0.start.adding(days: until))
                ]
            }
        }
        #expect(found(0) == sentence("a placement names another team"))
        #expect(found(-1) == [])
    }

    @Test func `nobody is sent where they can do nothing`() {
        let found = sentences {
            $0.staff[1].homeTeam = nil
            $0.lines = []
            $0.demand("D-1", "assessment", contacts: 0)
        }
        let other = sentences {
            $0.staff[1].homeTeam = nil
            $0.lines = []
        }
        let bar = sentence(
            "the person has a route to nothing that the team demands, and it is not their own team")
        #expect(other == bar)
        #expect(found == bar)
    }

    @Test func `their own team takes everybody, with something to do or without`() {
        func found(_ change: (inout TinyWorld) -> Void) -> [String] {
            sentences {
                $0.staff[1].homeTeam = nil
                $0.lines = []
                change(&$0)
            }
        }
        #expect(found { $0.staff[1].homeTeam = "A" } == [])
        #expect(found { $0.placements = [Placement(staff: "P-2", team: "A")] } == [])
        #expect(found { $0.rota["P-2"] = ["A@A"] } == [])
        #expect(found { _ in } != [])
    }

    @Test func `being able to second is enough to be sent`() {
        let found = sentences {
            $0.lines = []
            $0.demand("D-1", "transfer", contacts: 0)
            $0.signOffs = [
                SignOff(
                    staff: "P-2", competency: "handling", level: 1, signedOffOn: $0.start.adding(days: -9))
            ]
        }
        #expect(found == [])
    }

    @Test func `a sign-off holds up to its last day, by months clipped to the month's end`() {
        func found(_ signed: CalendarDay?, months: Int?, expires: CalendarDay? = nil) -> [String] {
            sentences {
                $0.staff[1].homeTeam = nil
                $0.competencies = [Competency(id: "care", name: "Care", validMonths: months)]
                $0.signOffs = [
                    SignOff(
                        staff: "P-2", competency: "care", level: 1, signedOffOn: signed ?? $0.start,
                        expiresOn: expires)
                ]
            }
        }
        let barred = sentence(
            "the person has a route to nothing that the team demands, and it is not their own team")
        let monday = TinyWorld().start
        #expect(found(CalendarDay(year: 2025, month: 11, day: 23), months: 12) == [])
        #expect(found(CalendarDay(year: 2025, month: 11, day: 22), months: 12) == barred)
        #expect(found(CalendarDay(year: 2025, month: 1, day: 1), months: 12, expires: monday) == [])
        #expect(found(monday, months: 12, expires: monday.adding(days: -1)) == barred)
        #expect(found(monday.adding(days: 1), months: nil) == barred)
    }
}
