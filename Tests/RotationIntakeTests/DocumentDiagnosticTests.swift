// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What is said of rotation.yaml.
@Suite struct DocumentDiagnosticTests {
    @Test(arguments: [
        RotationProbe(
            "rotation.yaml", "starts: 2027-01-04", "starts: soon",
            "rotation.yaml:2:9: error: starts 'soon' is no date"),
        RotationProbe(
            "rotation.yaml", "periods: 6\nperiod", "periods: 0\nperiod",
            "rotation.yaml:3:10: error: periods '0' is less than 1"),
        RotationProbe(
            "rotation.yaml", "periods: 6\nperiod", "periods: 521\nperiod",
            "rotation.yaml:3:10: error: periods '521' is more than 520"),
        RotationProbe(
            "rotation.yaml", "period: month", "period: fortnight",
            "rotation.yaml:4:9: error: period 'fortnight' is neither month nor a number of weeks"),
        RotationProbe(
            "rotation.yaml", "period: month", "period: 0",
            "rotation.yaml:4:9: error: period '0' is neither month nor a number of weeks"),
        RotationProbe(
            "rotation.yaml", "rotation: Small therapists\n", "",
            "rotation.yaml:1:1: error: rotation.yaml has no 'rotation'"),
        RotationProbe(
            "rotation.yaml", "policy:", "polciy:",
            "rotation.yaml:10:1: error: key 'polciy' of rotation.yaml is not known; did you mean 'policy'?"),
        RotationProbe(
            "rotation.yaml", "policy:", "colour: blue\npolicy:",
            "rotation.yaml:10:1: warning: key 'colour' of rotation.yaml is not known and is left out"),
        RotationProbe(
            "rotation.yaml", "below_minimum: 400", "below_minimum: -1",
            "rotation.yaml:11:18: error: below_minimum '-1' is less than 0"),
        RotationProbe(
            "rotation.yaml", "below_minimum", "below_minimun",
            "rotation.yaml:11:3: error: key 'below_minimun' of policy is not known; did you mean 'below_minimum'?"
        ),
        RotationProbe(
            "rotation.yaml", "order: cyclic", "order: round",
            "rotation.yaml:8:95: error: order 'round' is not known"),
        RotationProbe(
            "rotation.yaml", "acute, periods: 1", "acute, periods: 0",
            "rotation.yaml:9:46: error: periods '0' is less than 1"),
        RotationProbe(
            "rotation.yaml", "[{setting: acute, periods: 1}]", "[]",
            "rotation.yaml:9:19: error: template 'plain' has 0 stages"),
        RotationProbe(
            "rotation.yaml", "setting: community", "setting: comunity",
            "rotation.yaml: warning: template 'two-four' has a stage in setting 'comunity', which no post has; did you "
                + "mean 'community'?"),
        RotationProbe(
            "rotation.yaml", "framework: ../../Competencies/framework.yaml", "framework: other.yaml",
            "rotation.yaml:5:12: error: other.yaml is missing"),
    ]) func rotationYAMLIsToldOf(_ probe: RotationProbe) throws { try probe.check() }

    @Test func frozenPeriodsNeedAPlanInForce() throws {
        let problems = try RotationFixture().without("current/placements.csv").problems()
        #expect(
            problems == [
                "rotation.yaml:6:16: error: frozen_before '2027-02-04' is given, and there is no current/placements.csv to "
                    + "keep to"
            ])
    }

    @Test func stagesInMoreOrdersThanCanBeTriedAreRefused() throws {
        let stages = (1...8).map { "{setting: acute, periods: \($0)}" }.joined(separator: ", ")
        let template = "plain: {stages: [\(stages)], order: any}"
        let problems = try RotationFixture()
            .replacing("plain: {stages: [{setting: acute, periods: 1}]}", with: template, in: "rotation.yaml")
            .problems()
        #expect(problems.count == 1)
        #expect(
            problems.first?.contains("the stages of template 'plain' can be put in more than 720 orders")
                ?? false)
    }

    @Test func stagesLongerThanAnyProgrammeAreRefused() throws {
        let problems = try RotationFixture()
            .replacing(
                "setting: acute, periods: 2", with: "setting: acute, periods: 517", in: "rotation.yaml"
            )
            .problems()
        #expect(
            problems == [
                "rotation.yaml:8:22: error: the stages of template 'two-four' have 521 periods together"
            ])
    }

    @Test func stagesThatAreAlikeAreOneOrder() throws {
        let stages = Array(repeating: "{setting: acute, periods: 1}", count: 60).joined(separator: ", ")
        let template = "plain: {stages: [\(stages)], order: any}"
        let problems = try RotationFixture()
            .replacing("plain: {stages: [{setting: acute, periods: 1}]}", with: template, in: "rotation.yaml")
            .problems()
        #expect(problems.isEmpty)
    }
}
