// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workforce

/// Cells as people and spreadsheets write them: read where there is one reading, with one notice a column, and told once
/// where there are two.
@Suite struct WrittenCellTests {
    /// What the cells of a column are read as, and everything that is said.
    private func read<Value>(
        _ cells: [String], separator: String = ",", as value: (Field, Diagnostics) -> Value?
    ) -> (values: [Value?], said: [String]) {
        let diagnostics = Diagnostics()
        let quoted = cells.map { "k\(separator)\"\($0)\"\n" }
        let text = "key\(separator)x\n" + quoted.joined()
        let table = CSVTable.read(
            InputFile(path: "t.csv", bytes: Array(text.utf8)), required: ["key", "x"], diagnostics)
        let values = (table?.rows ?? []).map { row in
            table?.field("x", of: row).flatMap { value($0, diagnostics) }
        }
        let said = diagnostics.sorted.map { String($0.description.split(separator: "\n")[0]) }
        return (values, said.filter { !$0.contains("read as it was saved") })
    }

    private func decimals(
        _ cells: String..., separator: String = ",", unit: String = "hours", isShare: Bool = false
    ) -> (values: [Double?], said: [String]) {
        read(cells, separator: separator) { $0.decimal(in: 0...9999, unit: unit, isShare: isShare, $1) }
    }

    // MARK: Numbers

    @Test func thousandsAreReadWithOneNotice() {
        let (values, said) = decimals("1,234.50", "37.5 ", "2,000", "\u{A0}12")
        #expect(values == [1234.5, 37.5, 2000, 12])
        #expect(said == ["t.csv:2:3: notice: x '1,234.50' is read as 1234.50; so is every x of that form"])
    }

