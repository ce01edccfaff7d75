// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import RotationPlanning
import Rotations
import Testing
import Workflows
import Workforce

/// Rotations from files to plans and back.
@Suite struct RotationTests {
    private let place: Place

    init() throws { place = try Place() }

    /// A rotation of a few people, which is planned to the end in no time.
    private func small() throws -> FilePath {
        let files = [
            "rotation.yaml": """
            rotation: Small
            starts: 2027-01-31
            periods: 4
            period: month
            framework: ../../Competencies/intermediate-care.yaml
            policy: {below_minimum: 400, below_target: 0}

            """,
            "posts.csv": """
            post,team,setting,organisation,locality,professions,min_wte,max_wte,max_block,develops
            WARD,ward-a,acute,trust,north,*,1,1,2,deterioration:2@2
            HOME,home-a,community,provider,north,*,1,1,,

            """,
            "people.csv": """
            staff,role,employer,base_locality,prefers,leaves
            P-1,physiotherapist,trust,north,HOME>WARD,
            P-2,physiotherapist,trust,north,HOME>WARD,2027-04-10

            """,
            "competencies.csv": "staff,competency,level,signed_off_on\n",
            "agreements.csv": "employer,organisation,roles,from,until\ntrust,provider,*,,\n",
        ]
        for name in files.keys.sorted() {
            try place.write(files[name] ?? "", to: "Rosters/small-rotation/\(name)", making: true)
        }
        return place.path("Rosters/small-rotation")
    }

    private func rotate(_ rotation: FilePath, to target: FilePath, start: FilePath? = nil) async throws
        -> Rotated
    {
        try await Workflow(version: "test").rotate(
            RotateRequest(
                rotation: rotation, to: target, start: start,
                options: RotationOptions(timeLimit: nil, workLimit: 5)))
    }

    @Test func aPlanIsMadeThatTheAuditAccepts() async throws {
        let rotation = try small()
        let target = rotation.appending("plan")
        let rotated = try await rotate(rotation, to: target)
        #expect(rotated.stated.summary.status != .interrupted)
        #expect(!rotated.isInterrupted)
        #expect(try place.names("Rosters/small-rotation/plan").contains("report.html"))
        let judged = try Workflow(version: "test").audit(rotationPlan: target, of: rotation)
        #expect(judged.isClean, "\(judged)")
    }

    @Test func theSameWorkGivesTheSameBytes() async throws {
        let rotation = try small()
        _ = try await rotate(rotation, to: rotation.appending("plan"))
        _ = try await rotate(rotation, to: rotation.appending("again"))
        for name in try place.names("Rosters/small-rotation/plan") where name != "tables" {
            let one = try Data(contentsOf: URL(filePath: rotation.appending("plan/\(name)").description))
            let other = try Data(contentsOf: URL(filePath: rotation.appending("again/\(name)").description))
            #expect(one == other, "\(name)")
        }
    }

    @Test func aPlanMayBeStartedFromAnother() async throws {
        let rotation = try small()
        let first = try await rotate(rotation, to: rotation.appending("plan"))
        let second = try await rotate(
            rotation, to: rotation.appending("next"), start: rotation.appending("plan"))
        #expect(second.stated.summary.objective <= first.stated.summary.objective)
    }

    @Test func whatSomebodyChangedByHandIsFound() async throws {
        let rotation = try small()
        let target = rotation.appending("plan")
        _ = try await rotate(rotation, to: target)
        let path = "Rosters/small-rotation/plan/sequences.csv"
        let text = try String(contentsOfFile: place.path(path).description, encoding: .utf8)
        try place.write(text.replacingOccurrences(of: "WARD", with: "HOME"), to: path)
        let judged = try Workflow(version: "test").audit(rotationPlan: target, of: rotation)
        #expect(judged.findings.violations.contains { $0.rule == .room })
        #expect(judged.discrepancies.contains { $0.subject == .placements })
        let report = try Workflow(version: "test").report(rotationPlan: target, of: rotation)
        #expect(report.warnings.count == 3)
        #expect(report.warnings.first == "The plan was changed by hand after it was made: sequences.csv.")
    }

