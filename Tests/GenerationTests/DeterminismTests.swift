// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing
import Workforce

@testable import Generation

@Suite("The same arguments give the same week")
struct DeterminismTests {
    @Test("The same arguments give the same bytes", arguments: [5, 90, 200])
    func sameBytes(size: Int) throws {
        #expect(
            try Fixture.generator(size: size, seed: 7).files()
                == Fixture.generator(size: size, seed: 7).files())
    }

    @Test("Another seed gives another week of the same size")
    func anotherSeed() throws {
        let (one, other) = try (Fixture.generator(size: 90, seed: 1), Fixture.generator(size: 90, seed: 2))
        #expect(one.files() != other.files())
        #expect(one.week().rota != other.week().rota)
        #expect(one.week().signOffs != other.week().signOffs)
        #expect(one.week().demand != other.week().demand)
        #expect(one.week().staff.count == other.week().staff.count)
    }

    @Test("A day in mid-week stands for its Monday")
    func mondayOfTheWeek() throws {
        let thursday = try Fixture.monday().adding(days: 3)
        let generator = try WeekGenerator(
            framework: Fixture.framework(), size: 20, seed: 1, weekStarting: thursday)
        #expect(try generator.week().start == Fixture.monday())
    }

    @Test("The place week is what the generator makes of its arguments")
    func placeWeek() throws {
        let files = try WeekGenerator(
            framework: Fixture.framework(), size: 90, seed: 1, weekStarting: Fixture.monday()
        ).files()
        let folder = Repository.root.appending(path: "Rosters/place-week")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "plan" }
        #expect(names.sorted() == files.map(\.path).sorted())
        for file in files {
            #expect(
                try Data(contentsOf: folder.appending(path: file.path)) == Data(file.text.utf8),
                "\(file.path)")
        }
    }
}
