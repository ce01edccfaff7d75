// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// What services are asked to report, and how far the deployment of staff has come.
    ///
    /// The table of the name `metrics` is written beside the page as `metrics.csv`.
    var metrics: [Block] {
        let metrics = Metrics.of(figures, findings: findings)
        return [
            .note(
                "The figures that services are asked to report. Demand and capacity are in hours, and intensity is "
                    + "the nature and frequency of support: contacts and contact hours a day, the length of a contact "
                    + "and how often two workers give it. People are never counted alone. P1, P2 and P3 are shown "
                    + "where the week has teams of them."),
            .drawn(table(metrics), drawn(metrics)),
        ] + maturity
    }

    private func table(_ metrics: [Metric]) -> Table {
        Table(
            name: "metrics", caption: "Metrics to report",
            columns: [
                .text("Metric", "metric"), .text("Group", "group"), .number("Value", "value"),
                .text("Unit", "unit"), .number("Numerator", "numerator"),
                .number("Denominator", "denominator"), .prose("Definition", "definition"),
            ],
            rows: metrics.map { metric in
                [
                    .text(metric.metric), .text(metric.group), metric.value.map(cell(metric)) ?? .blank,
                    .text(metric.unit), metric.numerator.map { .ratio($0) } ?? .blank,
                    metric.denominator.map { .ratio($0) } ?? .blank, .text(metric.definition),
                ]
            })
    }

    private func cell(_ metric: Metric) -> (Double) -> Table.Cell {
        { value in
            switch metric.unit {
            case "share": .share(value)
            case "hours": .hours(value)
            case "pounds": .pounds(value)
            default: .ratio(value)
            }
        }
    }

    /// Groups that paper has of each metric; the stylesheet counts them, too, with the heading.
    static let groupsOnPaper = 4

    /// The same with a heading a metric, so that its definition stands once.
    private func drawn(_ metrics: [Metric]) -> Markup {
        var names: [String] = []
        for metric in metrics where !names.contains(metric.metric) { names.append(metric.metric) }
        let table = Scroll.around("Metrics to report") {
            Tag.table(.class("metrics")) {
                Scroll.caption("Metrics to report")
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.col), .class("w")) { "Group" }
                        Tag.th(.scope(.col), .class("n")) { "Value" }
                        Tag.th(.scope(.col), .class("w")) { "Unit" }
                        Tag.th(.scope(.col), .class("n")) { "Numerator" }
                        Tag.th(.scope(.col), .class("n")) { "Denominator" }
                    }
                }
                for name in names { part(metrics.filter { $0.metric == name }) }
            }
        }
        return Tag.div {
            table
            if names.contains(where: { name in metrics.count { $0.metric == name } > Self.groupsOnPaper }) {
                Tag.p(.class("paper note")) {
                    "The first \(Show.count(Self.groupsOnPaper)) groups of each metric; all of them are on the page."
                }
            }
        }
    }

    private func part(_ metrics: [Metric]) -> Markup {
        Tag.tbody {
            if let first = metrics.first {
                Tag.tr {
                    Tag.th(.scope(.rowgroup), .colspan(5), .class("w prose")) {
                        Tag.strong { first.title + ". " }
                        Tag.small { first.definition }
                    }
                }
            }
            for metric in metrics {
                Tag.tr {
                    Tag.th(.scope(.row), .class("w")) { groupName(metric) }
                    Tag.td(.class("n")) { metric.value.map(cell(metric))?.shownText ?? "–" }
                    Tag.td(.class("w")) {
                        metric.unit == "share" || metric.unit == "pounds" ? "" : metric.unit
                    }
                    Tag.td(.class("n")) { metric.numerator.map(Self.plain) ?? "" }
                    Tag.td(.class("n")) { metric.denominator.map(Self.plain) ?? "" }
                }
            }
        }
    }

    private static func plain(_ value: Double) -> String {
        Show.decimal(value, places: value == value.rounded() ? 0 : 1)
    }

    private func groupName(_ metric: Metric) -> String {
        if metric.group == "all" { return "All" }
        if metric.group == WorkloadFigures.homeless { return "No home team" }
        if metric.metric.hasSuffix("_by_team") { return index.teamName(metric.group) }
        return metric.metric.hasSuffix("_by_activity") ? index.activityName(metric.group) : metric.group
    }
}

extension Metric {
    /// A heading.
    fileprivate var title: String {
        switch metric {
        case "utilisation_of_available": "Staff utilisation, of available hours"
        case "utilisation_of_contracted": "Staff utilisation, of contracted hours"
        case "demand_contact_hours": "Demand, contact hours"
        case "demand_work_hours": "Demand, hours of work"
        case "capacity_rostered_hours": "Capacity, people on the rota"
        case "capacity_could_be_asked_hours": "Capacity, people who could be asked"
        case "two_handed_share": "Intensity, contacts by two workers"
        case "contacts_per_day": "Intensity, contacts a day"
        case "contact_hours_per_day": "Intensity, contact hours a day"
        case "minutes_per_contact": "Intensity, minutes a contact"
        default: Words.capitalised(String(metric.map { $0 == "_" ? " " : $0 }))
        }
    }
}
