// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// A table as a spreadsheet might save it, or people write it: the same rows in another form, drawn at random.
public struct SavedTable {
    /// In which encoding.
    public enum Encoding: CaseIterable { case utf8, marked, utf16Little, utf16Big, windows1252 }
    /// How dates are written.
    public enum DateStyle: CaseIterable {
        case iso, slashes, shortYear, dots, monthName, shortMonthName, time, serial, yearFirst, weekday
    }
    /// How a rota's headings are written.
    public enum HeadingStyle: CaseIterable { case plain, capitals, yearless, twoRows, dayFirst }

    /// What stands between cells.
    public let separator: Character
    /// In which encoding.
    public let encoding: Encoding
    /// How dates are written.
    public let dates: DateStyle
    /// How a rota's headings are written.
    public let headings: HeadingStyle
    /// Whether a comma stands before decimals, where semicolons separate.
    public let hasDecimalCommas: Bool
    private let lineEnd: String
    private let quotesAll: Bool
    private let hasSeparatorLine: Bool
    private let titles: Int
    private let hasTotals: Bool
    private let trailing: Int
    private let hasCapitals: Bool
    private let hasPounds: Bool

    /// A form at random.
    public init(_ random: inout SeededRandom) {
        separator = random.pick([",", ",", ";", ";", "\t"])
        encoding = random.pick(Encoding.allCases)
        dates = random.pick(DateStyle.allCases)
        headings = random.pick(HeadingStyle.allCases)
        hasDecimalCommas = separator == ";" && random.chance(70)
        lineEnd = random.pick(["\n", "\r\n", "\r"])
        quotesAll = random.chance(20)
        hasSeparatorLine = random.chance(20)
        titles = random.chance(30) ? random.pick(1...2) : 0
        hasTotals = random.chance(30)
        trailing = random.chance(30) ? random.pick(1...3) : 0
        hasCapitals = random.chance(30)
        hasPounds = random.chance(50)
    }

    /// The bytes of a table with its text in the form of the contract.
    public func bytes(of text: String) -> [UInt8] {
        var comments: [String] = []
        var rows: [[String]] = []
        for record in Self.records(of: text) {
            if rows.isEmpty, let first = record.first, first.hasPrefix("#") {
                comments.append(record.joined(separator: ","))
            } else if !(record.first ?? "").hasPrefix("#") {
                rows.append(record)
            }
        }
        guard let header = rows.first else { return encoded(text) }
        let hasCommas = hasDecimalCommas && isSurelyDecimal(rows)
        let isSafe = separator != ";" || !hasLongDecimals(rows) || isSurelyDecimal(rows)
        let mark: Character = isSafe ? separator : ","
        var lines: [[String]] = []
        for number in 0..<titles { lines.append(["Intermediate care, sheet \(number + 1)"]) }
        lines += headingRows(header)
        for row in rows.dropFirst() {
            lines.append(zip(header, row).map { cell($1, column: $0, hasCommas: hasCommas) })
        }
        if hasTotals, header.count > 1 {
            lines.append(["Total"] + Array(repeating: "", count: header.count - 2) + ["\(rows.count - 1)"])
        }
        var saved = hasSeparatorLine ? ["sep=\(mark)"] : []
        // A spreadsheet puts quotes about a comment with a separator in it.
        saved += comments.map { $0.contains(mark) || quotesAll ? quoted($0) : $0 }
        saved += lines.map { line in
            (line + Array(repeating: "", count: trailing)).map { cell in
                let needsQuotes = cell.contains(mark) || cell.contains("\"") || cell.hasPrefix("#")
                return needsQuotes || quotesAll ? quoted(cell) : cell
            }.joined(separator: String(mark))
        }
        return encoded(saved.joined(separator: lineEnd) + lineEnd)
    }

    // MARK: Cells

    private func headingRows(_ header: [String]) -> [[String]] {
        let sessions = header.map(Self.session)
        guard sessions.contains(where: { $0 != nil }) else {
            return [hasCapitals ? header.map { $0.uppercased().replacing("_", with: " ") } : header]
        }
        if headings == .twoRows, sessions.dropFirst().allSatisfy({ $0 != nil }) {
            var days: [String] = []
            var last: CalendarDay?
            for session in sessions {
                days.append(session.map { $0.day == last ? "" : $0.day.iso } ?? "")
                last = session?.day
            }
            return [days, zip(header, sessions).map { name, session in session?.part ?? name }]
        }
        return [
            zip(header, sessions).map { name, session in
                guard let session else { return name }
                switch headings {
                case .plain, .twoRows: return name
                case .capitals: return "\(session.day.iso) \(session.part.uppercased())"
                case .yearless:
                    return "\(session.day.weekday.short) \(Self.named(session.day)) \(session.part)"
                case .dayFirst: return "\(Self.slashed(session.day, "/", short: false)) \(session.part)"
                }
            }
        ]
    }

