// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The tables of a caseload's folder.
extension TableSchema {
    /// Who is there, or is known to come.
    public static let cases = TableSchema(
        path: "caseload.csv", isOptional: true,
        notes: ["Who is cared for. One row a case and team; cases have names that say nothing."],
        columns: [
            Column("case", "a name that says nothing of the person", "C-017"),
            Column("pathway", "as discharge lists have it: P1, Pathway 1 - D2A, Uncoded", "P1"),
            Column("team", "as in teams.csv", "north-home"),
            Column("started", "the first day of the stay", "2026-11-14"),
            .optional("expected_days", "length of the whole stay; blank: as stays.csv says", "16"),
            .optional("profile", "as in profiles.yaml; blank: the pathway's", "home-therapy"),
            .optional("source", "step-up (from home) or step-down (out of hospital), or blank", "step-down"),
        ])

    /// How many begin.
    public static let starts = TableSchema(
        path: "starts.csv", isOptional: true,
        notes: ["How many begin, whoever they are. One row a pathway, team and source."],
        columns: [
            Column("pathway", "as in caseload.csv", "P1"),
            Column("team", "as in teams.csv", "north-home"),
            .optional(
                "weekday", "Mon, Mon-Fri, or shares Monday to Sunday; blank: as usual", "4/13/19/18/20/20/7"),
            Column("starts_a_week", "how many begin in a week", "7.5"),
            .optional("profile", "as in profiles.yaml; blank: the pathway's", "home-therapy"),
            .optional("source", "step-up (from home) or step-down (out of hospital), or blank", "step-down"),
        ])

    /// How long people stay.
    public static let stays = TableSchema(
        path: "stays.csv", isOptional: true,
        notes: ["How long people stay, in days. One row a pathway, or a pathway and team."],
        columns: [
            Column("pathway", "as in caseload.csv", "P1"),
            .optional("team", "as in teams.csv; blank: every team", "north-home"),
            .optional("mean", "days", "16"), .optional("median", "days", "7"),
            .optional("distribution", "fixed, or days and how many: 7:0.5;14:0.3;42:0.2", "fixed"),
        ])

    /// What a model of flow between services is given.
    public static let flows = TableSchema(
        path: "ipacs.csv", isOptional: true,
        notes: [
            "Arrivals, stays and capacity, as flow models such as IPACS have them. One row a pathway and team."
        ],
        columns: [
            Column("pathway", "as in caseload.csv", "P2"),
            .optional("team", "as in teams.csv; blank: the one team of the pathway", "north-beds"),
            Column("arrivals_a_day", "how many arrive in a day", "0.7"),
            Column("length_of_stay", "days, on average", "39"),
            .optional("median_stay", "days that half of them stay at most", "30"),
            .optional("capacity", "the most who are there at once; blank: no limit", "24"),
            .optional("profile", "as in profiles.yaml; blank: the pathway's", "beds"),
            .optional("source", "step-up (from home) or step-down (out of hospital), or blank", "step-down"),
        ])

    /// Every table that a caseload's folder may hold.
    public static let caseload: [TableSchema] = [cases, starts, stays, flows]
}
