// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// Reads the keys of one mapping, such as a change. Whatever is wrong is told at its place, and makes the whole entry unsound.
///
/// A key that is there and holds nothing is a fault like any other: what is left out stays as it was, and nobody can
/// tell whether a blank was to mean that.
public final class EntryReader {
    /// What it is called in messages: `an absence`.
    public let name: String
    /// Where it begins.
    public let place: Place
    let diagnostics: Diagnostics
    /// Whether nothing in it is wrong so far.
    public private(set) var isSound = true
    /// What was read of it.
    private(set) var fields: [Field] = []
    private let pairs: [(key: Field, value: YAMLNode)]

    /// The keys of a mapping; nil, with an error reported, where it is none.
    public init?(_ node: YAMLNode, _ name: String, known: [String], _ diagnostics: Diagnostics) {
        guard let pairs = node.pairs(name, diagnostics) else { return nil }
        (self.name, self.place, self.diagnostics) = (name, node.place, diagnostics)
        self.pairs = pairs
        for (key, _) in pairs where !known.contains(key.text) {
            let nearest = nearestName(to: key.text, in: known)
            key.error(
                "key \(key.shown) of \(name) is not known" + didYouMean(nearest),
                expected: nearest ?? "one of \(known.joined(separator: ", "))", diagnostics)
            isSound = false
        }
    }

    /// The keys that are there, in order.
    public var keys: [Field] { pairs.map(\.key) }

    /// Whether a key is there.
    public func has(_ key: String) -> Bool { node(key) != nil }
    /// What stands under a key; nil where the key is not there.
    public func node(_ key: String) -> YAMLNode? { pairs.first { $0.key.text == key }?.value }
    /// The key itself, for messages about its presence.
    public func keyField(_ key: String) -> Field? { pairs.first { $0.key.text == key }?.key }

    /// Tells that the entry as a whole is not right.
    public func refuse(_ message: String, expected: String, at field: Field? = nil) {
        diagnostics.add(
            .error, at: field?.place ?? place, field: field?.name, found: field?.text, expected: expected,
            message: message)
        isSound = false
    }

    /// Takes the entry for unsound, where what is wrong was told already.
    func spoil() { isSound = false }

    /// Refuses keys that do not go with what the entry is.
    public func refuse(_ keys: [String], beside other: String) {
        for key in keys {
            guard let field = keyField(key) else { continue }
            refuse(
                "key '\(key)' does not go with '\(other)' in \(name)", expected: "one of the two", at: field)
        }
    }

    // MARK: Single values

    /// The text of a key; nil where the key is not there, or with an error where it is no single value.
    public func field(_ key: String) -> Field? {
        guard let node = node(key) else { return nil }
        return kept(node.scalar(key, diagnostics))
    }

    /// The text of a key that must be there.
    public func required(_ key: String, _ expected: String) -> Field? {
        guard has(key) else {
            refuse("\(name) has no '\(key)'", expected: expected)
            return nil
        }
        return field(key)
    }

    private func kept(_ field: Field?) -> Field? {
        if let field { fields.append(field) } else { isSound = false }
        return field
    }

    /// A value made of a field; unsound where there is a field and no value.
    private func sound<Value>(_ field: Field?, _ value: (Field) -> Value?) -> Value? {
        guard let field else { return nil }
        let made = value(field)
        if made == nil { isSound = false }
        return made
    }

    func identifier(_ field: Field?, limit: Int = Field.identifierLimit) -> String? {
        sound(field) { $0.identifier(limit: limit, diagnostics) }
    }

    /// A name; nil where the key is not there, or with an error where it holds none.
    public func identifier(_ key: String) -> String? { identifier(field(key)) }

    /// A name that must be there.
    public func required(_ key: String, a what: String) -> String? { identifier(required(key, what)) }

    /// The name of a demand line.
    func line(_ key: String) -> String? {
        identifier(required(key, "a line of demand.csv"), limit: Field.lineLimit)
    }

    /// A number of a range, with its unit for messages.
    public func decimal(_ key: String, _ range: ClosedRange<Double>, _ unit: String) -> Double? {
        sound(field(key)) { $0.decimal(in: range, unit: unit, diagnostics) }
    }

    /// A whole number of a range, with its unit for messages.
    public func whole(_ key: String, _ range: ClosedRange<Int>, _ unit: String) -> Int? {
        sound(field(key)) { $0.wholeNumber(in: range, unit: unit, diagnostics) }
    }

