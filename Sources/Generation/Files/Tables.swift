// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The tables of a week's folder.
extension Table {
    static let teams = Table(
        path: "teams.csv",
        notes: [
            "The service units. One row a team; travel_minutes are spent on each contact by each worker."
        ],
        columns: [
            Column("team", "identifier, no blanks", "north-home"),
            Column("name", "what people call it", "North home team"),
            Column("pathway", "such as P1, P2, UCR or hub", "P1"),
            Column("organisation", "who runs it", "north-trust"),
            Column("locality", "where it works from; as in travel.csv", "north"),
            Column("setting", "home, bed, hub, clinic or acute", "home"),
            Column("sessions", "parts of the day it is open, by blanks; as in week.yaml", "am pm"),
            Column("days", "days it is open: Mon-Sun, Mon-Fri, Mon;Wed", "Mon-Sun"),
            Column("supervision_group", "teams that share supervisors; blank: the team alone", "north"),
            Column("travel_minutes", "travel per contact", "12"),
            Column("span", "support workers doing delegated work per registered person; blank: no rule", "6"),
            Column("min_staff", "heads wanted in each open session", "0"),
            Column("min_registered", "registered heads wanted in each open session", "0"),
        ])

    static let staff = Table(
        path: "staff.csv",
        notes: [
            "The roster. One row a person; keep identifiers pseudonymous. Rostered hours cost a plan nothing more:",
            "hourly_cost prices the hours a plan adds.",
        ],
        columns: [
            Column("staff", "identifier", "PT-01"),
            Column("role", "roles of the framework; several with a semicolon", "physiotherapist"),
            Column("employer", "who employs the person", "north-trust"),
            Column("base_locality", "where the person sets out from", "north"),
            Column("employment", "substantive, bank, agency, student or volunteer", "substantive"),
            Column("contract_hours", "hours a week; 0 for bank and agency", "30"),
            Column("max_hours", "the most hours worked in a week; blank: no limit", "48"),
            Column("hourly_cost", "pounds an hour with on-costs", "28.70"),
            Column("home_team", "the team the person belongs to; blank: none", "north-home"),
            Column("worked_days_before", "days worked in a row up to the day before the week", "2"),
            Column(
                "last_session_before", "the last session worked before the week, or blank", "2026-11-22 am"),
        ])

    static let signOffs = Table(
        path: "competencies.csv",
        notes: [
            "Sign-offs. One row a person and competency; what is not here is not held.",
            "Where expires_on is blank, the framework's valid_months count from the day of the sign-off.",
        ],
        columns: [
            Column("staff", "as in staff.csv", "PT-01"),
            Column("competency", "as in the framework", "functional-assessment"),
            Column("level", "1 up to the framework's levels", "3"),
            Column("signed_off_on", "the first day it holds", "2025-03-10"),
            Column("expires_on", "the last day it holds, or blank", "2027-03-09"),
            Column("signed_off_by", "who signed it off", "AHP lead"),
        ])

    static let demand = Table(
        path: "demand.csv",
        notes: [
            "Contacts wanted. One row a line: so many contacts of an activity, for a team, within a window of sessions."
        ],
        columns: [
            Column("line", "identifier", "north-home-001"),
            Column("team", "as in teams.csv", "north-home"),
            Column("activity", "as in the framework", "initial-assessment"),
            Column("priority", "critical, urgent or routine", "critical"),
            Column("contacts", "how many", "3"),
            Column(
                "single_handed_contacts",
                "of a two-handed activity: those a clinical review found suitable for one worker", "0"),
            Column("earliest", "the first session of the window", "2026-11-23 am"),
            Column("latest", "the last session of the window", "2026-11-24 am"),
        ])

    static let agreements = Table(
        path: "agreements.csv",
        notes: [
            "Memoranda and staff passports: the employer's people may work for the organisation. Optional."
        ],
        columns: [
            Column("employer", "as in staff.csv", "north-council"),
            Column("organisation", "as in teams.csv", "north-trust"),
            Column("roles", "roles covered, with semicolons; * for all", "reablement-worker;social-worker"),
            Column("from", "the first day, or blank", "2026-04-01"),
            Column("until", "the last day, or blank", "2027-03-31"),
        ])

    static let travel = Table(
        path: "travel.csv",
        notes: [
            "Minutes between localities. A way given in one direction holds in both; one not given cannot be travelled.",
            "Without this file nobody's way is looked at. Optional.",
        ],
        columns: [
            Column("from_locality", "as in teams.csv and staff.csv", "north"),
            Column("to_locality", "likewise", "south"),
            Column("minutes", "a whole number", "18"),
        ])

    static let overrides = Table(
        path: "overrides.csv",
        notes: [
            "What whoever was in charge decided otherwise than the plan: shown with it, judged by no rule. Optional."
        ],
        columns: [
            Column(
                "what", "a staff, a session, a team or a line; several by semicolons", "PT-01;2026-11-24 am"),
            Column("decision", "what was decided", "stays at the ward"),
            Column("why", "the reason", "a new admission"),
            Column("by", "who decided", "Nurse in charge"),
            Column("on", "the day of the decision", "2026-11-24"),
        ])

    /// The rota, a column a session.
    static func rota(_ sessions: [Session]) -> Table {
        Table(
            path: "rota.csv",
            notes: [
                "One row a person, one column a session: R rostered, A available (could be asked), L leave, S sick, T training,",
                "blank not there. L, S and T only where the person would have worked. R@team or A@team: that team only.",
            ],
            columns: [Column("staff", "as in staff.csv", "PT-01")]
                + sessions.enumerated().map { index, session in
                    Column(session.id, "R, A, L, S, T or blank", index < 10 && index % 3 < 2 ? "R" : "")
                })
    }
}
