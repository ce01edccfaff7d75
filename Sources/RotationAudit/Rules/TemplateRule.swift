// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 7: the settings of somebody's posts follow one pattern of their template.
enum TemplateRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        sheet.rotation.people.indices.compactMap { violation(sheet, $0) }
    }

    private static func violation(_ sheet: Sheet, _ p: Int) -> RotationViolation? {
        let person = sheet.rotation.people[p]
        guard let template = sheet.rotation.templates.first(where: { $0.id == person.template }) else {
            return nil
        }
        let periods = sheet.rotation.periodCount
        let patterns = settings(of: template, sheet, p).map { settings in
            (0..<periods).map { settings[$0 % settings.count] }
        }
        func fits(_ pattern: [String], frozen: Bool) -> Bool {
            sheet.present[p].filter { sheet.programme.isFrozen($0) == frozen }.allSatisfy { t in
                // What is frozen is as it was, whatever the plan says.
                guard let k = frozen ? sheet.programme.before[p][t] : sheet.post(p, t) else { return true }
                return sheet.rotation.posts[k].setting == pattern[t]
            }
        }
        let likely = patterns.filter { fits($0, frozen: true) }
        guard !(likely.isEmpty ? patterns : likely).contains(where: { fits($0, frozen: false) }) else {
            return nil
        }
        let posts = sheet.present[p].compactMap { t in
            sheet.post(p, t).map { "\(sheet.rotation.posts[$0].setting) in period \(t + 1)" }
        }
        return RotationViolation(
            .template, staff: person.id, period: sheet.present[p].first.map { $0 + 1 },
            "\(person.id)'s posts (\(posts.joined(separator: ", "))) follow no pattern of template \(template.id)."
        )
    }

    /// Lists of settings that may be gone through again and again.
    private static func settings(of template: Template, _ sheet: Sheet, _ p: Int) -> [[String]] {
        func flat(_ stages: [Template.Stage]) -> [String] {
            stages.flatMap { Array(repeating: $0.setting, count: $0.periods) }
        }
        let list = flat(template.stages)
        switch template.order {
        case .fixed: return [list]
        case .any: return orders(of: template.stages).map(flat)
        case .cyclic:
            func turned(_ place: Int) -> [String] {
                Array(list[(place % list.count)...]) + list[..<(place % list.count)]
            }
            let person = sheet.rotation.people[p]
            let start = sheet.rotation.posts.first { $0.id == person.startPost }?.setting
            var entered: [[String]] = []
            var place = 0
            for stage in template.stages {
                if stage.setting == start {
                    let isOver = person.startPeriods >= stage.periods
                    entered.append(turned(isOver ? place + stage.periods : place + person.startPeriods))
                }
                place += stage.periods
            }
            return entered.isEmpty ? list.indices.map(turned) : entered
        }
    }

    /// Every order of some stages.
    private static func orders(of stages: [Template.Stage]) -> [[Template.Stage]] {
        guard stages.count > 1 else { return [stages] }
        return stages.indices.flatMap { index in
            var rest = stages
            let first = rest.remove(at: index)
            return stages[..<index].contains(first) ? [] : orders(of: rest).map { [first] + $0 }
        }
    }
}
