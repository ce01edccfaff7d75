// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// wanted.csv, optional: how many people should hold a competency.
struct WantedTable: RotationTable {
    let basis: RotationBasis
    private(set) var values: [WantedRow] = []

    /// Reads the table.
    init(_ basis: RotationBasis) {
        self.basis = basis
        guard let table = basis.source.table(.wanted) else { return }
        let levels = 1...(basis.framework?.levels ?? 100)
        let periods = 1...(basis.file?.periods ?? RotationFile.periodLimit)
        for row in table.rows {
            let competency = table.field("competency", of: row)?
                .competency(of: basis.framework, diagnostics)
            let level = table.field("level", of: row)?.wholeNumber(in: levels, unit: "level", diagnostics)
            let periodField = table.field("period", of: row)
            let isEach = periodField?.text == "*"
            let period = isEach ? nil : periodField?.wholeNumber(in: periods, unit: "period", diagnostics)
            let people = table.field("people", of: row)?
                .wholeNumber(in: 0...10_000, unit: "people", diagnostics)
            let pounds = table.field("pounds", of: row)?
                .decimal(in: PolicyFigure.pounds.weight, unit: "pounds", diagnostics)
            guard let competency, let level, isEach || period != nil, let people, let pounds else { continue }
            values.append(WantedRow(competency, level, period: period, people: people, pounds: pounds))
        }
    }
}
