// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import Wording

/// A frontier drawn: pounds of agency to the right, hours unmet upwards, each point with its rectangle, those that another
/// one is as good as grey, and where the base's own plan stands.
struct FrontierPictures {
    let results: ScenarioResults

    func chart(_ frontier: Frontier) -> CurveChart {
        let care = frontier.care
        let today = frontier.today.map {
            CurveChart.Point(x: $0.pounds, y: $0.unmetHours, remark: frontier.todayWords)
        }
        let dominated = frontier.points.filter(\.isDominated)
        return CurveChart(
            name: ScenarioPictures.name(["frontier-picture", frontier.base]),
            caption: "Hours of \(care) care unmet in \(frontier.place) for so much agency",
            across: CurveChart.Direction("Agency pay", "agency", .pounds),
            upwards: CurveChart.Direction("Contact hours unmet: \(care)", "unmet_hours", .hours),
            series: [
                // The later above the earlier.
                CurveChart.Series(
                    "As much care for less, or more for as much, is known", hue: 0, shape: .points,
                    points: dominated.map(point)),
                CurveChart.Series(
                    "The least unmet that is known", hue: 0, shape: .steps,
                    points: frontier.efficient.map(point)),
                CurveChart.Series("Today", hue: 3, shape: .points, points: today.map { [$0] } ?? []),
            ].filter { !$0.points.isEmpty })
    }

    private func point(_ point: Frontier.Point) -> CurveChart.Point {
        CurveChart.Point(
            x: point.pounds, y: point.unmetHours, range: point.boundHours...point.unmetHours,
            span: point.pounds...max(point.pounds, point.cap ?? point.pounds),
            remark: point.cap.map { "cap \(Show.pounds($0))" } ?? "no cap", isDominated: point.isDominated)
    }
}
