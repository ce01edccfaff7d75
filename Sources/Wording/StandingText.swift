// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is said of a plan that is not as it was made, before anything else is said of it: the page's banner
/// and the first lines of every answer.
public struct StandingText: Sendable, Equatable {
    private let standing: PlanStanding
    private let overrides: Int

    /// The words for a plan's standing.
    ///
    /// - Parameter overrides: How many decisions of those in charge stand beside the plan.
    public init(_ standing: PlanStanding, overrides: Int = 0) {
        self.standing = standing
        self.overrides = overrides
    }

    /// Breaches that are told one by one; the rest is counted.
    private static let breachesTold = 10

    /// What is the matter, in a sentence; nil where the plan is as it was made.
    public var headline: String? {
        guard !standing.isAsMade else { return nil }
        var parts: [String] = []
        if !standing.breaches.isEmpty {
            parts.append("breaks the week's rules in \(Show.counted(standing.breaches.count, "place"))")
        }
        if standing.isOfAnotherWeek {
            parts.append(
                standing.isOriginKnown
                    ? "was made from files that have changed since"
                    : "does not say from which files it was made")
        } else if standing.isEdited {
            parts.append("was changed by hand after it was made")
        }
        return "This plan " + parts.joined(separator: " and ") + "."
    }

    /// Which of the week's files are others than those it was made from, and which of its own no longer agree
    /// with its rows.
    public var changes: [String] {
        let kinds: [(PlanStanding.ChangedInput.Change, String)] = [
            (.changed, "Changed since"), (.added, "New since"), (.gone, "Gone since"),
        ]
        var found = kinds.compactMap { kind, words -> String? in
            let paths = standing.inputs.filter { $0.change == kind }.map(\.path)
            return paths.isEmpty ? nil : "\(words): \(Self.list(paths))."
        }
        if !standing.edited.isEmpty {
            found.append("Changed by hand since: \(Self.list(standing.edited)).")
        }
        if !standing.tables.isEmpty {
            let verb = standing.tables.count == 1 ? "states" : "state"
            found.append(
                "\(Self.list(standing.tables)) no longer \(verb) what the plan's rows come to: the figures here are "
                    + "worked out anew from who is where and who gives what.")
        }
        return found
    }

    /// What breaks the rules, not more of it than anybody reads.
    public var breaches: [String] {
        let more = standing.breaches.count - Self.breachesTold
        guard more > 0 else { return standing.breaches }
        return standing.breaches.prefix(Self.breachesTold)
            + ["And \(Show.counted(more, "more broken rule")): skillmix audit lists them all."]
    }

    /// What it costs now, and what is still proved of it.
    public var price: [String] {
        let (now, then) = (standing.terms.total, standing.stated.total)
        let moved = PriceTerms.Term.allCases.filter {
            abs(standing.terms[$0] - standing.stated[$0]) >= Self.penny
        }
        let cost =
            moved.isEmpty
            ? "It costs \(Show.pounds(now)), as it states."
            : "It costs \(Show.pounds(now)) now, where it states \(Show.pounds(then)): "
                + moved.map { term in
                    "\(Self.lowercased(Words.term(term))) \(Show.pounds(standing.terms[term])) "
                        + "(stated \(Show.pounds(standing.stated[term])))"
                }.joined(separator: ", ") + "."
        return [cost, proof(of: now)]
    }

    private func proof(of price: Double) -> String {
        guard let bound = standing.bound else {
            return standing.breaches.isEmpty
                ? "What was proved of it was proved of the week as it was: nothing is proved of it now."
                : "Nothing is proved of it: a plan that breaks rules is none that could be compared with others."
        }
        let above = price - bound
        guard above >= Self.penny else { return "No plan of the week can cost less." }
        return "It is not proved the cheapest: no plan of the week can cost less than \(Show.pounds(bound)), "
            + "\(Show.pounds(above)) or \(Self.plain(Show.percent(above / price))) below it."
    }

    /// That those in charge decided otherwise, where they did.
    public var decided: String? {
        guard overrides > 0 else { return nil }
        return overrides == 1
            ? "Whoever was in charge decided otherwise in one matter, as overrides.csv records."
            : "Whoever was in charge decided otherwise in \(Show.count(overrides)) matters, as overrides.csv records."
    }

    /// Everything, a sentence each; nothing where the plan is as it was made and nobody decided otherwise.
    public var sentences: [String] {
        guard let headline else { return [decided].compactMap(\.self) }
        return [headline] + changes + breaches + price + [decided].compactMap(\.self)
    }

    private static let penny = 0.005

    private static func lowercased(_ words: String) -> String {
        words.prefix(1).lowercased() + words.dropFirst()
    }

    /// The no-break blank as a plain one.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
