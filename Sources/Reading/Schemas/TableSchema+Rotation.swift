// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of a rotation's folder, besides those that it shares with a week: sign-offs, agreements and travel.
extension TableSchema {
    /// Places to learn and work in.
    public static let posts = TableSchema(
        path: "posts.csv",
        notes: ["Places to learn and work in: wards, teams at home, hubs. One row a post."],
        columns: [
            Column("post", "identifier, without >", "home-north"),
            Column("team", "the team of the weekly plan that whoever is in it belongs to", "north-home"),
            Column("setting", "the word that templates have for it", "community"),
            Column("organisation", "who runs it", "north-trust"),
            Column("locality", "where it is; as in travel.csv", "north"),
            Column(
                "professions", "the professions that fit, with semicolons; * for all", "physiotherapy"),
            .optional("name", "what people call it", "Home team north"),
            .optional("groups", "groups that curriculum.csv speaks of, with semicolons", "community"),
            .optional("bands", "the bands that fit, with semicolons; blank: any", "5;6"),
            .optional("min_wte", "whole-time equivalents that care needs; blank: 0", "1"),
            .optional("target_wte", "whole-time equivalents meant to be there; blank: min_wte", "2"),
            .optional("max_wte", "the most there is room for; blank: no limit, 0: none", "3"),
            .optional("new_max", "blocks that may begin at one change-over; blank: no limit", "1"),
            .optional("span", "people who are not senior a senior may supervise; blank: no rule", "2"),
            .optional("permanent_seniors", "seniors there who do not rotate; blank: 0", "1"),
            .optional("min_block", "periods a block lasts at least; blank: 1", "3"),
            .optional("max_block", "periods a block lasts at most; blank: no limit", "6"),
            .optional("repeat", "yes: somebody may come back to it; blank: no", ""),
            .optional("needs", "what whoever begins must hold: competency:level, with semicolons", ""),
            .optional(
                "develops", "what is learnt there: competency:level@periods, with semicolons",
                "reablement-approach:2@3"),
        ])

    /// Who rotates.
    public static let people = TableSchema(
        path: "people.csv",
        notes: ["Who rotates. One row a person; keep identifiers pseudonymous."],
        columns: [
            Column("staff", "identifier", "PT-04"),
            Column("role", "roles of the framework; several with a semicolon", "physiotherapist"),
            Column("employer", "who employs the person", "north-trust"),
            Column("base_locality", "where the person sets out from", "north"),
            .optional("name", "what colleagues call the person", "Ann Marsh"),
            .optional("wte", "whole-time equivalent; 0: supernumerary; blank: 1", "0.8"),
            .optional("band", "pay band; blank: only posts without bands fit", "5"),
            .optional("joins", "the first day here; blank: before the programme", "2027-03-01"),
            .optional("leaves", "the last day here; blank: after the programme", "2027-11-30"),
            .optional("template", "a template of rotation.yaml; blank: none", "four-eight"),
            .optional("senior", "yes: supervises others; blank: no", ""),
            .optional("start_post", "the post the person is in as the programme begins", "home-north"),
            .optional("start_periods", "periods spent in it by then; blank: 0", "2"),
            .optional("done", "posts the person has been in before, with semicolons", "ward-3"),
            .optional("cannot", "posts the person cannot be in, with semicolons", ""),
            .optional("prefers", "posts the person would like, the dearest first, with >", "hub>home-south"),
        ])

    /// Who is away when.
    public static let away = TableSchema(
        path: "away.csv", isOptional: true,
        notes: ["Days on which somebody is away: maternity leave, a career break, a secondment. Optional."],
        columns: [
            Column("staff", "as in people.csv", "PT-04"),
            Column("from", "the first day; blank: from before the programme", "2027-05-03"),
            Column("until", "the last day; blank: to its end", "2027-10-31"),
            Column("reason", "why, in your own words", "maternity leave"),
        ])

    /// Who is kept apart.
    public static let apart = TableSchema(
        path: "apart.csv", isOptional: true,
        notes: ["Two people who are never in one post in one period. One row a pair. Optional."],
        columns: [
            Column("staff", "as in people.csv", "PT-04"), Column("other", "likewise", "PT-05"),
        ])

    /// Blocks that people should have.
    public static let curriculum = TableSchema(
        path: "curriculum.csv", isOptional: true,
        notes: ["How many blocks somebody should have in the posts of a group. Optional."],
        columns: [
            Column("staff", "as in people.csv; * for everybody", "*"),
            Column("group", "as in groups of posts.csv", "community"),
            Column("at_least", "blocks wanted; each one missing has a price", "1"),
            Column("at_most", "blocks allowed; blank: no limit", "2"),
            .optional("pounds", "the price of a block missing; blank: 500", "500"),
        ])

    /// Amounts of posts in some periods.
    public static let capacity = TableSchema(
        path: "capacity.csv", isOptional: true,
        notes: [
            "Other amounts of a post, in periods whose first day lies in these days. Blank amounts are the post's own. Optional."
        ],
        columns: [
            Column("post", "as in posts.csv", "home-north"),
            Column("from", "the first day; blank: from the beginning", "2027-12-01"),
            Column("until", "the last day; blank: to the end", "2028-02-29"),
            .optional("min_wte", "in place of the post's", "2"),
            .optional("target_wte", "likewise; blank: the post's, or min_wte here where that is larger", "2"),
            .optional("max_wte", "likewise; 0: none", "3"),
        ])

    /// Competencies wanted.
    public static let wanted = TableSchema(
        path: "wanted.csv", isOptional: true,
        notes: ["How many people should hold a competency at the beginning of a period. Optional."],
        columns: [
            Column("competency", "as in the framework", "reablement-approach"),
            Column("level", "1 up to the framework's levels", "2"),
            Column("period", "its number, or * for each", "*"),
            Column("people", "how many", "6"),
            Column("pounds", "the price of each person missing, a period", "100"),
        ])

    /// The plan in force of a rotation: the placements of its folder.
    public static let currentPosts = TableSchema(
        path: "current/placements.csv", isOptional: true,
        notes: ["The plan in force, as its folder holds it. Optional."],
        columns: [
            Column("staff", "as in people.csv", "PT-04"),
            Column("team", "the post's team", "north-home"),
            Column("from", "the first day, or blank", "2027-01-04"),
            Column("until", "the last day, or blank", "2027-05-03"),
            Column("post", "as in posts.csv", "home-north"),
        ])

    /// Every table that a rotation's folder may hold, in the order in which they are read.
    public static let rotation: [TableSchema] = [
        posts, people, away, apart, curriculum, capacity, wanted, signOffs, agreements, travel, currentPosts,
    ]
}
