// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workforce

@Suite struct FieldTests {
    private func field(_ text: String) -> Field {
        Field(text, name: "x", place: Place(file: "t.csv", line: 1))
    }

    @Test(arguments: [
        ("Mon-Sun", "0123456"), ("Mon,Wed-Fri", "0234"), ("mon wed", "02"), ("Sat-Mon", "056"),
        ("Sat; Sun", "56"),
        ("Mon - Fri", "01234"), ("Mon–Wed", "012"), ("Monday, Thursday", "03"), ("", "0123456"), ("Tue", "1"),
    ]) func listsAndRangesOfWeekdaysAreRead(_ text: String, _ days: String) {
        let found = field(text).weekdays(Diagnostics())
        #expect(found?.sorted().map { String($0.rawValue) }.joined() == days)
    }

    @Test func aWordInManyRowsIsToldOnceWithItsRowsAndTheFirstLine() {
        let diagnostics = Diagnostics()
        for line in 2...31 {
            let field = Field("Fridays", name: "days", place: Place(file: "t.csv", line: line, column: 3))
            #expect(field.weekdays(diagnostics) == nil)
        }
        let told = diagnostics.sorted
        #expect(diagnostics.errorCount == 1)
        #expect(
            told.map(\.message) == [
                "days 'Fridays' has 'Fridays', which is no weekday, in 30 rows, first line 2"
            ])
        #expect(told.first?.line == 2 && told.first?.expected != nil)
    }

    @Test func aThousandWordsThatNobodyKnowsAreKeptAndTheOthersCounted() {
        let diagnostics = Diagnostics()
        for line in 1...3000 {
            _ = Field("x\(line)", name: "days", place: Place(file: "t.csv", line: line)).weekdays(diagnostics)
        }
        #expect(diagnostics.errorCount == 3000 && diagnostics.sorted.count == Diagnostics.limit + 1)
    }

    @Test(arguments: [
        ("2026-07-01T07:30:00Z", "2026-07-01", 510), ("2026-07-01T23:30Z", "2026-07-02", 30),
        ("2026-01-01T07:30:00Z", "2026-01-01", 450), ("2026-03-29T00:59Z", "2026-03-29", 59),
        ("2026-03-29T01:00Z", "2026-03-29", 120), ("2026-10-25T00:59Z", "2026-10-25", 119),
        ("2026-10-25T01:00Z", "2026-10-25", 60), ("2026-07-01T07:30:00", "2026-07-01", 450),
    ]) func greenwichTimeIsReadAsClocksShowIt(_ text: String, _ day: String, _ minutes: Int) {
        let moment = field(text).moment(Diagnostics())
        #expect(moment?.day?.iso == day && moment?.minutes == minutes)
    }

    @Test(arguments: [
        ("2026-06-30T23:00:00Z", "2026-07-01"), ("2026-06-30T22:59:59Z", "2026-06-30"),
        ("2026-11-22T23:00:00Z", "2026-11-22"), ("2026-11-23T00:00:00Z", "2026-11-23"),
        ("2026-06-30T23:00:00.000Z", "2026-07-01"), ("30/06/2026 23:00Z", "2026-07-01"),
        ("2026-06-30T23:00:00", "2026-06-30"),
    ]) func aDayThatIsWrittenInGreenwichTimeIsThatOfTheClock(_ text: String, _ day: String) {
        #expect(field(text).exportDay(Diagnostics())?.iso == day)
        #expect(field(text).day(Diagnostics())?.iso == day)
    }

    @Test(arguments: ["Mo", "Mon-", "-", "Mon-Tue-Wed", "Funday", "Mon to Fri"])
    func whatIsNoWeekdayIsRefused(_ text: String) {
        let diagnostics = Diagnostics()
        #expect(field(text).weekdays(diagnostics) == nil)
        #expect(diagnostics.hasErrors)
    }

    @Test(arguments: [
        ("08:00", 480), ("8:00", 480), ("0:00", 0), ("23:59", 1439), ("24:00", 1440), ("08.00", 480),
        ("8.30", 510), ("0800", 480), ("800", 480), ("2400", 1440), ("08:00:00", 480),
    ])
    func timesAreRead(
        _ text: String, _ minutes: Int
    ) {
        #expect(field(text).time(end: true, Diagnostics()) == minutes)
    }

    @Test(arguments: [
        "24:01", "8", "8:0", "80", "08:60", "-1:00", "008:00", "", "８:00", "08:00:30", "0860", "12345",
    ])
    func whatIsNoTimeIsRefused(_ text: String) {
        #expect(field(text).time(end: true, Diagnostics()) == nil)
        #expect(field("24:00").time(Diagnostics()) == nil)
    }

    @Test(arguments: [
        "2026-11-23", "23/11/2026", "23-Nov-2026", "23-NOV-2026", "23 November 2026", "23/11/26", "23-Nov-26",
        "23.11.2026", "23-11-2026", "2026/11/23", "2026-11-23T00:00:00", "2026-11-23 00:00", "46349",
        "Mon 23 Nov 2026", "Monday, 23rd November 2026", "Nov 23, 2026", "November 23 2026",
    ]) func datesOfSpreadsheetsAreRead(_ text: String) {
        #expect(field(text).day(Diagnostics())?.iso == "2026-11-23")
    }

    @Test(arguments: [
        "2026-11-31", "11/23/2026", "20261123", "12345", "99999", "0/1/2026", "１/1/2026", "29/02/2027",
        "Tue 23 Nov 2026", "23/11", "23/11-2026", "23 11 2026", "2026-11-23T", "23-Nob-2026", "1/2/3",
        "Nov 2026",
    ]) func whatIsNoDateIsRefused(_ text: String) {
        #expect(field(text).day(Diagnostics()) == nil)
    }

    @Test(arguments: ["1", "+1", "1.0", "01"]) func decimalsAreRead(_ text: String) {
        #expect(field(text).decimal(in: 0...2, unit: "hours", Diagnostics()) == 1)
    }

    @Test(arguments: [
        "", "1,0", "1e0", "0x1", "nan", "inf", ".5", "1.", "1.0.0", "--1", "1 0", "£1", "２", "3", "-1",
    ])
    func whatIsNoNumberInRangeIsRefused(_ text: String) {
        #expect(field(text).decimal(in: 0...2, unit: "hours", Diagnostics()) == nil)
        #expect(field(text).wholeNumber(in: 0...2, unit: "hours", Diagnostics()) == nil || text == "1")
    }

    @Test func identifiersKeepToTheirRule() {
        let long = String(repeating: "a", count: 64)
        for good in ["a", "Ann Smith", "zoë-1", "a#", long] {
            #expect(field(good).identifier(Diagnostics()) == good)
        }
        for bad in ["", "a,b", "a;b", "a@b", "a*", "#a", "a\tb", "a\u{7F}", long + "a"] {
            #expect(field(bad).identifier(Diagnostics()) == nil)
        }
        #expect(field("a b").identifier(blanks: false, Diagnostics()) == nil)
    }
}
