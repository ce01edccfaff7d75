// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Files that are missing, or are not what they should be.
@Suite struct FaultTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    @Test(arguments: [
        ("Rosters/none", "none: error: there is no folder none"),
        ("Rosters/first-week/staff.csv", "staff.csv: error: staff.csv is a file, and a week is a folder"),
        ("Rosters/first-week/staff.csv/deep", "deep: error: there is no folder deep"),
    ]) func whatIsNoFolderIsOneProblem(_ path: String, _ problem: String) async throws {
        let check = try await place.skillmix("check", path)
        #expect(check.code == 2)
        #expect(check.output.hasPrefix(problem + "\n"))
        #expect(check.output.hasSuffix("\(path): 0 notices, 0 warnings, 1 error\n"))
        let allocate = try await place.skillmix("allocate", path)
        #expect(allocate.code == 2)
        #expect(allocate.messages.hasSuffix("\(path): 1 error; nothing was done.\n"))
    }

    @Test func aFolderThatIsNoWeekIsAnErrorOfInput() async throws {
        let check = try await place.skillmix("check", "Competencies")
        #expect(check.code == 2)
        #expect(check.output.contains("week.yaml: error: week.yaml is missing"))
    }

    @Test func anEmptyTableIsSaidToBeEmpty() async throws {
        try place.write("", to: "\(week)/staff.csv")
        try await expectProblem("staff.csv:1: error: the file is empty")
    }

    @Test func textThatIsNotUTF8IsPointedAt() async throws {
        var bytes = Data("staff,role,employer,base_locality,employment\n".utf8)
        bytes.append(contentsOf: [0x52, 0xE9, 0x6E, 0xE9, 0x0A])
        try bytes.write(to: place.url("\(week)/staff.csv"))
        try await expectProblem("staff.csv:2:")
    }

    @Test func aFolderInTheTablesPlaceIsSaid() async throws {
        try FileManager.default.removeItem(at: place.url("\(week)/rota.csv"))
        try place.write("", to: "\(week)/rota.csv/x")
        try await expectProblem("rota.csv: error: rota.csv is a folder")
    }

    @Test func aTableOfTwoHundredMegabytesIsNotRead() async throws {
        let handle = try FileHandle(forWritingTo: place.url("\(week)/demand.csv"))
        try handle.truncate(atOffset: 200 << 20)
        try handle.close()
        try await expectProblem("demand.csv: error: demand.csv is larger than 64 MiB")
    }

    @Test func aFrameworkThatIsNotThereIsSaidWhereItIsNamed() async throws {
        try FileManager.default.removeItem(at: place.url("Competencies"))
        let check = try await place.skillmix("check", week)
        #expect(check.code == 1)
        #expect(check.output.contains("week.yaml:"))
        #expect(check.output.contains("intermediate-care.yaml is missing"))
    }

    /// The problem is told by check and by allocate, which writes nothing.
    private func expectProblem(_ problem: String) async throws {
        let check = try await place.skillmix("check", week)
        #expect(check.code == 1)
        #expect(check.output.contains(problem), "\(check.output)")
        let allocate = try await place.skillmix("allocate", week)
        #expect(allocate.code == 2)
        #expect(allocate.messages.contains(problem))
        #expect(!place.exists("\(week)/plan"))
    }
}
