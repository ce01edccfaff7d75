// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import RotationIntake
import Rotations
import Testing
import Workforce

/// A rotation's files, read into values.
@Suite struct RotationReaderTests {
    @Test func theSmallRotationIsReadWithoutAWord() throws {
        let (rotation, diagnostics, inputs) = try RotationFixture().read()
        #expect(diagnostics.isEmpty)
        let read = try #require(rotation)
        #expect(read.name == "Small therapists")
        #expect(read.periodCount == 6)
        #expect(read.length == .month)
        #expect(read.frozenBefore == CalendarDay(iso: "2027-02-04"))
        #expect(read.policy.belowMinimum == 400)
        #expect(read.policy.belowTarget == RotationPolicy().belowTarget)
        #expect(read.policy.travelLimitMinutes == 45)
        #expect(inputs.count == 13)
        #expect(inputs.map(\.path) == inputs.map(\.path).sorted())
    }

    @Test func postsHaveWhatTheirRowsSayAndDefaultsElsewhere() throws {
        let posts = try #require(try RotationFixture().read().rotation).posts
        let ward = Post(
            id: "WARD", name: "The ward", team: "ward-a", setting: "acute", organisation: "trust",
            locality: "Northside", groups: ["medical"],
            amounts: PostAmounts(minimum: 1, target: 1.5, maximum: 2), newMaximum: 2, span: 3,
            permanentSeniors: 1, minimumBlock: 2, maximumBlock: 4,
            develops: [Development("care", 2, periods: 2)])
        let home = Post(
            id: "HOME", team: "home-a", setting: "community", organisation: "provider", locality: "Southside",
            professions: ["physiotherapy", "therapy"], groups: ["home"], bands: ["5", "6"],
            amounts: PostAmounts(minimum: 0.5, target: 1), repeats: true, needs: [Need("care", 1)],
            develops: [Development("moving", 1, periods: 1), Development("care", 1, periods: 3)])
        let hub = Post(
            id: "HUB", team: "hub-a", setting: "community", organisation: "trust", locality: "Northside",
            professions: ["physiotherapy"], groups: ["home", "hub"])
        #expect(posts == [ward, home, hub])
    }

    @Test func peopleHaveWhatTheirRowsSayAndDefaultsElsewhere() throws {
        let people = try #require(try RotationFixture().read().rotation).people
        let ann = RotatingPerson(
            id: "ann", name: "Ann", roles: ["physio"], employer: "trust", baseLocality: "Northside",
            band: "6", template: "two-four", isSenior: true, startPost: "WARD",
            prefers: ["HUB", "HOME"])
        #expect(people[0] == ann)
        #expect(people[1].startPeriods == 2)
        #expect(people[2].wte == 0)
        #expect(people[2].joins == CalendarDay(iso: "2027-02-10"))
        #expect(people[2].leaves == CalendarDay(iso: "2027-05-20"))
        #expect(people[2].done == ["HUB"])
        #expect(people[2].cannot == ["WARD"])
        #expect(people[3].wte == 1)
        #expect(people[3].roles == ["physio", "ot"])
    }

    @Test func theOtherTablesHaveWhatTheirRowsSay() throws {
        let read = try #require(try RotationFixture().read().rotation)
        #expect(
            read.away == [
                Absence(staff: "di", from: CalendarDay(iso: "2027-03-01"), reason: "maternity leave")
            ])
        #expect(read.apart == [Apart("ann", "bo")])
        #expect(
            read.curriculum == [
                CurriculumRow(group: "home", atLeast: 1, pounds: 250),
                CurriculumRow(staff: "ann", group: "medical", atMost: 2),
            ])
        #expect(
            read.capacity == [
                CapacityRow(
                    post: "WARD", from: CalendarDay(iso: "2027-04-01"), until: CalendarDay(iso: "2027-05-31"),
                    minimum: 2, maximum: 3),
                CapacityRow(post: "HUB", until: CalendarDay(iso: "2027-01-31"), maximum: 0),
            ])
        #expect(
            read.wanted == [
                WantedRow("care", 2, people: 1, pounds: 50),
                WantedRow("moving", 1, period: 6, people: 2, pounds: 100),
            ])
        #expect(read.signOffs.count == 3)
        #expect(read.agreements.map(\.roles) == [nil, ["physio"]])
        #expect(read.travel == [TravelTime(from: "Northside", to: "Southside", minutes: 20)])
        #expect(read.current?.map(\.post) == ["WARD", "HOME"])
        #expect(read.templates.map(\.order) == [.cyclic, .fixed])
    }

    @Test func aRoomOfNoughtIsNone() throws {
        let rotation = try #require(try RotationFixture().read().rotation)
        let facts = RotationFacts(rotation)
        #expect(facts.amounts[2][0].maximum == 0)
        #expect(facts.amounts[2][1].maximum == nil)
    }

    @Test(arguments: [
        "away.csv", "apart.csv", "curriculum.csv", "capacity.csv", "wanted.csv", "agreements.csv",
        "travel.csv",
    ]) func tablesThatMayBeMissingAreNotMissed(_ file: String) throws {
        let (rotation, diagnostics, _) = try RotationFixture().without(file).read()
        #expect(rotation != nil)
        #expect(!diagnostics.contains { $0.severity == .error })
    }

    @Test(arguments: ["rotation.yaml", "posts.csv", "people.csv", "competencies.csv"])
    func filesThatAreNeededAreMissed(_ file: String) throws {
        let (rotation, diagnostics, _) = try RotationFixture().without(file).read()
        #expect(rotation == nil)
        #expect(diagnostics.contains { $0.severity == .error && $0.message.contains("\(file) is missing") })
    }

    @Test func aPathNamesARotationByItsFolderOrItsDocument() throws {
        try RotationFixture().withFolder { folder in
            let path = folder.filePath
            #expect(RotationReader.folder(path) == path)
            #expect(RotationReader.folder(path.appending("rotation.yaml")) == path)
            #expect(RotationReader.folder(path.appending("posts.csv")) == nil)
            #expect(RotationReader.folder(path.parent) == nil)
        }
    }

    @Test func tablesAsSpreadsheetsSaveThemAreRead() throws {
        let saved = RotationFixture.away.replacingOccurrences(of: ",", with: ";")
            .replacingOccurrences(of: "2027-03-01", with: "01/03/2027")
        let (rotation, diagnostics, _) = try RotationFixture().setting("away.csv", to: saved).read()
        #expect(rotation?.away == (try RotationFixture().read().rotation)?.away)
        #expect(diagnostics.allSatisfy { $0.severity == .notice })
        #expect(!diagnostics.isEmpty)
    }
}
