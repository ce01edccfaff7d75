// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What the tables of a plan in force have in common: rows that no longer fit the week are told of and left out.
extension WeekTable {
    /// A name that may have gone since the plan was made: then nil, with a warning, once for all rows of the table that
    /// name it.
    ///
    /// - Parameters:
    ///   - was: What the row says of a session that is over: it stood, so each such row is told with what it was. Nil
    ///     where the session is still to come.
    ///   - stands: Whether a name still stands for somebody or something; nil: where it is one of `known`.
    func readLapsed(
        _ field: Field?, _ known: KnownNames?, blanks: Bool = true, was: @autoclosure () -> String? = nil,
        stands: ((String) -> Bool)? = nil
    ) -> String? {
        guard let field, let name = field.identifier(blanks: blanks, diagnostics) else { return nil }
        guard let known, !(stands?(name) ?? known.contains(name)) else { return name }
        let cause = "\(field.place.file)\n\(known.kind)\n\(name)"
        if let was = was() {
            let nearest = diagnostics.isFirst(cause) ? nearestName(to: name, in: known.names) : nil
            field.warning(
                "\(known.kind) \(field.shown) is not \(known.home), and \(was); the row is left out"
                    + didYouMean(nearest),
                expected: nearest ?? "a \(known.kind) that is \(known.home)", diagnostics)
            return nil
        }
        let nearest = diagnostics.isTold(cause) ? nil : nearestName(to: name, in: known.names)
        diagnostics.add(
            .warning, once: cause, at: field, expected: nearest ?? "a \(known.kind) that is \(known.home)"
        ) { met in
            "\(known.kind) '\(Diagnostic.shortened(name))' is not \(known.home); "
                + (met.count > 1 ? "\(met.count) rows are left out" : "the row is left out")
                + didYouMean(nearest)
        }
        return nil
    }

    /// The name of a session that is over; nil where it is still to come, or not known.
    func nameIfOver(_ session: Int?) -> String? {
        guard let session, let horizon, session < basis.weekFile?.frozenBefore ?? 0 else { return nil }
        return horizon.sessions[session].id
    }

    /// The index of a session; nil where it is none, or lies outside of the horizon.
    func readSession(_ field: Field?, _ sessions: inout SessionsOutside) -> Int? {
        guard let field, let session = readSession(field), let horizon else { return nil }
        return sessions.index(of: session, at: field, in: horizon)
    }

    /// Tells of sessions outside of the horizon, whose rows are left out; of a table that has no others gives the days
    /// it is of.
    func tell(of sessions: SessionsOutside, in table: TableSchema) -> OtherWeek? {
        sessions.tell(in: table.path, of: "sessions", horizon, diagnostics) { field, session, horizon in
            field.warning(
                "\(horizon.absence(of: session)); the row is left out",
                expected: "a session of \(horizon.start) to \(horizon.last)", diagnostics)
        }
    }
}
