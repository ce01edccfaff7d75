// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Heads short by team, absence and moves.
    var staffing: [Block] {
        let figures = figures.staffing
        return [.table(headsByTeam)] + headProfessions + otherMinimums + [
            .table(
                Table(
                    name: "hours-on-the-rota", caption: "Hours on the rota",
                    columns: [.text("Duty", "duty"), .number("Hours", "hours")],
                    rows: [
                        [.text("Rostered, everybody"), .hours(figures.rosteredHours)],
                        [.text("Rostered, own staff"), .hours(figures.ownRosteredHours)],
                        [.text("Leave, own staff"), .hours(figures.leaveHours)],
                        [.text("Sick, own staff"), .hours(figures.sickHours)],
                        [.text("Training, own staff"), .hours(figures.trainingHours)],
                    ],
                    total: [
                        .text("Absence of own staff, share of their hours"), .share(figures.absenceShare),
                    ])),
            .table(
                Table(
                    name: "moves", caption: "Moves",
                    columns: [.text("What", "what"), .number("Times", "times")],
                    rows: [
                        [.text("Sessions away from the home team"), .count(figures.awaySessions)],
                        [.text("Changes of team within a day"), .count(figures.teamChanges)],
                        [.text("On duty, no team has work for them"), .count(figures.rosteredWithoutPlace)],
                    ])),
        ]
    }

    /// Whose registered heads count in teams that say so.
    private var headProfessions: [Block] {
        let teams = week.teams.filter { !$0.headProfessions.isEmpty && $0.minimumRegistered > 0 }
        guard !teams.isEmpty else { return [] }
        return [
            .note(
                teams.map {
                    "In \($0.name) the minimum counts \(Words.heads($0.registeredHeads, week.framework))."
                }.joined(separator: " "))
        ]
    }

    /// Who else must be there; nothing where nobody must.
    private var otherMinimums: [Block] {
        guard !week.minimums.isEmpty else { return [] }
        var found = [[OtherHeadFigure]](repeating: [], count: week.minimums.count)
        for item in figures.heads.items {
            for other in item.others ?? [] { found[other.row].append(other) }
        }
        return [
            .table(
                Table(
                    name: "others-who-must-be-there", caption: "Who else must be there, by team",
                    columns: [
                        .text("Team", "team"), .text("Who", "who"), .number("At least", "at_least"),
                        .number("Sessions", "sessions"), .number("Sessions short", "sessions_short"),
                        .number("Heads missing", "heads_missing"),
                    ],
                    rows: zip(week.minimums, found).map { minimum, sessions in
                        [
                            team(minimum.team), .text(Words.heads(minimum.kind, week.framework)),
                            .count(minimum.atLeast), .count(sessions.count),
                            .count(sessions.count { $0.missing > 0 }),
                            .count(sessions.reduce(0) { $0 + $1.missing }),
                        ]
                    }))
        ]
    }

    /// Sessions in which a team has fewer heads than its minimum.
    private var headsByTeam: Table {
        let teams = week.teams.filter { $0.minimumStaff > 0 || $0.minimumRegistered > 0 }
        let items = Dictionary(grouping: figures.heads.items, by: \.team)
        return Table(
            name: "heads-by-team", caption: "Heads below the minimum, by team",
            columns: [
                .text("Team", "team"), .number("Minimum heads", "minimum_heads"),
                .number("Minimum registered", "minimum_registered"),
                .number("Open sessions", "open_sessions"), .number("Sessions short", "sessions_short"),
                .number("Heads missing", "heads_missing"),
                .number("Registered missing", "registered_missing"),
            ],
            rows: teams.map { team in
                let sessions = items[team.id] ?? []
                return [
                    self.team(team.id), .count(team.minimumStaff), .count(team.minimumRegistered),
                    .count(sessions.count), .count(sessions.count(where: \.isShort)),
                    .count(sessions.reduce(0) { $0 + $1.missingStaff }),
                    .count(sessions.reduce(0) { $0 + $1.missingRegistered }),
                ]
            }, whenEmpty: "No team has a minimum.")
    }
}
