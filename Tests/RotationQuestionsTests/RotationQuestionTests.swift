// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import TestSupport
import Testing
import Workforce

@testable import RotationQuestions

/// Answers about rotation plans, each worked out by hand.
@Suite struct RotationQuestionTests {
    private func questions(
        posts: [[Int?]], _ describe: (inout RotationParts) -> Void = { _ in }
    ) throws -> RotationQuestions {
        let rotation = try TinyRotation.of(periods: posts.first?.count ?? 1) { parts in
            parts.policy.belowMinimum = 50
            parts.policy.change = 10
            parts.policy.preferenceStep = 5
            parts.posts = [
                TinyRotation.post("WARD") { $0.amounts = PostAmounts(minimum: 1, target: 1) },
                TinyRotation.post("HUB"),
            ]
            parts.people = posts.indices.map { TinyRotation.person("P-\($0 + 1)") }
            describe(&parts)
        }
        return RotationQuestions(RotationFacts(rotation), RotationPlan(posts: posts))
    }

    @Test func whoCouldBeInAPostIsTriedInThatPeriodAlone() throws {
        let answer = try questions(posts: [[1, 1]]).explain(post: "WARD", period: 2)
        // A change-over more, and a whole-time equivalent less that is missing.
        #expect(answer.tried.map(\.pounds) == [-40])
        #expect(answer.tried.map(\.rules) == [[]])
        #expect(
            answer.sentences == [
                "Nobody is there: 0 whole-time equivalents of a target of 1, at least 1.",
                "It lacks 1. Somebody who may hold it is without a post or would cost less there: rules keep them from it, or the "
                    + "search was not finished.",
                "P-1, now in HUB: in that period alone it would save £40.00, and keeps every rule.",
            ])
    }

    @Test func whoMayHoldAPostComesBeforeWhoeverWouldBeCheaperAndMayNot() throws {
        // Thirty-five others, of whom the last would cost most and may alone hold it.
        let answer = try questions(posts: [[Int?]](repeating: [1], count: 35)) { parts in
            parts.policy.belowMinimum = 0
            for p in 0..<34 { parts.people[p].cannot = ["WARD"] }
            parts.people[34].prefers = ["HUB", "WARD"]
        }.explain(post: "WARD", period: 1)
        #expect(answer.tried.first?.staff == "P-35")
        #expect(answer.tried.first?.rules == [])
        #expect(answer.tried.map(\.rules.isEmpty) == [true, false, false, false, false])
        #expect(answer.sentences.contains("Of the 35 others who are there then, 1 may hold it."))
        #expect(!answer.sentences.contains { $0.hasSuffix("further from it.") })
    }

    @Test func everybodyWhoMayHoldAPostIsTried() throws {
        let answer = try questions(posts: [[Int?]](repeating: [1], count: 40)).explain(
            post: "WARD", period: 1)
        #expect(answer.tried.count == 40)
        #expect(answer.tried.allSatisfy { $0.rules.isEmpty && $0.pounds == -50 })
        #expect(answer.sentences.last == "35 more people who may hold it are further from it.")
    }

    @Test func ofManyItIsSaidHowManyWereTried() throws {
        let all = try questions(posts: [[Int?]](repeating: [1], count: 9))
        let answer = try all.explain(post: "WARD", period: 1, trying: 7)
        #expect(answer.tried.count == 7)
        let said = "Tried were the 7 of them with whom the plan would cost least in that period."
        #expect(answer.sentences.contains(said))
        #expect(
            try !all.explain(post: "WARD", period: 1, trying: 9).sentences.contains { $0.contains("Tried") })
    }

    @Test func whereNobodyIsThereNobodyIsSaidToBeInAPost() throws {
        let empty = try questions(posts: [[nil, 0]]) { parts in
            parts.people[0].joins = TinyRotation.day("2027-02-04")
        }
        #expect(try empty.explain(post: "WARD", period: 1).sentences.contains("Nobody is there then."))
        #expect(
            try empty.explain(post: "WARD", period: 2).sentences
                .contains("Everybody who is there then is in it."))
    }

    @Test func theTemplateIsToldWithoutWishes() throws {
        let answer = try questions(posts: [[1]]) { parts in
            parts.templates = [
                Template(id: "all", stages: [Template.Stage(parts.posts[1].setting, 1)], order: .cyclic)
            ]
            parts.people[0].template = "all"
        }.explain(staff: "P-1")
        #expect(answer.sentences.last == "There are no wishes. They follow the template all.")
    }

    @Test(arguments: [
        (2, "P-1 and P-2."), (5, "P-1, P-2, P-3, P-4 and P-5."), (7, "P-5 and 2 other people."),
    ])
    func namesAreListedAsFarAsThereAreAny(_ count: Int, _ end: String) throws {
        let questions = try questions(posts: [[Int?]](repeating: [1], count: count))
        let error = #expect(throws: RotationQuestionError.self) { try questions.explain(staff: "P-99") }
        #expect(error?.description.hasSuffix(end) ?? false, "\(error?.description ?? "")")
    }

    @Test func whatKeepsSomebodyFromAPostIsNamed() throws {
        let answer = try questions(posts: [[1, 1]]) { $0.people[0].cannot = ["WARD"] }
            .explain(post: "WARD", period: 2)
        #expect(answer.tried.map(\.rules) == [["may-hold"]])
        #expect(answer.sentences.last?.contains("one rule stops it") ?? false)
        #expect(answer.sentences.last?.contains("they cannot") ?? false)
    }

    @Test func aWishIsTriedInTheCheapestStretchThatKeepsTheRules() throws {
        let answer = try questions(posts: [[1, 1, 1]]) { parts in
            parts.policy.belowMinimum = 0
            parts.people[0].prefers = ["WARD", "HUB"]
            parts.posts[0].minimumBlock = 2
            parts.posts[0].maximumBlock = 2
        }.explain(staff: "P-1")
        // Two periods of a step less, and in the first two periods one change-over more: it begins there, and once again.
        #expect(answer.tried.map(\.rules) == [[]])
        #expect(answer.tried.map(\.first) == [1])
        #expect(answer.tried.map(\.pounds) == [0])
        #expect(answer.sentences.first == "In HUB from Jan 27 to Mar 27.")
    }

    @Test func whatIsNotThereIsToldOf() throws {
        let questions = try questions(posts: [[1]])
        #expect(throws: RotationQuestionError.self) { try questions.explain(staff: "P-9") }
        #expect(throws: RotationQuestionError.self) { try questions.explain(post: "NONE", period: 1) }
        #expect(throws: RotationQuestionError.self) { try questions.explain(post: "HUB", period: 2) }
    }
}
