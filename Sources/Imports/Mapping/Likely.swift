// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What the words of an export most likely mean in a week: for a draft, and never taken unasked.
struct Likely {
    let week: Week

    /// The role of a grade or a job.
    func role(_ text: String) -> String? {
        Self.nearest(to: text, in: week.framework.roles.map { ($0.id, $0.name) })
    }

    /// The team of a unit.
    func team(_ text: String) -> String? { Self.nearest(to: text, in: week.teams.map { ($0.id, $0.name) }) }

    /// The activity of a code.
    func activity(_ text: String) -> String? {
        Self.nearest(to: text, in: week.framework.activities.map { ($0.id, $0.name) })
    }

    /// The competency of a course, with the level that its name says.
    func need(_ text: String) -> String? {
        Self.nearest(to: text, in: week.framework.competencies.map { ($0.id, $0.name) }).map {
            "\($0):\(Self.level(text).map { min($0, week.framework.levels) } ?? 2)"
        }
    }

    /// The one of some names that a text most likely is: spelt nearly so, called so, or called with most of its words.
    private static func nearest(to text: String, in names: [(id: String, name: String)]) -> String? {
        nearestName(to: text, in: names.map(\.id))
            ?? names.first { ImportMap.key($0.name) == ImportMap.key(text) }?.id
            ?? nearestByWords(to: text, in: names.map { (name: $0.id, text: "\($0.id) \($0.name)") })
    }

    private static func level(_ text: String) -> Int? {
        let words = ImportMap.key(text).split { !$0.isLetter && !$0.isNumber }
        guard let place = words.firstIndex(of: "level"), place + 1 < words.count else { return nil }
        return Int(words[place + 1]).flatMap { (1...9).contains($0) ? $0 : nil }
    }

    /// The band of a grade: its first number from 1 to 9.
    static func band(_ text: String) -> String? {
        let digits = text.split { !$0.isASCII || !$0.isNumber }
        return digits.first.flatMap { Int($0) }.flatMap { (1...9).contains($0) ? "\($0)" : nil }
    }

    /// What a gap of a grade asks for.
    func heads(_ text: String) -> String? {
        guard let id = role(text), let role = week.framework.roles.first(where: { $0.id == id }) else {
            return nil
        }
        return role.profession ?? ImportMap.ignore
    }
}
