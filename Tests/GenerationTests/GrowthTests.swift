// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workforce

@testable import Generation

@Suite("Weeks grow in line with the number of people")
struct GrowthTests {
    @Test("Every part of a week of 1,000 is about ten times that of 100")
    func linear() throws {
        let small = try Fixture.generator(size: 100).week()
        let large = try Fixture.generator(size: 1000).week()
        func expectTenfold(_ name: String, _ part: (Week) -> Int) {
            #expect((70...130).contains(part(large) * 10 / max(1, part(small))), "\(name)")
        }
        expectTenfold("teams") { $0.teams.count }
        expectTenfold("lines") { $0.demand.count }
        expectTenfold("contacts") { Figures($0).contacts }
        expectTenfold("sign-offs") { $0.signOffs.count }
        #expect((large.travel?.count ?? 0) <= 6 * 11)
        #expect(large.agreements.count <= 14 * 11)
    }

    @Test("The largest week is made, and sizes beyond the limits are brought to them")
    func limits() throws {
        let framework = try Fixture.framework()
        let monday = try Fixture.monday()
        func size(_ staff: Int) -> Int {
            WeekGenerator(framework: framework, size: staff, seed: 1, weekStarting: monday).size
        }
        #expect(size(0) == 5)
        #expect(size(90_000) == 5000)
        let largest = WeekGenerator(framework: framework, size: 5000, seed: 1, weekStarting: monday).week()
        #expect(largest.staff.count == 5000)
        #expect(Set(largest.staff.map(\.id)).count == 5000)
        #expect(Set(largest.teams.map(\.id)).count == largest.teams.count)
    }

    @Test("The people of a place add up to its size", arguments: 5...135)
    func shape(size: Int) {
        let shape = PlaceShape(size: size)
        #expect(shape.services.reduce(0) { $0 + $1.heads } == shape.substantive)
        #expect(
            shape.substantive + shape.bank + shape.agency + shape.students + shape.volunteers == size)
        #expect(shape.services.allSatisfy { $0.heads > 0 })
    }

    @Test("The places of a week add up to its size", arguments: [5, 90, 134, 135, 1000, 5000])
    func places(size: Int) {
        let sizes = PlaceShape.sizes(of: size)
        #expect(sizes.reduce(0, +) == size)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
        #expect(sizes.allSatisfy { $0 < 136 })
    }
}
