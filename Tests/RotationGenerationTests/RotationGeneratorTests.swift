// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import RotationGeneration
import RotationIntake
import Rotations
import TestSupport
import Testing
import Workforce

/// Made-up rotations.
@Suite struct RotationGeneratorTests {
    private static func framework() throws -> Framework {
        let path = Repository.root.appending(path: "Competencies/intermediate-care.yaml")
        return try #require(FrameworkReader.read(path).framework)
    }

    private static func generator(
        _ people: Int, _ periods: Int, _ posts: Int, seed: UInt64
    ) throws -> RotationGenerator {
        RotationGenerator(
            framework: try framework(), frameworkPath: "framework.yaml", people: people, periods: periods,
            posts: posts, seed: seed)
    }

    struct Size: CustomStringConvertible, Sendable {
        let people: Int
        let periods: Int
        let posts: Int
        var description: String { "\(people) × \(periods) × \(posts)" }
    }

    static let sizes = [
        Size(people: 4, periods: 2, posts: 4), Size(people: 20, periods: 12, posts: 10),
        Size(people: 60, periods: 12, posts: 20), Size(people: 200, periods: 24, posts: 40),
    ]

    @Test(arguments: sizes) func theFilesReadAsThePartsTheyWereMadeOf(_ size: Size) throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let generator = try Self.generator(size.people, size.periods, size.posts, seed: seed)
            let folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("made-up-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("current"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: "Competencies/intermediate-care.yaml"),
                to: folder.appendingPathComponent("framework.yaml"))
            for file in generator.files() {
                try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.path))
            }
            let (rotation, diagnostics, _) = RotationReader.read(folder: folder)
            #expect(!diagnostics.contains { $0.severity == .error }, "\(diagnostics)")
            #expect(rotation?.parts == generator.parts(), "\(size), seed \(seed)")
        }
    }

    @Test func theSameSeedGivesTheSameBytesAndAnotherOthers() throws {
        let one = try Self.generator(20, 12, 10, seed: 3).files()
        #expect(one == (try Self.generator(20, 12, 10, seed: 3).files()))
        #expect(one != (try Self.generator(20, 12, 10, seed: 4).files()))
    }

    @Test(
        arguments: sizes + [
            Size(people: 4, periods: 2, posts: 40), Size(people: 7, periods: 3, posts: 4),
            Size(people: 300, periods: 2, posts: 4),
        ]) func postsAreMeantToHaveAboutAsManyAsThereAre(_ size: Size) throws
    {
        for seed in 1...6 as ClosedRange<UInt64> {
            let parts = try Self.generator(size.people, size.periods, size.posts, seed: seed).parts()
            let wte = parts.people.map(\.wte).reduce(0, +)
            let target = parts.posts.map(\.amounts.target).reduce(0, +)
            // Sums of fifths are not exact.
            #expect(
                (0.9 - 1e-9...1.1 + 1e-9).contains(wte / target), "\(size), seed \(seed): \(wte / target)")
        }
    }

    @Test func moreThanCanBePlannedIsNotMadeUp() throws {
        #expect(try Self.generator(2000, 40, 50, seed: 1).faults.isEmpty)
        let faults = try Self.generator(2000, 104, 500, seed: 1).faults
        #expect(
            faults == [
                "People times months times posts are 104,000,000, and at most 4,000,000 can be planned: make up fewer."
            ])
    }

    @Test func ofAnotherFrameworkItsRegisteredRolesRotate() throws {
        var framework = try Self.framework()
        framework.roles = [
            Role(id: "nurse", name: "Nurse", kind: .registered, profession: "nursing"),
            Role(id: "helper", name: "Helper", kind: .support, grade: 2),
        ]
        framework.competencies = []
        func generator(_ framework: Framework) -> RotationGenerator {
            RotationGenerator(framework: framework, people: 8, periods: 4, posts: 5, seed: 1)
        }
        #expect(generator(framework).faults.isEmpty)
        let rotation = try Rotation(generator(framework).parts())
        #expect(rotation.people.allSatisfy { $0.roles == ["nurse"] })
        framework.roles.removeFirst()
        #expect(generator(framework).faults.count == 1)
    }

    @Test func anEmptyTableOfTravelOrOfThePlanInForceIsWritten() throws {
        var parts = try Self.generator(4, 2, 4, seed: 1).parts()
        for (travel, current) in [(nil, nil), ([], []), (nil, []), ([], nil)]
            as [([TravelTime]?, [PlacementInForce]?)]
        {
            (parts.travel, parts.current) = (travel, current)
            let paths = RotationFiles(parts, frameworkPath: "framework.yaml", notes: []).files.map(\.path)
            #expect(paths.contains("travel.csv") == (travel != nil))
            #expect(paths.contains("current/placements.csv") == (current != nil))
        }
    }

    /// As far as can be told without a plan.
    @Test(arguments: sizes.dropFirst()) func eachRuleIsAboutATenthOfThePeopleOrMore(_ size: Size) throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let parts = try Self.generator(size.people, size.periods, size.posts, seed: seed).parts()
            let facts = RotationFacts(try Rotation(parts))
            let tenth = size.people / 10
            let people = parts.people
            func expect(_ count: Int, _ what: String) {
                #expect(count >= tenth, "\(size), seed \(seed): \(what) is about \(count)")
            }
            expect(people.count { $0.template != nil }, "a template")
            expect(people.count { !$0.isSenior }, "supervision")
            expect(people.count { !$0.done.isEmpty || $0.startPost != nil }, "once")
            expect(parts.apart.count * 2, "apart")
            expect(parts.away.count, "away")
            expect(people.count { !$0.prefers.isEmpty }, "wishes")
            expect(
                people.indices.count { p in
                    facts.freePeriods(of: p).contains { t in
                        facts.rotation.posts.indices.contains {
                            !facts.mayHold(person: p, period: t, post: $0)
                        }
                    }
                }, "who may hold what")
            expect(
                people.indices.count { p in
                    parts.posts.contains { post in
                        post.needs.contains { !facts.isSignedOff(person: p, $0, period: 1) }
                    }
                }, "entry")
            expect((parts.current ?? []).count, "what is frozen")
            #expect(parts.posts.contains { $0.newMaximum != nil } && parts.posts.contains { $0.span != nil })
            #expect(parts.posts.allSatisfy { $0.minimumBlock > 1 || size.periods < 2 })
            #expect(parts.curriculum.contains { $0.atMost != nil } && !parts.wanted.isEmpty)
        }
    }
}
