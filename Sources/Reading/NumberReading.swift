// SPDX-License-Identifier: GPL-3.0-or-later

/// A number as people and spreadsheets write it: `1,234.50`, `£12.30`, `50%`, `37,5`, `30.00`.
enum NumberReading: Equatable {
    /// The number with a decimal point, and nothing between thousands.
    case number(String)
    /// It may be either of the two.
    case twoWays(String, String)
    /// It is no number.
    case none

    /// The number of a text.
    ///
    /// - Parameters:
    ///   - mark: What stands before decimals in the table.
    ///   - isMoney: Whether a pound sign may stand there.
    ///   - isShare: Whether it may be a percentage, which is a hundredth.
    ///   - decimals: Whether it may be other than whole.
    init(_ text: String, _ mark: Writing.DecimalMark, isMoney: Bool, isShare: Bool, decimals: Bool) {
        var body = Substring(text)
        var sign = ""
        if let first = body.first, first == "-" || first == "+" {
            if first == "-" { sign = "-" }
            body = body.dropFirst()
        }
        if isMoney, body.first == "£" { body = body.dropFirst().drop { $0 == " " } }
        let isPercentage = isShare && body.last == "%"
        if isPercentage { body = body.dropLast().trimmedEnd }
        switch Self.read(body, mark) {
        case .number(let number):
            let value = isPercentage ? Self.hundredth(of: number) : number
            let whole = decimals ? value : Self.withoutNoughts(value)
            self = Self.isPlain(whole, decimals: decimals) ? .number(sign + whole) : .none
        case .twoWays(let one, let other):
            // What has to be whole is not the one with decimals.
            self = decimals ? .twoWays(sign + one, sign + other) : .number(sign + one)
        case .none: self = .none
        }
    }

    /// Whether a text is a number with no other mark than a decimal point.
    static func isPlain(_ text: String, decimals: Bool) -> Bool {
        let bytes = text.utf8
        let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
        let parts = bytes.dropFirst(isSigned ? 1 : 0)
            .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return bytes.count <= 400 && (parts.count == 1 || (decimals && parts.count == 2))
            && parts.allSatisfy { !$0.isEmpty && isDigits($0) }
    }

    /// A number without its sign.
    private static func read(_ text: Substring, _ mark: Writing.DecimalMark) -> NumberReading {
        let hasPoint = text.contains("."), hasComma = text.contains(",")
        guard text.utf8.count <= 400, text.utf8.allSatisfy({ (44...57).contains($0) && $0 != 45 && $0 != 47 })
        else { return .none }
        switch (hasPoint, hasComma, mark) {
        case (_, false, .point), (false, false, _): return plain(text)
        case (true, false, .either):
            guard let whole = grouped(text, ".") else { return plain(text) }
            return .twoWays(whole, String(text))
        case (true, false, .comma): return grouped(text, ".").map(NumberReading.number) ?? plain(text)
        case (false, true, .point): return grouped(text, ",").map(NumberReading.number) ?? .none
        case (false, true, .comma): return decimal(text, ",", thousands: ".")
        case (false, true, .either):
            guard let whole = grouped(text, ",") else { return decimal(text, ",", thousands: ".") }
            guard case .number(let number) = decimal(text, ",", thousands: ".") else { return .number(whole) }
            return .twoWays(whole, number)
        case (true, true, _):
            // Whichever comes last stands before the decimals.
            let isPoint = text.last { $0 == "." || $0 == "," } == "."
            return isPoint ? decimal(text, ".", thousands: ",") : decimal(text, ",", thousands: ".")
        }
    }

    private static func plain(_ text: Substring) -> NumberReading {
        isPlain(String(text), decimals: true) ? .number(String(text)) : .none
    }

    /// A number with decimals behind a mark; before it another mark may stand between thousands.
    private static func decimal(
        _ text: Substring, _ mark: Character, thousands: Character
    ) -> NumberReading {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, isDigits(parts[1].utf8),
            let whole = isDigits(parts[0].utf8) && !parts[0].isEmpty
                ? String(parts[0]) : grouped(parts[0], thousands)
        else { return .none }
        return .number(whole + "." + parts[1])
    }

    /// A whole number with a mark between its thousands, without it; nil where it has none, or elsewhere.
    private static func grouped(_ text: Substring, _ mark: Character) -> String? {
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard groups.count > 1, groups.allSatisfy({ isDigits($0.utf8) }), (1...3).contains(groups[0].count),
            groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }

    /// The number with its point two places further left.
    private static func hundredth(of number: String) -> String {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        let digits = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
        let more = parts.count > 1 ? String(parts[1]) : ""
        return digits.dropLast(2) + "." + digits.suffix(2) + more
    }

    /// Without decimals that are all nought.
    private static func withoutNoughts(_ number: String) -> String {
        guard let point = number.firstIndex(of: "."),
            number[number.index(after: point)...].allSatisfy({ $0 == "0" })
        else { return number }
        return String(number[..<point])
    }

    private static func isDigits(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.allSatisfy { (48...57).contains($0) }
    }
}
