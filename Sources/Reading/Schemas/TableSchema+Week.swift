// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of a week's folder.
extension TableSchema {
    /// The service units.
    public static let teams = TableSchema(
        path: "teams.csv",
        notes: [
            "The service units. One row a team; travel_minutes are spent on each contact by each worker."
        ],
        columns: [
            Column("team", "identifier, no blanks", "north-home"),
            .optional("name", "what people call it", "North home team"),
            Column("pathway", "such as P1, P2, UCR or hub", "P1"),
            Column("organisation", "who runs it", "north-trust"),
            Column("locality", "where it works from; as in travel.csv", "north"),
            .optional("setting", "home, bed, hub, clinic or acute", "home"),
            Column("sessions", "parts of the day it is open, by blanks; as in week.yaml", "am pm"),
            .optional("days", "days it is open: Mon-Sun, Mon-Fri, Mon;Wed", "Mon-Sun"),
            .optional("closed", "sessions in which it is closed all the same, with semicolons; or blank", ""),
            .optional("supervision_group", "teams that share supervisors; blank: the team alone", "north"),
            .optional("travel_minutes", "travel per contact", "12"),
            .optional(
                "span", "support workers doing delegated work per registered person; blank: no rule", "6"),
            .optional("min_staff", "heads wanted in each open session", "0"),
            .optional("min_registered", "registered heads wanted in each open session", "0"),
            .optional(
                "head_professions", "professions that count for min_registered, with semicolons; blank: all",
                "nursing"),
        ])

    /// The roster.
    public static let staff = TableSchema(
        path: "staff.csv",
        notes: [
            "The roster. One row a person; keep identifiers pseudonymous. Rostered hours cost a plan nothing more:",
            "hourly_cost prices the hours a plan adds.",
        ],
        columns: [
            Column("staff", "identifier", "PT-01"),
            .optional("name", "what colleagues call the person", "Ann Marsh"),
            Column("role", "roles of the framework; several with a semicolon", "physiotherapist"),
            Column("employer", "who employs the person", "north-trust"),
            Column("base_locality", "where the person sets out from", "north"),
            Column("employment", "substantive, bank, agency, student or volunteer", "substantive"),
            .optional("contract_hours", "hours a week; 0 for bank and agency", "30"),
            .optional("max_hours", "the most hours worked in a week; blank: no limit", "48"),
            .optional("hourly_cost", "pounds an hour with on-costs", "28.70"),
            .optional("home_team", "the team the person belongs to; blank: none", "north-home"),
            .optional("worked_days_before", "days worked in a row up to the day before the week", "2"),
            .optional(
                "last_session_before", "the last session worked before the week, or blank", "2026-11-22 am"),
            .optional(
                "non_contact_minutes", "minutes of a session not for contacts; blank: as role or policy say",
                "45"),
            .optional("pace", "share of a session in which work gets done; blank: as the role says", "0.8"),
            .optional("opted_out", "yes: agreed to work more than average_hours; blank: no", ""),
            .optional(
                "person", "the same word in the rows of one human with several jobs; blank: the row's own", ""
            ),
        ])

    /// What people worked before the week.
    public static let hoursBefore = TableSchema(
        path: "hours_before.csv", isOptional: true,
        notes: [
            "Hours of the weeks before, leave, sickness and training included: what working time is averaged over.",
            "One row a person and week. skillmix new --after writes it. Optional.",
        ],
        columns: [
            Column("staff", "as in staff.csv", "PT-01"),
            Column("week_starting", "the Monday of a week before this one", "2026-11-16"),
            Column("hours", "hours of that week", "37.5"),
        ])

    /// What people work elsewhere.
    public static let otherHours = TableSchema(
        path: "other_hours.csv", isOptional: true,
        notes: [
            "Hours that people work for other employers, in this week and before it. One row a person and week. Optional."
        ],
        columns: [
            Column("staff", "as in staff.csv", "PT-01"),
            Column("week_starting", "the Monday of a week", "2026-11-23"),
            Column("hours", "hours of that week for all other employers", "12"),
        ])

