// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Scenarios
import WebStore
import Workforce

/// What finance fills in, as a scenario file; and which field each part of that file came from.
struct ScenarioForm: Sendable {
    /// What the file calls the week, from where it lies.
    static let week = "week"

    let draft: ScenarioDraft
    /// The field of each lever.
    let fields: [String]

    /// What was typed, or everything that is wrong with it.
    init(_ form: Form, of week: Week, by person: Person, on day: CalendarDay) throws(StoreError) {
        var reader = Reader(form)
        var draft = ScenarioDraft(title: Site.plain(form["title"]), week: Self.week)
        if draft.title.isEmpty {
            reader.wrong("title", "Enter a name for what is tried, such as Winter agency spend")
        }
        if draft.title.count > 100 { reader.wrong("title", "Enter a name in not more than 100 letters") }
        (draft.why, draft.by, draft.on) = (Site.plain(form["why"]), person.name, day)
        if draft.why.isEmpty {
            reader.wrong("why", "Enter why this is asked: it stands in the register of assumptions")
        }
        if draft.why.count > Site.mostLetters {
            reader.wrong("why", "Enter it in not more than \(Site.mostLetters) letters")
        }
        draft.weeksAYear = reader.number(
            "weeks", 0...53, "Enter how many weeks of a year are like it, from 0 to 53")
        draft.replicates =
            reader.whole("replicates", 1...50, "Enter a whole number of times from 1 to 50") ?? 5
        draft.seconds =
            reader.whole("seconds", WebStore.secondsOfRuns, "Enter a whole number of seconds from 1 to 3600")
            ?? 20
        let changes = reader.changes(week)
        if changes.isEmpty, reader.problems.isEmpty {
            reader.wrong("agency", "Fill in at least one thing that is otherwise")
        }
        draft.levers = changes.map { field, change in
            let how = form[field + "-how"]
            return ScenarioDraft.Lever(change, isAlone: how != "together", isTogether: how != "alone")
        }
        guard reader.problems.isEmpty else { throw .fields(reader.problems) }
        (self.draft, fields) = (draft, changes.map(\.field))
    }

    /// What is wrong with the file, by the field that it came from.
    func problems(_ diagnostics: [Diagnostic]) -> [StoreError.FieldProblem] {
        diagnostics.map { one in
            .init(
                field(ofLine: one.line), one.message + (one.expected.map { " (right would be: \($0))" } ?? "")
            )
        }
    }

    private func field(ofLine line: Int?) -> String {
        guard let line else { return "title" }
        if let lever = draft.lever(atLine: line) { return fields[lever] }
        switch line - draft.levers.count {
        case 1: return "title"
        case 2: return "weeks"
        case 5: return "replicates"
        case 6: return "seconds"
        default: return fields.first ?? "title"  // foreign
        }
    }

    /// Reads fields, and keeps what is wrong.
    private struct Reader {
        let form: Form
        var problems: [StoreError.FieldProblem] = []

        init(_ form: Form) { self.form = form }

        mutating func wrong(_ field: String, _ words: String) { problems.append(.init(field, words)) }

        /// A number as people write it, with its unit or without; nil: the field is blank, or wrong.
        mutating func number(_ field: String, _ range: ClosedRange<Double>, _ words: String) -> Double? {
            let text = form[field].filter { !$0.isWhitespace && !"£%,".contains($0) }
            guard !text.isEmpty else { return nil }
            guard let value = Double(text), range.contains(value) else {
                wrong(field, words)
                return nil
            }
            return value
        }

        mutating func whole(_ field: String, _ range: ClosedRange<Int>, _ words: String) -> Int? {
            let text = form[field].filter { !$0.isWhitespace }
            guard !text.isEmpty else { return nil }
            guard let value = Int(text), range.contains(value) else {
                wrong(field, words)
                return nil
            }
            return value
        }

