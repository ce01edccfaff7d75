// SPDX-License-Identifier: GPL-3.0-or-later

extension RotationFacts {
    /// The settings of posts and stages, in the order in which the files first name them.
    public var settings: [String] {
        var settings: [String] = []
        let stages = rotation.templates.flatMap(\.stages)
        for setting in rotation.posts.map(\.setting) + stages.map(\.setting)
        where !settings.contains(setting) { settings.append(setting) }
        return settings
    }

    /// The patterns that a person may follow, each a setting in each period; nil where they follow no template.
    ///
    /// Patterns that do not fit the person's frozen posts are left out, unless none fits: then frozen periods are
    /// passed over.
    public func patterns(of person: Int) -> [[String]]? {
        let member = rotation.people[person]
        guard let template = rotation.templates.first(where: { $0.id == member.template }) else { return nil }
        let all = TemplatePatterns.all(
            of: template, periods: periods.count,
            start: startPost[person].map { (rotation.posts[$0].setting, member.startPeriods) })
        let fitting = all.filter { pattern in
            frozenPeriods(of: person).allSatisfy { t in
                inForce.post(person: person, period: t).map { rotation.posts[$0].setting == pattern[t] }
                    ?? true
            }
        }
        return fitting.isEmpty ? all : fitting
    }
}

/// The patterns of a template.
public enum TemplatePatterns {
    /// Each pattern once: a setting in each of so many periods.
    ///
    /// - Parameter start: The setting of somebody's start post, and the periods spent there: a cyclic template is
    ///   then entered at the stages of that setting. Where the template has no such stage, it is entered anywhere.
    public static func all(
        of template: Template, periods: Int, start: (setting: String, periods: Int)?
    ) -> [[String]] {
        guard !template.stages.isEmpty else { return [] }
        switch template.order {
        case .fixed: return [repeated(template.stages, from: 0, periods)]
        case .any: return orders(template.stages, periods)
        case .cyclic:
            let length = template.stages.reduce(0) { $0 + $1.periods }
            let places = start.map { entries(template.stages, $0.setting, $0.periods) } ?? []
            return unique(
                (places.isEmpty ? Array(0..<length) : places).map {
                    repeated(template.stages, from: $0, periods)
                })
        }
    }

    /// Where a cyclic template stands after so many periods in a setting: within each stage of it, or at the stage
    /// after it where it is no longer than that.
    private static func entries(_ stages: [Template.Stage], _ setting: String, _ spent: Int) -> [Int] {
        var begin = 0
        var places: [Int] = []
        for stage in stages {
            if stage.setting == setting { places.append(begin + min(spent, stage.periods)) }
            begin += stage.periods
        }
        return places
    }

    /// How many orders the stages of a template can be in, those of alike stages once; no more than a limit.
    public static func orderCount(of template: Template, upTo limit: Int) -> Int {
        guard template.order == .any else { return 1 }
        // One stage after another, each chosen among the places so far, and alike ones together.
        var (count, seen): (Int, [Template.Stage: Int]) = (1, [:])
        for (index, stage) in template.stages.enumerated() {
            let alike = seen[stage, default: 0] + 1
            seen[stage] = alike
            count = count * (index + 1) / alike
            if count > limit { return limit }
        }
        return count
    }

    /// The settings of the stages, again and again, from a place of the list.
    private static func repeated(_ stages: [Template.Stage], from place: Int, _ periods: Int) -> [String] {
        let list = stages.flatMap { [String](repeating: $0.setting, count: $0.periods) }
        return (0..<periods).map { list[(place + $0) % list.count] }
    }

    /// The stages in every order. Orders that are alike as far as the programme goes are made once.
    private static func orders(_ stages: [Template.Stage], _ periods: Int) -> [[String]] {
        var patterns: [[String]] = []
        func place(_ chosen: [Template.Stage], _ left: [Template.Stage], _ length: Int) {
            if left.isEmpty || length >= periods {
                patterns.append(repeated(chosen, from: 0, periods))
                return
            }
            var tried: Set<Template.Stage> = []
            for (index, stage) in left.enumerated() where tried.insert(stage).inserted {
                var rest = left
                rest.remove(at: index)
                place(chosen + [stage], rest, length + stage.periods)
            }
        }
        place([], stages, 0)
        return unique(patterns)
    }

    private static func unique(_ patterns: [[String]]) -> [[String]] {
        var seen: Set<[String]> = []
        return patterns.filter { seen.insert($0).inserted }
    }
}
