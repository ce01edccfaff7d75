// SPDX-License-Identifier: GPL-3.0-or-later

/// The figures of a plan, and beside them what was found out about it, where anything was: `report` of `plan.json`.
public struct FiguresAndFindings: Encodable, Sendable {
    private let figures: ReportFigures
    private let findings: Findings

    /// Figures, and findings among them under `findings`.
    public init(_ figures: ReportFigures, _ findings: Findings) {
        self.figures = figures
        self.findings = findings
    }

    private enum Keys: String, CodingKey { case findings }

    /// Writes the figures, and the findings beside them.
    public func encode(to encoder: any Encoder) throws {
        try figures.encode(to: encoder)
        guard findings != Findings() else { return }
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(findings, forKey: .findings)
    }
}
