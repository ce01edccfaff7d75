// SPDX-License-Identifier: GPL-3.0-or-later

/// Which styles of a workbook show a number as a date or a time.
struct CellStyles {
    /// What a cell shows of a number.
    enum Shown {
        /// The number.
        case number
        /// Hours, minutes or seconds alone.
        case time
        /// A day, with or without a time.
        case day
    }

    private var shown: [Shown] = []

    /// What a cell of that style shows.
    func shown(_ style: Int) -> Shown { shown.indices.contains(style) ? shown[style] : .number }

    /// No styles: numbers are numbers.
    init() {}

    /// The styles of `xl/styles.xml`.
    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        var codes: [Int: Shown] = [:]
        var isInCells = false
        var shown: [Shown] = []
        try XMLWalk.through(bytes, part: "xl/styles.xml", limits: limits) {
            name, attributes throws(WorkbookError) in
            switch name {
            case "numFmt":
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
                codes[id] = Self.shown(by: attributes["formatCode"] ?? "")
            case "cellXfs": isInCells = true
            case "xf" where isInCells:
                let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                shown.append(codes[id] ?? Self.builtIn(id))
            default: break
            }
        } end: { name, _ throws(WorkbookError) in
            if name == "cellXfs" { isInCells = false }
        }
        self.shown = shown
    }

    /// The numbers of formats that every workbook has, of dates and times (ECMA-376, part 1, 18.8.30, with those of East
    /// Asian editions).
    static func builtIn(_ id: Int) -> Shown {
        switch id {
        case 18...21, 45...47: .time
        case 14...17, 22, 27...36, 50...58: .day
        default: .number
        }
    }

    /// What a format's code shows: a day if it has a day or year outside of quotes, brackets and escapes, or a month without hours
    /// and seconds, which is minutes beside them; else a time if it has hours, minutes or seconds.
    static func shown(by code: String) -> Shown {
        let letters = letters(of: code)
        if letters.contains("d") || letters.contains("y") { return .day }
        if letters.contains("h") || letters.contains("s") { return .time }
        return letters.contains("m") ? .day : .number
    }

    /// The letters of days, months, years, hours, minutes and seconds that a format's code has in its first section.
    private static func letters(of code: String) -> Set<Character> {
        var letters: Set<Character> = []
        var (isQuoted, isInBrackets, isEscaped) = (false, false, false)
        var bracket = ""
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isInBrackets {
                if character == "]" {
                    isInBrackets = false
                    // Hours, minutes or seconds beyond a day; else a colour, a condition or a language.
                    if !bracket.isEmpty, bracket.allSatisfy({ $0 == "h" || $0 == "m" || $0 == "s" }) {
                        letters.insert("h")
                    }
                } else {
                    bracket.append(character)
                }
            } else if character == "\"" {
                isQuoted = true
            } else if character == "[" {
                (isInBrackets, bracket) = (true, "")
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == ";" {
                // Further sections are for negative numbers and text.
                return letters
            } else if "dmyhs".contains(character) {
                letters.insert(character)
            }
        }
        return letters
    }
}
