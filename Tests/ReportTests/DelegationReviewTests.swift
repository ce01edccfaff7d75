// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

/// `P-1` is a physiotherapist, `P-2` and `P-3` are support workers; rehabilitation may be delegated to them.
@Suite("The list for AHP leads to decide on")
struct DelegationReviewTests {
    private func world(_ change: (inout DelegatedRoute) -> Void = { _ in }) -> TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"], "P-3": ["A", ""]]
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        if var route = TinyWorld.rehabilitation.delegated {
            change(&route)
            world.activities[1].delegated = route
        }
        world.demand("D-1", "rehabilitation", contacts: 6)
        return world
    }

    private func review(_ world: TinyWorld, _ draw: (inout PlanSketch) -> Void) -> DelegationReview {
        var sketch = PlanSketch(world.week)
        draw(&sketch)
        return DelegationReview(week: world.week, plan: sketch.plan)
    }

    private func delegating(_ sketch: inout PlanSketch) {
        for session in 0...1 {
            sketch.deploy("P-1", session)
            sketch.deploy("P-2", session)
            sketch.give("D-1", "P-2", session, .delegated, contacts: 2)
        }
        sketch.supervise("P-1", 0, "rehabilitation", minutes: 10)
        sketch.supervise("P-1", 1, "rehabilitation", minutes: 10)
        sketch.leave("D-1", contacts: 2)
    }

    private func unmet(_ sketch: inout PlanSketch) {
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-1", 0, .registered, contacts: 2)
        sketch.leave("D-1", contacts: 4)
    }

    @Test("a delegation in use is listed with contacts, supervisors, sign-offs, review and decision")
    func used() throws {
        var world = world { $0.reviewOn = TinyWorld().start.adding(days: 90) }
        world.competencies[1].validMonths = 12
        let decision = DelegationDecision(
            activity: "rehabilitation", staff: "P-2", .allow, reason: "seen", by: "A. Lead", on: world.start)
        world.decisions = [decision]
        let review = review(world, delegating)
        let signedOff = world.start.adding(days: -30)
        #expect(
            review.used == [
                UsedDelegation(
                    activity: "rehabilitation", staff: "P-2", team: "A", contacts: 4, supervisors: ["P-1"],
                    signOffs: [
                        HeldSignOff(
                            SignOff(staff: "P-2", competency: "care", level: 3, signedOffOn: signedOff),
                            validMonths: 12)
                    ], reviewOn: world.start.adding(days: 90), decision: decision)
            ])
        #expect(review.closed == [])
    }

    @Test("what was refused, or fell due, after the plan was made is told as that, and never as allowed")
    func closedSince() {
        var world = world()
        let refusal = DelegationDecision(
            activity: "rehabilitation", staff: "P-2", .refuse, reason: "r", by: "A. Lead", on: world.start)
        world.decisions = [refusal]
        let review = review(world, delegating)
        #expect(review.used.map(\.closure) == [.refused(refusal)])
        #expect(review.table.contains("refused by A. Lead, 23 November 2026"))
        #expect(!review.table.contains("allowed"))
        #expect(review.decisionsFile.contains("# In use, but closed: P-2 gives"))
        #expect(review.decisionsFile.contains("refused by A. Lead, 23 November 2026."))
        let yesterday = TinyWorld().start.adding(days: -1)
        let due = self.review(self.world { $0.reviewOn = yesterday }, delegating)
        #expect(due.used.map(\.closure) == [.pastReview(yesterday)])
        #expect(due.table.contains("review was due 22 November 2026"))
    }

    @Test("supervision of another group, session or activity is not theirs")
    func othersSupervision() {
        let review = review(world()) {
            $0.give("D-1", "P-2", 0, .delegated)
            $0.supervise("P-1", 1, "rehabilitation", minutes: 10)
            $0.supervise("P-1", 0, "rehabilitation", minutes: 10, group: "B")
        }
        #expect(review.used.map(\.supervisors) == [[]])
    }

    @Test("a proposed delegation that would have mattered is listed with what it costs not to have it")
    func proposed() {
        let review = review(world { $0.status = .proposed }, unmet)
        #expect(review.used == [])
        #expect(
            review.closed == [
                ClosedDelegation(
                    activity: "rehabilitation", team: "A", cause: .proposed, unmetContacts: 4,
                    registeredContacts: 2, registeredMinutes: 80, staffThere: ["P-2"], staffElsewhere: ["P-3"]
                )
            ])
    }

    @Test("so is one whose review has passed, and not one whose review is to come")
    func reviewDue() {
        let yesterday = TinyWorld().start.adding(days: -1)
        #expect(
            review(world { $0.reviewOn = yesterday }, unmet).closed.map(\.cause) == [.reviewDue(yesterday)])
        #expect(review(world { $0.reviewOn = TinyWorld().start }, unmet).closed == [])
    }

    @Test("what was allowed before a review that has passed since is due for review, too")
    func allowedBeforeReview() {
        let yesterday = TinyWorld().start.adding(days: -1)
        var world = world { ($0.status, $0.reviewOn) = (.proposed, yesterday) }
        #expect(review(world, unmet).closed.map(\.cause) == [.proposed])
        world.decisions = [
            DelegationDecision(
                activity: "rehabilitation", .allow, reason: "r", by: "b", on: yesterday.adding(days: -9))
        ]
        #expect(review(world, unmet).closed.map(\.cause) == [.reviewDue(yesterday)])
    }

    @Test("what is withdrawn, refused, met by others or could be given by nobody is not asked about")
    func notAsked() {
        #expect(review(world { $0.status = .withdrawn }, unmet).closed == [])
        var refused = world { $0.status = .proposed }
        refused.decisions = [
            DelegationDecision(
                activity: "rehabilitation", team: "A", .refuse, reason: "r", by: "b", on: refused.start)
        ]
        #expect(review(refused, unmet).closed == [])
        #expect(review(world { $0.status = .proposed }) { $0.deploy("P-2", 0) }.closed == [])
        #expect(review(world { ($0.status, $0.lowestGrade) = (.proposed, 9) }, unmet).closed == [])
    }

    @Test("whoever is refused in person is not named as able")
    func refusedPerson() {
        var world = world { $0.status = .proposed }
        world.decisions = [
            DelegationDecision(
                activity: "rehabilitation", staff: "P-2", .refuse, reason: "r", by: "b", on: world.start)
        ]
        let closed = review(world, unmet).closed
        #expect(closed.map(\.staffThere) == [[]])
        #expect(closed.map(\.staffElsewhere) == [["P-3"]])
    }

    @Test("the file has the columns of decisions.csv, a row an entry and its decision blank")
    func file() {
        let lines = review(world(), delegating).decisionsFile.split(separator: "\n").filter {
            !$0.hasPrefix("#")
        }
        #expect(
            lines == ["activity,staff,team,decision,reason,by,on", "rehabilitation,P-2,A,,,,2026-11-23"])
        let closed = review(world { $0.status = .proposed }, unmet).decisionsFile
        #expect(closed.contains("\nrehabilitation,,A,,,,2026-11-23\n"))
        #expect(
            closed.contains(
                "# Not open (only proposed): Rehabilitation in Team A; 4 contacts not met; 2 contacts given by "
                    + "registered people; could be given by P-2, P-3.\n"))
    }

    @Test("names cannot end a comment or a cell")
    func hostileNames() {
        var world = world()
        world.staff[1].id = "=\"P-2\""
        world.staff[1].name = "two\nlines, \"quoted\""
        world.rota["=\"P-2\""] = ["R", "R"]
        let text = review(world) {
            $0.give("D-1", "=\"P-2\"", 0, .delegated)
        }.decisionsFile
        #expect(text.contains("\nrehabilitation,\"=\"\"P-2\"\"\",A,,,,2026-11-23\n"))
        #expect(text.contains("# In use: two lines, 'quoted' gives 1 contact of Rehabilitation in Team A; "))
    }

    @Test("the tables say in words what is used and what is not")
    func table() {
        let used = review(world(), delegating).table
        #expect(
            used == """
                Delegated in this plan

                Rehabilitation
                  Support worker  Team    Contacts  Supervised by  Signed off  Approval
                  P-2             Team A         4  P-1            level 3     no review date

                Not delegated, and would have mattered
                  Nothing that is proposed or due for review.
                """)
        let closed = review(world { $0.status = .proposed }, unmet).table
        #expect(
            closed == """
                Delegated in this plan
                  No care is delegated.

                Not delegated, and would have mattered
                  Activity        Team    Not open because  Not met  By registered  Could be given by  Elsewhere then
                  Rehabilitation  Team A  only proposed           4              2  P-2                P-3
                """)
    }
}
