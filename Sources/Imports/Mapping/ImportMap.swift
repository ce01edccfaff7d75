// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What an export's words mean in a week: a file that the first import drafts, and that somebody confirms.
///
///     confirmed: yes
///     roles:
///       "Band 6 Physio": physiotherapist
///     teams:
///       "WARD7": quay-ward
///
/// Nothing of a draft is used. What an export says and a mapping does not is an error, never a guess.
public struct ImportMap: Sendable {
    /// A part of a mapping.
    enum Section: String, CaseIterable, Sendable {
        case people, teams, roles, bands, heads, employment, employers, absences, competencies, codes,
            activities, settings
    }

    /// The word for what is to be left out.
    static let ignore = "ignore"
    /// The word for the organisation of the team that somebody belongs to.
    static let ofTeam = "team"

    /// Its file, for messages.
    let path: String
    private var entries: [Section: [String: Field]] = [:]

    init(path: String) { self.path = path }

    /// A word as the mapping knows it: capitals and blanks make no difference.
    static func key(_ text: String) -> String { LookAlikes.byEye(text) }

    mutating func set(_ section: Section, _ key: Field, _ value: Field, _ diagnostics: Diagnostics) {
        let name = Self.key(key.text)
        guard entries[section]?[name] == nil else {
            key.error(
                "\(key.shown) is there twice in \(section.rawValue)", expected: "each once", diagnostics)
            return
        }
        entries[section, default: [:]][name] = value
    }

    /// What a word means; nil: the mapping does not say.
    func value(_ section: Section, _ text: String) -> String? {
        entries[section]?[Self.key(text)]?.text
    }

    /// What a word means, unless it is to be left out.
    func meaning(_ section: Section, _ text: String) -> String? {
        value(section, text).flatMap { $0.lowercased() == Self.ignore ? nil : $0 }
    }

    /// The roles of a grade or a job; nil: it is to be left out, or the mapping does not say.
    func roles(_ text: String) -> [String]? {
        meaning(.roles, text).map { roles in
            Field(roles, name: "", place: Place(file: path)).identifiers(Diagnostics()) ?? []
        }
    }

    /// Whether a setting is on.
    func isOn(_ setting: Setting) -> Bool { value(.settings, setting.rawValue) == "yes" }

    /// What may be chosen.
    enum Setting: String, CaseIterable {
        case names
        case updatePeople = "update_people"
        case pins

        /// What it does, for the draft.
        var meaning: String {
            switch self {
            case .names: "whether names of new people are taken over"
            case .updatePeople:
                "whether roles, employment and home teams of people whom the week has are changed to the export's; "
                    + "otherwise only said"
            case .pins: "whether a duty in another team than the home team is pinned to that team"
            }
        }
    }

    /// The identifier that a person of the export has in the week.
    func staff(_ number: String) -> String { value(.people, number) ?? number }

    /// Who employs new people of a kind, or `team`; nil, with an error at somebody who is new, where it does not say.
    func employer(
        _ employment: Employment, at field: Field, _ diagnostics: Diagnostics
    ) -> String? {
        if let employer = value(.employers, employment.rawValue) { return employer }
        field.error(
            "the mapping does not say who employs new people of the kind \(employment.rawValue)",
            expected: "under employers: \(employment.rawValue): team, or an employer", diagnostics)
        return nil
    }
}
