// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of places and files made of identifiers that people chose.
public enum PlainName {
    /// Letters and digits of ASCII as they are, and what is kept; every other byte as `_` and its two digits. Two
    /// identifiers never have one name.
    ///
    /// - Parameter kept: Other characters of ASCII that stay, but for `_`.
    public static func of(_ id: String, keeping kept: String = "-") -> String {
        let kept = Array(kept.utf8)
        var name = ""
        for byte in id.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where kept.contains(byte):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                name += digits.count < 2 ? "_0" + digits : "_" + digits
            }
        }
        return name
    }
}
