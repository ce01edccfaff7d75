// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Findings for programs that show them: what helps somebody stands there as a sentence as well.
public struct WordedFindings: Encodable {
    private let findings: Findings
    private let names: Naming

    private enum CodingKeys: CodingKey { case deepDives }

    /// Findings about a plan of the week that is named by those names.
    public init(_ findings: Findings, names: Naming) {
        self.findings = findings
        self.names = names
    }

    /// The findings, and each deep dive with its sentence.
    public func encode(to encoder: any Encoder) throws {
        try findings.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(
            findings.deepDives.map { WordedDive(dive: $0, change: $0.sentence(names)) }, forKey: .deepDives)
    }
}

private struct WordedDive: Encodable {
    let dive: DeepDive
    let change: String?

    private enum CodingKeys: CodingKey { case change }

    func encode(to encoder: any Encoder) throws {
        try dive.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(change, forKey: .change)
    }
}
