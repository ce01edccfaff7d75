// SPDX-License-Identifier: GPL-3.0-or-later

/// The identifiers of one kind, for references to be looked up among.
public struct KnownNames {
    /// What is named: `role`.
    public let kind: String
    /// Where it is defined, for messages: `in the framework`.
    public let home: String
    /// Every name, in the order in which they were defined.
    public private(set) var names: [String] = []
    private var lines: [String: Int] = [:]
    /// The names by what a spreadsheet may have made of them.
    private var rewritten: [String: String] = [:]
    /// The names with characters that look like others.
    private var odd: [String] = []

    /// No names yet.
    public init(kind: String, home: String) {
        self.kind = kind
        self.home = home
    }

    /// Takes a name that is being defined; an error where it was already.
    public mutating func define(_ name: String, at field: Field, _ diagnostics: Diagnostics) {
        if let line = lines[name] {
            field.error(
                "\(kind) \(field.shown) is there twice, first in line \(line)", expected: "each \(kind) once",
                diagnostics)
        } else {
            lines[name] = field.place.line ?? 0
            names.append(name)
            if LookAlikes.folded(name) != name { odd.append(name) }
            for form in SpreadsheetHabits.rewriting(of: name)?.forms ?? [] where rewritten[form] == nil {
                rewritten[form] = name
            }
        }
    }

    /// Whether the name is known.
    public func contains(_ name: String) -> Bool { lines[name] != nil }

    /// The name as it is known; nil, with an error at its place, where it is not.
    ///
    /// A name that a spreadsheet has rewritten, here or where it is defined, and one with characters that only look
    /// right, is told once for all tables and read as the one that was meant, so that nothing else is said to be
    /// missing for it.
    public func resolve(_ name: String, at field: Field, _ diagnostics: Diagnostics) -> String? {
        if contains(name) { return name }
        let (cause, meant, why): (String, String, String)
        if let original = original(of: name) {
            let isShorter = original.utf8.count > name.utf8.count && original.hasSuffix(name)
            (cause, meant) = (Self.rewrittenCause(kind), original)
            why = " Perhaps a spreadsheet " + (isShorter ? "took leading zeros away" : "rewrote it")
        } else if let alike = alike(name) {
            why = LookAlikes.remark(on: name)
            (cause, meant) = ("look-alike\n\(kind)\n\(why)", alike)
        } else {
            return check(name, at: field, diagnostics) ? name : nil
        }
        diagnostics.add(
            .error, once: cause, at: field, expected: meant,
            message: { met in
                "\(kind) '\(Diagnostic.shortened(name))' is not \(home)\(didYouMean(meant))\(why)"
                    + (met.count > 1
                        ? "; \(met.count) cells of \(met.files.joined(separator: ", ")) are like it" : "")
            })
        return meant
    }

    /// The cause of names of a kind that a spreadsheet rewrote, for `Diagnostics.isTold`.
    public static func rewrittenCause(_ kind: String) -> String { "rewritten\n" + kind }

    /// The known name of which a spreadsheet may have made this one, or which it may have made of this one.
    private func original(of name: String) -> String? {
        if let meant = rewritten[name] { return meant }
        return SpreadsheetHabits.rewriting(of: name)?.forms.first { contains($0) }
    }

    /// The known name that this one looks the same as, in whichever of the two the odd character stands.
    private func alike(_ name: String) -> String? {
        let folded = LookAlikes.folded(name)
        if folded != name {
            return contains(folded) ? folded : names.first { LookAlikes.folded($0) == folded }
        }
        return odd.first { LookAlikes.folded($0) == name }
    }

    /// Whether the name is known; if not, reports it where it stands, with the nearest that is.
    public func check(
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
