// SPDX-License-Identifier: GPL-3.0-or-later

/// The identifiers of one kind, for references to be looked up among.
struct KnownNames {
    /// What is named: `role`.
    let kind: String
    /// Where it is defined, for messages: `in the framework`.
    let home: String
    private(set) var names: [String] = []
    private var lines: [String: Int] = [:]

    init(kind: String, home: String) {
        self.kind = kind
        self.home = home
    }

    /// Takes a name that is being defined; an error where it was already.
    mutating func define(_ name: String, at field: Field, _ diagnostics: Diagnostics) {
        if let line = lines[name] {
            field.error(
                "\(kind) \(field.shown) is there twice, first in line \(line)", expected: "each \(kind) once",
                diagnostics)
        } else {
            lines[name] = field.place.line ?? 0
            names.append(name)
        }
    }

    func contains(_ name: String) -> Bool { lines[name] != nil }

    /// Whether the name is known; if not, reports it where it stands, with the nearest that is.
    func check(
        _ name: String, at field: Field, severity: Diagnostic.Severity = .error, outcome: String = "",
        _ diagnostics: Diagnostics
    ) -> Bool {
        if contains(name) { return true }
        var nearest: String??
        func suggestion() -> String? {
            let found = nearest ?? nearestName(to: name, in: names)
            nearest = .some(found)
            return found
        }
        diagnostics.add(
            severity, at: field.place, field: field.name, found: field.text,
            expected: suggestion() ?? "a \(kind) that is \(home)",
            message: "\(kind) '\(Diagnostic.shortened(name))' is not \(home)\(outcome)"
                + didYouMean(suggestion()))
        return false
    }
}
