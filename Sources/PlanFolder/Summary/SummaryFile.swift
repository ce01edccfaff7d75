// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Report
import Wording
import Workforce

/// `plan.json`: the summary of a plan, in an order that people can read, and every figure of the report.
enum SummaryFile {
    /// The file as text.
    static func text(
        of summary: PlanSummary, tables: [InputDigest], _ figures: ReportFigures, _ findings: Findings,
        names: Naming
    ) throws(PlanFolderError) -> String {
        let terms = try PriceTerms.Term.allCases.map { term throws(PlanFolderError) in
            "    \(quoted(term.rawValue)): \(try PlanNumber.amount(summary.terms[term]))"
        }
        let members = [
            ("objective", try PlanNumber.amount(summary.objective)),
            ("bound", try PlanNumber.amount(summary.bound)),
            ("gap", try PlanNumber.text(summary.gap, atLeast: 4, atMost: 9)),
            ("status", quoted(summary.status.rawValue)),
            ("terms", "{\n" + terms.joined(separator: ",\n") + "\n  }"),
            ("seed", String(summary.seed)),
            ("seconds", try PlanNumber.minutes(summary.seconds)),
            ("work", String(summary.work)),
            ("version", quoted(summary.version)),
            ("inputs", list(summary.inputs.map(member))),
            ("tables", list(tables.map(member))),
            ("decisions", list(summary.decisions.map(DecisionMember.text))),
            ("report", try report(Report(figures: figures, findings: findings, names: names))),
        ]
        return "{\n" + members.map { "  \(quoted($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The summary that a file holds, and the digests of the plan's tables, if it has them; nil, with errors reported,
    /// where it holds none.
    static func read(
        _ input: InputFile, _ diagnostics: Diagnostics
    ) -> (summary: PlanSummary, tables: [InputDigest])? {
        guard let root = JSONScanner.read(input, diagnostics) else { return nil }
        let cells = SummaryCells(root: root, file: input.path, diagnostics: diagnostics)
        guard cells.isObject else { return nil }
        let objective = cells.number("objective")
        let bound = cells.number("bound")
        let terms = cells.terms()
        let status = cells.word("status", PlanStatus.self)
        let seed = cells.seed("seed")
        let seconds = cells.number("seconds")
        let work = cells.whole("work")
        let version = cells.text("version")
        let inputs = cells.digests("inputs")
        let tables = root["tables"] == nil ? [] : cells.digests("tables")
        let decisions = cells.decisions()
        guard let objective, let bound, let terms, let status, let seed, let seconds, let work, let version,
            let inputs, let tables, let decisions
        else { return nil }
        let summary = PlanSummary(
            objective: objective, bound: bound, terms: terms, status: status, seed: seed, seconds: seconds,
            work: work, version: version, inputs: inputs, decisions: decisions)
        return (summary, tables)
    }

    private static func member(_ digest: InputDigest) -> String {
        "    {\"path\": \(quoted(digest.path)), \"sha256\": \(quoted(digest.sha256))}"
    }

    /// A list of members, one a line.
    private static func list(_ members: [String]) -> String {
        members.isEmpty ? "[]" : "[\n" + members.joined(separator: ",\n") + "\n  ]"
    }

    /// The figures, indented to where they stand. Keys are sorted: the encoder has no other fixed order.
    private static func report(_ report: Report) throws(PlanFolderError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            let lines = String(decoding: try encoder.encode(report), as: UTF8.self)
            return lines.split(separator: "\n").joined(separator: "\n  ")
        } catch {
            throw .unfitPlan(reason: "a figure of the report is no number")
        }
    }

    /// A string as JSON writes it.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// The figures, and beside them what was found out about the plan, where anything was.
private struct Report: Encodable {
    let figures: ReportFigures
    let findings: Findings
    let names: Naming

    private enum Keys: String, CodingKey { case findings }

    func encode(to encoder: any Encoder) throws {
        try figures.encode(to: encoder)
        guard findings != Findings() else { return }
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(WordedFindings(findings, names: names), forKey: .findings)
    }
}