    /// A factor: above 0, up to 100.
    func factor() -> Double? {
        guard let field = required("factor", "a number above 0, such as 1.2") else { return nil }
        return sound(field) {
            guard let value = $0.decimal(in: 0...100, unit: "times what it was", diagnostics) else {
                return nil
            }
            guard value > 0 else {
                $0.error(
                    "factor \($0.shown) is not above 0", expected: "a number above 0, up to 100", diagnostics)
                return nil
            }
            return value
        }
    }

    /// A share that must be there.
    func share() -> Double? {
        guard let field = required("share", "a share of 0 to 1") else { return nil }
        return sound(field) { $0.decimal(in: 0...1, unit: "contacts meant per contact", diagnostics) }
    }

    /// One of a list of words.
    public func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        sound(field(key)) { $0.word(type, diagnostics) }
    }

    func truth(_ key: String) -> Bool? { sound(field(key)) { $0.truth(diagnostics) } }
    /// A text of some words.
    public func note(_ key: String) -> String? { sound(field(key)) { $0.note(diagnostics) } }

    /// A day.
    public func day(_ key: String) -> CalendarDay? {
        guard let day = sound(field(key), { $0.day(diagnostics) }) else { return nil }
        replaceLast(with: day.iso)
        return day
    }

    /// A session, by its name in files.
    func session(_ key: String) -> String? { session(field(key)) }

    private func session(_ field: Field?) -> String? {
        guard let session = sound(field, { $0.session(diagnostics) }) else { return nil }
        replaceLast(with: session.id)
        return session.id
    }

    /// The sessions between `from` and `until`.
    func range() -> SessionRange { SessionRange(from: session("from"), until: session("until")) }

    /// A value is looked for in its own form, however it was written.
    private func replaceLast(with text: String) {
        guard let last = fields.popLast() else { return }
        fields.append(Field(text, name: last.name, place: last.place))
    }

    // MARK: Lists

    /// The fields of a list, or of a single value in its place; nil where the key is not there.
    func list(_ key: String) -> [Field]? {
        guard let node = node(key) else { return nil }
        if case .scalar = node.kind { return field(key).map { [$0] } }
        guard let items = node.items(key, diagnostics) else {
            isSound = false
            return nil
        }
        return items.compactMap { kept($0.scalar(key, diagnostics)) }
    }

    /// Names, each once; nil where the key is not there.
    public func names(_ key: String, limit: Int = Field.identifierLimit) -> [String]? {
        guard let found = list(key) else { return nil }
        var names: [String] = []
        for field in found {
            guard let name = identifier(field, limit: limit), !isRepeated(name, names, field) else {
                continue
            }
            names.append(name)
        }
        return isEmpty(names, key) ? nil : names
    }

    /// Sessions, each once, by their names in files.
    func sessions(_ key: String) -> [String]? {
        guard let node = node(key) else { return nil }
        var items = [node]
        if case .sequence(let several) = node.kind { items = several }
        var sessions: [String] = []
        for item in items {
            let field = kept(item.scalar(key, diagnostics))
            guard let field, let session = session(field), !isRepeated(session, sessions, field) else {
                continue
            }
            sessions.append(session)
        }
        return isEmpty(sessions, key) ? nil : sessions
    }

    /// A list of some of a few words, each once, or one of them; nil where the key is not there.
    public func words<Word: RawRepresentable & CaseIterable & Equatable>(_ key: String, _ type: Word.Type)
        -> [Word]?
    where Word.RawValue == String {
        guard let found = list(key) else { return nil }
        var words: [Word] = []
        for field in found {
            guard let word = sound(field, { $0.word(type, diagnostics) }) else { continue }
            if !isRepeated(word.rawValue, words.map(\.rawValue), field) { words.append(word) }
        }
        return isEmpty(words, key) ? nil : words
    }

    private func isRepeated(_ name: String, _ names: [String], _ field: Field) -> Bool {
        guard names.contains(name) else { return false }
        refuse("\(field.name) names '\(Diagnostic.shortened(name))' twice", expected: "each once", at: field)
        return true
    }

    private func isEmpty<Value>(_ values: [Value], _ key: String) -> Bool {
        guard values.isEmpty else { return false }
        if isSound, let field = keyField(key) {
            refuse("\(key) names nothing", expected: "a list such as [a, b], or no such key", at: field)
        }
        return true
    }
}