    /// Sign-offs of competencies.
    public static let signOffs = TableSchema(
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
            .optional("expires_on", "the last day it holds, or blank", "2027-03-09"),
            .optional("signed_off_by", "who signed it off", "AHP lead"),
        ])

    /// Contacts wanted.
    public static let demand = TableSchema(
        path: "demand.csv",
        notes: [
            "Contacts wanted. One row a line: so many contacts of an activity, for a team, within a window of sessions."
        ],
        columns: [
            Column("line", "identifier", "north-home-001"),
            Column("team", "as in teams.csv", "north-home"),
            Column("activity", "as in the framework", "initial-assessment"),
            Column("priority", "critical, urgent, routine or reserve", "critical"),
            Column("contacts", "how many", "3"),
            .optional(
                "single_handed_contacts",
                "of a two-handed activity: those a clinical review found suitable for one worker", "0"),
            Column("earliest", "the first session of the window", "2026-11-23 am"),
            Column("latest", "the last session of the window", "2026-11-24 am"),
            .optional("usual", "staff who usually give them, with semicolons; blank: nobody", "SW-01;SW-02"),
            .optional("source", "step-up (from home) or step-down (out of hospital), or blank", "step-down"),
        ])

    /// Whose people may work for whom.
    public static let agreements = TableSchema(
        path: "agreements.csv", isOptional: true,
        notes: [
            "Memoranda and staff passports: the employer's people may work for the organisation. Optional."
        ],
        columns: [
            Column("employer", "as in staff.csv", "north-council"),
            Column("organisation", "as in teams.csv", "north-trust"),
            Column("roles", "roles covered, with semicolons; * for all", "reablement-worker;social-worker"),
            .optional("from", "the first day, or blank", "2026-04-01"),
            .optional("until", "the last day, or blank", "2027-03-31"),
        ])

    /// Minutes between localities.
    public static let travel = TableSchema(
        path: "travel.csv", isOptional: true,
        notes: [
            "Minutes between localities. A way given in one direction holds in both; one not given cannot be travelled.",
            "Without this file nobody's way is looked at. Optional.",
        ],
        columns: [
            Column("from_locality", "as in teams.csv and staff.csv", "north"),
            Column("to_locality", "likewise", "south"),
            Column("minutes", "a whole number", "18"),
        ])

    /// Who else must be there.
    public static let minimums = TableSchema(
        path: "minimums.csv", isOptional: true,
        notes: [
            "Who else must be there, beside min_staff and min_registered of teams.csv. One row a team and kind of head:",
            "professions or a competency, not both. Each head missing costs unsafe_staffing. Optional.",
        ],
        columns: [
            Column("team", "as in teams.csv", "north-hub"),
            .optional("professions", "registered heads of one of these, with semicolons", "nursing"),
            .optional("competency", "or heads who hold this at a level on the day", ""),
            Column("at_least", "how many", "1"),
            .optional(
                "sessions", "parts of the day, or sessions, with semicolons; blank: all the team's",
                "am;2026-11-28 pm"),
        ])

    /// What was decided otherwise than the plan.
    public static let overrides = TableSchema(
        path: "overrides.csv", isOptional: true,
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

    /// What people ask for themselves.
    public static let requests = TableSchema(
        path: "requests.csv", isOptional: true,
        notes: [
            "What people ask for themselves. One row a person and session, or day; what is not granted has a price. Optional."
        ],
        columns: [
            Column("staff", "as in staff.csv", "PT-01"),
            Column("session", "a session, or a day alone", "2026-11-28"),
            Column("want", "on, off, or a team as in teams.csv", "off"),
            .optional("weight", "pounds it costs not to grant it; blank: 1", "1"),
        ])

    /// The rota, whose other columns are the sessions.
    public static let rota = TableSchema(
        path: "rota.csv",
        notes: [
            "One row a person, one column a session: R rostered, A available (could be asked), L leave, S sick, T training,",
            "C may be called (has offered nothing), blank not there. L, S and T only where the person would have worked. R@team or A@team;team: those teams only.",
            "R/120, A/120, L/120: 120 paid minutes of the session only; with a team R/120@team.",
        ],
        columns: [Column("staff", "as in staff.csv", "PT-01")], hasSessions: true)

    /// What AHP leads decided about delegation.
    public static let decisions = TableSchema(
        path: "decisions.csv", isOptional: true,
        notes: ["What AHP leads decided about delegation: it holds from its day on. Optional."],
        columns: [
            Column("activity", "as in the framework, delegable there", "exercise-practice"),
            .optional("staff", "as in staff.csv; blank: everyone", "SW-01"),
            .optional("team", "as in teams.csv; blank: every team", "north-home"),
            Column("decision", "allow or refuse", "allow"),
            Column("reason", "why", "competent and supervised on site"),
            Column("by", "who decided", "AHP lead"),
            Column("on", "the day from which it holds", "2026-11-23"),
        ])

    /// Where people are in their rotation.
    public static let placements = TableSchema(
        path: "placements.csv", isOptional: true,
        notes: ["Where people are in their rotation. One row a person and stay. Optional."],
        columns: [
            Column("staff", "as in staff.csv", "PT-04"), Column("team", "as in teams.csv", "north-home"),
            .optional("from", "the first day, or blank", "2026-09-01"),
            .optional("until", "the last day, or blank", "2027-02-28"),
            .optional("post", "the post of a rotation plan: of no meaning in a week", "north-home-5"),
        ])

    /// The plan in force: the table of deployments of its folder.
    public static let current = TableSchema(
        path: "current/deployments.csv", isOptional: true,
        notes: ["The plan in force, as its folder holds it. Optional."],
        columns: [
            Column("staff", "as in staff.csv", "PT-01"),
            Column("session", "a session of the week", "2026-11-23 am"),
            Column("team", "as in teams.csv", "north-home"),
            .optional("booking", "how the session is paid", "rostered"),
            .optional("minutes", "minutes of the session", "240"),
            .optional("contact_minutes", "minutes with people supported", "180"),
        ])

    /// The contacts of the plan in force: the table of contacts of its folder.
    public static let currentContacts = TableSchema(
        path: "current/contacts.csv", isOptional: true,
        notes: ["The contacts of the plan in force, as its folder holds them. Optional."],
        columns: [
            Column("line", "as in demand.csv", "north-home-001"),
            .optional("activity", "as in the framework", "initial-assessment"),
            .optional("team", "as in teams.csv", "north-home"),
            Column("session", "a session of the week", "2026-11-23 am"),
            Column("staff", "as in staff.csv; of a pair who leads", "PT-01"),
            .optional("partner", "the second of a pair, or blank", ""),
            .optional("route", "in which standing", "registered"),
            Column("contacts", "how many", "2"),
            .optional("minutes", "minutes of each worker", "150"),
            .optional("supervisor", "who supervises delegated contacts, or blank", ""),
        ])

    /// Supervision of the plan in force: the table of its folder.
    public static let currentSupervision = TableSchema(
        path: "current/supervision.csv", isOptional: true,
        notes: [
            "The supervision of the plan in force, as its folder holds it; of meaning before frozen_before. Optional."
        ],
        columns: [
            Column("supervisor", "as in staff.csv", "PT-01"),
            Column("session", "a session of the week", "2026-11-23 am"),
            Column("supervision_group", "as in teams.csv, or *", "north"),
            Column("activity", "as in the framework", "exercise-practice"),
            Column("minutes", "minutes given", "15"),
        ])

    /// Every table that a week's folder may hold, in the order in which they are read.
    public static let week: [TableSchema] = [
        teams, staff, hoursBefore, otherHours, signOffs, rota, demand, decisions, agreements, travel,
        placements, minimums, current, currentContacts, currentSupervision, overrides, requests,
    ]
}
