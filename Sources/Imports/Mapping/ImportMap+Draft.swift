// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Wording

extension ImportMap {
    /// The text of a draft: every word that has to be explained, with the nearest meaning for somebody to confirm.
    static func draft(_ kind: ImportKind, _ terms: ImportTerms, on: Set<String>) -> String {
        var lines = [
            "# What the words of the export mean in this week: drafted by skillmix import \(kind.rawValue).",
            "# Nothing is taken over until somebody has looked through it. Correct what is wrong, fill in what is blank",
            "# (ignore: leave such rows out), and write yes behind confirmed.",
            "confirmed: no",
        ]
        for section in kind.sections {
            let terms = terms.of(section)
            if terms.isEmpty, section != .people, section != .settings { continue }
            lines += ["", "# \(section.meaning)", "\(section.rawValue):"]
            if section == .settings {
                for setting in kind.settings {
                    lines.append("  # \(setting.meaning)")
                    lines.append("  \(setting.rawValue): \(on.contains(setting.rawValue) ? "yes" : "no")")
                }
            } else if terms.isEmpty {
                lines[lines.count - 1] += " {}"
            }
            for term in terms {
                let value = term.suggestion.map { YAMLScalar.text($0) } ?? ""
                let rows = term.rows > 0 ? "  # \(Show.counted(term.rows, "time"))" : ""
                lines.append("  \(YAMLScalar.quoted(term.text)): \(value)\(rows)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ImportKind {
    /// What may be chosen in a mapping of it.
    var settings: [ImportMap.Setting] {
        switch self {
        case .duties: [.names, .updatePeople, .pins]
        case .esr: [.updatePeople]
        case .careWorkers: [.updatePeople]
        case .unavailability, .contacts, .rota: []
        }
    }
}

extension ImportMap.Section {
    /// What it says, for whoever confirms it.
    var meaning: String {
        switch self {
        case .people:
            "people whom the week knows by another identifier than the export: the export's, then the week's"
        case .teams:
            "units: a team of teams.csv; ignore: people of it have no home team, and work in it is left out"
        case .roles: "grades and jobs: a role of the framework, or several (a;b)"
        case .bands: "grades: the band, for filled at, above and below grade; ignore: not compared"
        case .heads:
            "required grades: the profession, or competency:level, that a gap asks for in minimums.csv; ignore: only in "
                + "the table of gaps"
        case .employment: "kinds of employee: substantive, bank, agency, student or volunteer"
        case .employers: "who employs new people of each kind; team: the organisation of their home team"
        case .absences: "kinds of unavailability: L leave, S sick or T training"
        case .competencies: "competencies and training: one of the framework with its level, competency:level"
        case .codes:
            "codes of the rota: a mark of rota.csv, and for a whole day the parts that it has (R am pm); off: not there"
        case .activities: "activities: one of the framework"
        case .settings: "what is to be done"
        }
    }
}
