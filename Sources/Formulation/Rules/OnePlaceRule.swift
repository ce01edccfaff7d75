// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 1: nobody is in two places, and everyone on duty whose own team is open to them has a place.
enum OnePlaceRule: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        for s in 0..<builder.instance.staffCount {
            for t in 0..<builder.instance.sessionCount {
                let cell = builder.cell(s, t)
                let terms = builder.deployments(cell).map { (column: $0.column, coefficient: 1.0) }
                guard !terms.isEmpty else { continue }
                let origin = RowOrigin(.onePlace, person: s, time: t)
                if builder.instance.isPlaceOwed[cell] {
                    builder.equals(1, origin, terms)
                } else {
                    builder.atMost(1, origin, terms)
                }
            }
        }
    }
}