    @Test func nothingIsProvedOfAPlanWhoseRotationHasChanged() async throws {
        let rotation = try small()
        let target = rotation.appending("plan")
        let rotated = try await rotate(rotation, to: target)
        #expect(rotated.stated.summary.bound > 0)
        let page = "Rosters/small-rotation/plan/report.html"
        #expect(try place.text(page).contains("No plan costs less than"))
        // Half of what a missing minimum costs: the bound of before is above what the best plan costs now.
        let file = "Rosters/small-rotation/rotation.yaml"
        try place.write(
            try place.text(file).replacingOccurrences(of: "below_minimum: 400", with: "below_minimum: 200"),
            to: file)
        let words = Words()
        let workflow = Workflow(version: "test") { words.note($0) }
        let report = try workflow.report(rotationPlan: target, of: rotation)
        #expect(report.warnings.first?.contains("rotation.yaml (changed)") ?? false, "\(report.warnings)")
        #expect(!(try place.text(page).contains("No plan costs less than")))
        #expect(try place.text(page).contains("how near to the best possible it is, is not known"))
        #expect(words.isEmpty)
        _ = try workflow.audit(rotationPlan: target, of: rotation)
        #expect(words.number == 1)
        _ = try workflow.explain(staff: "P-1", rotationPlan: target, of: rotation)
        #expect(words.number > 1)
    }

