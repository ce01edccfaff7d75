// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import WebStore
import Workforce

/// What has changed in a week, as somebody fills it in: who is away, what care is wanted besides, or a change file that
/// they have already.
struct ChangeForm: Sendable, Equatable {
    /// Somebody who is away; all of it blank: nobody.
    struct Absence: Sendable, Equatable {
        var staff = ""
        var from = ""
        var until = ""
        var reason = ""
    }

    /// More or less care of some kind; all of it blank: none.
    struct Demand: Sendable, Equatable {
        /// `pathways:P1`, `teams:north-home` or `activities:reablement-call`: a key of a change file and its value.
        var what = ""
        var factor = ""
        var from = ""
        var until = ""

        /// What it is by; nil: nothing that care can be named by.
        var care: (key: CareKey, value: String)? {
            guard let colon = what.firstIndex(of: ":"), let key = CareKey(rawValue: String(what[..<colon]))
            else { return nil }
            let value = String(what[what.index(after: colon)...])
            return value.isEmpty ? nil : (key, value)
        }
    }

    /// What care can be named by.
    enum CareKey: String, CaseIterable, Sendable {
        case pathways, teams, activities
    }

    /// Rows of a kind that are shown at first, and at most.
    static let rows = 3
    static let mostRows = 40

    /// What has happened, in a line.
    var title = ""
    /// The first session that is not over, by its name; blank: none is over.
    var firstOpen = ""
    var absences = [Absence](repeating: Absence(), count: rows)
    var demand = [Demand()]
    /// A change file, as pasted.
    var text = ""

    /// Nothing filled in yet.
    init(firstOpen: String = "") { self.firstOpen = firstOpen }

    /// As it was sent. A file that somebody chose counts as pasted.
    init(_ form: Form) {
        func count(_ name: String, _ least: Int) -> Int {
            min(max(Int(form[name]) ?? least, least), Self.mostRows)
        }
        title = form["title"]
        firstOpen = form["first_open"]
        absences = (0..<count("absences", 1)).map { row in
            Absence(
                staff: form["a\(row)-staff"], from: form["a\(row)-from"], until: form["a\(row)-until"],
                reason: form["a\(row)-reason"])
        }
        demand = (0..<count("demands", 1)).map { row in
            Demand(
                what: form["d\(row)-what"], factor: form["d\(row)-factor"], from: form["d\(row)-from"],
                until: form["d\(row)-until"])
        }
        text = form.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? form["text"]
    }

    /// Whether anything is filled in besides what has happened.
    var isBlank: Bool {
        !hasRows && text.allSatisfy(\.isWhitespace)
    }

    private var hasRows: Bool {
        absences.contains { !$0.staff.isEmpty } || demand.contains { !$0.what.isEmpty || !$0.factor.isEmpty }
    }

    /// What is wrong with it, as far as that can be told by itself.
    ///
    /// - Parameter sessions: The names of the week's sessions, in order.
    func problems(sessions: [String], mayBeBlank: Bool) -> [StoreError.FieldProblem] {
        var problems: [StoreError.FieldProblem] = []
        let isFile = !text.allSatisfy(\.isWhitespace)
        if isFile, hasRows {
            problems.append(.init("text", "Fill in the form or give a change file, not both"))
        }
        if !isFile, title.allSatisfy(\.isWhitespace) {
            problems.append(.init("title", "Enter what has happened, such as: Elm is sick"))
        }
        if isBlank, !mayBeBlank {
            problems.append(
                .init("a0-staff", "Say who is away or what care is wanted besides, or give a change file"))
        }
        func order(_ from: String, _ until: String, _ field: String) {
            guard let first = sessions.firstIndex(of: from.isEmpty ? firstOpen : from),
                let last = sessions.firstIndex(of: until), last < first
            else { return }
            problems.append(.init(field, "Choose a last session that is not before the first one"))
        }
        for (row, one) in absences.enumerated() where !one.staff.isEmpty {
            order(one.from, one.until, "a\(row)-until")
        }
        for (row, one) in demand.enumerated() where !one.what.isEmpty || !one.factor.isEmpty {
            if one.care == nil {
                problems.append(.init("d\(row)-what", "Choose the care that is more or less"))
            }
            if !Self.isFactor(one.factor) {
                problems.append(
                    .init(
                        "d\(row)-factor",
                        "Enter how many times as much care it is, above 0, such as 1.2 for a fifth more"))
            }
            order(one.from, one.until, "d\(row)-until")
        }
        return problems
    }

    private static func isFactor(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9]{1,4}(\.[0-9]{1,6})?/) != nil && Double(text) != 0
    }

    /// It as a change file. Where no first session is given, what is over stays as it was.
    var file: String {
        guard text.allSatisfy(\.isWhitespace) else { return text }
        let plain = title.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        var lines = ["change: \(YAMLScalar.text(String(plain)))"]
        let away = absences.filter { !$0.staff.isEmpty }
        if !away.isEmpty { lines.append("absences:") }
        for one in away {
            lines.append(
                entry(
                    [("staff", YAMLScalar.text(one.staff))] + window(one.from, one.until) + [
                        ("reason", one.reason.isEmpty ? "S" : YAMLScalar.text(one.reason))
                    ]))
        }
        let more = demand.filter { $0.care != nil && Self.isFactor($0.factor) }
        if !more.isEmpty { lines.append("demand:") }
        for one in more {
            guard let care = one.care else { continue }
            lines.append(
                entry(
                    [(care.key.rawValue, "[\(YAMLScalar.text(care.value))]"), ("factor", one.factor)]
                        + window(one.from, one.until)))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func window(_ from: String, _ until: String) -> [(String, String)] {
        [("from", from.isEmpty ? firstOpen : from), ("until", until)].filter { !$0.1.isEmpty }
            .map { ($0.0, YAMLScalar.text($0.1)) }
    }

    private func entry(_ pairs: [(String, String)]) -> String {
        "  - {\(pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
    }
}
