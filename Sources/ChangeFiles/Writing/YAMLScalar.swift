// SPDX-License-Identifier: GPL-3.0-or-later

/// A single value as a YAML file has it.
public enum YAMLScalar {
    /// A single value, in quotes where it would be read as something else.
    public static func text(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                        || "-_. /~".unicodeScalars.contains($0))
            } && text.first?.isLetter != false && !text.hasSuffix(" ") && text != "Null" && text != "NULL"
            && !text.isEmpty
            && text != "~"
        let isNumber =
            !text.isEmpty && text.unicodeScalars.allSatisfy { "0123456789.-".unicodeScalars.contains($0) }
            && text != "-" && !text.hasPrefix("---") && !text.hasPrefix("...")
        if isPlain || isNumber { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)  // foreign
            }
        }
        return quoted + "\""
    }

    /// A single value in quotes, whatever it is.
    public static func quoted(_ text: String) -> String {
        let scalar = Self.text(text)
        return scalar.hasPrefix("\"") ? scalar : "\"\(scalar)\""
    }
}
