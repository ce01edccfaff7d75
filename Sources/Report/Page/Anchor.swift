// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// The names of places on the page, the same for the same week, valid and different for any identifier.
enum Anchor {
    /// A person's row on the rota.
    static func person(_ id: String) -> String { "person-" + PlainName.of(id) }

    /// A person's cell on the rota: `rota-PT-01-2026-11-23-am`.
    static func rota(_ staff: String, _ session: Session) -> String {
        "rota-" + PlainName.of(staff) + "-" + name(session)
    }

    /// A team's row among the teams.
    static func team(_ id: String) -> String { "team-" + PlainName.of(id) }

    /// A team's cell in a session: `heads-north-home-2026-11-23-am`.
    static func heads(_ team: String, _ session: Session) -> String {
        "heads-" + PlainName.of(team) + "-" + name(session)
    }

    /// A demand line that is not met.
    static func line(_ id: String) -> String { "line-" + PlainName.of(id) }

    /// The day and the part, the latter without hyphens, so that no two pairs of an identifier and a session
    /// come to the same name.
    private static func name(_ session: Session) -> String {
        session.day.iso + "-" + PlainName.of(session.part.id, keeping: "")
    }
}
