// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// What is wrong with the entries of a file that are right in their form, where others are not: nobody is to mend a file
/// twice. Told is only what is wrong whatever those others turn out to be.
extension ChangeFile {
    /// Tells of names and figures that do not fit a week, and of what contradicts itself.
    ///
    /// - Parameter unsound: Parts that lack something, because its form is wrong.
    func tellFaults(in week: Week, besides unsound: Set<Part>, _ diagnostics: Diagnostics) {
        var conflicts = Conflicts(self, week, diagnostics)
        conflicts.tell(besides: unsound)
        tellUnknownRoles(week, diagnostics)
        do throws(ChangeError) {
            _ = try week.applying(changes)
        } catch {
            for problem in error.problems
            where Self.isCertain(problem.reason, besides: unsound) && isOwn(problem, week) {
                tell(problem.reason, entries[problem.place], week, diagnostics)
            }
        }
    }

    /// Whether nothing that a part lacks could make it right: a line or somebody who is to be new, contacts or pay that are
    /// to be others.
    private static func isCertain(_ reason: ChangeError.Reason, besides unsound: Set<Part>) -> Bool {
        let makers: [Part]
        switch reason {
        case .unknown(.person, _): makers = [.people]
        case .unknown(.line, _), .taken, .tooLong: makers = [.demand]
        case .outOfRange(let what, _) where what.hasPrefix("contacts of "):
            makers = [.demand, .convert, .contingency]
        case .outOfRange(let what, _) where what.hasPrefix("hourly_cost of "): makers = [.people, .rates]
        case .unknown, .outOfRange, .backwards, .outside, .noRoute, .withdrawn, .oneHanded, .sameActivity:
            makers = []
        }
        return unsound.isDisjoint(with: makers)
    }
}
