// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Metrics {
    /// Care over seven days, at the beginning of a stay, by locality and by which way people come.
    static func access(_ figures: AccessFigures) -> [Metric] {
        let days = figures.sevenDays
        return days.map {
            ratio(
                "cover_weekend", $0.group, Double($0.weekendGiven), Double($0.weekendGiven + $0.weekendUnmet),
                "Contacts given on Saturdays and Sundays ÷ these and contacts whose window ended on such a day "
                    + "without them.")
        }
            + days.map {
                ratio(
                    "cover_weekdays", $0.group, Double($0.weekdayGiven),
                    Double($0.weekdayGiven + $0.weekdayUnmet),
                    "Contacts given from Monday to Friday ÷ these and contacts whose window ended on such a day "
                        + "without them.")
            }
            + days.compactMap { figure in
                figure.weekendPerWeekday.map {
                    amount(
                        "seven_day_access", figure.group, $0, "contacts a weekend day per contact a weekday",
                        "Contacts given a day at weekends ÷ contacts given a day from Monday to Friday: 1 where there "
                            + "is as much at weekends.")
                }
            }
            + figures.initialAssessments.map {
                ratio(
                    "initial_assessments_met", $0.group, Double($0.met.contacts), Double($0.wanted.contacts),
                    "Initial assessments given in their window ÷ initial assessments asked for: contacts of activities "
                        + "whose identifier or name says so.")
            }
            + met("demand_met_by_locality", figures.byLocality, "of teams of the locality")
            + met("demand_met_by_source", figures.bySource, "of lines with that source")
    }

    private static func met(_ metric: String, _ figures: [DemandFigure], _ what: String) -> [Metric] {
        figures.map {
            ratio(
                metric, $0.group, $0.met.hours, $0.wanted.hours,
                "Contact hours given, of a line no more than it asks for, ÷ contact hours asked for, \(what)."
            )
        }
    }
}
