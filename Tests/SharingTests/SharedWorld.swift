// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import TestSupport
import Workforce

@testable import Sharing

/// Three people of one team on two days: an assessment, two delegated rehabilitation sessions, one contact not met.
struct SharedWorld {
    var world: TinyWorld
    var sketchWith: (inout PlanSketch) -> Void

    init() {
        world = TinyWorld()
        world.days = 2
        world.rota = ["P-1": ["R", "R", "", ""], "P-2": ["R", "", "", "R"], "P-3": ["A"]]
        world.demand("D-1", "assessment", contacts: 1)
        world.demand("D-2", "rehabilitation", contacts: 3)
        sketchWith = { sketch in
            sketch.deploy("P-1", 0)
            sketch.deploy("P-2", 0)
            sketch.deploy("P-1", 1)
            sketch.give("D-1", "P-1", 0, .registered)
            sketch.give("D-2", "P-2", 0, .delegated, contacts: 2, supervisor: "P-1")
            sketch.plan.supervision.append(
                SupervisionRow(
                    supervisor: "P-1", session: 0, group: "A", activity: "rehabilitation", minutes: 20))
            sketch.leave("D-2", contacts: 1)
        }
    }

    var plan: Plan {
        var sketch = PlanSketch(world.week)
        sketchWith(&sketch)
        return sketch.plan
    }

    func files(after former: SharedFiles? = nil) throws(SharingError) -> SharedFiles {
        let week = world.week
        let calendars = former?.files.filter { $0.name.hasSuffix(".ics") }.map { ($0.name, $0.text) } ?? []
        return try SharedFiles(
            week: week, plan: plan, figures: ReportFigures(week: week, plan: plan), former: calendars)
    }
}

extension SharedFiles {
    /// The text of a file; nothing where there is none.
    func text(_ name: String) -> String { files.first { $0.name == name }?.text ?? "" }

    /// The events of a person's calendar.
    func events(_ stem: String) throws -> [CalendarEvent] {
        try CalendarFile.events(in: text("calendars/\(stem).ics"))
    }
}
