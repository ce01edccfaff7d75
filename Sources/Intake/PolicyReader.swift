// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads the `policy` of week.yaml over the default policy: what is not given stays as it is by default.
///
/// All but `low_utilisation`, which is kept for when the roles of the framework are known.
struct PolicyReader {
    private let diagnostics: Diagnostics
    private var policy = Policy()

    /// The policy of a node, and what stands under `low_utilisation`; the default for nothing. Faults are reported
    /// and leave the default.
    static func read(
        _ node: YAMLNode?, _ diagnostics: Diagnostics
    ) -> (policy: Policy, thresholds: YAMLNode?) {
        var reader = PolicyReader(diagnostics: diagnostics)
        guard let node, !node.isNull, let mapping = node.mapping("policy", known: keys, diagnostics) else {
            return (reader.policy, nil)
        }
        for line in Policy.lines { reader.read(line, mapping) }
        return (reader.policy, mapping.value(lowUtilisation))
    }

    private init(diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    private static let keys = Policy.lines.map(\.key)

    /// The key whose own keys are also roles: `ThresholdReader` reads it once the framework is known.
    static let lowUtilisation = "low_utilisation"

    private mutating func read(_ line: PolicyLine, _ mapping: YAMLMapping) {
        switch line.content {
        case .figure(let figure): read(figure, line.key, mapping)
        case .figures(let figures):
            let own = mapping.value(line.key)?.mapping(line.key, known: figures.map(\.key), diagnostics)
            guard let own else { return }
            for (key, figure) in figures { read(figure, key, own) }
        case .accompanied: readAccompanied(mapping)
        case .lowUtilisation: break
        case .ladder:
            let rungs = mapping.value(line.key)?.items(line.key, diagnostics).map {
                Rung.read($0.compactMap { $0.scalar(line.key, diagnostics) }, diagnostics)
            }
            if let rungs { policy.ladder = rungs }
        }
    }

    private mutating func read(_ figure: PolicyFigure, _ key: String, _ mapping: YAMLMapping) {
        guard let field = mapping.field(key) else { return }
        let pounds = PolicyFigure.Unit.pounds.rawValue
        switch figure {
        case .weight(let path):
            let value = field.decimal(in: PolicyFigure.pounds.weight, unit: pounds, diagnostics)
            if let value { policy[keyPath: path] = value }
        case .number(let path, let range, let unit):
            let value = field.decimal(in: range, unit: unit.rawValue, diagnostics)
            if let value { policy[keyPath: path] = value }
        case .count(let path, let range, let unit):
            let value = field.wholeNumber(in: range, unit: unit.rawValue, diagnostics)
            if let value { policy[keyPath: path] = value }
        case .most(let path, let range, let unit):
            policy[keyPath: path] = field.decimal(in: range, unit: unit.rawValue, diagnostics)
        case .cap(let path):
            policy[keyPath: path] = field.decimal(in: PolicyFigure.pounds.cap, unit: pounds, diagnostics)
        }
    }

    /// `accompanied: [student, volunteer]`; an empty list: nobody.
    private mutating func readAccompanied(_ mapping: YAMLMapping) {
        guard let items = mapping.value("accompanied")?.items("accompanied", diagnostics) else { return }
        var kinds: Set<Role.Kind> = []
        for item in items {
            guard let field = item.scalar("accompanied", diagnostics),
                let kind = field.word(Role.Kind.self, diagnostics)
            else { continue }
            if kind == .registered {
                field.error(
                    "accompanied names 'registered', who are those that accompany others",
                    expected: "kinds of role: support, student, volunteer", diagnostics)
            }
            kinds.insert(kind)
        }
        policy.accompanied = Role.Kind.allCases.filter { kinds.contains($0) }
    }
}
