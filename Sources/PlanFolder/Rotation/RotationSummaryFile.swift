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
        let from = try summary.from.map { day throws(PlanFolderError) in try SummaryFile.quoted(day.iso) }
        let members: [(name: String, value: String)] = [
            ("objective", try PlanNumber.amount(summary.objective)),
            ("bound", try PlanNumber.amount(summary.bound)),
            ("gap", try PlanNumber.text(summary.gap, atLeast: 4, atMost: 9)),
            ("status", try SummaryFile.quoted(summary.status.rawValue)),
            ("terms", "{\n" + terms.joined(separator: ",\n") + "\n  }"),
            ("seed", String(summary.seed)),
            ("seconds", try PlanNumber.minutes(summary.seconds)),
            ("work", String(summary.work)),
            ("from", from ?? "null"),
            ("notice_weeks", summary.noticeWeeks.map(String.init) ?? "null"),
            ("version", try SummaryFile.quoted(summary.version)),
            ("inputs", SummaryFile.list(try summary.inputs.map(SummaryFile.member))),
            ("tables", SummaryFile.list(try tables.map(SummaryFile.member))),
            ("report", try SummaryFile.lines(of: report)),
        ]
        return "{\n" + members.map { "  \"\($0.name)\": \($0.value)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The summary that a file holds, with the digests of the plan's tables as they were made; nil, with errors reported,
    /// where it holds none.
    static func read(
        _ input: InputFile, _ diagnostics: Diagnostics
    ) -> (summary: RotationSummary, tables: [InputDigest])? {
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
        return document.summary.map { ($0, document.tables) }
    }
}

/// `rotation.json` as it is read back: the summary, and not the figures of the report, which are worked out anew.
private struct RotationDocument: Decodable {
    /// The summary; nil where any of it cannot be read.
    var summary: RotationSummary?
    /// The digests of the plan's tables; none where the file does not state them.
    var tables: [InputDigest] = []
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
        let from = members.optional("from", "a date such as 2027-05-01, or null", as: CalendarDay.init(iso:))
        let weeks = RotationSummary.noticeRange
        let noticeWeeks: Int? = members.optional(
            "notice_weeks", "a whole number from \(weeks.lowerBound) to \(weeks.upperBound), or null"
        ) { weeks.contains($0) ? $0 : nil }
        let files = "a list of { path, sha256 }"
        let inputs: [Part<InputDigest>]? = members.value("inputs", files)
        let tables: [Part<InputDigest>]? = members.value("tables", files, absent: [])
        faults =
            members.faults + (terms?.faults ?? []) + ((inputs ?? []) + (tables ?? [])).flatMap(\.faults)
        guard faults.isEmpty, let objective, let bound, let gap, let terms = terms?.value, let status,
            let seed, let seconds, let work, let version, let inputs, let tables
        else { return }
        self.tables = tables.compactMap(\.value)
        summary = RotationSummary(
            objective: objective, bound: bound, gap: gap, status: status, price: terms, seed: seed,
            seconds: seconds, work: Int(work), version: version, inputs: inputs.compactMap(\.value))
        summary?.from = from
        summary?.noticeWeeks = noticeWeeks
    }
}

extension RotationPrice: MemberReading {
    static var expected: String { "an object with a number a term" }

    init(_ members: inout Members) {
        self.init()
        for term in Term.allCases { self[term] = members.value(term.rawValue, "a number") ?? 0 }
    }
}