    @Test func aReportGoesWhereItIsToGo() async throws {
        let rotation = try small()
        let target = rotation.appending("plan")
        _ = try await Workflow(version: "test").rotate(
            RotateRequest(
                rotation: rotation, to: target, options: RotationOptions(timeLimit: nil, workLimit: 5),
                noticeWeeks: 7))
        let workflow = Workflow(version: "test")
        #expect(
            try workflow.report(rotationPlan: target, of: rotation).path == target.appending("report.html"))
        #expect(try place.text("Rosters/small-rotation/plan/report.html").contains("Notice is by 7 weeks"))
        let page = place.path("page.html")
        #expect(
            try workflow.report(rotationPlan: target, of: rotation, to: page, noticeWeeks: 3).path == page)
        #expect(try place.text("page.html").contains("Notice is by 3 weeks"))
        #expect(try !place.text("page.html").contains("tables/change-overs.csv"))
        // A path that leads to the plan's folder by another way is that folder.
        let again = rotation.appending("current/../plan")
        try place.write("", to: "Rosters/small-rotation/current/notes.txt", making: true)
        _ = try workflow.report(rotationPlan: target, of: rotation, to: again)
        _ = try workflow.report(rotationPlan: target, of: rotation, to: place.path("shown"))
        #expect(try place.names("shown") == ["report.html", "tables"])
    }

    @Test func whatPeopleChangedInAPlanOutlivesTheNext() async throws {
        let rotation = try small()
        let target = rotation.appending("plan")
        _ = try await rotate(rotation, to: target)
        let path = "Rosters/small-rotation/plan/sequences.csv"
        let edited = try place.text(path).replacingOccurrences(of: "WARD", with: "HOME")
        try place.write(edited, to: path)
        _ = try await rotate(rotation, to: target)
        #expect(try place.text(path) != edited)
        let workflow = Workflow(version: "test")
        #expect(try workflow.undo(plan: target) == rotation.appending("plan-former"))
        #expect(try place.text(path) == edited)
    }

    @Test func aWeekTakesWhatAPlanChangesInItAsAChangeFile() async throws {
        let rotation = try small()
        for (file, words) in [
            ("people.csv", [("P-1", "PT-01"), ("P-2", "PT-02")]),
            ("posts.csv", [("ward-a", "quay-ward"), ("home-a", "north-home")]),
        ] {
            let path = "Rosters/small-rotation/\(file)"
            try place.write(
                words.reduce(try place.text(path)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }, to: path
            )
        }
        let path = "Rosters/small-rotation/rotation.yaml"
        // The third period begins on the second of the week's days: then the two change over.
        try place.write(
            try place.text(path).replacingOccurrences(of: "2027-01-31", with: "2026-09-24"), to: path)
        let target = rotation.appending("plan")
        _ = try await rotate(rotation, to: target)
        let workflow = Workflow(version: "test")
        let (week, file) = (place.path("Rosters/first-week"), place.path("change.yaml"))
        let found = try workflow.changes(ofRotationPlan: target, of: rotation, in: week, to: file)
        #expect(found.placements.count == 4 && found.leftOut.isEmpty, "\(found)")
        #expect(found.signOffs.map(\.signedOffOn) == [CalendarDay(iso: "2026-11-24")])
        #expect(found.signOffs.map(\.competency) == ["deterioration"])
        let text = try place.text("change.yaml")
        for one in found.placements {
            #expect(text.contains("{staff: \(one.staff), team: \(one.team ?? "")"), "\(text)")
        }
        #expect(text.contains("competency: deterioration, level: 2, signed_off_on: 2026-11-24}"), "\(text)")
        #expect(throws: WorkflowError.self) {
            try workflow.changes(
                ofRotationPlan: target, of: rotation, in: week, to: target.appending("rotation.json"))
        }
    }

    @Test func aRotationIsAFolderAndNoWorkbook() throws {
        let (target, framework) = (
            place.path("book.xlsx"), place.path("Competencies/intermediate-care.yaml")
        )
        let workflow = Workflow(version: "test")
        #expect(throws: WorkflowError.self) {
            try workflow.newRotation(to: target, framework: framework, starts: CalendarDay(number: 0))
        }
        #expect(throws: WorkflowError.self) {
            try workflow.generateRotation(
                to: target, framework: framework, people: 8, periods: 4, posts: 4, seed: 1)
        }
        #expect(throws: WorkflowError.self) {
            try workflow.generateRotation(
                to: place.path("large"), framework: framework, people: 2000, periods: 104, posts: 500, seed: 1
            )
        }
        #expect(!target.exists && !place.path("large").exists)
    }

    @Test func placementsAreTakenByAWeekAsTheyAre() async throws {
        let rotation = try small()
        _ = try await rotate(rotation, to: rotation.appending("plan"))
        let text = try String(
            contentsOfFile: rotation.appending("plan/placements.csv").description, encoding: .utf8)
        // The people and teams of the shipped week.
        let placed = text.replacingOccurrences(of: "P-1", with: "PT-01")
            .replacingOccurrences(of: "P-2", with: "PT-02")
            .replacingOccurrences(of: "ward-a", with: "quay-ward")
            .replacingOccurrences(of: "home-a", with: "north-home")
        try place.write(placed, to: "Rosters/first-week/placements.csv")
        let check = Workflow(version: "test").check(week: place.path("Rosters/first-week"))
        #expect(check.week?.placements.isEmpty == false)
        #expect(!check.diagnostics.contains { $0.file == "placements.csv" }, "\(check.diagnostics)")
    }

    @Test func aPlanFromADayOnNeedsAPlanInForce() async throws {
        let rotation = try small()
        let day = try #require(CalendarDay(iso: "2027-02-28"))
        await #expect(throws: WorkflowError.self) {
            try await Workflow(version: "test").rotate(
                RotateRequest(rotation: rotation, to: rotation.appending("plan"), from: day))
        }
        _ = try await rotate(rotation, to: rotation.appending("plan"))
        let text = try String(
            contentsOfFile: rotation.appending("plan/placements.csv").description, encoding: .utf8)
        try place.write(text, to: "Rosters/small-rotation/current/placements.csv", making: true)
        let rotated = try await Workflow(version: "test").rotate(
            RotateRequest(
                rotation: rotation, to: rotation.appending("plan"), from: day,
                options: RotationOptions(timeLimit: nil, workLimit: 5)))
        #expect(rotated.stated.summary.from == day)
        #expect(rotated.stated.summary.price[.disruption] == 0)
        let judged = try Workflow(version: "test")
            .audit(rotationPlan: rotation.appending("plan"), of: rotation)
        #expect(judged.isClean, "\(judged)")
    }

    @Test func anOutputTakesNoInputsPlace() async throws {
        let rotation = try small()
        let before = try place.names("Rosters/small-rotation")
        await #expect(throws: WorkflowError.self) {
            try await rotate(rotation, to: rotation)
        }
        #expect(try place.names("Rosters/small-rotation") == before)
    }

    @Test func theExactProgrammeIsWrittenOut() throws {
        let rotation = try small()
        let exported = try Workflow(version: "test").export(
            rotation: rotation, mps: place.path("small.mps"), lp: place.path("small.lp"))
        #expect(exported.columns > 0 && exported.rows > 0)
        let text = try String(contentsOfFile: place.path("small.lp").description, encoding: .utf8)
        #expect(text.contains("x_p1_t1_k1"))
    }

    @Test func anEmptyRotationIsReadWithoutAnError() throws {
        let target = place.path("Rosters/empty-rotation")
        try Workflow(version: "test").newRotation(
            to: target, framework: place.path("Competencies/intermediate-care.yaml"),
            starts: CalendarDay(iso: "2028-02-29") ?? CalendarDay(number: 0))
        let check = Workflow(version: "test").check(rotation: target)
        #expect(check.rotation != nil)
        #expect(check.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(check.diagnostics.map(\.file) == ["people.csv", "posts.csv"])
    }
}
