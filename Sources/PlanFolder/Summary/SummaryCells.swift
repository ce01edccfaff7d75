// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The members of `plan.json`, read by key. Each reading that fails reports where and why, and gives nil.
struct SummaryCells {
    let root: JSONValue
    let file: String
    let diagnostics: Diagnostics

    /// Whether the file holds an object at all; reports it where not.
    var isObject: Bool {
        if case .object = root.content { return true }
        report(root, "plan.json", expected: "an object, { … }")
        return false
    }

    func number(_ key: String) -> Double? { member(key).flatMap { number($0, key) } }

    func text(_ key: String) -> String? { member(key).flatMap { text($0, key) } }

    func whole(_ key: String) -> Int? {
        guard let value = member(key) else { return nil }
        if case .number(let text) = value.content, let number = Int(text), number >= 0 { return number }
        report(value, key, expected: "a whole number, 0 or more")
        return nil
    }

    func seed(_ key: String) -> UInt64? {
        guard let value = member(key) else { return nil }
        if case .number(let text) = value.content, let number = UInt64(text) { return number }
        report(value, key, expected: "a whole number from 0 to \(UInt64.max)")
        return nil
    }

    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let value = member(key), let text = text(value, key) else { return nil }
        return Field(text, name: key, place: place(value)).word(type, diagnostics)
    }

    /// The terms, every one of them.
    func terms() -> PriceTerms? {
        guard let value = member("terms") else { return nil }
        guard case .object = value.content else {
            report(value, "terms", expected: "an object with a number a term")
            return nil
        }
        var terms = PriceTerms()
        var isWhole = true
        for term in PriceTerms.Term.allCases {
            guard let member = member(term.rawValue, of: value, in: "terms"),
                let pounds = number(member, "terms.\(term.rawValue)")
            else {
                isWhole = false
                continue
            }
            terms[term] = pounds
        }
        return isWhole ? terms : nil
    }

    /// The digests of the inputs.
    func digests(_ key: String) -> [InputDigest]? {
        guard let value = member(key) else { return nil }
        guard case .array(let elements) = value.content else {
            report(value, key, expected: "a list of { path, sha256 }")
            return nil
        }
        let digests = elements.map { element -> InputDigest? in
            guard case .object = element.content else {
                report(element, key, expected: "an object with path and sha256")
                return nil
            }
            let path = member("path", of: element, in: key).flatMap { text($0, "\(key).path") }
            let digest = member("sha256", of: element, in: key).flatMap { text($0, "\(key).sha256") }
            guard let path, let digest else { return nil }
            return InputDigest(path: path, sha256: digest)
        }
        return digests.contains(nil) ? nil : digests.compactMap(\.self)
    }

    private func member(_ key: String) -> JSONValue? { member(key, of: root, in: nil) }

    func member(_ key: String, of value: JSONValue, in parent: String?) -> JSONValue? {
        if let found = value[key] { return found }
        let name = parent.map { "\($0).\(key)" } ?? key
        diagnostics.add(
            .error, at: place(value), field: name, expected: "a member \"\(key)\"",
            message: "\(name) is missing")
        return nil
    }

    private func number(_ value: JSONValue, _ key: String) -> Double? {
        if case .number(let text) = value.content, let number = Double(text), number.isFinite {
            return number
        }
        report(value, key, expected: "a number")
        return nil
    }

    func text(_ value: JSONValue, _ key: String) -> String? {
        if case .text(let text) = value.content { return text }
        report(value, key, expected: "a text in quotes")
        return nil
    }

    func report(_ value: JSONValue, _ key: String, expected: String) {
        diagnostics.add(
            .error, at: place(value), field: key, found: value.shown, expected: expected,
            message: "\(key) is \(Diagnostic.shortened(value.shown))")
    }

    func place(_ value: JSONValue) -> Place {
        Place(file: file, line: value.line, column: value.column)
    }
}
