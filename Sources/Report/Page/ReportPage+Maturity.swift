// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// How far the deployment of staff has come: evidence to judge by, the rule, and the fixed-team baseline.
    var maturity: [Block] {
        let figures = figures.maturity
        return [
            .markup(
                Tag.p {
                    Tag.strong { "Staff deployment, by this week's evidence: \(figures.level.words). " }
                    reason
                }),
            .note(
                "This is evidence for people to judge by, from one week's plan, and no assessment. The guidance "
                    + "describes the levels in words and gives no figures; this rule is an assumption. A sign counts "
                    + "as seen from the share beside it. Not yet established: sharing across teams is not seen. "
                    + "Exemplar: every sign that the week can show is seen. Developing: anything between. A week "
                    + "without a bank, or with nothing to delegate, is not held to that sign."),
            .table(evidence),
        ] + fixedTeams
    }

    private var reason: String {
        let figures = figures.maturity
        let missing = figures.evidence.filter { !$0.isSeen && $0.of > 0 }
        switch figures.level {
        case .notYetEstablished:
            return "Hardly anybody works for another team than their own: "
                + (figures.evidence.first { $0.sign == .acrossTeams }.map(count) ?? "no sessions") + "."
        case .developing:
            return "Staff work across team boundaries, but too little is seen of: "
                + missing.map { "\($0.sign.words.lowercased()) (\(count($0)))" }.joined(separator: ", ") + "."
        case .exemplar:
            return
                "Staff work across teams, pathways and organisations, with the competency framework in use."
        }
    }

    private func count(_ evidence: MaturityEvidence) -> String {
        "\(Show.count(evidence.count)) of \(Show.count(evidence.of)) \(evidence.sign.unit)"
    }

    private var evidence: Table {
        Table(
            name: "staff-deployment-evidence", caption: "Evidence of how staff are deployed",
            columns: [
                .prose("Sign", "sign"), .number("This week", "count"), .number("Of", "of"),
                .text("Counted in", "unit"), .number("Share", "share"),
                .number("Counts as seen from", "threshold"), .text("Seen", "seen"),
            ],
            rows: figures.maturity.evidence.map { evidence in
                [
                    .text(evidence.sign.words), .count(evidence.count),
                    .count(evidence.of), .text(evidence.sign.unit), .share(evidence.share),
                    .share(evidence.threshold),
                    .text(evidence.of == 0 ? "nothing to see it by" : evidence.isSeen ? "seen" : "not seen"),
                ]
            })
    }

    private var fixedTeams: [Block] {
        guard let found = findings.fixedTeams else {
            return [.note("What the week would cost with nobody leaving the home team was not worked out.")]
        }
        func cells(_ name: String, _ side: FixedTeams.Side, _ terms: String) -> [Table.Cell] {
            [
                .text(name), .pounds(side.objective), .pounds(side.bookings), .count(side.unmetContacts),
                .hours(side.unmetHours), .text(terms),
            ]
        }
        let (fixed, free) = (found.fixed, found.free)
        let less =
            found.isShown
            ? cells(
                "Fixed teams less free teams",
                FixedTeams.Side(
                    objective: fixed.objective - free.objective, bookings: fixed.bookings - free.bookings,
                    unmetContacts: fixed.unmetContacts - free.unmetContacts,
                    unmetHours: fixed.unmetHours - free.unmetHours),
                (PriceTerms() - found.effect.terms).savedInWords)
            : [.text("No difference shown"), .blank, .blank, .blank, .blank, .blank]
        return [
            .note(
                found.effect.isExact
                    ? "Both plans are proved the cheapest of their kind, so the difference is exact."
                    : "Free teams are planned here from the same start and with the same work as fixed ones, so that "
                        + "only the sharing counts; this plan was searched for longer. A difference is shown where "
                        + "it is more than \(FixedTeams.runs) runs of the search differ among themselves: free teams "
                        + "saved from \(Show.pounds(found.least)) to \(Show.pounds(found.most))."),
            .table(
                Table(
                    name: "fixed-teams", caption: "The same week with fixed teams, the lowest level",
                    columns: [
                        .text("Plan", "plan"), .number("Price in pounds", "price"),
                        .number("Bookings in pounds", "bookings"),
                        .number("Contacts not met", "unmet_contacts"),
                        .number("Their hours", "unmet_hours"), .prose("By term", "by_term"),
                    ],
                    rows: [
                        cells("Fixed teams: nobody leaves the home team", fixed, ""),
                        cells("Free teams", free, ""), less,
                    ])),
        ]
    }
}

extension MaturityFigures.Level {
    fileprivate var words: String {
        switch self {
        case .notYetEstablished: "not yet established"
        case .developing: "developing"
        case .exemplar: "exemplar"
        }
    }
}

extension MaturityEvidence.Sign {
    fileprivate var words: String {
        switch self {
        case .acrossTeams: "Sessions away from the home team"
        case .acrossPathways: "Staff working in another pathway than home's"
        case .acrossOrganisations: "Staff working for another organisation under an agreement"
        case .frameworkInUse: "Competency framework in use: delegable work that is delegated"
        case .sharedBank: "Bank used across organisations"
        }
    }

    fileprivate var unit: String {
        switch self {
        case .acrossTeams: "sessions"
        case .acrossPathways, .acrossOrganisations: "people"
        case .frameworkInUse: "contacts"
        case .sharedBank: "bank sessions"
        }
    }
}
