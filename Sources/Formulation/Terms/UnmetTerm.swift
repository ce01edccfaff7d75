// SPDX-License-Identifier: GPL-3.0-or-later

/// Unmet: weight of the priority × contact minutes, a contact not met.
enum UnmetTerm: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        for (i, line) in builder.instance.lines.enumerated() {
            builder.addCost(line.unmetPrice, to: builder.layout.unmet[i], for: .unmet)
        }
    }
}
