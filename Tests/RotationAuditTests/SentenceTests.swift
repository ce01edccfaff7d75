// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RotationAudit
import Rotations
import TestSupport
import Testing
import Workforce

/// What breaks a rule is said in a sentence that names who, where and when.
@Suite struct SentenceTests {
    /// Two people, three posts, three months; `more` describes what is broken by the plan.
    private static func violations(
        _ plan: [[String]], _ more: (inout RotationParts) -> Void = { _ in }
    ) throws -> [String] {
        let rotation = try rotation(more)
        let rows = plan.enumerated().flatMap { p, posts in
            posts.enumerated().compactMap { t, post in
                post == "."
                    ? nil : SequenceRow(staff: "P-\(p + 1)", period: t + 1, post: post == "-" ? nil : post)
            }
        }
        return RotationPlanAudit(rotation).check(rows).violations.map {
            "\($0.rule.rawValue): \($0.sentence)"
        }
    }

    private static func rotation(_ more: (inout RotationParts) -> Void) throws -> Rotation {
        try TinyRotation.of(periods: 3) { parts in
            parts.posts = ["A", "B", "C"].map { TinyRotation.post($0) }
            parts.people = [TinyRotation.person("P-1"), TinyRotation.person("P-2")]
            more(&parts)
        }
    }

    private static let away: [[String]] = [["A", "A", "A"], ["-", "-", "-"]]

    @Test func aCleanPlanHasNone() throws {
        #expect(try Self.violations(Self.away) == [])
    }

