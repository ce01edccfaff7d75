// SPDX-License-Identifier: GPL-3.0-or-later

/// Characters that look like those of a keyboard and are others: blanks that do not break, hyphens and apostrophes
/// from a word processor, letters of other alphabets, and characters that cannot be seen at all.
public enum LookAlikes {
    /// What a character looks like; nil where it is what it looks like.
    private static let plain: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        let groups: [(looks: String, characters: String)] = [
            ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}\u{FE63}\u{FF0D}"),
            ("'", "\u{2018}\u{2019}\u{201B}\u{2032}\u{02BC}\u{00B4}\u{FF07}"), ("\"", "\u{201C}\u{201D}"),
            ("A", "\u{0410}\u{0391}"), ("B", "\u{0412}\u{0392}"), ("C", "\u{0421}"),
            ("E", "\u{0415}\u{0395}"),
            ("H", "\u{041D}\u{0397}"), ("I", "\u{0406}\u{0399}"), ("J", "\u{0408}"),
            ("K", "\u{041A}\u{039A}"),
            ("M", "\u{041C}\u{039C}"), ("N", "\u{039D}"), ("O", "\u{041E}\u{039F}"),
            ("P", "\u{0420}\u{03A1}"),
            ("S", "\u{0405}"), ("T", "\u{0422}\u{03A4}"), ("X", "\u{0425}\u{03A7}"), ("Y", "\u{03A5}"),
            ("Z", "\u{0396}"), ("a", "\u{0430}"), ("c", "\u{0441}"), ("e", "\u{0435}"), ("i", "\u{0456}"),
            ("j", "\u{0458}"), ("o", "\u{043E}\u{03BF}"), ("p", "\u{0440}"), ("s", "\u{0455}"),
            ("x", "\u{0445}"),
            ("y", "\u{0443}"),
        ]
        for group in groups {
            for scalar in group.characters.unicodeScalars { table[scalar] = group.looks }
        }
        return table
    }()

    /// What a character is taken for; nil for one that is what it looks like.
    private static func likeness(of scalar: Unicode.Scalar) -> String? {
        guard !scalar.isASCII else { return nil }
        if let looks = plain[scalar] { return looks }
        switch scalar.properties.generalCategory {
        case .spaceSeparator: return " "
        case .format: return ""
        default: return nil  // foreign
        }
    }

    /// The text as it is taken for when read on paper.
    public static func folded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 > 127 }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if let looks = likeness(of: scalar) {
                result += looks
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text with the blanks, hyphens and quotes of a keyboard, and nothing that cannot be seen; letters stay as they
    /// are, for one of another alphabet is another letter.
    public static func plainMarks(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 > 127 }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if let looks = likeness(of: scalar),
                !looks.unicodeScalars.contains(where: \.properties.isAlphabetic)
            {
                result += looks
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text for comparison by eye: look-alikes folded, small letters, single blanks.
    public static func byEye(_ text: String) -> String {
        folded(text).lowercased().split(separator: " ").joined(separator: " ")
    }

    /// ` (U+00A0 NO-BREAK SPACE stands in it, not a plain blank)`, where a text is not the plain one it looks like.
    ///
    /// Nothing for text that has characters of its own, such as a name in another alphabet.
    public static func remark(on text: String) -> String {
        guard text.utf8.contains(where: { $0 > 127 }), folded(text).utf8.allSatisfy({ $0 < 128 }),
            let odd = text.unicodeScalars.first(where: { likeness(of: $0) != nil })
        else { return "" }
        let digits = String(odd.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let name = odd.properties.name.map { " " + $0 } ?? ""
        let looks = likeness(of: odd) ?? ""
        let meant =
            switch looks {
            case " ": ", not a plain blank"
            case "": ", which cannot be seen"
            case "'": ", not a plain apostrophe"
            default: ", not '\(looks)'"
            }
        return " (\(code)\(name) stands in it\(meant))"
    }
}
