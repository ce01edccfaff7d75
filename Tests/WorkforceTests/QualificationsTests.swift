// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite struct QualificationsTests {
    private let start = CalendarDay(number: 9457)  // Monday 23 November 2026.

    private func held(_ role: String = "sw", _ signOffs: SignOff...) -> Qualifications? {
        let person = StaffMember(
            id: "bo", roles: [role], employer: "trust", baseLocality: "n", employment: .substantive)
        return Qualifications.of([person], signOffs: signOffs, framework: framework).first
    }

    private let framework = Framework(
        name: "Small", version: "1", levels: 4,
        roles: [
            Role(id: "pt", name: "Physiotherapist", kind: .registered, profession: "physiotherapy"),
            Role(id: "sw", name: "Support worker", kind: .support, grade: 1),
        ],
        competencies: [
            Competency(id: "care", name: "Care", validMonths: 12), Competency(id: "x", name: "X"),
        ],
        activities: [])

    private func signOff(_ level: Int, _ signed: Int, until: Int? = nil, _ staff: String = "bo") -> SignOff {
        SignOff(
            staff: staff, competency: "care", level: level, signedOffOn: start.adding(days: signed),
            expiresOn: until.map { start.adding(days: $0) })
    }

    @Test func `the newest assessment counts, also where it is lower or has ended`() throws {
        let days = { (bo: Qualifications, level: Int) in
            (-1...4).map { bo.holds([Need("care", level)], on: self.start.adding(days: $0)) }
        }
        let lowered = try #require(held("sw", signOff(1, 2), signOff(3, -10)))
        #expect(days(lowered, 3) == [true, true, true, false, false, false])
        #expect(days(lowered, 1) == [true, true, true, true, true, true])
        let ended = try #require(held("sw", signOff(3, -10), signOff(3, 0, until: 1)))
        #expect(days(ended, 3) == [true, true, true, false, false, false])
        let raised = try #require(held("sw", signOff(1, -10), signOff(3, 2)))
        #expect(days(raised, 3) == [false, false, false, true, true, true])
    }

    @Test func `of two assessments of one day the row further down counts`() throws {
        #expect(try #require(held("sw", signOff(3, -1), signOff(1, -1))).holds([Need("care", 1)], on: start))
        #expect(try !#require(held("sw", signOff(3, -1), signOff(1, -1))).holds([Need("care", 2)], on: start))
        #expect(try #require(held("sw", signOff(1, -1), signOff(3, -1))).holds([Need("care", 3)], on: start))
    }

    @Test func `evidence is the newest assessment, where it reaches the level and holds`() throws {
        let bo = try #require(
            held("sw", signOff(3, -10, until: 90), signOff(2, -5, until: 5), signOff(3, 2)))
        #expect(bo.evidence(of: Need("care", 3), on: start) == nil)
        #expect(bo.evidence(of: Need("care", 2), on: start)?.until == start.adding(days: 5))
        // From the third day there is a sign-off that the framework's validity ends after 12 months.
        #expect(
            bo.evidence(of: Need("care", 3), on: start.adding(days: 2))?.until
                == start.adding(days: 2).adding(months: 12))
        #expect(bo.signOff(in: "care", on: start.adding(days: -11)) == nil)
        #expect(bo.signOff(in: "care", on: start)?.level == 2)
    }

    @Test func `a need is held from the day of its sign-off to its last day`() throws {
        let bo = try #require(held("sw", signOff(3, 1, until: 2)))
        #expect(
            (0...3).map { bo.holds([Need("care", 3)], on: start.adding(days: $0)) } == [
                false, true, true, false,
            ])
        #expect(bo.holds(Need("care", 3), from: start, to: start.adding(days: 1)))
        #expect(!bo.holds(Need("care", 3), from: start.adding(days: 3), to: start.adding(days: 9)))
        let lowered = try #require(held("sw", signOff(3, -5), signOff(1, 2)))
        #expect(lowered.holds(Need("care", 3), from: start, to: start.adding(days: 9)))
        #expect(!lowered.holds(Need("care", 3), from: start.adding(days: 2), to: start.adding(days: 9)))
    }

    @Test func `sign-offs of somebody else are nobody's evidence`() throws {
        let bo = try #require(held("sw", signOff(3, -1, "ann")))
        #expect(!bo.holds([Need("care", 1)], on: start))
    }

    @Test func `nothing is delegated to registered people`() throws {
        let route = DelegatedRoute(
            needs: [Need("care", 2)], supervisors: ["physiotherapy"], status: .approved)
        let activity = Activity(id: "rehab", name: "Rehab", minutes: 45, delegated: route)
        #expect(
            try #require(held("sw", signOff(3, -1))).standing(for: activity, on: start, open: .all)
                == .delegated)
        #expect(
            try #require(held("pt", signOff(3, -1))).standing(for: activity, on: start, open: .all)
                == [])
        #expect(try #require(held("sw")).isOfDelegate(route))
        #expect(try #require(held("sw")).standing(for: activity, on: start, open: .all) == [])
    }
}
