// SPDX-License-Identifier: GPL-3.0-or-later

/// A node of a YAML document, with its place. Scalars keep the text as it is written.
public struct YAMLNode: Sendable {
    /// What kinds of nodes there are.
    public enum Kind: Sendable {
        /// Text; `quoted` where it stood in quotes and so cannot mean "nothing".
        case scalar(String, quoted: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// Keys and values.
        case mapping([(key: Field, value: YAMLNode)])
    }

    /// What stands there.
    public let kind: Kind
    /// Where it stands.
    public let place: Place

    /// A node at a place.
    public init(kind: Kind, place: Place) { (self.kind, self.place) = (kind, place) }

    /// Whether nothing stands here: an empty value, `~` or `null`.
    public var isNull: Bool {
        if case .scalar(let text, quoted: false) = kind {
            return ["", "~", "null", "Null", "NULL"].contains(text)
        }
        return false
    }

    /// What kind of node it is, for messages.
    public var kindName: String {
        switch kind {
        case .scalar: isNull ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The text, or nil with an error reported.
    public func scalar(_ name: String, _ diagnostics: Diagnostics) -> Field? {
        if case .scalar(let text, _) = kind { return Field(isNull ? "" : text, name: name, place: place) }
        return refuse(name, "a single value", diagnostics)
    }

    /// The items, none for nothing, or nil with an error reported.
    public func items(_ name: String, _ diagnostics: Diagnostics) -> [YAMLNode]? {
        if isNull { return [] }
        if case .sequence(let items) = kind { return items }
        return refuse(name, "a list", diagnostics)
    }

    /// The keys and values, or nil with an error reported.
    public func mapping(_ name: String, known: [String], _ diagnostics: Diagnostics) -> YAMLMapping? {
        guard let pairs = pairs(name, diagnostics) else { return nil }
        return YAMLMapping(pairs, name: name, place: place, known: known, diagnostics)
    }

    /// The keys and values of a mapping whose keys are names, each once; nil with an error reported.
    public func pairs(_ name: String, _ diagnostics: Diagnostics) -> [(key: Field, value: YAMLNode)]? {
        guard case .mapping(let pairs) = kind else {
            return refuse(name, "a mapping of keys to values", diagnostics)
        }
        var seen: Set<String> = []
        return pairs.filter { key, _ in
            if seen.insert(key.text).inserted { return true }
            key.error("key \(key.shown) is there twice", expected: "each key once", diagnostics)
            return false
        }
    }

    private func refuse<Value>(_ name: String, _ expected: String, _ diagnostics: Diagnostics) -> Value? {
        diagnostics.add(
            .error, at: place, field: name, found: kindName, expected: expected,
            message: "\(name) is \(kindName), not \(expected)")
        return nil
    }
}

/// A mapping with known keys.
public struct YAMLMapping {
    let name: String
    /// Where it stands.
    public let place: Place
    private let pairs: [(key: Field, value: YAMLNode)]
    private let diagnostics: Diagnostics

    /// Refuses a key that is nearly a known one, because a misspelt limit would not be kept; warns of any other that
    /// is not known.
    public init(
        _ pairs: [(key: Field, value: YAMLNode)], name: String, place: Place, known: [String],
        _ diagnostics: Diagnostics
    ) {
        self.pairs = pairs
        self.name = name
        self.place = place
        self.diagnostics = diagnostics
        for (key, _) in pairs where !known.contains(key.text) {
            let nearest = nearestName(to: key.text, in: known)
            if let nearest {
                key.error(
                    "key \(key.shown) of \(name) is not known" + didYouMean(nearest), expected: nearest,
                    diagnostics)
            } else {
                key.warning(
                    "key \(key.shown) of \(name) is not known and is left out",
                    expected: "one of \(known.joined(separator: ", "))", diagnostics)
            }
        }
    }

    /// The value of a key; nil where the key is not there or holds nothing.
    public func value(_ key: String) -> YAMLNode? {
        guard let pair = pairs.first(where: { $0.key.text == key }), !pair.value.isNull else { return nil }
        return pair.value
    }

    /// The key itself, for messages about its presence.
    public func key(_ key: String) -> Field? { pairs.first { $0.key.text == key }?.key }

    /// The value of a key that must be there; nil with an error reported.
    public func required(_ key: String, _ expected: String) -> YAMLNode? {
        if let value = value(key) { return value }
        diagnostics.add(
            .error, at: self.key(key)?.place ?? place, field: key, expected: expected,
            message: "\(name) has no '\(key)'")
        return nil
    }

    /// The text of a key; nil where it is not there, or with an error where it is no single value.
    public func field(_ key: String) -> Field? { value(key)?.scalar(key, diagnostics) }

    /// The text of a key that must be there; nil with an error reported.
    public func requiredField(_ key: String, _ expected: String) -> Field? {
        required(key, expected)?.scalar(key, diagnostics)
    }
}