    @Test func poundsAreReadWherePoundsAreMeant() {
        let (values, said) = decimals("£12.30", "£ 4", "£1,000.00", unit: "pounds")
        #expect(values == [12.3, 4, 1000])
        #expect(said == ["t.csv:2:3: notice: x '£12.30' is read as 12.30; so is every x of that form"])
        let wrong = decimals("£12.30", "£4")
        #expect(wrong.values == [nil, nil])
        #expect(
            wrong.said == [
                "t.csv:2:3: error: x '£12.30' is not a number: leave out the pound sign; so is 1 more cell"
            ])
    }

    @Test func percentagesAreReadWhereAShareIsMeant() {
        let (values, said) = decimals("50%", "12.5 %", "100%", "0.4", isShare: true)
        #expect(values == [0.5, 0.125, 1, 0.4])
        #expect(said == ["t.csv:2:3: notice: x '50%' is read as 0.50; so is every x of that form"])
        #expect(
            decimals("50%", "60%").said == [
                "t.csv:2:3: error: x '50%' is not a number: write a share, 0.3 for 30 per cent; so is 1 more cell"
            ])
    }

    @Test func aCommaStandsBeforeDecimalsWhereSemicolonsSeparate() {
        let (values, said) = decimals("37,5", "1.234,50", "0,125", "1.234", "1,250", "4", separator: ";")
        #expect(values == [37.5, 1234.5, 0.125, 1234, 1.25, 4])
        #expect(said == ["t.csv:2:3: notice: x '37,5' is read as 37.5; so is every x of that form"])
    }

    @Test func aPointStandsBeforeDecimalsWhereSemicolonsSeparateAndTheTableShowsIt() {
        let (values, said) = decimals("37.5", "1.125", "1,234", separator: ";")
        #expect(values == [37.5, 1.125, 1234])
        #expect(said == ["t.csv:4:3: notice: x '1,234' is read as 1234; so is every x of that form"])
    }

    @Test func aNumberOfTwoReadingsIsToldOnce() {
        let (values, said) = decimals("1,234", "2,345", "4", separator: ";")
        #expect(values == [nil, nil, 4])
        #expect(said == ["t.csv:2:3: error: x '1,234' may be 1234 or 1.234; so is 1 more cell"])
        #expect(
            decimals("1.234", separator: ";").said == ["t.csv:2:3: error: x '1.234' may be 1234 or 1.234"])
        // Both kinds of decimals in one table show nothing.
        #expect(decimals("1,234", "37,5", "37.5", separator: ";").values == [nil, 37.5, 37.5])
        // What has to be whole has one reading.
        let whole = read(["1,234", "2.345"], separator: ";") {
            $0.wholeNumber(in: 0...9999, unit: "contacts", $1)
        }
        #expect(whole.values == [1234, 2345])
        #expect(whole.said.count == 1)
    }

    @Test func aDecimalCommaInATableOfCommasIsToldOnce() {
        let (values, said) = decimals("37,5", "20,25")
        #expect(values == [nil, nil])
        #expect(
            said == [
                "t.csv:2:3: error: x '37,5' is not a number: use a point for decimals, and nothing between thousands; so is 1 more cell"
            ])
    }

    @Test func wholeNumbersMayHaveNoughtsBehindThePoint() {
        let (values, said) = read(["30.00", "4", "3.0"]) { $0.wholeNumber(in: 0...100, unit: "minutes", $1) }
        #expect(values == [30, 4, 3])
        #expect(said == ["t.csv:2:3: notice: x '30.00' is read as 30; so is every x of that form"])
        #expect(read(["3.5"]) { $0.wholeNumber(in: 0...100, unit: "minutes", $1) }.values == [nil])
    }

    @Test func aNumberThatASpreadsheetShortenedIsNotGuessed() {
        let (values, said) = decimals("1E+05", "1.2E+03")
        #expect(values == [nil, nil])
        #expect(
            said == [
                "t.csv:2:3: error: x '1E+05' is not a number: a spreadsheet has shortened it, and digits may be lost; so is 1 more cell"
            ])
    }

    @Test(arguments: [
        "1,23,456", "12,34", ",5", "1,234.5.6", "1.234,5,6", "£", "%", "1,2345", "0,123,456", "--1", "+£5-",
    ])
    func whatIsNoNumberStaysNone(_ text: String) {
        #expect(decimals(text, unit: "pounds", isShare: true).values == [nil])
    }

    @Test func aMinusOfAWordProcessorIsOne() {
        let (values, said) = read(["\u{2212}5"]) { $0.decimal(in: -10...10, unit: "hours", $1) }
        #expect(values == [-5])
        #expect(said.count == 1 && said[0].contains("U+2212 MINUS SIGN"))
    }

    // MARK: Days

    private func days(_ cells: String...) -> (values: [String?], said: [String]) {
        let (days, said) = read(cells) { $0.day($1) }
        return (days.map { $0?.iso }, said)
    }

    @Test(arguments: [
        ("23/11/26", "as 2026-11-23"), ("23-Nov-2026", "as 2026-11-23"),
        ("2026-11-23T00:00:00", "as 2026-11-23"),
        ("46349", "as 2026-11-23, the day that a spreadsheet counts so"),
        ("03/02/2026", "day first, as 2026-02-03"),
        ("2026/11/23", "as 2026-11-23"), ("23.11.2026", "as 2026-11-23"),
        ("Mon 23 Nov 2026", "as 2026-11-23"),
        ("12/05/98", "day first, as 1998-05-12"), ("23\u{2011}Nov\u{2011}2026", "as 2026-11-23"),
    ]) func aDateIsReadWithOneNotice(_ text: String, _ how: String) {
        let (values, said) = days(text, text, "2026-11-30")
        let notices = said.filter { !$0.contains("is read as '") }
        #expect(values[0] == values[1] && values[0] != nil && values[2] == "2026-11-30")
        #expect(notices.count == 1 && notices[0].contains("is read \(how); so is every x of that form"))
    }

    @Test func whereADateShowsThatTheDayIsFirstNothingIsInDoubt() {
        let (values, said) = days("03/02/2026", "23/11/2026")
        #expect(values == ["2026-02-03", "2026-11-23"])
        #expect(
            said == ["t.csv:2:3: notice: x '03/02/2026' is read as 2026-02-03; so is every x of that form"])
    }

    @Test func whereNoDateCanBeDayFirstItIsAskedOnce() {
        let (values, said) = days("03/02/2026", "05/13/2026", "06/07/2026")
        #expect(values == ["2026-03-02", "2026-05-13", "2026-06-07"])
        #expect(
            said == [
                "t.csv:2:3: error: is the month first? x '05/13/2026' can only be read so, and the other dates of the column can be; there are 3"
            ])
    }

    @Test func datesOfBothOrdersInOneColumnAreToldOnce() {
        let (values, said) = days("23/11/2026", "05/13/2026", "05/14/2026")
        #expect(values == ["2026-11-23", nil, nil])
        #expect(
            said.filter { $0.contains("error") } == [
                "t.csv:3:3: error: x '05/13/2026' can only be read month first, and other dates of the column only day first; so is 1 more date"
            ])
    }

    @Test func aWeekdayThatIsAnothersIsTold() {
        #expect(
            days("Tue 23 Nov 2026").said == [
                "t.csv:2:3: error: x 'Tue 23 Nov 2026' does not fit the calendar: 2026-11-23 is a Mon"
            ])
    }

    // MARK: Sessions

    private func sessions(_ cells: String...) -> (values: [String?], said: [String]) {
        guard let first = CalendarDay(iso: "2026-11-23") else { return ([], []) }
        let days = first...first.adding(days: 6)
        let (sessions, said) = read(cells) { $0.session(within: days, parts: ["am", "pm"], $1) }
        return (sessions.map { $0?.id }, said)
    }

    @Test(arguments: [
        ("2026-11-23 AM", "2026-11-23 am"), ("Mon 23 Nov AM", "2026-11-23 am"),
        ("23 Nov am", "2026-11-23 am"),
        ("Sun 29/11 pm", "2026-11-29 pm"), ("23-Nov pm", "2026-11-23 pm"), ("46349 am", "2026-11-23 am"),
        ("23/11/26 am", "2026-11-23 am"), ("Fri 1 Jan Am", "2027-01-01 am"),
    ]) func aSessionIsReadWithOneNotice(_ text: String, _ session: String) {
        let (values, said) = sessions(text, text)
        #expect(values == [session, session])
        #expect(
            said.count == 1 && said[0].contains("notice: x '")
                && said[0].contains("; so is every x of that form"))
    }

    @Test func aBlankThatDoesNotBreakIsABlank() {
        let (values, said) = sessions("2026-11-23\u{A0}am", "2026-11-24\u{A0}am")
        #expect(values == ["2026-11-23 am", "2026-11-24 am"])
        #expect(said.count == 1 && said[0].contains("U+00A0 NO-BREAK SPACE"))
    }

    @Test func aSessionWhoseWeekdayIsAnothersIsTold() {
        #expect(
            sessions("Tue 23 Nov am").said == [
                "t.csv:2:3: error: x 'Tue 23 Nov am' does not fit the calendar: 2026-11-23 is a Mon"
            ])
        #expect(sessions("31 Feb am").values == [nil])
    }

    // MARK: Words

    @Test func truthIsReadInEveryWordForIt() {
        let (values, said) = read(["Y", "n", "1", "0", "TRUE", "yes", "FALSE", "No"]) { $0.truth($1) }
        #expect(values == [true, false, true, false, true, true, false, false])
        #expect(said == ["t.csv:2:3: notice: x 'Y' is read as yes; so is every x of that form"])
        #expect(read(["x", "2", "on"]) { $0.truth($1) }.values == [nil, nil, nil])
    }

    @Test func wordsMayHaveMarksThatCannotBeSeen() {
        let (values, said) = read(["sub\u{200B}stantive", " Bank "]) { $0.word(Employment.self, $1) }
        #expect(values == [.substantive, .bank])
        #expect(said.count == 1 && said[0].contains("U+200B"))
    }

    @Test func textOutsideOfTablesIsReadAsItStands() {
        let field = Field("£1,000", name: "x", place: Place(file: "week.yaml"))
        #expect(field.decimal(in: 0...9999, unit: "pounds", Diagnostics()) == nil)
        #expect(Field("Y", name: "x", place: Place(file: "week.yaml")).truth(Diagnostics()) == nil)
    }
}