    private func cell(_ text: String, column: String, hasCommas: Bool) -> String {
        if let session = Self.session(text) {
            switch dates {
            case .iso: return text
            case .weekday: return "\(session.day.iso)\u{A0}\(session.part)"
            case .slashes, .shortYear, .dots, .monthName, .shortMonthName, .time, .serial, .yearFirst:
                return dates == .time ? text : "\(written(session.day)) \(session.part)"
            }
        }
        if let day = CalendarDay(iso: text) { return written(day) }
        if ["hourly_cost", "weight"].contains(column), hasPounds, text.first?.isNumber == true {
            return "£" + (hasCommas ? text.replacing(".", with: ",") : text)
        }
        if column == "opted_out" { return text == "yes" ? "Y" : text == "no" ? "N" : text }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard hasCommas, parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) })
        else {
            return text
        }
        return parts.joined(separator: ",")
    }

    private func written(_ day: CalendarDay) -> String {
        let year = day.components.year
        switch dates {
        case .iso: return day.iso
        case .slashes: return Self.slashed(day, "/", short: false)
        case .shortYear: return (1970..<2070).contains(year) ? Self.slashed(day, "/", short: true) : day.iso
        case .dots: return Self.slashed(day, ".", short: false)
        case .monthName: return "\(Self.named(day)) \(year)"
        case .shortMonthName:
            return (1970..<2070).contains(year)
                ? Self.named(day).replacing(" ", with: "-") + "-" + String("\(year)".suffix(2)) : day.iso
        case .time: return day.iso + "T00:00:00"
        case .serial:
            let start = CalendarDay(year: 1899, month: 12, day: 30)
            return (1990..<2090).contains(year) ? "\(day.number - (start?.number ?? 0))" : day.iso
        case .yearFirst: return day.iso.replacing("-", with: "/")
        case .weekday: return "\(day.weekday.short) \(Self.named(day)) \(year)"
        }
    }

    private static func slashed(_ day: CalendarDay, _ mark: String, short: Bool) -> String {
        let (year, month, number) = day.components
        let digits = short ? String("\(year)".suffix(2)) : "\(year)"
        return [number < 10 ? "0\(number)" : "\(number)", month < 10 ? "0\(month)" : "\(month)", digits]
            .joined(separator: mark)
    }

    /// `7 Dec`.
    private static func named(_ day: CalendarDay) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(day.components.day) \(names[day.components.month - 1])"
    }

    private static func session(_ text: String) -> (day: CalendarDay, part: String)? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, let day = CalendarDay(iso: words[0]) else { return nil }
        return (day, words[1])
    }

    /// Whether some cell has decimals that could be no thousands.
    private func isSurelyDecimal(_ rows: [[String]]) -> Bool {
        rows.joined().contains { text in
            Self.decimals(text).map { $0.count != 3 || text.hasPrefix("0.") } ?? false
        }
    }

    private func hasLongDecimals(_ rows: [[String]]) -> Bool {
        rows.joined().contains { Self.decimals($0)?.count == 3 }
    }

    private static func decimals(_ text: String) -> Substring? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
            return nil
        }
        return parts[1]
    }

    // MARK: Text

    private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

    private func encoded(_ text: String) -> [UInt8] {
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .marked: return [0xEF, 0xBB, 0xBF] + text.utf8
        case .utf16Little: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case .utf16Big: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        case .windows1252:
            let bytes = text.unicodeScalars.map { scalar in
                scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) ? UInt8(scalar.value) : nil
            }
            return bytes.contains(nil) ? Array(text.utf8) : bytes.compactMap(\.self)
        }
    }

    /// The records of a text in the form of the contract.
    private static func records(of text: String) -> [[String]] {
        var records: [[String]] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                records.append(cells + [cell])
                (cells, cell) = ([], "")
            case _: cell.unicodeScalars.append(scalar)
            }
        }
        if !cell.isEmpty || !cells.isEmpty { records.append(cells + [cell]) }
        return records.filter { $0.contains { !$0.isEmpty } }
    }
}
