// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// A figure of the policy is another: a weight, a limit, a cap.
public struct PolicyChange: Sendable, Hashable, Codable {
    /// Its key in week.yaml; one of several under a key after a point: `unmet_minute.critical`.
    public var key: String
    /// The figure; nil for a cap: none.
    public var value: Double?

    /// A figure of the policy.
    public init(key: String, _ value: Double?) {
        self.key = key
        self.value = value
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
        case .accompanied, .lowUtilisation: return nil
        }
    }

    func apply(to week: inout ChangingWeek) {
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

    func words(_ names: Naming) -> String {
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