        /// What is otherwise, each with its field.
        mutating func changes(_ week: Week) -> [(field: String, change: ScenarioDraft.Change)] {
            var found: [(field: String, change: ScenarioDraft.Change)] = []
            if let agency { found.append(("agency", agency)) }
            for (field, employment) in [("bank", Employment.bank), ("agency-rate", .agency)] {
                let percent = number(
                    field, -90...200, "Enter by how many per cent, from -90 to 200, such as 5")
                if let percent, isChange(percent, field) {
                    found.append((field, .rate(employment, factor: 1 + percent / 100)))
                }
            }
            if let percent = number("absence", 0...100, "Enter a percentage from 0 to 100, such as 7") {
                found.append(("absence", .absence(percent / 100)))
            }
            for (index, pathway) in Site.pathways(of: week).enumerated() {
                if let change = demand(pathway, "demand-\(index)") {
                    found.append(("demand-\(index)", change))
                }
            }
            if let percent = number("single", 0...100, "Enter a percentage from 0 to 100, such as 33") {
                found.append(("single", .singleHanded(percent / 100)))
            }
            if let training { found.append(("training", training)) }
            return found
        }

        private var agency: ScenarioDraft.Change? {
            mutating get {
                switch form["agency"] {
                case "cap":
                    return filled(
                        "agency-value", 0...10_000_000, "Enter the cap in pounds a week, such as 4000"
                    ).map {
                        .agencyCap($0)
                    }
                case "share":
                    return filled(
                        "agency-value", 0...1_000, "Enter the percentage of what is paid now, such as 70"
                    ).map {
                        .agencyShare($0 / 100)
                    }
                case "none": return .agencyCap(nil)
                default:  // foreign
                    if !form["agency-value"].allSatisfy(\.isWhitespace) {
                        wrong("agency", "Select what is paid for agency: the figure alone says nothing")
                    }
                    return nil
                }
            }
        }

        /// Whether so many per cent more are another figure.
        private mutating func isChange(_ percent: Double, _ field: String) -> Bool {
            if percent == 0 { wrong(field, "0 changes nothing: leave it blank") }
            return percent != 0
        }

        /// A number that has to be there.
        private mutating func filled(_ field: String, _ range: ClosedRange<Double>, _ words: String)
            -> Double?
        {
            if form[field].allSatisfy(\.isWhitespace) { wrong(field, words) }
            return number(field, range, words)
        }

        private mutating func demand(_ pathway: String, _ field: String) -> ScenarioDraft.Change? {
            let words = "Enter by how many per cent, from -100 to 400, such as 10"
            let low = number(field, -100...400, words)
            let high = number(field + "-high", -100...400, words)
            guard let low else {
                if high != nil { wrong(field, "Enter the lower end, too, or only that") }
                return nil
            }
            guard let high else {
                return isChange(low, field) ? .demand(pathway: pathway, factor: 1 + low / 100) : nil
            }
            guard low < high else {
                wrong(field, "Enter the lower end first: \(low) is not below \(high)")
                return nil
            }
            return .demandBetween(pathway: pathway, low: 1 + low / 100, high: 1 + high / 100)
        }

        private var training: ScenarioDraft.Change? {
            mutating get {
                guard let people = whole("training", 1...10_000, "Enter how many people, such as 3") else {
                    return nil
                }
                let (role, competency) = (form["training-role"], form["training-competency"])
                guard let level = whole("training-level", 1...9, "Enter the level, such as 2"), !role.isEmpty,
                    !competency.isEmpty
                else {
                    wrong("training", "Say of which role, in what, and at which level")
                    return nil
                }
                return .training(people: people, role: role, competency: competency, level: level)
            }
        }
    }
}

extension Site {
    /// The pathways of a week, in order of its teams.
    static func pathways(of week: Week) -> [String] {
        week.teams.reduce(into: []) { known, team in
            if !known.contains(team.pathway) { known.append(team.pathway) }
        }
    }
}
