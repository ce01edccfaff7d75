// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Cells that name something of the framework. Where it cannot be read nothing is looked up.
extension Field {
    /// Roles `a;b`, each one of the framework's; nil with an error reported.
    public func roles(of framework: FrameworkReader?, _ diagnostics: Diagnostics) -> [String]? {
        guard let roles = identifiers(diagnostics) else { return nil }
        guard let known = framework?.roleNames else { return roles }
        let unknown = roles.filter { !known.check($0, at: self, diagnostics) }
        return unknown.isEmpty ? roles : nil
    }

    /// A competency of the framework; nil with an error reported.
    public func competency(of framework: FrameworkReader?, _ diagnostics: Diagnostics) -> String? {
        guard let competency = identifier(diagnostics) else { return nil }
        guard let known = framework?.competencyNames else { return competency }
        return known.resolve(competency, at: self, diagnostics)
    }
}

extension CSVTable {
    /// `from` and `until` of a row, either of which may be open.
    public func period(
        of row: Row, _ diagnostics: Diagnostics
    ) -> (from: CalendarDay?, until: CalendarDay?) {
        let from = given("from", of: row)?.day(diagnostics)
        let untilField = given("until", of: row)
        let until = untilField?.day(diagnostics)
        if let from, let until, until < from {
            untilField?.error(
                "until \(until) is before from \(from)", expected: "\(from) or later", diagnostics)
            return (from, nil)
        }
        return (from, until)
    }
}
