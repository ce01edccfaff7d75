// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Questions about a plan, as they are asked in the terminal.
@Suite struct ExplainCommandTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    private func allocate() async throws {
        let run = try await place.skillmix("allocate", week, "--work-limit", "3", "--quiet", "--out", "plan")
        try #require(run.code == 0)
    }

    private func explain(_ arguments: String...) async throws -> CommandRun {
        try await place.skillmix(["explain", week, "plan"] + arguments)
    }

    private func column(_ name: String, of table: String) throws -> [String] {
        let records = CSVRecords.read(try place.text(table)).filter { $0.first?.hasPrefix("#") == false }
        let position = try #require(records.first?.firstIndex(of: name))
        return records.dropFirst().map { $0[position] }
    }

    private struct Told: Decodable {
        let question: String
        let sentences: [String]
        let people: [Person]
        let changes: [Change]

        struct Person: Decodable {
            let staff: String
            let obstacle: String
            let sentence: String
        }

        struct Change: Decodable {
            let change: String
            let contacts: Int
            let effect: Effect
        }

        struct Effect: Decodable {
            let contacts: Int
            let hours: Double
            let registered_hours: Double
            let pounds: Double
        }
    }

    private func told(_ run: CommandRun) throws -> Told {
        try JSONDecoder().decode(Told.self, from: Data(run.output.utf8))
    }

    @Test func `a swap is asked about by who gives which session to whom`() async throws {
        try await allocate()
        let swap = try await explain(
            "--give", "HC-01", "--session", "2026-11-23 pm", "--to", "HC-02", "--for", "2026-11-24 pm")
        #expect(swap.code == 0)
        #expect(swap.output.hasPrefix("Could Sorrel (HC-02) take Mon 23 Nov pm in Quay ward"))
        #expect(swap.output.contains("- Every rule is kept"))
        for wrong in [["--give", "HC-01"], ["--staff", "HC-01", "--to", "HC-02"]] {
            #expect(try await place.skillmix(["explain", week, "plan"] + wrong).code == 2, "\(wrong)")
        }
    }

    @Test func everyQuestionIsAnsweredInSentencesAndAsTheSameInJSON() async throws {
        try await allocate()
        let unmet = try #require(try column("line", of: "plan/unmet.csv").first)
        let booked = try #require(try column("staff", of: "plan/bookings.csv").first)
        let person = try #require(try column("staff", of: "plan/deployments.csv").first)
        let session = try #require(try column("session", of: "plan/deployments.csv").first)
        let pair = try #require(
            CSVRecords.read(try place.text("plan/contacts.csv")).first { $0.contains("double-handed") })
        let head = try #require(CSVRecords.read(try place.text("plan/contacts.csv")).first)
        let one = pair[try #require(head.firstIndex(of: "staff"))]
        let other = pair[try #require(head.firstIndex(of: "partner"))]
        let before = try place.bytes(".")
        for question in [
            ["--line", unmet], ["--staff", person], ["--booking", booked], ["--pair", one, other],
            ["--staff", person, "--session", session, "--team", "quay-ward"],
        ] {
            let run = try await place.skillmix(["explain", week, "plan"] + question)
            #expect(run.code == 0, "\(question): \(run.messages)")
            #expect(run.messages.isEmpty)
            let lines = run.output.split(separator: "\n").map(String.init)
            #expect(lines.first?.hasSuffix("?") == true)
            #expect(lines.count > 1)
            for line in lines.dropFirst() {
                #expect(line.hasPrefix("- "))
                #expect(line.hasSuffix(".") || line.hasSuffix(":"), "\(line)")
                #expect(!line.contains(" 1 contacts") && !line.contains("  "), "\(line)")
            }
            let json = try told(
                try await place.skillmix(["explain", week, "plan", "--format", "json"] + question))
            #expect(json.question == lines.first)
            #expect(json.sentences.map { "- " + $0 } == Array(lines.dropFirst()))
        }
        #expect(try place.bytes(".") == before, "no file is changed")
        let line = try told(try await explain("--line", unmet, "--format", "json"))
        #expect(!line.people.isEmpty)
        #expect(line.people.allSatisfy { !$0.obstacle.isEmpty && $0.sentence.contains($0.staff) })
        #expect(line.changes.allSatisfy { $0.contacts > 0 })
    }

    @Test func namesThatAreNotKnownEndWithTwoAndSayWhatIsWrong() async throws {
        try await allocate()
        let hostile = "<script>alert(1)</script>\u{202E}=cmd()"
        for (arguments, message) in [
            (["--line", "N99"], "There is no demand line N99 in demand.csv."),
            (["--line", hostile], "There is no demand line \(hostile) in demand.csv."),
            (
                ["--staff", "XX-01"],
                "There is nobody with the identifier XX-01 in the column staff of staff.csv."
            ),
            (["--staff", "Alder"], "; Alder is the name of PT-01."),
            (
                ["--booking", "XX-01"],
                "There is nobody with the identifier XX-01 in the column staff of staff.csv."
            ),
            (["--pair", "PT-01", "PT-01"], "A pair is two people; PT-01 was named twice."),
            (
                ["--staff", "PT-01", "--session", "monday", "--team", "quay-ward"],
                "monday is no session of the week; write it as 2026-11-23 am."
            ),
            (
                ["--booking", "PT-01", "--session", "monday"],
                "monday is no session of the week; write it as 2026-11-23 am."
            ),
            (
                ["--staff", "PT-01", "--session", "2026-11-23 am", "--team", "none"],
                "There is no team none in teams.csv."
            ),
        ] {
            let run = try await place.skillmix(["explain", week, "plan"] + arguments)
            #expect(run.code == 2)
            #expect(run.output.isEmpty)
            #expect(run.messages.contains(message), "\(run.messages)")
        }
    }

    @Test func namesThatMeanSomethingElsewhereAreShownAsTheyAre() async throws {
        let name = "<script>alert(1)</script> & \"Wren\" \u{202E}=cmd()"
        let quoted = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        try place.replace("PT-01,Alder,", with: "PT-01,\(quoted),", in: "\(week)/staff.csv")
        let check = try await place.skillmix("check", week)
        try #require(check.code == 0)
        try await allocate()
        let text = try await explain("--staff", "PT-01")
        #expect(text.code == 0)
        // A mark that turns what follows round is not for a terminal.
        #expect(!text.output.unicodeScalars.contains("\u{202E}"))
        #expect(text.output.contains("<script>alert(1)</script> & \"Wren\" "))
        #expect(text.output.contains("=cmd() (PT-01)"))
        let json = try told(try await explain("--staff", "PT-01", "--format", "json"))
        #expect(json.question == "Why is \(name) (PT-01) where they are?")
    }

    @Test func aPlanThatBreaksRulesIsAnsweredAboutAsFarAsItGoes() async throws {
        try await allocate()
        // Somebody who is nowhere near the ward is sent there.
        let rows = try place.text("plan/deployments.csv").split(separator: "\n").map(String.init)
        let moved = rows.map {
            $0.hasPrefix("PT-01,") ? $0.replacingOccurrences(of: "north-home", with: "quay-ward") : $0
        }
        try #require(moved != rows)
        try place.write(moved.joined(separator: "\n") + "\n", to: "plan/deployments.csv")
        let run = try await explain("--staff", "PT-01")
        #expect(run.code == 0)
        #expect(run.messages.contains("not everything in the plan keeps the week's rules"))
        #expect(run.output.hasPrefix("This plan breaks the week's rules in "))
        #expect(run.output.contains("\n\nWhy is Alder (PT-01) where they are?\n"))
    }
}
