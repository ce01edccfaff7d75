// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Testing

/// Rotations from the command line.
@Suite struct RotationCommandTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test(arguments: ["Rosters/acute-community-rotation", "Rosters/acute-community-rotation/rotation.yaml"])
    func theShippedRotationIsKnownByItsFolderAndItsDocument(_ path: String) async throws {
        let run = try await place.skillmix("check", path)
        #expect(run.code == 0)
        #expect(run.output.hasSuffix("30 people, 12 posts, 12 periods from 4 January 2027\n"))
    }

    @Test func aMadeUpRotationIsCheckedPlannedAuditedAndShown() async throws {
        let made = try await place.skillmix(
            "generate", "--rotation", "made-up", "--people", "8", "--periods", "4", "--posts", "5", "--seed",
            "3")
        #expect(made.code == 0, "\(made)")
        #expect(try await place.skillmix("check", "made-up").code == 0)
        let planned = try await place.skillmix("rotate", "made-up", "--time-limit", "10", "--quiet")
        #expect(planned.code == 0, "\(planned)")
        #expect(planned.output.contains("Plan: made-up/plan"))
        let audited = try await place.skillmix("audit", "made-up", "made-up/plan")
        #expect(audited.code == 0, "\(audited)")
        let reported = try await place.skillmix("report", "made-up", "made-up/plan")
        #expect(reported.code == 0 && reported.output == "Report: made-up/plan/report.html\n", "\(reported)")
        let alone = try await place.skillmix(
            "report", "made-up", "made-up/plan", "--out", "page.html", "--notice-weeks", "4")
        #expect(alone.code == 0, "\(alone)")
        #expect(try place.text("page.html").contains("Notice is by 4 weeks"))
        #expect(try place.text("made-up/plan/report.html").contains("Notice is by 12 weeks"))
        let post = try await place.skillmix(
            "explain", "made-up", "made-up/plan", "--post", "ward-1", "--period", "2")
        #expect(post.code == 0 && post.output.contains("who is there, and who could be?"), "\(post)")
        let person = try await place.skillmix(
            "explain", "made-up", "made-up/plan", "--staff", "R-01", "--format", "json")
        #expect(person.code == 0 && person.output.contains("\"sentences\""), "\(person)")
        let unknown = try await place.skillmix("explain", "made-up", "made-up/plan", "--staff", "R-99")
        #expect(unknown.code == 2 && unknown.messages.contains("3 other people."), "\(unknown)")
        #expect(try await place.skillmix("export", "made-up", "--lp", "made-up.lp").code == 0)
    }

    @Test func anEmptyRotationIsMadeToFillIn() async throws {
        #expect(try await place.skillmix("new", "--rotation", "empty", "--starts", "2027-09-01").code == 0)
        #expect(try await place.skillmix("check", "empty").code == 0)
        #expect(try place.text("empty/rotation.yaml").contains("starts: 2027-09-01"))
    }

    @Test(arguments: [
        ["generate", "x", "--people", "8"], ["generate", "x", "--rotation", "--people", "3"],
        ["new", "x", "--rotation", "--after", "Rosters/first-week"], ["new", "x", "--starts", "2027-09-01"],
        ["rotate", "Rosters/first-week"], ["rotate", "nowhere"],
        ["rotate", "Rosters/acute-community-rotation", "--from", "May"],
        ["rotate", "Rosters/acute-community-rotation", "--notice-weeks", "-1"],
        ["generate", "x", "--rotation", "--people", "2000", "--periods", "104", "--posts", "500"],
        ["generate", "x.xlsx", "--rotation"], ["new", "x.xlsx", "--rotation"],
        ["report", "Rosters/first-week", "Rosters/first-week", "--notice-weeks", "3"],
        ["report", "Rosters/acute-community-rotation", "x", "--notice-weeks", "105"],
        ["rotate", "Rosters/faulty-rotation"], ["export", "Rosters/faulty-rotation", "--lp", "x"],
    ]) func whatCannotBeDoneEndsWithTwoAndWritesNothing(_ arguments: [String]) async throws {
        let before = try place.bytes(".")
        let run = try await place.shell("skillmix " + arguments.joined(separator: " "))
        #expect(run.code == 2, "\(run)")
        #expect(try place.bytes(".") == before)
    }
}
