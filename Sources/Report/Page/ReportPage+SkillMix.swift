// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension ReportPage {
    /// Registered and support hours.
    var skillMix: [Block] {
        [
            .table(
                ReportTable(
                    name: "skill-mix-by-pathway", caption: "Skill mix by pathway",
                    columns: [
                        .text("Pathway", "pathway"), .number("Registered hours", "registered_hours"),
                        .number("Support hours", "support_hours"),
                        .number("Registered to support", "registered_to_support"),
                    ],
                    rows: figures.staffing.skillMix.map { figure in
                        [
                            .text(figure.group), .hours(figure.registeredHours), .hours(figure.supportHours),
                            .ratio(figure.ratio),
                        ]
                    }))
        ]
    }
}
