// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What planning is priced and limited by.
public enum PolicyChange: Sendable, Hashable, Codable {
    /// The most pounds spent on bank sessions; nil: no cap.
    case bankCap(Double?)
    /// The most pounds spent on agency sessions; nil: no cap.
    case agencyCap(Double?)
}

extension PolicyChange: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        switch self {
        case .bankCap(let cap):
            guard week.isRight(cap, 0...1e9, "bank_cap") else { return }
            week.parts.policy.bankCap = cap
        case .agencyCap(let cap):
            guard week.isRight(cap, 0...1e9, "agency_cap") else { return }
            week.parts.policy.agencyCap = cap
        }
    }

    func words(_ names: Naming) -> String {
        switch self {
        case .bankCap(let cap): Self.words("bank", from: names.week.policy.bankCap, to: cap)
        case .agencyCap(let cap): Self.words("agency", from: names.week.policy.agencyCap, to: cap)
        }
    }

    private static func words(_ pay: String, from old: Double?, to new: Double?) -> String {
        guard let new else { return "lifting the cap on \(pay) pay" }
        guard let old else { return "a cap on \(pay) pay of \(Show.pounds(new))" }
        return "\(new < old ? "lowering" : "raising") the cap on \(pay) pay from \(Show.pounds(old)) to "
            + Show.pounds(new)
    }
}
