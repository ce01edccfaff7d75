// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// `plan.json` as it is read back: the summary, and not the figures of the report, which are worked out anew.
struct SummaryDocument: Decodable {
    /// The summary; nil where any of it cannot be read.
    var summary: PlanSummary?
    /// The digests of the plan's tables; none where the file is of a version that did not state them.
    var tables: [InputDigest] = []
    /// What cannot be read.
    let faults: [Members.Fault]

    init(from decoder: any Decoder) {
        var members = Members(decoder, expected: "an object, { … }")
        let objective: Double? = members.value("objective", "a number")
        let bound: Double? = members.value("bound", "a number")
        let terms: Part<PriceTerms>? = members.value("terms", "an object with a number a term")
        let status = members.value("status", words(PlanStatus.self), as: PlanStatus.init)
        let seed: UInt64? = members.value("seed", "a whole number from 0 to \(UInt64.max)")
        let seconds: Double? = members.value("seconds", "a number")
        let halfway: Double? = members.optional("halfway", "a number, or null")
        let work: UInt32? = members.value("work", "a whole number, 0 or more")
        let version: String? = members.value("version", "a text in quotes")
        let files = "a list of { path, sha256 }"
        let inputs: [Part<InputDigest>]? = members.value("inputs", files)
        let tables: [Part<InputDigest>]? = members.value("tables", files, absent: [])
        let decisions: [Part<DelegationDecision>]? = members.value(
            "decisions", "a list of decisions", absent: [])
        faults =
            members.faults + (terms?.faults ?? []) + ((inputs ?? []) + (tables ?? [])).flatMap(\.faults)
            + (decisions ?? []).flatMap(\.faults)
        guard faults.isEmpty, let objective, let bound, let terms = terms?.value, let status, let seed,
            let seconds, let work, let version, let inputs, let tables, let decisions
        else { return }
        summary = PlanSummary(
            objective: objective, bound: bound, terms: terms, status: status, seed: seed, seconds: seconds,
            halfway: halfway, work: Int(work), version: version, inputs: inputs.compactMap(\.value),
            decisions: decisions.compactMap(\.value))
        self.tables = tables.compactMap(\.value)
    }
}

/// An object within the file, and what of it cannot be read.
struct Part<Value: MemberReading>: Decodable {
    let value: Value?
    let faults: [Members.Fault]

    init(from decoder: any Decoder) {
        var members = Members(decoder, expected: Value.expected)
        value = Value(&members)
        faults = members.faults
    }
}

/// What an object of the file may be read as.
protocol MemberReading {
    static var expected: String { get }
    init?(_ members: inout Members)
}

extension PriceTerms: MemberReading {
    static var expected: String { "an object with a number a term" }

    init(_ members: inout Members) {
        self.init()
        for term in Term.allCases {
            guard term.isOfSomeWeeks else {
                self[term] = members.value(term.rawValue, "a number") ?? 0
                continue
            }
            let pounds: Double?? = members.value(term.rawValue, "a number", absent: .some(nil))
            if case .some(.some(let pounds)) = pounds { self[term] = pounds }
        }
    }
}

extension InputDigest: MemberReading {
    static var expected: String { "an object with path and sha256" }

    init?(_ members: inout Members) {
        let path: String? = members.value("path", "a text in quotes")
        let digest: String? = members.value("sha256", "a text in quotes")
        guard let path, let digest else { return nil }
        self.init(path: path, sha256: digest)
    }
}

extension DelegationDecision: MemberReading {
    static var expected: String { "an object with activity, decision, reason, by and on" }

    init?(_ members: inout Members) {
        let activity: String? = members.value("activity", "a text in quotes")
        let ruling = members.value("decision", words(Ruling.self), as: Ruling.init)
        let reason: String? = members.value("reason", "a text in quotes")
        let by: String? = members.value("by", "a text in quotes")
        let on = members.value("on", "a date such as 2026-11-23", as: CalendarDay.init(iso:))
        let staff: String?? = members.value("staff", "a text in quotes", absent: .some(nil))
        let team: String?? = members.value("team", "a text in quotes", absent: .some(nil))
        guard let activity, let ruling, let reason, let by, let on, let staff, let team else { return nil }
        self.init(activity: activity, staff: staff, team: team, ruling, reason: reason, by: by, on: on)
    }
}

/// The words of an enumeration, for a message.
func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> String
where Word.RawValue == String {
    "one of " + Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
}
