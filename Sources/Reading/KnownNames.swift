// SPDX-License-Identifier: GPL-3.0-or-later

/// The identifiers of one kind, for references to be looked up among.
public struct KnownNames {
    /// What is named: `role`.
    public let kind: String
    /// Where it is defined, for messages: `in the framework`.
    public let home: String
    /// Whether what one alone is called stands for it: so of roles and activities, whose names nobody shares by chance, and
    /// not of people.
    public let takesCalls: Bool
    /// Every name, in the order in which they were defined.
    public private(set) var names: [String] = []
    private var lines: [String: Int] = [:]
    /// The names by what a spreadsheet may have made of them.
    private var rewritten: [String: String] = [:]
    /// The names with characters that look like others, by what they look like.
    private var odd: [String: [String]] = [:]
    /// The names by what people call them, as it looks.
    private var called: [String: [String]] = [:]
    /// What people call each, where that is known.
    private var calls: [String: String] = [:]

    /// No names yet.
    ///
    /// - Parameter takesCalls: Whether what one alone is called stands for it.
    public init(kind: String, home: String, takesCalls: Bool = false) {
        (self.kind, self.home, self.takesCalls) = (kind, home, takesCalls)
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
            if takesCalls { keep(name, as: name) }
            let looks = LookAlikes.folded(name)
            if looks != name { odd[looks, default: []].append(name) }
            for form in SpreadsheetHabits.rewriting(of: name)?.forms ?? [] where rewritten[form] == nil {
                rewritten[form] = name
            }
        }
    }

    /// Takes what people call one of the names.
    public mutating func call(_ name: String, _ called: String) {
        keep(name, as: called)
        calls[name] = called
    }

    private mutating func keep(_ name: String, as called: String) {
        let looks = call(called)
        // A name and what it is called may be one word.
        if !(takesCalls && self.called[looks]?.contains(name) == true) {
            self.called[looks, default: []].append(name)
        }
    }

    /// Whether a text is what something is called, and stands for it: so it may have characters that no identifier has.
    public func isCalled(_ text: String) -> Bool { takesCalls && called[call(text)] != nil }

    /// A text as calls are compared: by eye, and where they stand for names with blanks for hyphens, `Rehab session`.
    private func call(_ text: String) -> String {
        LookAlikes.byEye(
            takesCalls ? LookAlikes.folded(text).replacing("-", with: " ").replacing("_", with: " ") : text)
    }

    /// Whether the name is known.
    public func contains(_ name: String) -> Bool { lines[name] != nil }

    /// The name as it is known; nil, with an error at its place, where it is not.
    ///
    /// A name with a blank, hyphen or quote of a word processor's where a known one has the plain one is that one, which
    /// is told once. One that a spreadsheet has rewritten, here or where it is defined, one with letters that only look
    /// right, and one that is what people call somebody, is an error, told once for all tables; it is read as the one that
    /// was meant, so that nothing else is said to be missing for it.
    public func resolve(_ name: String, at field: Field, _ diagnostics: Diagnostics) -> String? {
        if contains(name) { return name }
        if let original = original(of: name) {
            let isShorter = original.utf8.count > name.utf8.count && original.hasSuffix(name)
            let why = " Perhaps a spreadsheet " + (isShorter ? "took leading zeros away" : "rewrote it")
            tell(name, is: original, why, cause: Self.rewrittenCause(kind), at: field, diagnostics)
            return original
        }
        if let alike = alike(name) {
            let isPlain = LookAlikes.plainMarks(name) == LookAlikes.plainMarks(alike)
            if isPlain, isAlone(LookAlikes.plainMarks(name)) {
                tellPlain(name, is: alike, at: field, diagnostics)
            } else {
                let why = LookAlikes.remark(on: name)
                tell(name, is: alike, why, cause: "look-alike\n\(kind)\n\(why)", at: field, diagnostics)
            }
            return alike
        }
        if let people = called[call(name)] {
            return resolve(name, called: people, at: field, diagnostics)
        }
        return check(name, at: field, diagnostics) ? name : nil
    }

    /// Whether only one name is that text, apart from blanks, hyphens and quotes.
    private func isAlone(_ plain: String) -> Bool {
        let others = odd[LookAlikes.folded(plain)] ?? []
        return (contains(plain) ? 1 : 0) + others.count { LookAlikes.plainMarks($0) == plain } == 1
    }

    /// A name that a spreadsheet or a word processor made of another: an error, once.
    private func tell(
        _ name: String, is meant: String, _ why: String, cause: String, at field: Field,
        _ diagnostics: Diagnostics
    ) {
        diagnostics.add(
            .error, once: cause, at: field, expected: meant,
            message: { met in
                "\(kind) '\(Diagnostic.shortened(name))' is not \(home)\(didYouMean(meant))\(why)"
                    + (met.count > 1
                        ? "; \(met.count) cells of \(met.files.joined(separator: ", ")) are like it" : "")
            })
    }

    /// A name that differs in blanks, hyphens or quotes alone: a notice, once.
    private func tellPlain(_ name: String, is meant: String, at field: Field, _ diagnostics: Diagnostics) {
        let remark = LookAlikes.remark(on: LookAlikes.plainMarks(name) == name ? meant : name)
        diagnostics.add(
            .notice, once: "plain\n\(kind)\n\(remark)", at: field, expected: meant,
            message: { met in
                "\(kind) '\(Diagnostic.shortened(name))' is read as '\(Diagnostic.shortened(meant))'\(remark)"
                    + (met.count > 1
                        ? "; \(met.count) cells of \(met.files.joined(separator: ", ")) are like it" : "")
            })
    }

    /// What people call somebody or something, where identifiers should stand; read as it where it is what one alone is
    /// called.
    private func resolve(
        _ name: String, called names: [String], at field: Field, _ diagnostics: Diagnostics
    ) -> String? {
        let shown = "\(kind) '\(Diagnostic.shortened(name))'"
        guard names.count == 1 else {
            field.wrongEverywhere(
                "\(shown) is not \(home): \(names.count) are called so",
                expected: names.prefix(5).map { "'\($0)'" }.joined(separator: " or "), diagnostics)
            return nil
        }
        if takesCalls {
            diagnostics.add(
                .notice, once: "called\n\(kind)\n\(field.place.file)\n\(field.name)", at: field,
                expected: names[0],
                message: { met in
                    "\(shown) is read as '\(names[0])', which is called so" + met.others("cell")
                })
            return names[0]
        }
        diagnostics.add(
            .error, once: "called\n\(kind)\n\(field.place.file)", at: field, expected: names[0],
            message: { met in
                "\(shown) is not \(home): that is what '\(names[0])' is called, and tables know \(kind) by identifiers"
                    + met.others("cell")
            })
        return names[0]
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
        if folded != name, contains(folded) { return folded }
        return odd[folded]?.first
    }

    /// Whether the name is known; if not, reports it where it stands first in its file, with the nearest that is and how
    /// many rows have it.
    public func check(_ name: String, at field: Field, _ diagnostics: Diagnostics) -> Bool {
        if contains(name) { return true }
        var nearest: String??
        func suggestion() -> String? {
            let found = nearest ?? self.nearest(to: name)
            nearest = .some(found)
            return found
        }
        field.wrongEverywhere(
            "\(kind) '\(Diagnostic.shortened(name))' is not \(home)", hint: didYouMean(suggestion()),
            expected: suggestion() ?? "a \(kind) that is \(home)", diagnostics)
        return false
    }

    private func nearest(to name: String) -> String? {
        nearestName(to: name, in: names)
            ?? nearestByWords(to: name, in: names.lazy.map { ($0, "\($0) \(calls[$0] ?? "")") })
            ?? (takesCalls ? nearestByInitials(to: name, in: names) : nil)
    }
}
