// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What every table is read against: week.yaml and the framework it names.
struct WeekBasis {
    let source: WeekSource
    /// Nil where there is none, or it cannot be read.
    private(set) var weekFile: WeekFile?
    /// Likewise; its names are known also where something else in it has a fault.
    private(set) var frameworkReader: FrameworkReader?

    var diagnostics: Diagnostics { source.diagnostics }
    var horizon: Horizon? { weekFile?.horizon }
    var framework: Framework? { frameworkReader?.framework }

    /// Reads week.yaml and the framework.
    init(_ source: WeekSource) {
        self.source = source
        guard let input = source.load(WeekFile.path, limit: InputFile.documentLimit) else { return }
        var file = WeekFile(input, headings: { RotaTable.days(source) }, source.diagnostics)
        let framework = file.framework.flatMap {
            source.load($0.text, limit: InputFile.documentLimit, mention: $0.place)
        }
        frameworkReader = framework.map { FrameworkReader($0, source.diagnostics) }
        file.readThresholds(roles: frameworkReader?.roleNames?.names, source.diagnostics)
        weekFile = file
    }
}
