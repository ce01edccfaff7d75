// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearModel
import Testing

@testable import GLPK

@Suite struct ExportTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func optimum(_ file: String, _ format: GLPKWriter.Format) throws -> Double? {
        let result = try GLPKSolver().solveInteger(try GLPKReader.read(place.url(file).path, format: format))
        #expect(result.termination == .optimal)
        return result.objective
    }

    @Test func anotherSolverFindsTheSamePriceInWhatIsWritten() async throws {
        let run = try await place.skillmix(
            "export", "Rosters/first-week", "--mps", "week.mps", "--lp", "week.lp")
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("week.mps: "))
        for (file, format) in [("week.mps", GLPKWriter.Format.mps), ("week.lp", .cplexLP)] {
            let price = try #require(try optimum(file, format))
            #expect(abs(price - 857.4) < 1e-6)
        }
    }

    @Test func aNameThatEndsInGzIsCompressed() async throws {
        let run = try await place.skillmix(
            "export", "Rosters/first-week", "--mps", "week.mps.gz", "--lp", "week.lp.gz")
        #expect(run.code == 0)
        for file in ["week.mps.gz", "week.lp.gz"] {
            #expect(try Data(contentsOf: place.url(file)).prefix(2) == Data([0x1F, 0x8B]))
        }
        let price = try #require(try optimum("week.mps.gz", .mps))
        #expect(abs(price - 857.4) < 1e-6)
    }

    @Test func aPlacesWeekIsWrittenToo() async throws {
        let run = try await place.skillmix("export", "Rosters/place-week", "--mps", "week.mps.gz")
        #expect(run.code == 0)
        #expect(try Data(contentsOf: place.url("week.mps.gz")).count > 10_000)
    }

    @Test(arguments: ["none/week.mps", "Rosters", "Rosters/first-week/staff.csv/week.mps", "/dev/full"])
    func aPathThatCannotBeWrittenIsSaid(_ path: String) async throws {
        let before = try place.bytes(".")
        let run = try await place.skillmix("export", "Rosters/first-week", "--mps", path)
        #expect(run.code == 2)
        #expect(run.messages.contains(path))
        #expect(run.output.isEmpty)
        #expect(try place.bytes(".") == before)
    }
}
