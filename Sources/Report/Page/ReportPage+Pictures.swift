// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Figures
import Markup
import Wording
import Workforce

extension ReportPage {
    /// A picture of a table that stands beside it.
    func picture(_ chart: BarChart) -> Block { .markup(Tag.div(.class("beside")) { chart.picture }) }

    /// Contacts given, and not met, session by session of a calendar week.
    func sessionPicture(_ calendar: CalendarWeek) -> Block {
        let cover = figures.cover.sessions
        return BarChart(
            name: calendar.table("cover-by-session"),
            caption: "Contacts given and not met by session, week of \(Show.day(calendar.start))",
            rowTitle: "Session", unit: .count,
            parts: [
                BarChart.Part(title: "Given", name: "given", hue: 0),
                BarChart.Part(title: "Not met, and could not be any later", name: "not_met", hue: 5),
            ],
            bars: calendar.sessions.map { session in
                BarChart.Bar(
                    sessionInWords(session), [Double(cover[session].given), Double(cover[session].unmet)])
            }
        ).block
    }

    /// What the plan's people are paid, by tier.
    var payPicture: BarChart {
        BarChart(
            name: "pounds-by-tier", caption: "Pounds by tier", rowTitle: "Tier", unit: .pounds,
            parts: [BarChart.Part(title: "Pounds", name: "pounds", hue: 0)],
            bars: paidTiers.map { BarChart.Bar(Words.tier($0.tier), [$0.pounds]) })
    }

    /// Direct contact of available hours, a picture a home team, each person against the threshold of theirs.
    var utilisationPictures: [BarChart] {
        groups.map { group in
            BarChart(
                name: "utilisation-by-person",
                caption: "Utilisation by person, of available hours: \(group.title)",
                rowTitle: "Person", unit: .share,
                parts: [BarChart.Part(title: "Direct contact of available hours", name: "share", hue: 0)],
                bars: group.people.map { person in
                    let figure = figures.utilisation.byPerson[person]
                    return BarChart.Bar(
                        week.staff[person].name, [figure.shareOfAvailable], mark: figure.threshold)
                })
        }
    }

    /// Registered and support hours by pathway.
    var skillMixPicture: BarChart {
        BarChart(
            name: "skill-mix-by-pathway", caption: "Hours deployed by pathway", rowTitle: "Pathway",
            unit: .hours,
            parts: [
                BarChart.Part(title: "Registered", name: "registered_hours", hue: 0),
                BarChart.Part(title: "Support", name: "support_hours", hue: 1),
            ],
            bars: figures.staffing.skillMix.map {
                BarChart.Bar($0.group, [$0.registeredHours, $0.supportHours])
            })
    }

    /// Registered hours that delegation releases, by pathway.
    var releasedPicture: BarChart {
        BarChart(
            name: "skill-mix-by-pathway", caption: "Registered hours released by delegation",
            rowTitle: "Pathway",
            unit: .hours, parts: [BarChart.Part(title: "Released", name: "released_hours", hue: 2)],
            bars: figures.staffing.skillMix.map { BarChart.Bar($0.group, [$0.releasedHours]) })
    }
}
