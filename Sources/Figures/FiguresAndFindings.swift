// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// The figures of a plan, and beside them what was found out about it, where anything was: `report` of `plan.json`.
public struct FiguresAndFindings: Encodable, Sendable {
    private let figures: ReportFigures
    private let findings: Findings
    private let names: Naming

    /// Figures, and findings among them under `findings`, with the names of their week.
    public init(_ figures: ReportFigures, _ findings: Findings, names: Naming) {
        self.names = names
        self.figures = figures
        self.findings = findings
    }

    private enum Keys: String, CodingKey { case findings }

    /// Writes the figures, and the findings beside them.
    public func encode(to encoder: any Encoder) throws {
        try figures.encode(to: encoder)
        guard findings != Findings() else { return }
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(WordedFindings(findings, names: names), forKey: .findings)
    }
}
