// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The names of places on the page, the same for the same week, valid and different for any identifier.
enum Anchor {
    /// A person's row on the rota.
    static func person(_ id: String) -> String { "person-" + escaped(id) }

    /// A person's cell on the rota: `rota-PT-01-2026-11-23-am`.
    static func rota(_ staff: String, _ session: Session) -> String {
        "rota-" + escaped(staff) + "-" + name(session)
    }

    /// A team's row among the teams.
    static func team(_ id: String) -> String { "team-" + escaped(id) }

    /// A team's cell in a session: `heads-north-home-2026-11-23-am`.
    static func heads(_ team: String, _ session: Session) -> String {
        "heads-" + escaped(team) + "-" + name(session)
    }

    /// A demand line that is not met.
    static func line(_ id: String) -> String { "line-" + escaped(id) }

    /// The day and the part, the latter without hyphens, so that no two pairs of an identifier and a session
    /// come to the same name.
    private static func name(_ session: Session) -> String {
        session.day.iso + "-" + escaped(session.part.id, keeping: false)
    }

    /// Letters, digits and hyphens as they are, every other byte as `_` and its two hexadecimal digits.
    private static func escaped(_ id: String, keeping hyphens: Bool = true) -> String {
        var text = ""
        for byte in id.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "-") where hyphens:
                text += "-"
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += digits.count < 2 ? "_0" + digits : "_" + digits
            }
        }
        return text
    }
}
