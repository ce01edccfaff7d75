// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Words {
    /// Who counts towards a minimum: `heads`, `registered heads in nursing or social work`, `heads with Moving and
    /// handling at level 2`.
    public static func heads(_ kind: HeadKind, _ framework: Framework) -> String {
        switch kind {
        case .any: "heads"
        case .registered(let professions):
            professions.isEmpty ? "registered heads" : "registered heads in \(anyOf(professions))"
        case .holding(let need): "heads with \(name(of: need, framework))"
        }
    }

    /// The same of one, to stand after a number in a narrow cell: `nursing`, `Moving and handling at level 2`.
    public static func head(_ kind: HeadKind, _ framework: Framework) -> String {
        switch kind {
        case .any: "any"
        case .registered(let professions): professions.isEmpty ? "registered" : anyOf(professions)
        case .holding(let need): name(of: need, framework)
        }
    }

    private static func anyOf(_ professions: [String]) -> String {
        let names = professions.map { $0.split(separator: "-").joined(separator: " ") }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    private static func name(of need: Need, _ framework: Framework) -> String {
        let competency = framework.competencies.first { $0.id == need.competency }?.name ?? need.competency
        return "\(competency) at level \(need.level)"
    }
}
