// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording

/// What people ask for, as they type it.
public struct ActualsWords: Sendable, Equatable {
    /// The last session that counts as worked.
    public var until: String?
    /// Activities.
    public var startsBy: [String]
    /// `P1=12` of a pathway, `30` of all.
    public var starts: [String]
    /// As `starts`.
    public var people: [String]

    /// Words.
    public init(
        until: String? = nil, startsBy: [String] = [], starts: [String] = [], people: [String] = []
    ) {
        (self.until, self.startsBy, self.starts, self.people) = (until, startsBy, starts, people)
    }
}

extension ActualsWords {
    /// Reads them beside what came of a run, and tells everything that is wrong with them at once.
    ///
    /// - Returns: What they ask for, and the session of `until` where there is one; nil where anything is wrong.
    public func read(
        beside outcome: RunOutcome, of run: Int, _ diagnostics: Diagnostics
    ) -> (question: ActualsQuestion, until: String?)? {
        let reader = ActualsWordsReader(names: outcome.names, run: run, diagnostics: diagnostics)
        let until = until.flatMap(reader.session)
        let question = ActualsQuestion(
            startsBy: Set(startsBy.compactMap(reader.activity)),
            starts: reader.numbers(starts, of: "--starts", 0...100_000),
            people: reader.numbers(people, of: "--people", 0.01...1_000_000), names: outcome.names)
        return diagnostics.hasErrors ? nil : (question, until)
    }
}

/// Reads options beside the names of a run's week.
private struct ActualsWordsReader {
    let names: WeekNames
    let run: Int
    let diagnostics: Diagnostics

    private func field(_ text: some StringProtocol, _ option: String) -> Field {
        Field(String(text), name: option, place: Place(file: option))
    }

    func session(_ text: String) -> String? {
        let field = field(text, "--until")
        guard let written = field.session(within: names.days, parts: names.parts, diagnostics) else {
            return nil
        }
        guard names.sessions.contains(written.id) else {
            field.error(
                "session \(field.shown) is not in the run's week", expected: names.sessionForm, diagnostics)
            return nil
        }
        return written.id
    }

    func activity(_ text: String) -> String? {
        let field = field(text, "--starts-by")
        guard let known = names.activities else {
            field.error(
                "run \(run) was written down before ledgers kept activities",
                expected: "a run of now (skillmix runs rerun \(run)), or --starts", diagnostics)
            return nil
        }
        return field.isOneOf(known, "activity", expected: "an activity of its framework", diagnostics)
            ? text : nil
    }

    func numbers(
        _ texts: [String], of option: String, _ limits: ClosedRange<Double>
    ) -> PathwayNumbers {
        var numbers = PathwayNumbers()
        for text in texts {
            let sign = text.lastIndex(of: "=")
            let behind = sign.map { text[text.index(after: $0)...] } ?? text[...]
            let pathway = sign.map { String(text[..<$0]) }
            guard let number = field(behind, option).decimal(in: limits, unit: "people", diagnostics) else {
                continue
            }
            guard let pathway else {
                if numbers.all != nil { twice("all pathways", option, text) }
                numbers.all = number
                continue
            }
            guard isKnown(pathway, option) else { continue }
            if numbers.byPathway.updateValue(number, forKey: pathway) != nil {
                twice("'\(Diagnostic.shortened(pathway))'", option, text)
            }
        }
        checkAll(numbers, option)
        return numbers
    }

    /// A number of all is no less than those of pathways together, and no other where each pathway has one.
    private func checkAll(_ numbers: PathwayNumbers, _ option: String) {
        guard let all = numbers.all, !numbers.byPathway.isEmpty else { return }
        let sum = names.pathwayNames.reduce(0) { $0 + (numbers.byPathway[$1] ?? 0) }
        let isWhole = names.pathwayNames.allSatisfy { numbers.byPathway[$0] != nil }
        guard all < sum - 1e-9 || (isWhole && all > sum + 1e-9) else { return }
        let (shown, together) = (Show.decimal(all, places: 1), Show.decimal(sum, places: 1))
        field(shown, option).error(
            "\(option) says \(shown) of all pathways, and \(together) of those that it names",
            expected: isWhole ? together : "\(together) or more", diagnostics)
    }

    private func twice(_ what: String, _ option: String, _ text: String) {
        field(text, option).error(
            "\(option) is given twice for \(what)", expected: "one number for each", diagnostics)
    }

    private func isKnown(_ pathway: String, _ option: String) -> Bool {
        let field = field(pathway, option)
        guard names.pathways != nil else {
            field.error(
                "run \(run) was written down before ledgers kept pathways",
                expected: "a run of now (skillmix runs rerun \(run)), or a number of all: \(option) 40",
                diagnostics)
            return false
        }
        return field.isOneOf(names.pathwayNames, "pathway", diagnostics)
    }
}
