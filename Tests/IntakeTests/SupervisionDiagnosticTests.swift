// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

/// What delegated blocks say of supervision, and the policy of who is to be accompanied.
@Suite struct SupervisionDiagnosticTests {
    @Test(arguments: [
        Probe(
            WeekFixture.frameworkPath, "      supervision_minutes: 5\n", "",
            "../../Competencies/framework.yaml:18:7: error: delegated has no 'supervision_minutes'"),
        Probe(
            WeekFixture.frameworkPath, "supervision_minutes: 5",
            "supervision_minutes: 5\n      supervisor_needs: {excercise: 2}",
            "../../Competencies/framework.yaml:22:26: error: competency 'excercise' is not in the framework; did you mean 'exercise'?"
        ),
        Probe(
            WeekFixture.frameworkPath, "supervision_minutes: 5",
            "supervision_minutes: 5\n      supervisor_needs: {exercise: 4}",
            "../../Competencies/framework.yaml:22:36: error: exercise '4' is more than 3"),
        Probe(
            WeekFixture.frameworkPath, "supervision_minutes: 5",
            "supervision_minutes: 5\n      remote_supervision: sometimes",
            "../../Competencies/framework.yaml:22:27: error: remote_supervision 'sometimes' is neither true nor false"
        ),
        Probe(
            "week.yaml", "  agency_cap: 500", "  agency_cap: 500\n  accompanied: [student, registered]",
            "week.yaml:10:26: error: accompanied names 'registered', who are those that accompany others"),
        Probe(
            "week.yaml", "  agency_cap: 500", "  agency_cap: 500\n  accompanied: [studnet]",
            "week.yaml:10:17: error: accompanied 'studnet' is not known; did you mean 'student'?"),
    ])
    func `a fault brings its problem`(probe: Probe) throws {
        let problems = try probe.fixture.problems()
        for problem in probe.problems { #expect(problems.contains(problem), "\(problems)") }
    }

    private func route(_ lines: String) throws -> DelegatedRoute? {
        let fixture = WeekFixture().replacing(
            "supervision_minutes: 5", with: lines, in: WeekFixture.frameworkPath)
        return try fixture.read().week?.framework.activities.first { $0.delegated != nil }?.delegated
    }

    @Test func `minutes of supervision of nought may be said`() throws {
        let route = try #require(try route("supervision_minutes: 0"))
        #expect(route.supervisionMinutes == 0)
        #expect(!route.remoteSupervision)
        #expect(route.supervisorNeeds == [])
    }

    @Test func `what supervisors need, and supervision from afar, are read`() throws {
        let route = try #require(
            try route(
                "supervision_minutes: 5\n      supervisor_needs: {rehab: 3}\n      remote_supervision: true"))
        #expect(route.supervisorNeeds == [Need("rehab", 3)])
        #expect(route.remoteSupervision)
    }

    @Test(
        arguments: [
            ("accompanied: []", []), ("accompanied: [volunteer, student, student]", [.student, .volunteer]),
            ("accompanied: [support]", [.support]), ("away_session: 3", [.student]),
        ] as [(String, [Role.Kind])])
    func `the policy says who is to be accompanied`(line: String, kinds: [Role.Kind]) throws {
        let fixture = WeekFixture().replacing(
            "  agency_cap: 500", with: "  agency_cap: 500\n  \(line)", in: "week.yaml")
        #expect(try fixture.read().week?.policy.accompanied == kinds)
    }
}
