// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What people do to YAML.
@Suite struct DocumentFindingTests {
    static let probes = [
        FindingProbe(
            "sessions that overlap a pair each",
            [
                .put(
                    "  day: {starts: 07:00, ends: \"20:00\"}\n  am: {starts: 08:00, ends: \"12:00\"}\n",
                    for: "  am: {starts: 08:00, ends: \"12:00\"}\n", in: "week.yaml")
            ],
            said: [
                "week.yaml:6:3: error: session 'am' begins before session 'day' ends",
                "week.yaml:7:3: error: session 'pm' begins before session 'day' ends",
            ]),
        FindingProbe(
            "a tab in the indent",
            [
                .put("\tunmet_minute", for: "  unmet_minute", in: "week.yaml")
            ],
            said: [
                "week.yaml:8:1: error: a tab stands at the beginning of line 8"
            ]),
        FindingProbe(
            "a no break space in the indent",
            [
                .put("\u{A0}\u{A0}unmet_minute", for: "  unmet_minute", in: "week.yaml")
            ],
            said: [
                "week.yaml:8:1: error: a no-break space (U+00A0) stands in the blanks at the beginning of line 8"
            ]),
    ]

    @Test(arguments: probes) func isAdvisedOn(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
