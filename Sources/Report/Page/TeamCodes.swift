// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A short code for each team, for cells that are too narrow for names: `NH` for `north-home`.
///
/// Initials of the identifier's words; a short identifier stands for itself; where two teams would have the same
/// code, the later one gets a number.
struct TeamCodes {
    /// The codes, in the teams' order.
    let codes: [String]

    init(_ teams: [Team]) {
        var taken: Set<String> = []
        codes = teams.map { team in
            let start = Self.initials(team.id)
            var code = start
            var number = 2
            while taken.contains(code.lowercased()) {
                code = start + String(number)
                number += 1
            }
            taken.insert(code.lowercased())
            return code
        }
    }

    private static func initials(_ id: String) -> String {
        if id.count <= 4 { return id }
        let words = id.split { !$0.isLetter && !$0.isNumber }
        guard words.count > 1 else { return String(id.prefix(3)).uppercased() }
        return String(words.prefix(4).compactMap(\.first)).uppercased()
    }
}
