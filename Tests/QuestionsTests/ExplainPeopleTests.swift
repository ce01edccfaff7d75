// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import Formulation
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

/// Why people are where they are, who is a pair, and what bookings are for.
@Suite struct ExplainPeopleTests {
    @Test func `a person's sessions are told with what would go without and what another team would cost`()
        async throws
    {
        let week = TwoTeams().week {
            $0.demand("D-0", "care", contacts: 7, priority: .critical, window: 0...0)
        }
        let answer = try await PlanAtHand.planned(week).explain(staff: "P-2")
        #expect(
            answer.sentences == [
                "P-2: Support worker, substantive, home team Team A.",
                "Mon 23 Nov am: Team A, 7 × reablement call; 7 contacts would go unmet without them; in Team B instead "
                    + "the plan would be at most £1,173.00 dearer (care not met +£1,170.00, sessions away from the home "
                    + "team +£3.00).",
            ])
    }

    @Test func `who a team would be short of without somebody is named`() async throws {
        let week = TwoTeams().week {
            $0.rota["P-1"] = ["R"]
            $0.minimums = [TeamMinimum(team: "A", .registered(["physiotherapy"]), atLeast: 1)]
        }
        let answer = try await PlanAtHand.planned(week).explain(staff: "P-1")
        #expect(
            answer.sentences.last?.contains(
                "the team would be 1 head short, of registered heads in physiotherapy") == true)
    }

    @Test func `a team with any name is named in full`() async throws {
        let week = TwoTeams().week {
            $0.teams[0].name = "Home on Mondays"
            $0.teams[1].name = "Care on Wheels"
            $0.demand("D-0", "care", contacts: 7, priority: .critical, window: 0...0)
        }
        let answer = try await PlanAtHand.planned(week).explain(staff: "P-2")
        #expect(answer.sentences.last?.contains("; in Care on Wheels instead the plan") == true)
        #expect(answer.changes.map(\.change) == ["Care on Wheels on Mon 23 Nov am"])
    }

    @Test func `somebody who is free is told of with what booking them would do`() async throws {
        let week = TwoTeams().week {
            $0.rota["P-2"] = []
            $0.rota["P-3"] = ["A"]
            $0.demand("D-2", "care", contacts: 1, team: "A", window: 0...0)
            $0.lines[0].contacts = 1
        }
        let answer = try await PlanAtHand.planned(week).explain(staff: "P-3")
        // £72 for four hours, £45 for a call; away from home £3 more.
        #expect(
            answer.sentences.last
                == "Mon 23 Nov am: available and not booked; at best, in Team A, the plan would be at most £27.00 dearer "
                + "(care not met −£45.00, bookings +£72.00) and would meet 1 more contact.")
    }

    @Test func `who is sent somewhere by another row is told where, and what was asked is asked of all rows`()
        async throws
    {
        let week = TwoTeams().week {
            $0.rota["P-3"] = ["A"]
            $0.staff[2].person = "P-2"
            $0.requests = [
                StaffRequest(staff: "P-3", time: .session(0), want: .on),
                StaffRequest(staff: "P-3", time: .day(0), want: .off, weight: 2),
            ]
        }
        let hand = await PlanAtHand.planned(week)
        let there = try #require(hand.nearby.team(ofPerson: 1, session: 0))
        let answer = try hand.explain(staff: "P-3")
        let name = week.teams[there].name
        #expect(answer.sentences.contains("Asked to work on Mon 23 Nov am: granted."))
        #expect(
            answer.sentences.contains(
                "Asked to be off on Mon 23 Nov: not granted, because the rota has them on duty."))
        #expect(answer.sentences.last == "Mon 23 Nov am: in \(name) by another row of theirs.")
        let other = try hand.explain(staff: "P-2").sentences
        #expect(other.contains("Asked to work on Mon 23 Nov am: granted."))
        let placed = try hand.explain(staff: "P-3", session: "2026-11-23 am", team: week.teams[there].id)
        #expect(placed.sentences == ["The plan has them there by another row of theirs."])
    }

    @Test func `a request is granted by whichever row costs least`() async throws {
        let week = TwoTeams().week {
            $0.rota = ["P-1": [], "P-2": ["A"], "P-3": ["A"]]
            $0.lines = []
            $0.demand("D-0", "care", contacts: 0, window: 0...0)
            $0.demand("D-1", "care", contacts: 0, team: "B", window: 0...0)
            $0.staff[1].contractHours = 0
            $0.staff[2].person = "P-2"
            $0.requests = [StaffRequest(staff: "P-2", time: .session(0), want: .on, weight: 2)]
        }
        let hand = await PlanAtHand.planned(week)
        let answer = try hand.explain(staff: "P-3")
        // By P-2 £60, by P-3 £72, against £2 and half of it.
        #expect(
            answer.sentences.contains {
                $0.hasPrefix(
                    "Asked to work on Mon 23 Nov am: not granted (£2.00). Granted, the plan would be")
                    && $0.contains("£57.00 dearer")
            }, "\(answer.sentences)")
        #expect(answer.changes.first?.changes.count == 1)
    }

    private func transfers(_ change: (inout TinyWorld) -> Void) -> Week {
        var world = TinyWorld()
        world.rota["P-1"] = ["R"]
        world.rota["P-2"] = ["R"]
        world.demand("D-1", "transfer", contacts: 2, singleHanded: 1, window: 0...0)
        change(&world)
        return world.week
    }

    @Test func `a pair is told what they give together and who could give it alone`() async throws {
        let week = transfers {
            $0.signOffs = $0.allSignOffs(but: [("P-1", "handling", 2), ("P-2", "handling", 2)])
        }
        let answer = try await PlanAtHand.planned(week).explain(pair: "P-1", "P-2")
        #expect(answer.question == "Why do P-1 and P-2 work as a pair?")
        #expect(answer.sentences.count == 4)
        #expect(
            answer.sentences[0].hasPrefix(
                "Mon 23 Nov am, Team A: 2 contacts of D-1 (Assisted transfer, Team A); P-"))
        #expect(
            answer.sentences[1]
                == "1 of the line's 2 contacts is suitable for one worker; 1 of them is given by two.")
        #expect(
            answer.sentences[2] == "P-1 could give it alone if signed off in “handling” at level 3.")
        #expect(
            answer.sentences[3] == "P-2 could give it alone if signed off in “handling” at level 3.")
        let needed = try await PlanAtHand.planned(transfers { $0.lines[0].singleHandedContacts = 0 })
            .explain(pair: "P-1", "P-2")
        #expect(
            needed.sentences.last
                == "No review found contacts of this line suitable for one worker, so it takes two.")
    }

    @Test func `two people who are no pair are told why`() async throws {
        let apart = try await PlanAtHand.planned(transfers { $0.rota["P-1"] = [] })
            .explain(pair: "P-1", "P-2")
        #expect(apart.question == "Why do P-1 and P-2 not work as a pair?")
        #expect(
            apart.sentences == [
                "They give no contacts together: the plan never has them in the same team in the same session."
            ])
        let none = try await PlanAtHand.planned(
            transfers {
                $0.lines = []
                $0.demand("D-2", "care", contacts: 7, window: 0...0)
                $0.demand("D-3", "assessment", contacts: 1, window: 0...0)
            }
        ).explain(pair: "P-1", "P-2")
        #expect(
            none.sentences == [
                "They are in the same team on Mon 23 Nov am, and give no contacts together.",
                "Mon 23 Nov am: the team wants no two-handed care then.",
            ])
        let hand = await PlanAtHand.planned(transfers { _ in })
        #expect(throws: QuestionError("A pair is two people; P-1 was named twice.")) {
            try hand.explain(pair: "P-1", "P-1")
        }
    }

    @Test func `a booking is told what it is for and what would be done instead`() async throws {
        var world = TinyWorld()
        world.rota["P-3"] = ["A"]
        world.demand("D-1", "care", contacts: 3, priority: .urgent, window: 0...0)
        let hand = await PlanAtHand.planned(world.week)
        // Three calls of 30 minutes at £3 go unmet, £72 are not paid.
        var saved = PriceTerms()
        saved[.unmet] = 270
        saved[.bookings] = -72
        #expect(
            hand.bookingFindings() == [
                BookingFinding(
                    staff: "P-3", session: 0,
                    without: Effect(
                        contacts: 3, hours: 1.5, registeredHours: 0, pounds: 198, terms: saved),
                    lines: ["D-1"], missingHeads: 0)
            ])
        let answer = try hand.explain(bookingOf: "P-3")
        #expect(answer.sentences.count == 2)
        #expect(
            answer.sentences[0].hasSuffix(
                "Without it 3 contacts (1.5 hours) would go unmet: D-1."))
        #expect(
            answer.sentences[1]
                == "Without this session, planned anew, 3 fewer contacts (1.5 hours) would be met in all and the plan "
                + "would be exactly £198.00 dearer (care not met +£270.00, bookings −£72.00).")
        let other = try hand.explain(bookingOf: "P-3", session: "2026-11-23 pm")
        #expect(other.sentences == ["The plan books no paid session for P-3 on Mon 23 Nov pm."])
        #expect(throws: QuestionError("tuesday is no session of the week; write it as 2026-11-23 am.")) {
            try hand.explain(bookingOf: "P-3", session: "tuesday")
        }
    }

    @Test func `a booking that is over is told with its pounds, and nothing is tried of it`() async throws {
        var world = TinyWorld()
        world.rota["P-3"] = ["A", "A"]
        world.demand("D-1", "care", contacts: 3, priority: .urgent, window: 1...1)
        world.frozenBefore = 1
        world.current = [CurrentDeployment(staff: "P-3", session: 0, team: "A")]
        let hand = await PlanAtHand.planned(world.week)
        let answer = try hand.explain(bookingOf: "P-3")
        #expect(answer.sentences.count == 3)
        #expect(answer.sentences[0] == "Mon 23 Nov am: booked, £72.00; the session is over.")
        #expect(answer.sentences[1].hasPrefix("Mon 23 Nov pm, Team A, £72.00: "))
        #expect(answer.sentences[2].hasPrefix("Without this session, planned anew"))
        let before = try hand.explain(bookingOf: "P-3", session: "2026-11-23 am")
        #expect(before.sentences == [answer.sentences[0]])
        #expect(before.terms.isEmpty)
    }

    @Test func `somebody of whom nothing is still to come is told so`() async throws {
        for mark in ["R", "A"] {
            var world = TinyWorld()
            world.rota["P-3"] = [mark, ""]
            world.frozenBefore = 1
            world.current = [CurrentDeployment(staff: "P-3", session: 0, team: "A")]
            let sentences = try await PlanAtHand.planned(world.week).explain(staff: "P-3").sentences
            #expect(sentences.count == 2)
            #expect(sentences.last == "All sessions they have are over.", "\(mark)")
            world.rota["P-3"] = [mark, mark]
            let open = try await PlanAtHand.planned(world.week).explain(staff: "P-3").sentences
            #expect(!open.contains("All sessions they have are over."))
        }
    }

    @Test
    func `a pair is told of the week's demand, with what was given before, and nothing of what is over`()
        async throws
    {
        let week = transfers {
            $0.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"]]
            $0.lines = []
            $0.demand("D-1", "transfer", contacts: 4, singleHanded: 2)
            $0.signOffs = $0.allSignOffs(but: [("P-1", "handling", 2), ("P-2", "handling", 2)])
            $0.frozenBefore = 1
            $0.current = ["P-1", "P-2"].map { CurrentDeployment(staff: $0, session: 0, team: "A") }
            $0.currentContacts = [
                CurrentContact(
                    line: "D-1", session: 0, staff: "P-1", contacts: 1, route: .singleHanded),
                CurrentContact(
                    line: "D-1", session: 0, staff: "P-1", partner: "P-2", contacts: 1, route: .doubleHanded),
            ]
        }
        let sentences = try await PlanAtHand.planned(week).explain(pair: "P-1", "P-2").sentences
        #expect(sentences.count >= 4)
        #expect(
            sentences[0] == "Mon 23 Nov am, Team A: 1 contact of D-1 (Assisted transfer, Team A); P-1 leads.")
        #expect(sentences[1] == "The session is over.")
        #expect(sentences[2].hasPrefix("Mon 23 Nov pm, Team A: 2 contacts of D-1"))
        #expect(
            sentences[3]
                == "2 of the line's 4 contacts are suitable for one worker; in sessions that are over 1 was given by one "
                + "and 1 was given by two; 1 of them is given by two.")
    }

    @Test func `a booking for a team's heads alone says so`() async throws {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A", minimumStaff: 1)]
        world.teams[0].parts = ["am"]
        world.rota["P-3"] = ["A"]
        world.demand("D-1", "care", contacts: 1, window: 0...0)
        let finding = try #require(await PlanAtHand.planned(world.week).bookingFindings().first)
        #expect(finding.missingHeads == 1)
        #expect(finding.without.contacts == 1)
        // £150 for a head and £45 for a call against £72.
        #expect(abs(finding.without.pounds - 123) < 1e-9)
    }

    @Test func `a plan that somebody edited by hand is answered about as far as it goes`() async throws {
        var world = TinyWorld()
        world.rota["P-2"] = ["R"]
        world.rota["P-3"] = ["A"]
        world.demand("D-1", "care", contacts: 9, priority: .urgent, window: 0...0)
        var sketch = PlanSketch(world.week)
        for session in [-1, 0, 99] {
            for staff in ["P-2", "P-3", "NOBODY"] {
                sketch.deploy(staff, session, staff == "P-2" ? "NOWHERE" : "A", booking: .bank)
                sketch.give("D-1", staff, session, .support, contacts: 40)
                sketch.give("D-9", staff, session, .doubleHanded, partner: "P-2", contacts: 1)
                sketch.plan.bookings.append(
                    BookingRow(
                        staff: staff, session: session, team: "A", employment: .bank, hours: 4, cost: 72,
                        covers: "care"))
            }
            sketch.supervise("NOBODY", session, "care", minutes: 9, group: "none")
        }
        sketch.leave("D-9", contacts: -4)
        let hand = PlanAtHand(week: world.week, plan: sketch.plan)
        #expect(!hand.isWhole)
        expectClean(hand.nearby, world.week)
        _ = try hand.explain(line: "D-1")
        for staff in ["P-1", "P-2", "P-3"] {
            _ = try hand.explain(staff: staff)
            _ = try hand.explain(bookingOf: staff)
            _ = try hand.explain(staff: staff, session: "2026-11-23 am", team: "A")
        }
        _ = try hand.explain(pair: "P-2", "P-3")
        _ = hand.training(most: 2)
        for dive in hand.findings().deepDives {
            #expect(dive.causes.allSatisfy { $0.minutes >= 0 })
        }
    }
}
