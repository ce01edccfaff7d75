// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

/// One thing stops one person; with it lifted it does not.
@Suite struct ObstacleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let staff: String
        let sentence: String
        let stopped: Week
        let lifted: Week
        var testDescription: String { code }
    }

    private static func world(_ change: (inout TinyWorld) -> Void) -> Week {
        var world = TinyWorld()
        change(&world)
        return world.week
    }

    private static func absent(_ mark: String, _ code: String, _ words: String) -> Case {
        func week(_ mark: String) -> Week {
            world {
                $0.rota["P-2"] = [mark]
                $0.demand("D-1", "care", contacts: 1, window: 0...0)
            }
        }
        return Case(
            code: code, staff: "P-2", sentence: "P-2 \(words) on Mon 23 Nov am.", stopped: week(mark),
            lifted: week("R"))
    }

    static let cases: [Case] = [
        Case(
            code: "no-route", staff: "P-2", sentence: "P-2 is not signed off in “care” at level 1.",
            stopped: world {
                $0.rota["P-2"] = ["R"]
                $0.signOffs = $0.allSignOffs(but: [("P-2", "care", 0)])
                $0.demand("D-1", "care", contacts: 1, window: 0...0)
            },
            lifted: world {
                $0.rota["P-2"] = ["R"]
                $0.demand("D-1", "care", contacts: 1, window: 0...0)
            }),
        absent("", "not-available", "is not available"),
        absent("L", "absent-leave", "is on leave"),
        absent("S", "absent-sick", "is sick"),
        absent("T", "absent-training", "is in training"),
        Case(
            code: "team-closed", staff: "P-2", sentence: "P-2: Team A is closed on Mon 23 Nov am.",
            stopped: world {
                $0.rota["P-2"] = ["R"]
                $0.teams[0].parts = ["pm"]
                $0.demand("D-1", "care", contacts: 1, window: 0...0)
            },
            lifted: world {
                $0.rota["P-2"] = ["R"]
                $0.demand("D-1", "care", contacts: 1, window: 0...0)
            }),
        Case(
            code: "no-agreement", staff: "P-2",
            sentence: "P-2: trust has no agreement for its people to work for council on Mon 23 Nov am.",
            stopped: TwoTeams(organisation: "council").week(),
            lifted: TwoTeams(organisation: "council").week {
                $0.agreements = [Agreement(employer: "trust", organisation: "council", roles: nil)]
            }),
        Case(
            code: "travel", staff: "P-2",
            sentence: "P-2: Team B is 45 minutes from town, over the limit of 30 on Mon 23 Nov am.",
            stopped: TwoTeams(locality: "far").week {
                $0.travel = [TravelTime(from: "town", to: "far", minutes: 45)]
            },
            lifted: TwoTeams(locality: "far").week {
                $0.travel = [TravelTime(from: "town", to: "far", minutes: 30)]
            }),
        Case(
            code: "placement", staff: "P-2",
            sentence: "P-2: a placement keeps them in Team A on Mon 23 Nov am.",
            stopped: TwoTeams().week { $0.placements = [Placement(staff: "P-2", team: "A")] },
            lifted: TwoTeams().week()),
        Case(
            code: "pin", staff: "P-2", sentence: "P-2: the rota pins them to Team A on Mon 23 Nov am.",
            stopped: TwoTeams().week { $0.rota["P-2"] = ["R@A"] }, lifted: TwoTeams().week()),
        Case(
            code: "session-too-short", staff: "P-1",
            sentence: "P-1 has too short a session for it at their pace on Mon 23 Nov am.",
            stopped: world {
                $0.parts[0] = DayPart(id: "am", starts: 480, ends: 560)
                $0.rota["P-1"] = ["R"]
                $0.demand("D-1", "assessment", contacts: 1, window: 0...0)
            },
            lifted: world {
                $0.rota["P-1"] = ["R"]
                $0.demand("D-1", "assessment", contacts: 1, window: 0...0)
            }),
        Case(
            code: "cap", staff: "P-3",
            sentence: "P-3 could only be booked over the cap on bank or agency pay on Mon 23 Nov am.",
            stopped: world {
                $0.policy.bankCap = 71
                $0.rota["P-3"] = ["A"]
                $0.demand("D-1", "care", contacts: 2, window: 0...0)
            },
            lifted: world {
                $0.policy.bankCap = 72
                $0.rota["P-3"] = ["A"]
                $0.demand("D-1", "care", contacts: 2, window: 0...0)
            }),
        Case(
            code: "working-time", staff: "P-3",
            sentence:
                "P-3 is booked for other sessions that leave no room for this one under the rules on working time "
                + "on Mon 23 Nov pm.",
            stopped: world {
                $0.staff[2].maximumHours = 4
                $0.rota["P-3"] = ["A", "A"]
                $0.demand("D-0", "care", contacts: 6, priority: .critical, window: 0...0)
                $0.demand("D-1", "care", contacts: 2, window: 1...1)
            },
            lifted: world {
                $0.staff[2].maximumHours = 8
                $0.rota["P-3"] = ["A", "A"]
                $0.demand("D-0", "care", contacts: 6, priority: .critical, window: 0...0)
                $0.demand("D-1", "care", contacts: 2, window: 1...1)
            }),
        Case(
            code: "elsewhere", staff: "P-2", sentence: "P-2 is needed in Team A on Mon 23 Nov am.",
            stopped: TwoTeams().week {
                $0.demand("D-0", "care", contacts: 7, priority: .critical, window: 0...0)
            },
            lifted: TwoTeams().week()),
        Case(
            code: "not-booked", staff: "P-3", sentence: "P-3 could be booked, but is not on Mon 23 Nov am.",
            stopped: world {
                $0.rota["P-3"] = ["A"]
                $0.demand("D-1", "care", contacts: 1, window: 0...0)
            },
            lifted: world {
                $0.rota["P-3"] = ["R"]
                $0.demand("D-1", "care", contacts: 1, window: 0...0)
            }),
        Case(
            code: "full", staff: "P-2",
            sentence: "P-2 is there and full: of 30 minutes needed, 0 are left on Mon 23 Nov am.",
            stopped: world {
                $0.rota["P-2"] = ["R"]
                $0.demand("D-1", "care", contacts: 8)
            },
            lifted: world {
                $0.rota["P-2"] = ["R", "R"]
                $0.demand("D-1", "care", contacts: 8)
            }),
        Case(
            code: "no-pair", staff: "P-2",
            sentence: "P-2 has the minutes, but nobody who could make up the pair does on Mon 23 Nov am.",
            stopped: world {
                $0.rota["P-2"] = ["R"]
                $0.demand("D-1", "transfer", contacts: 1, window: 0...0)
            },
            lifted: world {
                $0.rota["P-1"] = ["R"]
                $0.rota["P-2"] = ["R"]
                $0.demand("D-1", "transfer", contacts: 1, window: 0...0)
            }),
        Case(
            code: "no-supervisor", staff: "P-2",
            sentence: "P-2 has the minutes, but nobody is there who may supervise it on Mon 23 Nov am.",
            stopped: world {
                $0.rota["P-2"] = ["R"]
                $0.demand("D-1", "rehabilitation", contacts: 1, window: 0...0)
            },
            lifted: world {
                $0.rota["P-1"] = ["R"]
                $0.rota["P-2"] = ["R"]
                $0.demand("D-1", "rehabilitation", contacts: 1, window: 0...0)
            }),
        Case(
            code: "no-supervision", staff: "P-2",
            sentence: "P-2 has the minutes, but supervision does not stretch to it on Mon 23 Nov am.",
            stopped: supervised(limit: 4), lifted: supervised(limit: 5)),
        Case(
            code: "not-accompanied", staff: "S-1",
            sentence:
                "S-1 has the minutes, but nobody registered is there to accompany them on Mon 23 Nov am.",
            stopped: student(["S-1": ["R"]]), lifted: student(["S-1": ["R"], "P-1": ["R"]])),
    ]

    /// A physiotherapist with 40 minutes left beside two assessments, and so many of them for supervision.
    private static func supervised(limit: Double) -> Week {
        world {
            $0.rota = ["P-1": ["R"], "P-2": ["R"]]
            $0.policy.nonContactMinutes = 40
            $0.policy.supervisionMinutesPerSession = limit
            $0.demand("D-1", "rehabilitation", contacts: 1, window: 0...0)
            $0.demand("D-2", "assessment", contacts: 2, priority: .critical, window: 0...0)
        }
    }

    private static func student(_ rota: [String: [String]]) -> Week {
        world {
            $0.staff.append(TinyWorld.person("S-1", "student", .student))
            $0.activities[2].support = SupportRoute(needs: [Need("care", 1)], kinds: [.support, .student])
            $0.rota = rota
            $0.demand("D-1", "care", contacts: 1, window: 0...0)
            $0.demand("D-2", "assessment", contacts: 1, window: 0...0)
        }
    }

    @Test(arguments: cases) func `what stops somebody is named, and is gone once it is lifted`(
        test: Case
    ) async throws {
        let answer = try await PlanAtHand.planned(test.stopped).explain(line: "D-1")
        let fact = try #require(answer.people.first { $0.staff == test.staff })
        #expect(fact.obstacle == test.code)
        #expect(fact.sentence == test.sentence)
        #expect(answer.sentences.contains(test.sentence))
        let after = try await PlanAtHand.planned(test.lifted).explain(line: "D-1")
        #expect(after.people.isEmpty, "the line is met: \(after.sentences)")
        #expect(after.sentences.first?.hasSuffix("met.") == true)
    }
}
