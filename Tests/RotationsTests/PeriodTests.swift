// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import TestSupport
import Testing
import Workforce

/// When periods begin, and who is there in them.
@Suite struct PeriodTests {
    private static func day(_ iso: String) -> CalendarDay { TinyRotation.day(iso) }

    @Test func monthsAreCountedFromTheFirstDayItself() {
        let periods = Period.all(from: Self.day("2027-01-31"), count: 4, length: .month)
        #expect(periods.map(\.first.iso) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"])
        #expect(periods.map(\.last.iso) == ["2027-02-27", "2027-03-30", "2027-04-29", "2027-05-30"])
    }

    @Test func aLeapYearHasADayMore() {
        let periods = Period.all(from: Self.day("2028-01-31"), count: 2, length: .month)
        #expect(periods.map(\.first.iso) == ["2028-01-31", "2028-02-29"])
        #expect(periods.map(\.days) == [29, 31])
        let february = Period.all(from: Self.day("2028-02-01"), count: 1, length: .month)
        #expect(february.map(\.days) == [29])
    }

    @Test func weeksAreOfSevenDays() {
        let periods = Period.all(from: Self.day("2027-01-04"), count: 2, length: .weeks(4))
        #expect(periods.map(\.first.iso) == ["2027-01-04", "2027-02-01"])
        #expect(periods.map(\.days) == [28, 28])
    }

    @Test("periods follow each other without a gap", arguments: UInt64(1)...50)
    func withoutAGap(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let starts = Self.day("2026-01-01").adding(days: random.pick(0...2000))
        let periods = Period.all(
            from: starts, count: 24, length: random.chance(70) ? .month : .weeks(random.pick(1...8)))
        #expect(periods.first?.first == starts)
        for (one, next) in zip(periods, periods.dropFirst()) {
            #expect(one.last.adding(days: 1) == next.first && one.days > 0)
        }
    }

    /// Whether P-1 is there in each of two periods of four weeks.
    private static func presence(_ describe: (inout RotationParts) -> Void) throws -> [Int] {
        let rotation = try TinyRotation.of(periods: 2) {
            $0.length = .weeks(4)
            $0.people = [TinyRotation.person("P-1")]
            describe(&$0)
        }
        return RotationFacts(rotation).presentPeriods[0]
    }

    @Test func whoMissesHalfOfThePeriodIsAway() throws {
        // 13 of 28 days, then 14.
        #expect(try Self.presence { $0.people[0].joins = Self.day("2027-01-17") } == [0, 1])
        #expect(try Self.presence { $0.people[0].joins = Self.day("2027-01-18") } == [1])
        #expect(try Self.presence { $0.people[0].leaves = Self.day("2027-02-15") } == [0, 1])
        #expect(try Self.presence { $0.people[0].leaves = Self.day("2027-02-14") } == [0])
    }

    @Test func daysMissingForTwoReasonsCountOnce() throws {
        // 4 to 10 January, 8 to 16 January: 13 days.
        let twice = [
            Absence(staff: "P-1", until: Self.day("2027-01-10")),
            Absence(staff: "P-1", from: Self.day("2027-01-08"), until: Self.day("2027-01-16")),
        ]
        #expect(try Self.presence { $0.away = twice } == [0, 1])
        #expect(
            try Self.presence {
                $0.away = twice
                $0.people[0].joins = Self.day("2027-01-08")
                $0.people[0].leaves = Self.day("2027-01-30")
            } == [])
        #expect(try Self.presence { $0.away = [Absence(staff: "P-1", from: Self.day("2027-02-01"))] } == [0])
        #expect(try Self.presence { $0.away = [Absence(staff: "P-1")] } == [])
    }
}
