// SPDX-License-Identifier: GPL-3.0-or-later

/// Names for the tabs of a workbook: at most 31 characters, each once, whatever its capitals.
struct SheetNames {
    /// The first tab's.
    static let about = "about"
    private static let longest = 31
    private var used: Set<String> = [about]

    /// The name itself, or what of it has room beside the others.
    mutating func next(_ name: String) -> String {
        let plain = name.filter { !"[]:*?/\\".contains($0) }
        var candidate = String(plain.prefix(Self.longest))
        var number = 1
        while candidate.isEmpty || !used.insert(candidate.lowercased()).inserted {
            number += 1
            candidate = plain.prefix(Self.longest - 1 - String(number).count) + "-\(number)"
        }
        return candidate
    }
}
