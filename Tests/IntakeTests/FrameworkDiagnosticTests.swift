// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct FrameworkDiagnosticTests {
    @Test(arguments: [
        Probe(
            WeekFixture.frameworkPath, "levels: 3", "levels: 0",
            "../../Competencies/framework.yaml:3:9: error: levels '0' is less than 1"),
        Probe(
            WeekFixture.frameworkPath, "levels: 3", "levels: 3\nlevel_names: [one, two]",
            "../../Competencies/framework.yaml:4:14: warning: level_names has 2 names for 3 levels"),
        Probe(
            WeekFixture.frameworkPath, "framework: Small\n", "",
            "../../Competencies/framework.yaml:1:1: error: the framework has no 'framework'"),
        Probe(
            WeekFixture.frameworkPath, "version: 2026.1\n", "",
            "../../Competencies/framework.yaml:1:1: warning: the framework has no 'version'; plans cannot say which they were made with"
        ),
        Probe(
            WeekFixture.frameworkPath, "roles:", "rolls:",
            "../../Competencies/framework.yaml:1:1: error: the framework has no 'roles'",
            "../../Competencies/framework.yaml:4:1: error: key 'rolls' of the framework is not known; did you mean 'roles'?"
        ),
        Probe(
            WeekFixture.frameworkPath, "levels: 3", "levels: [3",
            "../../Competencies/framework.yaml:4:6: error: the YAML has a fault: did not find expected ',' or ']'"
        ),
        Probe(
            "staff.csv", "staff,role", "payroll,role",
            "staff.csv:1: error: column 'staff' is missing",
            "staff.csv:1:1: warning: column 'payroll' is not known and is left out"),
        Probe(
            WeekFixture.frameworkPath, "kind: student", "kind: studnet",
            "../../Competencies/framework.yaml:7:25: error: kind 'studnet' is not known; did you mean 'student'?"
        ),
        Probe(
            WeekFixture.frameworkPath, ", profession: physiotherapy", "",
            "../../Competencies/framework.yaml:5:5: error: registered role 'physio' has no 'profession'"),
        Probe(
            WeekFixture.frameworkPath, "id: student", "id: physio",
            "../../Competencies/framework.yaml:7:10: error: role 'physio' is there twice, first in line 5",
            "agreements.csv:3:15: error: role 'student' is not in the framework",
            "staff.csv:5:4: error: role 'student' is not in the framework"),
        Probe(
            WeekFixture.frameworkPath, "{id: moving}", "{id: rehab}",
            "../../Competencies/framework.yaml:11:10: error: competency 'rehab' is there twice, first in line 9",
            "../../Competencies/framework.yaml:31:23: error: competency 'moving' is not in the framework, in 3 places, first line 31",
            "competencies.csv:4:4: error: competency 'moving' is not in the framework, in 2 rows, first line 4"
        ),
        Probe(
            WeekFixture.frameworkPath, "id: transfer", "id: call",
            "../../Competencies/framework.yaml:28:9: error: activity 'call' is there twice, first in line 25",
            "demand.csv:4:9: error: activity 'transfer' is not in the framework"),
        Probe(
            WeekFixture.frameworkPath, "id: moving", "id: \"a;b\"",
            "../../Competencies/framework.yaml:11:10: error: id 'a;b' contains ';'",
            "../../Competencies/framework.yaml:31:23: error: competency 'moving' is not in the framework, in 3 places, first line 31",
            "competencies.csv:4:4: error: competency 'moving' is not in the framework, in 2 rows, first line 4"
        ),
        Probe(
            WeekFixture.frameworkPath, "pace: 0.5", "pace: fast",
            "../../Competencies/framework.yaml:7:50: error: pace 'fast' is not a number"),
        Probe(
            WeekFixture.frameworkPath, "valid_months: 24", "valid_months: 0",
            "../../Competencies/framework.yaml:9:49: error: valid_months '0' is less than 1"),
        Probe(
            WeekFixture.frameworkPath, "minutes: 40", "minutes: 2000",
            "../../Competencies/framework.yaml:14:14: error: minutes '2000' is more than 1440"),
        Probe(
            WeekFixture.frameworkPath, "minutes: 40\n", "\n",
            "../../Competencies/framework.yaml:13:5: error: an activity has no 'minutes'"),
        Probe(
            WeekFixture.frameworkPath, "hands: 2", "hands: 3",
            "../../Competencies/framework.yaml:30:12: error: hands '3' is more than 2"),
        Probe(
            WeekFixture.frameworkPath, "rehab: 2", "rehab: 4",
            "../../Competencies/framework.yaml:16:63: error: rehab '4' is more than 3"),
        Probe(
            WeekFixture.frameworkPath, "rehab: 2", "rehabb: 2",
            "../../Competencies/framework.yaml:16:56: error: competency 'rehabb' is not in the framework; did you mean 'rehab'?"
        ),
        Probe(
            WeekFixture.frameworkPath, "[physiotherapy], needs", "[occupational-therapy], needs",
            "../../Competencies/framework.yaml:16:5: warning: no role may do activity 'session' by its 'registered' route",
            "../../Competencies/framework.yaml:16:32: warning: no registered role has profession 'occupational-therapy'"
        ),
        Probe(
            WeekFixture.frameworkPath, "supervisors: [physiotherapy]", "supervisors: [physiotherapie]",
            "../../Competencies/framework.yaml:20:21: error: no registered role has profession 'physiotherapie'; did you mean 'physiotherapy'?"
        ),
        Probe(
            WeekFixture.frameworkPath, "supervisors: [physiotherapy]", "supervisors: []",
            "../../Competencies/framework.yaml:20:20: error: 'supervisors' names no profession"),
        Probe(
            WeekFixture.frameworkPath, "    registered: {professions: [physiotherapy], needs: {rehab: 2}}\n",
            "",
            "../../Competencies/framework.yaml:16:5: error: activity 'session' is delegated but has no registered route"
        ),
        Probe(
            WeekFixture.frameworkPath, "      status: approved\n", "",
            "../../Competencies/framework.yaml:18:7: error: delegated has no 'status'"),
        Probe(
            WeekFixture.frameworkPath, "status: approved", "status: agreed",
            "../../Competencies/framework.yaml:22:15: error: status 'agreed' is not known"),
        Probe(
            WeekFixture.frameworkPath, "2027-03-31", "31-Mar-2027",
            "../../Competencies/framework.yaml:24:18: notice: review_on '31-Mar-2027' is read as 2027-03-31; so is every review_on of that form"
        ),
        Probe(
            WeekFixture.frameworkPath, "lowest_grade: 2", "lowest_grade: 5",
            "../../Competencies/framework.yaml:17:5: warning: no role may do activity 'session' by its 'delegated' route"
        ),
        Probe(
            WeekFixture.frameworkPath, "    support: {kinds: [student], needs: {exercise: 1}}",
            "    remote: true",
            "../../Competencies/framework.yaml:25:5: error: activity 'call' has no route by which anybody may do it"
        ),
        Probe(
            WeekFixture.frameworkPath, "kinds: [student]", "kinds: [registered]",
            "../../Competencies/framework.yaml:27:23: error: kinds names 'registered'"),
        Probe(
            WeekFixture.frameworkPath, "    support: {kinds: [student]",
            "    second: {}\n    single_handed: {}\n    support: {kinds: [student]",
            "../../Competencies/framework.yaml:27:5: error: activity 'call' takes one worker and has 'second'",
            "../../Competencies/framework.yaml:28:5: error: activity 'call' takes one worker and has 'single_handed'"
        ),
        Probe(
            WeekFixture.frameworkPath, "    minutes: 40", "    minutes: 40\n    hands: 2",
            "../../Competencies/framework.yaml:18:5: error: activity 'session' takes two workers and is delegated"
        ),
        Probe(
            WeekFixture.frameworkPath, "registered_may: true", "registered_may: perhaps",
            "../../Competencies/framework.yaml:31:51: error: registered_may 'perhaps' is neither true nor false"
        ),
        Probe(
            WeekFixture.frameworkPath, "    single_handed: {needs: {moving: 3}, extra_minutes: 10}\n", "",
            "demand.csv:4:57: warning: single_handed_contacts is taken as 0: activity 'transfer' has no single_handed block"
        ),
        Probe(
            WeekFixture.frameworkPath, "    minutes: 30", "    minutes: 30\n    remot: true",
            "../../Competencies/framework.yaml:27:5: error: key 'remot' of an activity is not known; did you mean 'remote'?"
        ),
    ]) func everyFaultOfAFrameworkIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }
}
