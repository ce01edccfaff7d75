// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Cells that name something of the framework. Where it cannot be read nothing is looked up.
extension Field {
    /// Roles `a;b`, each one of the framework's; nil with an error reported.
    public func roles(of framework: FrameworkReader?, _ diagnostics: Diagnostics) -> [String]? {
        guard let roles = identifiers(diagnostics) else { return nil }
        guard let known = framework?.roleNames else { return roles }
        let meant = roles.compactMap { known.resolve($0, at: self, diagnostics) }
        guard meant.count == roles.count else { return nil }
        // Its name and its identifier are one role.
        return meant.indices.filter { !meant[..<$0].contains(meant[$0]) }.map { meant[$0] }
    }

    /// A competency of the framework; nil with an error reported.
    public func competency(of framework: FrameworkReader?, _ diagnostics: Diagnostics) -> String? {
        name(among: framework?.competencyNames, diagnostics)
    }

    /// An identifier among those that are known, or a name that one of them has; nil with an error reported. Where
    /// nothing is known, any identifier.
    func name(among known: KnownNames?, _ diagnostics: Diagnostics) -> String? {
        if let known, known.isCalled(text) { return known.resolve(text, at: self, diagnostics) }
        guard let name = identifier(diagnostics) else { return nil }
        guard let known else { return name }
        return known.resolve(name, at: self, diagnostics)
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
