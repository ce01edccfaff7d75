// SPDX-License-Identifier: GPL-3.0-or-later

/// The texts that cells refer to by number.
enum SharedStrings {
    /// Reads `xl/sharedStrings.xml`. Of text in several fonts the letters are read, of East Asian readings nothing.
    static func read(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) -> [String] {
        var strings: [String] = []
        var (text, isPhonetic) = ("", false)
        try XMLWalk.through(bytes, part: "xl/sharedStrings.xml", limits: limits) {
            name, _ throws(WorkbookError) in
            switch name {
            case "si": text = ""
            case "rPh": isPhonetic = true
            default: break
            }
        } end: { name, found throws(WorkbookError) in
            switch name {
            case "t": if !isPhonetic { text += unescaped(found) }
            case "rPh": isPhonetic = false
            case "si":
                guard strings.count < limits.cells else {
                    throw .tooLarge("it has more than \(limits.cells) texts")
                }
                strings.append(text)
            default: break
            }
        }
        return strings
    }

    /// Text in which what looks like such an escape is one of its underscore, so that it comes back as it is.
    static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var (result, rest) = ("", Substring(text))
        while let start = rest.firstRange(of: "_x") {
            let code = rest[start.upperBound...].prefix(5)
            let isEscape = code.count == 5 && code.last == "_" && UInt32(code.dropLast(), radix: 16) != nil
            result += rest[..<start.lowerBound] + (isEscape ? "_x005F_x" : "_x")
            rest = rest[start.upperBound...]
        }
        return result + rest
    }

    /// Text without the escapes `_x000D_` that stand for characters XML cannot hold.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var (result, rest) = ("", Substring(text))
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let code = rest[start.upperBound...].prefix(5)
            if code.count == 5, code.last == "_", let value = UInt32(code.dropLast(), radix: 16),
                let scalar = UnicodeScalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                result += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }
}
