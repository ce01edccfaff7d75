// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of files made of identifiers that people chose.
enum FileStem {
    /// A name of small and large letters, digits, `-` and `.`, that no other identifier has: every other byte is
    /// written as `_` and two digits. It begins with no point, and is no device of an old system, since `_` ends it then.
    static func of(_ id: String) -> String {
        var stem = ""
        for byte in id.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: stem.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x2E where !stem.isEmpty: stem += "."
            default:
                let digits = String(byte, radix: 16)
                stem += "_" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return stem.count > longest ? stem.prefix(longest - 17) + "-" + digest(id) : stem
    }

    /// The stems of several identifiers; those that differ only by capitals are told apart by their bytes, since many
    /// file systems do not.
    static func all(_ ids: [String]) -> [String] {
        var alike: [String: Int] = [:]
        for id in ids { alike[of(id).lowercased(), default: 0] += 1 }
        return ids.map { id in
            let stem = of(id)
            return alike[stem.lowercased()] == 1 ? stem : stem + "-" + digest(id)
        }
    }

    private static let longest = 120

    /// Sixteen digits of the bytes (FNV-1a, 64 bits).
    private static func digest(_ id: String) -> String {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
