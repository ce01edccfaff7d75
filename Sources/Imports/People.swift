// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// The people of a week as an import finds them: by number, never by name.
struct People {
    private let positions: [String: Int]
    /// Numbers as a spreadsheet may have shortened them.
    private let shortened: [String: String]

    init(_ week: Week) {
        positions = week.staff.map(\.id).positions
        var shortened: [String: String] = [:]
        for person in week.staff {
            for form in SpreadsheetHabits.rewriting(of: person.id)?.forms ?? [] where shortened[form] == nil {
                shortened[form] = person.id
            }
        }
        self.shortened = shortened
    }

    /// The position of somebody in the week; nil: the week does not have them.
    func position(_ id: String) -> Int? { positions[id] }

    /// Tells of numbers that lost their leading zeros on the way; whether that is so.
    func tellShortened(_ id: String, at field: Field, _ diagnostics: Diagnostics) -> Bool {
        guard positions[id] == nil, let meant = shortened[id] else { return false }
        diagnostics.add(
            .error, once: "import shortened\n" + field.place.file, at: field, expected: meant,
            message: { met in
                "there is nobody with the number '\(Diagnostic.shortened(id))'; did you mean '\(meant)'? Perhaps a "
                    + "spreadsheet took leading zeros away" + met.others("row")
            })
        return true
    }

    /// Names in a row, as many as fit: `1001, 1002 and 3 more`.
    static func listed(_ ids: [String]) -> String {
        let shown = ids.prefix(12).joined(separator: ", ")
        return ids.count > 12 ? shown + " and \(ids.count - 12) more" : shown
    }

    /// `1 person`, `2 people`; with a word before it, `2 new people`.
    static func counted(_ number: Int, _ word: String = "") -> String {
        "\(Show.count(number)) \(word)\(number == 1 ? "person" : "people")"
    }

    /// Each once, in order.
    static func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }
}

extension Employment {
    /// What the words of exports most likely mean.
    init?(word: String) {
        switch ImportMap.key(word) {
        case "employee", "substantive", "permanent", "temporary", "fixed term": self = .substantive
        case "bank only", "bank", "bank or pool", "pool": self = .bank
        case "agency": self = .agency
        case "student": self = .student
        case "volunteer", "voluntary": self = .volunteer
        case _: return nil
        }
    }
}

/// What the words of an export most likely mean in a week.
struct Likely {
    let week: Week

    /// The role of a grade or a job.
    func role(_ text: String) -> String? {
        let roles = week.framework.roles
        let names = roles.map { (name: $0.id, text: "\($0.id) \($0.name)") }
        return nearestName(to: text, in: roles.map(\.id))
            ?? roles.first { ImportMap.key($0.name) == ImportMap.key(text) }?.id
            ?? nearestByWords(to: text, in: names)
    }

    /// The team of a unit.
    func team(_ text: String) -> String? {
        let teams = week.teams
        return nearestName(to: text, in: teams.map(\.id))
            ?? teams.first { ImportMap.key($0.name) == ImportMap.key(text) }?.id
            ?? nearestByWords(to: text, in: teams.map { (name: $0.id, text: "\($0.id) \($0.name)") })
    }

    /// The competency of a course, with the level that its name says.
    func need(_ text: String) -> String? {
        let all = week.framework.competencies
        let names = all.map { (name: $0.id, text: "\($0.id) \($0.name)") }
        let found =
            nearestName(to: text, in: all.map(\.id))
            ?? all.first { ImportMap.key($0.name) == ImportMap.key(text) }?.id
            ?? nearestByWords(to: text, in: names)
        return found.map { "\($0):\(Self.level(text).map { min($0, week.framework.levels) } ?? 2)" }
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
