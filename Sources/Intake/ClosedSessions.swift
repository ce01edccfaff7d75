// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension TeamsTable {
    /// The column `closed` of teams.csv: sessions in which a team is closed though its days and hours would have it open,
    /// `2026-12-25 am;2026-12-25 pm`.
    func readClosedSessions(_ field: Field?) -> Set<ClosedSession> {
        guard let field else { return [] }
        var closed: Set<ClosedSession> = []
        for piece in field.text.split(separator: ";") {
            let part = field.part(piece)
            guard !part.isBlank, let session = readSession(part) else { continue }
            if let horizon, horizon.index(of: session) == nil {
                field.error(
                    "closed \(part.shown): \(horizon.absence(of: session))",
                    expected: "sessions of \(horizon.start) to \(horizon.last), with semicolons", diagnostics)
                continue
            }
            closed.insert(ClosedSession(day: session.day, part: session.part))
        }
        return closed
    }
}
