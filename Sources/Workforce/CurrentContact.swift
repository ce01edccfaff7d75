// SPDX-License-Identifier: GPL-3.0-or-later

/// Contacts of a line that the plan in force has somebody, or a pair, give in a session.
public struct CurrentContact: Sendable, Hashable {
    /// The line.
    public var line: String
    /// When, as an index in the week's sessions.
    public var session: Int
    /// Who gives them, or leads.
    public var staff: String
    /// The second of a pair.
    public var partner: String?
    /// How many.
    public var contacts: Int
    /// In what standing; nil where the file does not say, which it has to of sessions that are over.
    public var route: ContactRoute?

    /// Contacts in force.
    public init(
        line: String, session: Int, staff: String, partner: String? = nil, contacts: Int,
        route: ContactRoute? = nil
    ) {
        self.line = line
        self.session = session
        self.staff = staff
        self.partner = partner
        self.contacts = contacts
        self.route = route
    }

    /// Those who take part: one person, or the two of a pair.
    public var workers: [String] { [staff] + (partner.map { $0 == staff ? [] : [$0] } ?? []) }
}

extension DemandLine {
    /// What the name of a line ends in that holds contacts of another in reserve.
    public static let reserveSuffix = "~reserve"

    /// The most characters of a line's name: that of a line and of what its contacts became.
    public static let longestName = 130

    /// Whether it holds contacts of another line in reserve.
    public var isHeldInReserve: Bool { id.hasSuffix(Self.reserveSuffix) }

    /// The line that contacts of a line were first asked for in: contacts of `N1` given as another activity are those
    /// of `N1~activity`, and the same people's. Reserve is nobody's: `N1~reserve` is a line by itself.
    public static func origin(of line: String) -> String {
        line.hasSuffix(reserveSuffix) ? line : line.prefix { $0 != "~" }.description
    }
}
