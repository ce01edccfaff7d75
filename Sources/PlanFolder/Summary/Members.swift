// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// An object of `plan.json`, read member by member by the standard decoder. What cannot be read is kept as a fault, so
/// that everything wrong with the file is told at once.
struct Members {
    /// A member that cannot be read.
    struct Fault {
        /// The keys and positions that lead to it, or, where it is missing, to the object that should hold it.
        let path: [any CodingKey]
        /// What should stand there; nil where it is missing.
        let expected: String?
        /// The key that is missing.
        var missing = ""
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// What could not be read so far.
    private(set) var faults: [Fault] = []
    private let path: [any CodingKey]
    private let object: KeyedDecodingContainer<Key>?

    init(_ decoder: any Decoder, expected: String) {
        path = decoder.codingPath
        object = try? decoder.container(keyedBy: Key.self)
        if object == nil { faults = [Fault(path: path, expected: expected)] }
    }

    /// The value of a key.
    ///
    /// - Parameter absent: What it is where nothing stands there, or null; nil: that is a fault.
    mutating func value<Value: Decodable>(
        _ name: String, _ expected: String, absent: Value? = nil
    ) -> Value? {
        guard let object else { return nil }
        let key = Key(stringValue: name)
        do {
            if let value = try object.decodeIfPresent(Value.self, forKey: key) ?? absent { return value }
            let isMissing = !object.contains(key)
            faults.append(
                isMissing
                    ? Fault(path: path, expected: nil, missing: name)
                    : Fault(path: path + [key], expected: expected))
        } catch {
            faults.append(Fault(path: path + [key], expected: expected))
        }
        return nil
    }

    /// The value of a key that may be missing.
    mutating func optional<Value: Decodable>(_ name: String, _ expected: String) -> Value? {
        guard let object else { return nil }
        let key = Key(stringValue: name)
        do {
            return try object.decodeIfPresent(Value.self, forKey: key)
        } catch {
            faults.append(Fault(path: path + [key], expected: expected))
            return nil
        }
    }

    /// What the value of a key means that may be missing.
    mutating func optional<Written: Decodable, Value>(
        _ name: String, _ expected: String, as meaning: (Written) -> Value?
    ) -> Value? {
        guard let written: Written = optional(name, expected) else { return nil }
        if let value = meaning(written) { return value }
        faults.append(Fault(path: path + [Key(stringValue: name)], expected: expected))
        return nil
    }

    /// What the text of a key means.
    mutating func value<Value>(
        _ name: String, _ expected: String, as meaning: (String) -> Value?
    ) -> Value? {
        guard let text: String = value(name, expected) else { return nil }
        if let value = meaning(text) { return value }
        faults.append(Fault(path: path + [Key(stringValue: name)], expected: expected))
        return nil
    }
}

extension Members.Fault {
    /// Tells the fault where it stands in the file.
    func report(
        in places: JSONPlaces, of file: String = PlanFolder.summaryFile, _ diagnostics: Diagnostics
    ) {
        let keys = path.filter { $0.intValue == nil }.map(\.stringValue) + (expected == nil ? [missing] : [])
        let name = keys.isEmpty ? file : keys.joined(separator: ".")
        let value = places.value(at: path)
        diagnostics.add(
            .error, at: value.place, field: name, found: expected == nil ? nil : value.shown,
            expected: expected ?? "a member \"\(missing)\"",
            message: expected == nil
                ? "\(name) is missing" : "\(name) is \(Diagnostic.shortened(value.shown))")
    }
}
