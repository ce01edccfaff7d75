// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Wording
import Workforce

/// `plan.json`: the summary of a plan, in an order that people can read, and every figure of what shows it.
enum SummaryFile {
    /// The file as text.
    static func text(
        of summary: PlanSummary, tables: [InputDigest], report: any Encodable
    ) throws(PlanFolderError) -> String {
        let terms = try summary.terms.stated.map { term throws(PlanFolderError) in
            "    \"\(term.rawValue)\": \(try PlanNumber.amount(summary.terms[term]))"
        }
        let members = [
            ("objective", try PlanNumber.amount(summary.objective)),
            ("bound", try PlanNumber.amount(summary.bound)),
            ("gap", try PlanNumber.text(summary.gap, atLeast: 4, atMost: 9)),
            ("status", try quoted(summary.status.rawValue)),
            ("terms", "{\n" + terms.joined(separator: ",\n") + "\n  }"),
            ("seed", String(summary.seed)),
            ("seconds", try PlanNumber.minutes(summary.seconds)),
            ("halfway", try summary.halfway.map(PlanNumber.amount) ?? "null"),
            ("work", String(summary.work)),
            ("version", try quoted(summary.version)),
            ("inputs", list(try summary.inputs.map(member))),
            ("tables", list(try tables.map(member))),
            ("decisions", list(try summary.decisions.map(member))),
            ("report", try lines(of: report)),
        ]
        return "{\n" + members.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The summary that a file holds, and the digests of the plan's tables, if it has them; nil, with errors reported,
    /// where it holds none.
    static func read(
        _ input: InputFile, _ diagnostics: Diagnostics
    ) -> (summary: PlanSummary, tables: [InputDigest])? {
        guard String(validating: input.bytes, as: UTF8.self) != nil else {
            diagnostics.add(
                .error, at: Place(file: input.path), expected: "UTF-8 text", message: "the file is not UTF-8")
            return nil
        }
        guard let document = try? JSONDecoder().decode(SummaryDocument.self, from: Data(input.bytes)) else {
            JSONPlaces(input).tellFault(diagnostics)
            return nil
        }
        guard let summary = document.summary else {
            let places = JSONPlaces(input)
            for fault in document.faults { fault.report(in: places, diagnostics) }
            return nil
        }
        return (summary, document.tables)
    }

    static func member(_ digest: InputDigest) throws(PlanFolderError) -> String {
        try member([("path", digest.path), ("sha256", digest.sha256)])
    }

    /// A null is everyone, or every team.
    private static func member(_ decision: DelegationDecision) throws(PlanFolderError) -> String {
        try member([
            ("activity", decision.activity), ("staff", decision.staff), ("team", decision.team),
            ("decision", decision.ruling.rawValue), ("reason", decision.reason), ("by", decision.by),
            ("on", decision.on.iso),
        ])
    }

    private static func member(_ texts: [(key: String, text: String?)]) throws(PlanFolderError) -> String {
        let members = try texts.map { key, text throws(PlanFolderError) in
            "\"\(key)\": \(try text.map(quoted) ?? "null")"
        }
        return "    {" + members.joined(separator: ", ") + "}"
    }

    /// A list of members, one a line.
    static func list(_ members: [String]) -> String {
        members.isEmpty ? "[]" : "[\n" + members.joined(separator: ",\n") + "\n  ]"
    }

    /// The figures, indented to where they stand. Keys are sorted: the encoder has no other fixed order.
    static func lines(of figures: any Encodable) throws(PlanFolderError) -> String {
        do {
            let lines = try JSONText.of(figures)
            return lines.split(separator: "\n").joined(separator: "\n  ")
        } catch {
            throw .unfitPlan(reason: "a figure of the report is no number")
        }
    }

    static func quoted(_ text: String) throws(PlanFolderError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        do {
            return String(decoding: try encoder.encode(text), as: UTF8.self)
        } catch {
            throw .unfitPlan(reason: "it holds a text that cannot be written")
        }
    }
}
