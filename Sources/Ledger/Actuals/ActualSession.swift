// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A session as it was worked: a row of `actuals.csv`.
public struct ActualSession: Sendable, Equatable {
    /// When, as files name it: `2026-11-23 am`.
    public let session: String
    /// Who.
    public let staff: String
    /// Where.
    public let team: String
    /// What it was paid as.
    public let booking: Booking
    /// Pounds that were paid; nil: the plan's.
    public let cost: Double?
    /// Contacts that the person led; nil: nobody says.
    public let contacts: Int?
    /// Hours in contact with people supported; nil: as many as such contacts take in the plan.
    public let contactHours: Double?
    /// People whose care began in it; nil: nobody says.
    public let starts: Int?

    /// A session.
    public init(
        session: String, staff: String, team: String, booking: Booking = .rostered, cost: Double? = nil,
        contacts: Int? = nil, contactHours: Double? = nil, starts: Int? = nil
    ) {
        (self.session, self.staff, self.team, self.booking) = (session, staff, team, booking)
        (self.cost, self.contacts, self.contactHours) = (cost, contacts, contactHours)
        self.starts = starts
    }
}

extension TableSchema {
    /// `actuals.csv`: what was worked, for comparing it with a run.
    public static let actuals = TableSchema(
        path: "actuals.csv",
        notes: ["A session that somebody worked, on the rota or booked."],
        columns: [
            Column("session", "when: a day and a part of it", "2026-11-23 am"),
            Column("staff", "who", "SW-01"),
            Column("team", "where", "north-home"),
            .optional(
                "booking",
                "what it was paid as: rostered, contract, extra, overtime, bank, agency, unpaid; blank: as the plan has it, "
                    + "else rostered",
                "bank"),
            .optional("cost", "pounds paid for it; blank: what the plan says", "96.40"),
            .optional("contacts", "contacts that the person gave, of a pair one of the two", "4"),
            .optional(
                "contact_hours", "hours in contact; blank: as many as contacts of the team take in the plan",
                "2.5"),
            .optional("starts", "people whose care began in it, of a pair one of the two counts them", "1"),
        ])
}

extension ActualSession {
    /// Reads what was worked, and everything that is wrong with it at once.
    ///
    /// - Returns: The rows in order of the file, nil where anything is wrong; and what there is to say.
    public static func read(
        _ path: FilePath, beside outcome: RunOutcome
    ) -> (sessions: [ActualSession]?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        guard
            let input = InputFile.load(
                path.name.description, in: path.parent, at: path, diagnostics),
            let table = CSVTable.read(input, .actuals, diagnostics)
        else { return (nil, diagnostics.sorted) }
        let reader = ActualsReader(table, outcome, diagnostics)
        let sessions = reader.sessions()
        return (diagnostics.hasErrors ? nil : sessions, diagnostics.sorted)
    }
}
