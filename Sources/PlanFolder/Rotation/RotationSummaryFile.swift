// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Rotations
import Workforce

/// `rotation.json`: the summary of a rotation plan, in an order that people can read, and every figure of what shows it.
enum RotationSummaryFile {
    /// The file as text.
    static func text(
        of summary: RotationSummary, tables: [InputDigest], report: any Encodable
    ) throws(PlanFolderError) -> String {
        let terms = try RotationPrice.Term.allCases.map { term throws(PlanFolderError) in
            "    \"\(term.rawValue)\": \(try PlanNumber.amount(summary.price[term]))"
        }
        let members = [
            ("objective", try PlanNumber.amount(summary.objective)),
            ("bound", try PlanNumber.amount(summary.bound)),
            ("gap", try PlanNumber.text(summary.gap, atLeast: 4, atMost: 9)),
            ("status", try SummaryFile.quoted(summary.status.rawValue)),
            ("terms", "{\n" + terms.joined(separator: ",\n") + "\n  }"),
            ("seed", String(summary.seed)),
            ("seconds", try PlanNumber.minutes(summary.seconds)),
            ("work", String(summary.work)),
            (
                "from",
                try summary.from.map { day throws(PlanFolderError) in try SummaryFile.quoted(day.iso) }
                    ?? "null"
            ),
            ("version", try SummaryFile.quoted(summary.version)),
            ("inputs", SummaryFile.list(try summary.inputs.map(SummaryFile.member))),
            ("tables", SummaryFile.list(try tables.map(SummaryFile.member))),
            ("report", try SummaryFile.lines(of: report)),
        ]
        return "{\n" + members.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The summary that a file holds; nil, with errors reported, where it holds none.
    static func read(_ input: InputFile, _ diagnostics: Diagnostics) -> RotationSummary? {
        guard String(validating: input.bytes, as: UTF8.self) != nil else {
            diagnostics.add(
                .error, at: Place(file: input.path), expected: "UTF-8 text", message: "the file is not UTF-8")
            return nil
        }
        let document = try? JSONDecoder().decode(RotationDocument.self, from: Data(input.bytes))
        guard let document else {
            JSONPlaces(input).tellFault(diagnostics)
            return nil
        }
        let places = JSONPlaces(input)
        for fault in document.faults {
            fault.report(in: places, of: RotationFolder.summaryFile, diagnostics)
        }
        return document.summary
    }
}

/// `rotation.json` as it is read back: the summary, and not the figures of the report, which are worked out anew.
private struct RotationDocument: Decodable {
    /// The summary; nil where any of it cannot be read.
    var summary: RotationSummary?
    /// What cannot be read.
    let faults: [Members.Fault]

    init(from decoder: any Decoder) {
        var members = Members(decoder, expected: "an object, { … }")
        let objective: Double? = members.value("objective", "a number")
        let bound: Double? = members.value("bound", "a number")
        let gap: Double? = members.value("gap", "a number")
        let terms: Part<RotationPrice>? = members.value("terms", "an object with a number a term")
        let status = members.value("status", words(PlanStatus.self), as: PlanStatus.init)
        let seed: UInt64? = members.value("seed", "a whole number from 0 to \(UInt64.max)")
        let seconds: Double? = members.value("seconds", "a number")
        let work: UInt32? = members.value("work", "a whole number, 0 or more")
        let version: String? = members.value("version", "a text in quotes")
        let from: String? = members.optional("from", "a date such as 2027-05-01, or null")
        let inputs: [Part<InputDigest>]? = members.value("inputs", "a list of { path, sha256 }")
        faults = members.faults + (terms?.faults ?? []) + (inputs ?? []).flatMap(\.faults)
        guard faults.isEmpty, let objective, let bound, let gap, let terms = terms?.value, let status,
            let seed, let seconds, let work, let version, let inputs
        else { return }
        summary = RotationSummary(
            objective: objective, bound: bound, gap: gap, status: status, price: terms, seed: seed,
            seconds: seconds, work: Int(work), version: version, inputs: inputs.compactMap(\.value))
        summary?.from = from.flatMap(CalendarDay.init(iso:))
    }
}

extension RotationPrice: MemberReading {
    static var expected: String { "an object with a number a term" }

    init(_ members: inout Members) {
        self.init()
        for term in Term.allCases { self[term] = members.value(term.rawValue, "a number") ?? 0 }
    }
}
