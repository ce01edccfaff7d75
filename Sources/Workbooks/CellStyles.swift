// SPDX-License-Identifier: GPL-3.0-or-later

/// Which styles of a workbook show a number as a date or a time.
struct CellStyles {
    private var isMoment: [Bool] = []

    /// Whether a cell of that style shows a date or a time.
    func isMoment(_ style: Int) -> Bool { isMoment.indices.contains(style) && isMoment[style] }

    /// No styles: numbers are numbers.
    init() {}

    /// The styles of `xl/styles.xml`.
    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        var codes: [Int: Bool] = [:]
        var isInCells = false
        var isMoment: [Bool] = []
        try XMLWalk.through(bytes, part: "xl/styles.xml", limits: limits) {
            name, attributes throws(WorkbookError) in
            switch name {
            case "numFmt":
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
                codes[id] = Self.showsMoment(attributes["formatCode"] ?? "")
            case "cellXfs": isInCells = true
            case "xf" where isInCells:
                let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                isMoment.append(codes[id] ?? Self.isBuiltInMoment(id))
            default: break
            }
        } end: { name, _ throws(WorkbookError) in
            if name == "cellXfs" { isInCells = false }
        }
        self.isMoment = isMoment
    }

    /// The numbers of formats that every workbook has, of dates and times (ECMA-376, part 1, 18.8.30, with those of East
    /// Asian editions).
    static func isBuiltInMoment(_ id: Int) -> Bool {
        (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }

    /// Whether a format's code shows a date or a time: it has a day, month, year, hour or second outside of quotes,
    /// brackets and escapes.
    static func showsMoment(_ code: String) -> Bool {
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
                        return true
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
                return false
            } else if "dmyhs".contains(character) {
                return true
            }
        }
        return false
    }
}
