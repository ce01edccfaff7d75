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

    @Test func `evidence is the sign-off that reaches the level and holds longest`() throws {
        let bo = try #require(
            held("sw", signOff(3, -10, until: 5), signOff(2, -10, until: 90), signOff(3, 2)))
        #expect(bo.evidence(of: Need("care", 3), on: start)?.until == start.adding(days: 5))
        #expect(bo.evidence(of: Need("care", 2), on: start)?.until == start.adding(days: 90))
        // From the third day there is a sign-off that the framework's validity ends after 12 months.
        #expect(
            bo.evidence(of: Need("care", 3), on: start.adding(days: 2))?.until
                == start.adding(days: 2).adding(months: 12))
        #expect(bo.evidence(of: Need("care", 4), on: start) == nil)
    }

    @Test func `a need is held from the day of its sign-off to its last day`() throws {
        let bo = try #require(held("sw", signOff(3, 1, until: 2)))
        #expect(
            (0...3).map { bo.holds([Need("care", 3)], on: start.adding(days: $0)) } == [
                false, true, true, false,
            ])
        #expect(bo.holds(Need("care", 3), from: start, to: start.adding(days: 1)))
        #expect(!bo.holds(Need("care", 3), from: start.adding(days: 3), to: start.adding(days: 9)))
    }

    @Test func `sign-offs of somebody else are nobody's evidence`() throws {
        let bo = try #require(held("sw", signOff(3, -1, "ann")))
        #expect(!bo.holds([Need("care", 1)], on: start))
    }

    @Test func `nothing is delegated to registered people`() throws {
        let route = DelegatedRoute(
            needs: [Need("care", 2)], supervisors: ["physiotherapy"], status: .approved)
        let activity = Activity(id: "rehab", name: "Rehab", minutes: 45, delegated: route)
        #expect(try #require(held("sw", signOff(3, -1))).standing(for: activity, on: start) == .delegated)
        #expect(try #require(held("pt", signOff(3, -1))).standing(for: activity, on: start) == [])
        #expect(try #require(held("sw")).isOfDelegate(route))
        #expect(try #require(held("sw")).standing(for: activity, on: start) == [])
    }
}
