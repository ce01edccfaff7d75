// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// A figure of the policy is another: a weight, a limit, a cap; or who is to be accompanied.
public struct PolicyChange: Sendable, Hashable, Codable {
    /// Its key in week.yaml; one of several under a key after a point: `unmet_minute.critical`.
    public var key: String
    /// The figure; nil for a cap: none.
    public var value: Double?
    /// The kinds of role that are to be accompanied, under the key `accompanied` alone; nil: there is a figure.
    public var kinds: [Role.Kind]?
    /// The rungs of the ladder, under the key `ladder` alone; nil: there is a figure.
    public var rungs: [Rung]?

    /// A figure of the policy.
    public init(key: String, _ value: Double?) {
        self.key = key
        self.value = value
    }

    /// Who gives contacts only where a registered person is.
    public static func accompanied(_ kinds: [Role.Kind]) -> PolicyChange {
        var change = PolicyChange(key: "accompanied", nil)
        change.kinds = kinds
        return change
    }

    /// Who is called before whom.
    public static func ladder(_ rungs: [Rung]) -> PolicyChange {
        var change = PolicyChange(key: "ladder", nil)
        change.rungs = rungs
        return change
    }

    /// The most pounds spent on bank sessions; nil: no cap.
    public static func bankCap(_ pounds: Double?) -> PolicyChange { PolicyChange(key: "bank_cap", pounds) }
    /// The most pounds spent on agency sessions; nil: no cap.
    public static func agencyCap(_ pounds: Double?) -> PolicyChange {
        PolicyChange(key: "agency_cap", pounds)
    }
}

extension PolicyChange: ChangeTopic {
    /// Where the figure is in a policy; nil where there is none of that key.
    private var figure: PolicyFigure? {
        let keys = key.split(separator: ".", maxSplits: 1).map(String.init)
        guard let line = Policy.lines.first(where: { $0.key == keys.first }) else { return nil }
        switch line.content {
        case .figure(let figure): return keys.count == 1 ? figure : nil
        case .figures(let figures): return figures.first { $0.key == keys.dropFirst().first }?.figure
        case .accompanied, .lowUtilisation, .ladder: return nil
        }
    }

    func apply(to week: inout ChangingWeek) {
        if key == PolicyChange.accompanied([]).key, let kinds {
            week.parts.policy.accompanied = Role.Kind.allCases.filter { kinds.contains($0) }
            return
        }
        if key == PolicyChange.ladder([]).key, let rungs {
            week.parts.policy.ladder = rungs
            return
        }
        if let share = lowUtilisationKey { return setThreshold(share, in: &week) }
        guard let figure else { return week.refuse(.unknown(.policy, key)) }
        switch figure {
        case .weight(let path):
            if let value = week.value(value, PolicyFigure.pounds.weight, key) {
                week.parts.policy[keyPath: path] = value
            }
        case .number(let path, let range, _):
            if let value = week.value(value, range, key) { week.parts.policy[keyPath: path] = value }
        case .count(let path, let range, _):
            let whole = Double(range.lowerBound)...Double(range.upperBound)
            // What is no whole number is none of the range.
            let value = value.map { $0 == $0.rounded() ? $0 : .infinity }
            if let value = week.value(value, whole, key) { week.parts.policy[keyPath: path] = Int(value) }
        case .most(let path, let range, _):
            if week.isRight(value, range, key) { week.parts.policy[keyPath: path] = value }
        case .cap(let path):
            if week.isRight(value, PolicyFigure.pounds.cap, key) { week.parts.policy[keyPath: path] = value }
        }
    }

    /// What of `low_utilisation` it is about; nil: something else.
    private var lowUtilisationKey: String? {
        let keys = key.split(separator: ".", maxSplits: 1).map(String.init)
        return keys.count == 2 && keys[0] == "low_utilisation" ? keys[1] : nil
    }

    private func setThreshold(_ share: String, in week: inout ChangingWeek) {
        let roles = week.parts.framework.roles.map(\.id)
        guard let value = week.value(value, 0...1, key) else { return }
        switch share {
        case "registered": week.parts.policy.lowUtilisation.registered = value
        case "support": week.parts.policy.lowUtilisation.support = value
        case "bedded": week.parts.policy.lowUtilisation.bedded = value
        default:  // foreign
            guard week.knows(.role, [share], roles) else { return }
            if let place = week.parts.policy.lowUtilisation.roles.firstIndex(where: { $0.role == share }) {
                week.parts.policy.lowUtilisation.roles[place].share = value
            } else {
                week.parts.policy.lowUtilisation.roles.append(.init(role: share, share: value))
            }
        }
    }

    func words(_ names: Naming) -> String {
        if let kinds {
            return kinds.isEmpty
                ? "nobody accompanied" : "\(Naming.list(kinds.map(\.rawValue))) people accompanied"
        }
        if let rungs { return "a ladder of \(rungs.map(\.rawValue).joined(separator: ", "))" }
        guard let figure else { return "\(key) of \(value.map { Show.decimal($0, places: 2) } ?? "none")" }
        switch figure {
        case .cap(let path):
            let pay = key == PolicyChange.bankCap(nil).key ? "bank" : "agency"
            return capWords(pay, from: names.week.policy[keyPath: path])
        case .weight, .number, .count, .most:
            let number = value.map { Show.decimal($0, places: $0 == $0.rounded() ? 0 : 2) } ?? "none"
            return "\(key) of \(number)"
        }
    }

    private func capWords(_ pay: String, from old: Double?) -> String {
        guard let value else { return "lifting the cap on \(pay) pay" }
        guard let old else { return "a cap on \(pay) pay of \(Show.pounds(value))" }
        return "\(value < old ? "lowering" : "raising") the cap on \(pay) pay from \(Show.pounds(old)) to "
            + Show.pounds(value)
    }
}

extension ChangingWeek {
    /// A number that has to be there and within its range.
    fileprivate mutating func value(
        _ value: Double?, _ range: ClosedRange<Double>, _ what: String
    ) -> Double? {
        isRight(value ?? .nan, range, what) ? value : nil
    }
}