    @Test func rowsThatNameNobodyOrNowhere() throws {
        let rotation = try Self.rotation { $0.people[1].leaves = TinyRotation.day("2027-02-03") }
        let rows = [
            SequenceRow(staff: "P-9", period: 1, post: "A"), SequenceRow(staff: "P-1", period: 4, post: "A"),
            SequenceRow(staff: "P-1", period: 1, post: "Z"), SequenceRow(staff: "P-1", period: 2, post: nil),
            SequenceRow(staff: "P-2", period: 1, post: nil), SequenceRow(staff: "P-2", period: 2, post: "A"),
        ]
        #expect(
            RotationPlanAudit(rotation).check(rows).violations.map(\.sentence) == [
                "The plan has a row for P-9, whom people.csv does not have.",
                "The plan has P-1 in period 4; periods are 1 to 3.",
                "P-1 is in Z in period 1 (2027-01-04 to 2027-02-03), which posts.csv does not have.",
                "The plan has a row for P-2 in period 2 (2027-02-04 to 2027-03-03), of which they are away at least half.",
                "P-1 is there in period 3 (2027-03-04 to 2027-04-03), but the plan has no row for them.",
            ])
    }

    @Test func twoRowsInOnePeriod() throws {
        let rows = [
            SequenceRow(staff: "P-1", period: 1, post: "A"), SequenceRow(staff: "P-1", period: 1, post: "B"),
        ]
        let found = RotationPlanAudit(try Self.rotation { $0.periodCount = 1 }).check(rows).violations
        #expect(
            found.first { $0.rule == .onePost }?.sentence
                == "P-1 has 2 rows in period 1 (2027-01-04 to 2027-02-03): A and B.")
    }

    @Test func postsThatMayNotBeHeld() throws {
        let found = try Self.violations(Self.away) {
            $0.posts[0].professions = ["therapy"]
            $0.posts[0].bands = ["5"]
            $0.posts[0].organisation = "provider"
            $0.posts[0].locality = "moon"
            $0.travel = []
            $0.people[0].cannot = ["A"]
        }
        #expect(found.count == 3)
        #expect(
            found.first
                == "may-hold: P-1 may not hold A in period 1 (2027-01-04 to 2027-02-03): it is for therapy; it is for "
                + "band 5; people.csv says that they cannot; no agreement has trust work for provider on 2027-01-04; "
                + "no way there from town is known.")
    }

    @Test func postsWithoutRoom() throws {
        let found = try Self.violations([["A", "-", "-"], ["A", "-", "-"]]) {
            $0.posts[0].amounts.maximum = 1.5
            $0.posts[0].newMaximum = 1
            for p in 0...1 { $0.people[p].startPost = "B" }
        }
        #expect(
            found == [
                "room: A has 2 whole-time equivalents in period 1 (2027-01-04 to 2027-02-03), and room for 1.5.",
                "room: 2 blocks (P-1, P-2) begin in A in period 1 (2027-01-04 to 2027-02-03), and at most 1 may.",
            ])
    }

    @Test func tooFewSeniors() throws {
        let found = try Self.violations([["A", "-", "-"], ["A", "-", "-"]]) {
            $0.posts[0].span = 2
            $0.people[0].isSenior = true
            $0.posts[0].span = 0.5
        }
        #expect(
            found == [
                "supervision: 1 in A in period 1 (2027-01-04 to 2027-02-03) are not senior (P-2), and 1 senior may "
                    + "supervise 0.5."
            ])
    }

    @Test func blocksTooShortAndTooLong() throws {
        let found = try Self.violations([["A", "B", "B"], ["C", "C", "C"]]) {
            $0.posts[0].minimumBlock = 2
            $0.posts[1].maximumBlock = 1
            $0.posts[2].maximumBlock = 3
            $0.people[1].startPost = "C"
            $0.people[1].startPeriods = 2
        }
        #expect(
            found == [
                "block-length: P-1's block in A, period 1 (2027-01-04 to 2027-02-03), lasts 1 period and has to last 2.",
                "block-length: P-1's block in B, periods 2 to 3 (2027-02-04 to 2027-04-03), lasts 2 periods and may last 1.",
                "block-length: P-2's block in C, periods 1 to 3 (2027-01-04 to 2027-04-03), lasts 5 periods, 2 of them "
                    + "before the programme, and may last 3.",
            ])
        let owing = try Self.violations([["A", "B", "B"], ["-", "-", "-"]]) {
            $0.posts[0].minimumBlock = 4
            $0.people[0].startPost = "A"
            $0.people[0].startPeriods = 1
        }
        #expect(
            owing == [
                "block-length: P-1's block in A, period 1 (2027-01-04 to 2027-02-03), goes on for 1 period and owes 3."
            ])
    }

    @Test func comingBack() throws {
        let found = try Self.violations([["A", "B", "A"], ["B", "B", "C"]]) {
            $0.people[1].done = ["C"]
            $0.people[0].startPost = "B"
        }
        #expect(
            found == [
                "once: P-1 is in B in period 2 (2027-02-04 to 2027-03-03), but they were in it before the programme, and "
                    + "that block has ended, and nobody comes back to it.",
                "once: P-1 is in A in period 3 (2027-03-04 to 2027-04-03), but they have had a block in it already, and "
                    + "nobody comes back to it.",
                "once: P-2 is in C in period 3 (2027-03-04 to 2027-04-03), but they have done it before, and nobody comes "
                    + "back to it.",
            ])
    }

    @Test func entryWithoutWhatIsNeeded() throws {
        let found = try Self.violations(Self.away) { $0.posts[0].needs = [Need("care", 2)] }
        #expect(
            found == [
                "entry: P-1 begins in A in period 1 (2027-01-04 to 2027-02-03) without care at level 2, signed off or learnt."
            ])
    }

    @Test func noPattern() throws {
        let found = try Self.violations([["A", "-", "A"], ["-", "-", "-"]]) {
            $0.posts[0].repeats = true
            $0.templates = [Template(id: "T", stages: [.init("acute", 1), .init("community", 2)])]
            $0.people[0].template = "T"
        }
        #expect(
            found == [
                "template: P-1's posts (acute in period 1, acute in period 3) follow no pattern of template T."
            ])
    }

    @Test func togetherThoughKeptApart() throws {
        let found = try Self.violations([["A", "-", "-"], ["A", "-", "-"]]) {
            $0.apart = [Apart("P-2", "P-1")]
        }
        #expect(
            found == [
                "apart: P-2 and P-1 are both in A in period 1 (2027-01-04 to 2027-02-03), and are kept apart."
            ])
    }

    @Test func otherThanFrozen() throws {
        let found = try Self.violations([["A", "A", "A"], ["-", "-", "-"]]) {
            $0.current = [
                PlacementInForce(staff: "P-1", post: "B"), PlacementInForce(staff: "P-2", post: "C"),
            ]
            $0.frozenBefore = TinyRotation.day("2027-01-05")
        }
        #expect(
            found == [
                "frozen: P-1 is in A in period 1 (2027-01-04 to 2027-02-03), which is frozen; current/placements.csv has B.",
                "frozen: P-2 is in no post in period 1 (2027-01-04 to 2027-02-03), which is frozen; current/placements.csv "
                    + "has C.",
            ])
    }

    @Test func moreBlocksThanAllowed() throws {
        let found = try Self.violations([["A", "B", "B"], ["-", "-", "-"]]) {
            for k in 0...1 { $0.posts[k].groups = ["medical"] }
            $0.curriculum = [CurriculumRow(staff: "P-1", group: "medical", atMost: 1)]
        }
        #expect(
            found == [
                "curriculum: P-1 begins in B in period 2 (2027-02-04 to 2027-03-03) after 1 block of group medical, and may "
                    + "have 1."
            ])
    }

    /// The audit would repeat the mistakes of what it shares.
    @Test func theAuditSharesNoArithmetic() throws {
        let folder = Repository.root.appending(path: "Sources/RotationAudit").resolvingSymlinksInPath()
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
        #expect(files.count > 12)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for word in [
                "RotationFacts", "Period.all", "TemplatePatterns", "PlanInForce", "inPlaceOf",
                ".holds(on: starts",
            ] {
                #expect(!text.contains(word), "\(file) uses \(word)")
            }
        }
    }
}
