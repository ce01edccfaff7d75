// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// What sessions are paid as, every paid session with its reason, and people on the bank who are not used.
    var bookings: [Block] {
        [
            .note(
                "A session counts in the dearest tier that part of it is. Pay of rostered sessions is a constant "
                    + "that no plan changes; it is here for comparison and not in the price. "
                    + (hasEnhancements
                        ? "Own staff's enhancements are in the pounds of their sessions. " : "")
                    + "Payable are whole pence, as bookings.csv states them booking by "
                    + "booking: those of a tier may be a few pence more or less than its pounds, and those of all are not."
            ),
            .table(payByTier), .note(Self.costNote), .table(costByTeam), .table(bySession),
        ] + withoutBookings + [.table(unused)]
    }

    /// Whether own staff's available sessions cost more on some day of the week.
    private var hasEnhancements: Bool { week.sessions.contains { week.policy.ownUplift(in: $0) > 0 } }

    private var withoutBookings: [Block] {
        if findings.leftOut?.contains(.bookings) ?? false {
            return [
                .note("This report was made without working out \(Findings.Look.bookings.words).")
            ]
        }
        return findings.bookings.isEmpty || plan.bookings.isEmpty ? [] : [.table(without)]
    }

    private var payByTier: Table {
        Table(
            name: "pay-by-tier", caption: "Sessions by how they are paid",
            columns: [
                .text("Tier", "tier"), .number("Sessions", "sessions"), .number("Hours", "hours"),
                .number("Pounds", "pounds"), .number("Payable", "payable"),
            ],
            rows: figures.bookings.tiers.map { figure in
                [
                    .text(Words.tier(figure.tier)),
                    .count(figure.sessions), .hours(figure.hours), .pounds(figure.pounds),
                    figure.tier == .rostered ? .blank : .pounds(figure.payable),
                ]
            },
            total: [
                .text("Bookings beyond the rota"), .count(plan.bookings.count),
                .hours(plan.bookings.reduce(0) { $0 + $1.hours }), .pounds(figures.bookings.bookedPounds),
                .pounds(figures.bookings.payable),
            ])
    }

    private var bySession: Table {
        Table(
            name: "bookings-by-session", caption: "Bookings, session by session",
            columns: [
                .text("Person", "person"), .text("Session", "session"), .text("Team", "team"),
                .text("Engaged as", "engaged_as"), .number("Hours", "hours"), .number("Pounds", "pounds"),
                .prose("Covers", "covers"), .text("Sign-offs are", "sign_offs"),
                .text("First to end", "first_to_end"), .text("On", "until"),
            ],
            rows: plan.bookings.indices.map { place -> [Table.Cell] in
                let (row, held) = (plan.bookings[place], figures.bookings.signOffs[place])
                let work = figures.bookings.work[place]
                return [
                    person(row.staff), session(row.session), team(row.team),
                    .text(Words.capitalised(row.employment.rawValue)), .hours(row.hours), .pounds(row.cost),
                    .text(work.inWords(index.activityName)), .text(words(held)),
                    held.firstToEnd.map { .text(index.competencyName($0)) } ?? .blank,
                    held.until.map { .text(day($0), exact: $0) } ?? .blank,
                ]
            }, whenEmpty: "Nobody is booked beyond the rota.")
    }

    private func words(_ held: BookingSignOffFigure) -> String {
        guard !held.competencies.isEmpty else { return "none needed" }
        guard held.missing.isEmpty else {
            return "not signed off: " + held.missing.map(index.competencyName).joined(separator: ", ")
        }
        guard held.isInDate else { return "end before the week does" }
        return held.until == nil ? "in date, no end" : "in date"
    }

    private var without: Table {
        Table(
            name: "without-each-booking", caption: "What goes unmet without each booking",
            columns: [
                .text("Person", "person"), .text("Session", "session"),
                .number("Contacts not met without it", "contacts"), .number("Their hours", "hours"),
                .number("Heads missing without it", "missing_heads"),
                .number("Pounds the plan would be worse by, at most", "pounds"),
                .prose("Of which", "by_term"), .prose("Lines", "lines"),
            ],
            rows: findings.bookings.map { finding in
                [
                    person(finding.staff), session(finding.session), .count(finding.without.contacts),
                    .hours(finding.without.hours), .count(finding.missingHeads),
                    .pounds(finding.without.pounds),
                    .text((PriceTerms() - finding.without.terms).savedInWords),
                    .text(finding.lines.joined(separator: ", ")),
                ]
            })
    }

    private var unused: Table {
        Table(
            name: "bank-not-used",
            caption: "People on the bank or agency whose competencies are not used",
            columns: [
                .text("Person", "person"), .text("Engaged as", "engaged_as"),
                .number("Sessions offered", "sessions_offered"),
                .number("Sessions deployed", "sessions_deployed"),
                .prose("Competencies not used", "competencies"), .prose("Could do", "could_do"),
            ],
            rows: figures.bookings.unused.map { figure in
                [
                    person(figure.staff), .text(Words.capitalised(figure.employment.rawValue)),
                    .count(figure.sessionsOffered), .count(figure.sessionsDeployed),
                    .text(figure.competencies.map(index.competencyName).joined(separator: "; ")),
                    .text(
                        figure.work.map { work in
                            index.activityName(work.activity)
                                + (work.unmetContacts > 0
                                    ? " (\(Show.counted(work.unmetContacts, "contact")) not met)" : "")
                        }.joined(separator: "; ")),
                ]
            }, whenEmpty: "Everybody on the bank and agency is used for what is asked for.")
    }
}
