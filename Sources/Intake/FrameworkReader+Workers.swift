// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension FrameworkReader {
    /// Warns of every route of an activity that no role of the framework has the standing for.
    func checkWorkers(_ activity: Activity, _ entry: YAMLMapping) {
        func check(_ key: String, _ isPossible: Bool, _ expected: String) {
            guard rolesAreSound, !isPossible, let field = entry.key(key) else { return }
            diagnostics.add(
                .warning, at: field.place, field: key, expected: expected,
                message: "no role may do activity '\(activity.id)' by its '\(key)' route")
        }
        if let route = activity.registered, !route.professions.isEmpty {
            let isPossible = roles.contains {
                $0.kind == .registered && route.professions.contains($0.profession ?? "")
            }
            check("registered", isPossible, "a registered role of one of its professions")
        }
        for (key, route) in [("support", activity.support), ("second", activity.second)] {
            guard let route else { continue }
            let registeredMay = route.registeredMay || activity.registered != nil
            let isPossible =
                hasRole(of: route.kinds, grade: route.lowestGrade)
                || (registeredMay && roles.contains { $0.kind == .registered })
            check(key, isPossible, "a role of its kinds and of grade \(route.lowestGrade) or more")
        }
        if let route = activity.delegated {
            check(
                "delegated", hasRole(of: route.kinds, grade: route.lowestGrade),
                "a role of its kinds and of grade \(route.lowestGrade) or more")
        }
    }

    private func hasRole(of kinds: [Role.Kind], grade: Int) -> Bool {
        roles.contains { kinds.contains($0.kind) && $0.grade >= grade }
    }
}
