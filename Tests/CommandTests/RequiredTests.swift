// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct RequiredTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private static let week = "Rosters/first-week"

    @Test func theFirstWeeksWorkforceIsToldAndWritten() async throws {
        let run = try await place.skillmix(
            "required", Self.week, "--pay", "Rosters/pay/2025-26.csv", "--posts", "1", "--out", "needed")
        #expect(run.code == 0)
        #expect(run.messages.isEmpty)
        #expect(run.output.hasPrefix("Required for the week of 2026-11-23: "))
        #expect(run.output.contains("the pay table of 2025/26 (source: NHS Employers)"))
        #expect(run.output.contains("no kind of post could give it: Swallowing assessment, Quay ward"))
        #expect(run.output.contains("1 further post is best spent on 1 "))
        #expect(run.output.hasSuffix("Tables: needed\n"))
        #expect(run.output.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
        #expect(
            try place.names("needed") == [
                "bands.csv", "care.csv", "competencies.csv", "employers.csv", "further-posts.csv",
                "further-posts.json", "nobody.csv", "posts.csv", "required.json", "roles.csv", "work.csv",
            ])
        let posts = try place.text("needed/posts.csv")
        #expect(
            posts.hasPrefix(
                "kind,role,employer,base,band,people_today,wte_today,wte_required,people_required,wte_gap,"))
        #expect(
            posts.contains("\nphysiotherapist harbour-trust,Physiotherapist,harbour-trust,north,6 middle,1,"))
    }

    @Test func whatIsWrittenAnewLeavesNothingOfBeforeAndReplacesNothingElse() async throws {
        try place.write(try place.text("Rosters/pay/2025-26.csv"), to: "needed/bands.csv")
        let over = try await place.skillmix(
            "required", Self.week, "--pay", "needed/bands.csv", "--out", "needed")
        #expect(over.code == 2 && over.messages.contains("the pay table"), "\(over.messages)")
        #expect(try place.names("needed") == ["bands.csv"])
        let first = try await place.skillmix(
            "required", Self.week, "--pay", "Rosters/pay/2025-26.csv", "--posts", "1", "--out", "made")
        #expect(first.code == 0)
        #expect(try place.names("made").contains("bands.csv"))
        let second = try await place.skillmix("required", Self.week, "--out", "made")
        #expect(second.code == 0)
        let gone = ["bands.csv", "further-posts.csv", "further-posts.json"]
        #expect(Set(try place.names("made")).isDisjoint(with: gone))
        let none = try await place.skillmix("required", Self.week, "--posts", "0", "--out", "none")
        #expect(none.code == 2 && none.messages.contains("give 1 to 10,000"))
    }

    @Test func programsReadTheSame() async throws {
        struct Read: Decodable {
            let required: Workforce
            let further: Further
            struct Workforce: Decodable {
                let yearly: Double, bound: Double
                let posts: [Post]
            }
            struct Post: Decodable { let required: Double }
            struct Further: Decodable { let posts: Int }
        }
        let run = try await place.skillmix("required", Self.week, "--posts", "1", "--format", "json")
        #expect(run.code == 0)
        let read = try JSONDecoder().decode(Read.self, from: Data(run.output.utf8))
        #expect(read.required.bound > 0.95 * read.required.yearly)
        #expect(read.required.posts.count == 8)
        #expect(read.further.posts == 1)
    }

    @Test func whatCannotBeIsRefusedInWords() async throws {
        let headroom = try await place.skillmix("required", Self.week, "--headroom", "2")
        #expect(headroom.code == 2)
        #expect(headroom.messages.contains("Headroom is 2.0; give a share from 0 to 0.9."))
        try place.write("band,point,annual\n5,a,many\n", to: "pay.csv")
        let pay = try await place.skillmix("required", Self.week, "--pay", "pay.csv")
        #expect(pay.code == 2)
        #expect(pay.messages.contains("pay.csv is no pay table; nothing was done."))
        #expect(pay.messages.contains("pension_full"))
        let own = try await place.skillmix("required", Self.week, "--out", Self.week)
        #expect(own.code == 2)
        #expect(own.messages.contains("is one of the week's own files"))
    }
}
