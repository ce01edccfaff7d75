// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Why utilisation is low: the available hours of each low person by cause, and what would help most.
    var deepDive: [Block] {
        let dives = findings.deepDives
        guard !dives.isEmpty else {
            let low = figures.utilisation.byPerson.count(where: \.isLow)
            return low == 0
                ? [.note("Nobody's utilisation is low.")]
                : [
                    .note(
                        "\(low == 1 ? "One person's utilisation is" : "The utilisation of \(low) people is") low. "
                            + "This report was made without working out why.")
                ]
        }
        return [
            .note(
                "Where the available hours of each low person go that are not direct contact. Causes are found by "
                    + "changing one thing and planning near to the person anew: hours stand under a cause if they "
                    + "become direct contact once that alone is changed."),
            .table(hoursByCause(dives)),
            .table(changes(dives)),
        ]
    }

    private func hoursByCause(_ dives: [DeepDive]) -> Table {
        let causes = CauseMinutes.Cause.allCases.filter { cause in
            dives.contains { Self.minutes($0, cause) != 0 }
        }
        func row(_ name: Table.Cell, _ dives: [DeepDive]) -> [Table.Cell] {
            func hours(_ minutes: (DeepDive) -> Double) -> Table.Cell {
                .hours(dives.reduce(0) { $0 + minutes($1) } / 60)
            }
            return [name, hours(\.availableMinutes), hours(\.contactMinutes)]
                + causes.map { cause in hours { Self.minutes($0, cause) } }
        }
        return Table(
            name: "deep-dive-hours", caption: "Low utilisation: available hours by cause",
            columns: [
                .text("Person", "person"), .number("Available hours", "available_hours"),
                .number("Direct contact", "contact_hours"),
            ]
                + causes.map {
                    .number($0.words, $0.rawValue.map { $0 == "-" ? "_" : String($0) }.joined() + "_hours")
                },
            rows: dives.map { row(person($0.staff), [$0]) }, total: row(.text("All of them"), dives))
    }

    private func changes(_ dives: [DeepDive]) -> Table {
        let names = Naming(week: week)
        return Table(
            name: "deep-dive-changes", caption: "Low utilisation: the smallest change that helps most",
            columns: [
                .text("Person", "person"), .prose("Change", "change"),
                .number("Contacts met besides", "contacts"), .number("Their hours", "hours"),
                .number("Registered hours saved", "registered_hours"),
                .number("Pounds saved, at least", "pounds"), .prose("By term", "by_term"),
            ],
            rows: dives.map { dive in
                [
                    person(dive.staff), .text(dive.sentence(names) ?? "Nothing was found that helps."),
                    dive.effect.map { .count($0.contacts) } ?? .blank, .hours(dive.effect?.hours),
                    .hours(dive.effect?.registeredHours), .pounds(dive.effect?.pounds),
                    .text(dive.effect?.terms.savedInWords ?? ""),
                ]
            })
    }

    private static func minutes(_ dive: DeepDive, _ cause: CauseMinutes.Cause) -> Double {
        dive.causes.reduce(0) { $0 + ($1.cause == cause ? $1.minutes : 0) }
    }
}

extension CauseMinutes.Cause {
    /// A heading.
    fileprivate var words: String {
        switch self {
        case .nonContact: "Administration and non-contact"
        case .records: "Notes and liaison"
        case .travel: "Travel"
        case .supervision: "Supervision given"
        case .choice: "Spare by choice"
        case .competency: "Competency gap"
        case .supervisionMissing: "Supervision or span"
        case .pairMissing: "Handling pair missing"
        case .setting: "Setting, agreement or travel"
        case .several: "More than one of these"
        case .noDemand: "No demand at those hours"
        }
    }
}
