// SPDX-License-Identifier: GPL-3.0-or-later

/// Values in order, each once.
func unique(_ values: [String]) -> [String] {
    var seen = Set<String>()
    return values.filter { seen.insert($0).inserted }
}
