// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Reading
import Rotations
import Testing
import Workforce

/// A rotation plan's folder, written and read back.
@Suite struct RotationFolderTests {
    private static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(number: 0) }

    private static var stated: StatedRotation {
        var price = RotationPrice()
        price[.belowMinimum] = 123.456
        price[.disruption] = 0.25
        var summary = RotationSummary(
            objective: 123.706, bound: 100, gap: 0.191632, status: .timeLimit, price: price, seed: 7,
            seconds: 1.5, work: 12, version: "1", inputs: [InputDigest(path: "posts.csv", sha256: "ab")])
        summary.from = day("2027-02-04")
        return StatedRotation(
            placements: [
                PlacementInForce(
                    staff: "P-1", team: "ward-a", from: day("2027-01-04"), until: day("2027-02-03"),
                    post: "WARD, 3")
            ],
            sequences: [
                SequenceLine(
                    SequenceRow(staff: "P-1", period: 1, post: "WARD"), from: day("2027-01-04"),
                    until: day("2027-02-03")),
                SequenceLine(
                    SequenceRow(staff: "P-1", period: 2, post: nil), from: day("2027-02-04"),
                    until: day("2027-03-03")),
            ],
            filled: [
                FilledRow(
                    post: "WARD", period: 1, wte: 0.8,
                    amounts: PostAmounts(minimum: 1, target: 1.5, maximum: nil), begun: 1),
                FilledRow(
                    post: "WARD", period: 2, wte: 0, amounts: PostAmounts(minimum: 0, target: 0, maximum: 0),
                    begun: 0),
            ],
            unfilled: [
                UnfilledRow(
                    post: "WARD", period: 1, missingMinimum: 0.2, missingTarget: 0.7, reason: .nobodyFree)
            ],
            gained: [GainedRow(staff: "P-1", need: Need("care", 2), period: 2)], summary: summary)
    }

    private func withFolder<Value>(_ body: (FilePath) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rotation-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(FilePath(folder.path))
    }

    private func write(_ stated: StatedRotation, to folder: FilePath) throws {
        try RotationFolder.write(
            stated, shown: ShownPlan(page: "<p>page</p>", tables: [], figures: ["figure": 1]), to: folder)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        try withFolder { folder in
            var stated = Self.stated
            stated.placements[0].post = "WARD"
            try write(stated, to: folder)
            for isStrict in [false, true] {
                let (read, diagnostics) = RotationFolder.read(from: folder, isStrict: isStrict)
                #expect(diagnostics.isEmpty)
                #expect(read == stated)
            }
            let (rows, _) = RotationFolder.sequences(in: folder)
            #expect(rows == stated.sequences.map(\.row))
        }
    }

    @Test func theFilesHaveTheColumnsOfTheContract() throws {
        try withFolder { folder in
            try write(Self.stated, to: folder)
            func head(_ file: String) throws -> String {
                let text = try String(
                    contentsOfFile: folder.appending(file).description, encoding: .utf8)
                return String(text.prefix { $0 != "\n" })
            }
            #expect(try head("placements.csv") == "staff,team,from,until,post")
            #expect(try head("sequences.csv") == "staff,period,from,until,post")
            #expect(try head("filled.csv") == "post,period,wte,minimum,target,maximum,begun")
            #expect(try head("unfilled.csv") == "post,period,missing_minimum,missing_target,reason")
            #expect(try head("gained.csv") == "staff,competency,level,period")
            let json = try String(
                contentsOfFile: folder.appending("rotation.json").description, encoding: .utf8)
            let keys = RotationPrice.Term.allCases.map(\.rawValue)
            #expect(
                keys == [
                    "below_minimum", "below_target", "unplaced", "preference", "travel", "change", "fairness",
                    "wanted", "curriculum", "disruption",
                ])
            for key in keys + ["objective", "bound", "gap", "status", "terms", "seed", "seconds", "version"] {
                #expect(json.contains("\"\(key)\":"), "\(key)")
            }
        }
    }

    @Test func theSamePlanGivesTheSameBytes() throws {
        try withFolder { folder in
            try write(Self.stated, to: folder)
            let path = folder.appending("rotation.json").description
            let before = try Data(contentsOf: URL(filePath: path))
            try write(Self.stated, to: folder)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test func whatSomebodyChangedByHandIsNamed() throws {
        try withFolder { folder in
            var stated = Self.stated
            stated.placements[0].post = "WARD"
            try write(stated, to: folder)
            let path = folder.appending("sequences.csv").description
            let text = try String(contentsOfFile: path, encoding: .utf8)
            // In another order, as a spreadsheet may save it, it still says the same.
            let lines = text.split(separator: "\n")
            try Data(([lines[0], lines[2], lines[1]].joined(separator: "\r\n") + "\r\n").utf8)
                .write(to: URL(filePath: path))
            #expect(RotationFolder.read(from: folder).stated?.edited == [])
            try Data(text.replacingOccurrences(of: "WARD", with: "HUB").utf8).write(to: URL(filePath: path))
            #expect(RotationFolder.read(from: folder).stated?.edited == ["sequences.csv"])
        }
    }

    @Test(arguments: [
        ("\"from\": \"2027-02-04\"", "\"from\": \"2027-02-30\"", "from is \"2027-02-30\""),
        ("\"from\": \"2027-02-04\"", "\"from\": \"May\"", "from is \"May\""),
        ("\"notice_weeks\": null", "\"notice_weeks\": 105", "notice_weeks is 105"),
        ("\"notice_weeks\": null", "\"notice_weeks\": -1", "notice_weeks is -1"),
    ]) func whatTheSummarySaysWronglyIsTold(_ right: String, _ wrong: String, _ message: String) throws {
        try withFolder { folder in
            var stated = Self.stated
            stated.placements[0].post = "WARD"
            try write(stated, to: folder)
            let path = folder.appending("rotation.json").description
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains(right))
            try Data(text.replacingOccurrences(of: right, with: wrong).utf8).write(to: URL(filePath: path))
            let (read, diagnostics) = RotationFolder.read(from: folder)
            #expect(read == nil)
            #expect(diagnostics.map(\.message) == [message])
        }
    }

    @Test func weeksOfNoticeAreKept() throws {
        try withFolder { folder in
            var stated = Self.stated
            stated.placements[0].post = "WARD"
            stated.summary.noticeWeeks = 8
            try write(stated, to: folder)
            #expect(RotationFolder.read(from: folder).stated?.summary.noticeWeeks == 8)
        }
    }

    @Test func aPlanIsKeptBesideTheNextAndChangesPlacesWithIt() throws {
        try withFolder { parent in
            let folder = parent.appending("plan")
            let former = parent.appending("plan-former")
            #expect(try FormerPlan.keep(folder) == nil)
            try write(Self.stated, to: folder)
            try Data("mine".utf8).write(to: URL(filePath: folder.appending("notes.txt").description))
            #expect(try FormerPlan.keep(folder) == former)
            #expect(former.appending("rotation.json").exists && former.appending("notes.txt").exists)
            try FileManager.default.removeItem(atPath: folder.appending("notes.txt").description)
            #expect(try FormerPlan.exchange(with: folder) == former)
            #expect(folder.appending("notes.txt").exists && !former.appending("notes.txt").exists)
        }
    }

    @Test func aPlanOfAWeekAndOneOfARotationDoNotChangePlaces() throws {
        try withFolder { parent in
            let folder = parent.appending("plan")
            let former = parent.appending("plan-former")
            try write(Self.stated, to: folder)
            try FileManager.default.createDirectory(
                atPath: former.description, withIntermediateDirectories: true)
            try Data("{}".utf8).write(to: URL(filePath: former.appending("plan.json").description))
            #expect(throws: PlanFolderError.self) { try FormerPlan.checkKeepable(folder) }
            #expect(throws: PlanFolderError.self) { try FormerPlan.keep(folder) }
            #expect(throws: PlanFolderError.self) { try FormerPlan.exchange(with: folder) }
            #expect(folder.appending("rotation.json").exists && former.appending("plan.json").exists)
        }
    }

    @Test func aReportIsNotMixedWithThePlanOfAnother() throws {
        let shown = ShownPlan(page: "<p>page</p>", tables: [], figures: ["figure": 1])
        try withFolder { folder in
            try write(Self.stated, to: folder)
            let mixed = PlanFolderError.isAPlan(path: folder.description)
            #expect(throws: mixed) { try ReportFolder.write(shown, to: folder) }
            #expect(throws: mixed) {
                try ReportFolder.write("<p>page</p>", toFile: folder.appending("report.html"))
            }
            #expect(throws: PlanFolderError.self) {
                try ReportFolder.refresh(shown, flags: [], in: folder)
            }
            #expect(throws: PlanFolderError.self) { try PlanFolder.checkWritable(folder) }
        }
        try withFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder.description, withIntermediateDirectories: true)
            try Data("{}".utf8).write(to: URL(filePath: folder.appending("plan.json").description))
            let mixed = PlanFolderError.lacks(
                path: folder.description, holds: "plan.json", marker: "rotation.json")
            #expect(throws: mixed) { try RotationFolder.refresh(shown, in: folder) }
            #expect(throws: mixed) { try RotationFolder.checkWritable(folder) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.description) == ["plan.json"])
        }
    }

    @Test func aFolderOfSomethingElseIsLeftAsItIs() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder.description, withIntermediateDirectories: true)
            try Data("notes".utf8).write(to: URL(filePath: folder.appending("notes.txt").description))
            #expect(throws: PlanFolderError.self) { try write(Self.stated, to: folder) }
            #expect(throws: PlanFolderError.self) { try RotationFolder.checkWritable(folder) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.description) == ["notes.txt"])
        }
    }

    @Test(arguments: [
        ("sequences.csv", ",1,", ",one,", "sequences.csv:2:5: error: period 'one' is not a whole number"),
        ("filled.csv", "0.8", "-1", "filled.csv:2:8: error: wte '-1' is less than 0"),
        (
            "unfilled.csv", "nobody-free", "nobody", "unfilled.csv:2:16: error: reason 'nobody' is not known"
        ),
        ("rotation.json", "\"seed\": 7", "\"seed\": \"x\"", "error: seed is \"x\""),
        ("rotation.json", "\"unplaced\": 0.0000,", "", "error: terms.unplaced is missing"),
        ("rotation.json", "{\n  \"objective\"", "\n  \"objective\"", "error: "),
    ]) func whatCannotBeReadIsToldWhereItStands(_ file: String, _ old: String, _ new: String, _ said: String)
        throws
    {
        try withFolder { folder in
            try write(Self.stated, to: folder)
            let path = folder.appending(file).description
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try #require(text.contains(old))
            try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: URL(filePath: path))
            let (read, diagnostics) = RotationFolder.read(from: folder)
            #expect(read == nil)
            #expect(diagnostics.contains { $0.description.contains(said) }, "\(diagnostics)")
        }
    }

    @Test func aFolderThatIsNotThereIsOneProblem() throws {
        let (read, diagnostics) = RotationFolder.read(from: FilePath("/nowhere/at/all"))
        #expect(read == nil)
        #expect(diagnostics.count == 1)
    }
}
