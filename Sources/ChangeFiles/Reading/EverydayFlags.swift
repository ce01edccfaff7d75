// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// Everyday changes as they are typed beside a command: who is sick, who declined or could come, which contacts are
/// more or fewer. Each becomes a change like any other.
public struct EverydayFlags: Sendable, Equatable {
    /// `S`, `S@SESSION` or `S@SESSION..SESSION`: sick, then, or as long as the week goes on.
    public var sick: [String]
    /// `S@SESSION`: who may be asked then will not come.
    public var declined: [String]
    /// `S@SESSION`: who may be asked then.
    public var available: [String]
    /// `LINE=+3`, `LINE=-2` or `LINE=13`: contacts more, fewer, or in all.
    public var demand: [String]

    /// Flags as they were typed, without their names.
    public init(
        sick: [String] = [], declined: [String] = [], available: [String] = [], demand: [String] = []
    ) {
        (self.sick, self.declined, self.available, self.demand) = (sick, declined, available, demand)
    }

    /// Whether nothing was typed.
    public var isEmpty: Bool { self == EverydayFlags() }

    /// What the flags say, each with the flag that says it. A flag that says nothing is told of, by its name.
    ///
    /// - Parameter from: The first session that is not over; nil: the week's first.
    public func changes(from: String?, _ diagnostics: Diagnostics) -> [(flag: String, change: Change)] {
        let sick = sick.compactMap { flag("--sick", $0, diagnostics) { absence($0, from: from) } }
        let declined = declined.compactMap { text in
            flag("--declined", text, diagnostics) { mark($0, .off) }
        }
        let available = available.compactMap { text in
            flag("--available", text, diagnostics) { mark($0, .available) }
        }
        return sick + declined + available + demand.compactMap { flag("--demand", $0, diagnostics, contacts) }
    }

    private func flag(
        _ name: String, _ text: String, _ diagnostics: Diagnostics, _ read: (FlagText) -> Change?
    ) -> (flag: String, change: Change)? {
        let flag = "\(name) \(Diagnostic.shortened(text))"
        return read(FlagText(text, of: flag, diagnostics)).map { (flag, $0) }
    }

    private func absence(_ flag: FlagText, from: String?) -> Change? {
        let (name, when) = flag.cut("@")
        let staff = flag.name(name, "somebody of staff.csv, such as --sick S001@\"2026-11-24 am\"")
        var range = SessionRange(from: from)
        var isRight = true
        if let when {
            let ends = when.text.ranges(of: "..")
            if let dots = ends.first, ends.count == 1 {
                let first = flag.session(String(when.text[..<dots.lowerBound]))
                let last = flag.session(String(when.text[dots.upperBound...]))
                range = SessionRange(from: first, until: last)
                isRight = first != nil && last != nil
            } else {
                let session = flag.session(when.text)
                range = SessionRange(from: session, until: session)
                isRight = session != nil
            }
        }
        guard let staff, isRight else { return nil }
        return .absence(Absence(staff: staff, .sick, in: range))
    }

    private func mark(_ flag: FlagText, _ mark: RotaMark.Duty) -> Change? {
        let (name, when) = flag.cut("@")
        let staff = flag.name(name, "somebody of staff.csv")
        guard let when else {
            flag.refuse("names no session", expected: "a session behind it, such as S001@\"2026-11-24 am\"")
            return nil
        }
        guard let session = flag.session(when.text), let staff else { return nil }
        return .availability(Availability(staff: staff, sessions: [session], mark))
    }

    private func contacts(_ flag: FlagText) -> Change? {
        let expected = "LINE=+3 for three more, LINE=-2 for two fewer, LINE=13 for thirteen in all"
        // The name of a line may hold the sign, its number cannot.
        guard let sign = flag.text.lastIndex(of: "=") else {
            flag.refuse("names no number of contacts", expected: expected)
            return nil
        }
        let line = flag.name(flag.field(String(flag.text[..<sign])), "a line of demand.csv", isLine: true)
        let text = flag.text[flag.text.index(after: sign)...]
        let isMore = text.hasPrefix("+") || text.hasPrefix("-")
        let digits = isMore ? text.dropFirst() : text
        guard !digits.isEmpty, digits.count <= 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(digits)
        else {
            flag.refuse("names no whole number of contacts behind '='", expected: expected)
            return nil
        }
        guard let line else { return nil }
        return .demand(
            isMore ? .add(text.hasPrefix("-") ? -number : number, line: line) : .contacts(number, line: line))
    }
}

/// The text of one flag, whose faults are told by the flag as it was typed.
private struct FlagText {
    let text: String
    private let place: Place
    private let diagnostics: Diagnostics

    init(_ text: String, of flag: String, _ diagnostics: Diagnostics) {
        (self.text, place, self.diagnostics) = (text, Place(file: flag), diagnostics)
    }

    func field(_ text: String) -> Field { Field(text, name: "flag", place: place) }

    /// What stands before and behind the first such sign; nil: there is none.
    func cut(_ sign: Character) -> (before: Field, behind: Field?) {
        guard let at = text.firstIndex(of: sign) else { return (field(text), nil) }
        return (field(String(text[..<at])), field(String(text[text.index(after: at)...])))
    }

    func name(_ field: Field, _ expected: String, isLine: Bool = false) -> String? {
        guard !field.isBlank else {
            refuse("names nobody and nothing", expected: expected)
            return nil
        }
        return field.identifier(limit: isLine ? Field.lineLimit : Field.identifierLimit, diagnostics)
    }

    func session(_ text: String) -> String? {
        Field(String(text.drop { $0 == " " }), name: "session", place: place).session(diagnostics)?.id
    }

    func refuse(_ message: String, expected: String) {
        diagnostics.add(.error, at: place, expected: expected, message: "the flag \(message)")
    }
}
