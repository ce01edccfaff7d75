// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// profiles.yaml: what people get through a stay.
struct ProfilesReader {
    static let path = "profiles.yaml"

    /// Every profile, with those that have a fault, so that what names them is not told as well.
    private(set) var all: [CareProfile] = []
    private(set) var names = KnownNames(kind: "profile", home: "in \(path)")
    private let week: Week
    private let diagnostics: Diagnostics
    private var activities = KnownNames(kind: "activity", home: "in the framework", takesCalls: true)

    /// The profiles.
    var values: [CareProfile] { all }

    init?(_ folder: InputFolder, _ week: Week, _ pathways: PathwayTexts, _ diagnostics: Diagnostics) {
        (self.week, self.diagnostics) = (week, diagnostics)
        for activity in week.framework.activities {
            let field = Field(activity.id, name: "activity", place: Place(file: "framework"))
            activities.define(activity.id, at: field, diagnostics)
            activities.call(activity.id, activity.name)
        }
        guard let input = folder.load(Self.path, limit: InputFile.documentLimit, diagnostics),
            let root = YAMLDocument.read(input, diagnostics),
            let file = root.mapping("the file", known: ["profiles"], diagnostics),
            let list = file.required("profiles", "a list of profiles")?.items("profiles", diagnostics)
        else { return nil }
        if list.isEmpty {
            diagnostics.add(
                .error, at: root.place, field: "profiles", expected: "at least one profile",
                message: "profiles lists nothing")
            return nil
        }
        for node in list { read(node, pathways) }
    }

    private mutating func read(_ node: YAMLNode, _ pathways: PathwayTexts) {
        guard
            let profile = node.mapping("a profile", known: ["id", "pathways", "contacts"], diagnostics),
            let idField = profile.requiredField("id", "an identifier"),
            let id = idField.identifier(diagnostics)
        else { return }
        names.define(id, at: idField, diagnostics)
        let own = Self.list(profile.value("pathways"), "pathways", diagnostics).compactMap {
            pathways.pathway($0, diagnostics)
        }
        guard let list = profile.required("contacts", "a list of contacts")?.items("contacts", diagnostics)
        else { return }
        if list.isEmpty {
            diagnostics.add(
                .error, at: profile.place, field: "contacts", expected: "at least one activity",
                message: "profile '\(id)' has no contacts")
        }
        let contacts = list.compactMap { self.contacts($0) }
        guard !all.contains(where: { $0.id == id }) else { return }
        all.append(CareProfile(id: id, pathways: own, contacts: contacts))
    }

    /// The items of a list, or of a text of words.
    static func list(_ node: YAMLNode?, _ name: String, _ diagnostics: Diagnostics) -> [Field] {
        guard let node else { return [] }
        if case .scalar = node.kind {
            guard let field = node.scalar(name, diagnostics) else { return [] }
            return name == "pathways" ? [field] : field.words.map { field.part($0) }
        }
        return (node.items(name, diagnostics) ?? []).compactMap { $0.scalar(name, diagnostics) }
    }

    // MARK: Contacts

    private static let keys = [
        "activity", "days", "a_day", "a_week", "in_all", "weekdays", "parts", "within_hours", "block_days",
        "priority", "hands",
    ]

    private func contacts(_ node: YAMLNode) -> CareProfile.Contacts? {
        guard let entry = node.mapping("an entry of contacts", known: Self.keys, diagnostics) else {
            return nil
        }
        let activityField = entry.requiredField("activity", "an activity of the framework")
        let activity = activityField.flatMap { field in
            field.identifier(diagnostics).flatMap { activities.resolve($0, at: field, diagnostics) }
        }
        let days = days(entry.field("days"))
        let amount = amount(entry)
        let weekdays = weekdays(entry)
        let parts = parts(entry)
        let reach = reach(entry)
        let words = Priority.allCases.map(\.rawValue).joined(separator: ", ")
        let priority = entry.requiredField("priority", "one of \(words)")?.word(Priority.self, diagnostics)
        let isSingle = isSingleHanded(entry.field("hands"), activity)
        guard let activity, let days, let amount, let weekdays, let reach, let priority else { return nil }
        return CareProfile.Contacts(
            activity, days: days, amount, weekdays: weekdays, parts: parts, reach: reach, priority: priority,
            isSingleHanded: isSingle, place: entry.place)
    }

    private static let daysForm = "a day of stay such as 1, days such as 2-7 or 8-, last, or last 3"

    /// `1`, `2-7`, `8-`, `last`, `last 3`; every day where there is no key.
    private func days(_ field: Field?) -> CareProfile.Contacts.Days? {
        guard let field else { return .from(1) }
        func refuse() -> CareProfile.Contacts.Days? {
            field.error("days \(field.shown) are no days of a stay", expected: Self.daysForm, diagnostics)
            return nil
        }
        func number(_ text: some StringProtocol) -> Int? {
            let text = String(text).filter { $0 != " " }
            guard !text.isEmpty, text.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(text),
                (1...StayLength.most).contains(number)
            else { return nil }
            return number
        }
        let text = field.plain(diagnostics)
        if text == "last" { return .last(1) }
        if text.hasPrefix("last ") { return number(text.dropFirst(5)).map { .last($0) } ?? refuse() }
        let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard let first = number(ends[0]), ends.count < 3 else { return refuse() }
        guard ends.count == 2 else { return .span(first...first) }
        if ends[1].allSatisfy({ $0 == " " }) { return .from(first) }
        guard let last = number(ends[1]), last >= first else { return refuse() }
        return .span(first...last)
    }

    private static let amounts = ["a_day", "a_week", "in_all"]

    private func amount(_ entry: YAMLMapping) -> CareProfile.Contacts.Amount? {
        let given = Self.amounts.filter { entry.value($0) != nil }
        guard given.count == 1, let field = entry.field(given[0]) else {
            if given.count != 1 {
                diagnostics.add(
                    .error, at: given.last.flatMap { entry.key($0)?.place } ?? entry.place,
                    field: given.last, expected: "one of \(Self.amounts.joined(separator: ", "))",
                    message: given.isEmpty
                        ? "an entry of contacts does not say how many"
                        : "an entry of contacts has both '\(given[0])' and '\(given[1])'")
            }
            return nil
        }
        switch given[0] {
        case "a_day":
            let ends = field.words
            guard ends.count == 3, ends[1] == "to" else {
                return field.decimal(in: 0...48, unit: "contacts a day", diagnostics).map {
                    .aDay(first: $0, last: $0)
                }
            }
            let numbers = [ends[0], ends[2]].map {
                field.part($0).decimal(in: 0...48, unit: "contacts a day", diagnostics)
            }
            guard let first = numbers[0], let last = numbers[1] else { return nil }
            return .aDay(first: first, last: last)
        case "a_week":
            return field.decimal(in: 0...336, unit: "contacts a week", diagnostics).map { .aWeek($0) }
        default:  // foreign
            return field.decimal(in: 0...1000, unit: "contacts in all", diagnostics).map { .inAll($0) }
        }
    }

    private func weekdays(_ entry: YAMLMapping) -> WeekdayShares? {
        guard let field = entry.field("weekdays") else { return .even }
        if entry.value("in_all") != nil {
            field.error(
                "weekdays do not go with in_all: contacts of a stay are spread over its days alike",
                expected: "a_day or a_week, or no weekdays", diagnostics)
            return nil
        }
        return field.weekdayShares(diagnostics)
    }

    private func parts(_ entry: YAMLMapping) -> [String]? {
        guard let node = entry.value("parts") else { return nil }
        let known = week.parts.map(\.id)
        var parts: [String] = []
        for field in Self.list(node, "parts", diagnostics) {
            guard let part = field.spelling(of: field.text, among: known, diagnostics) else {
                let nearest = nearestName(to: field.text, in: known)
                field.error(
                    "part \(field.shown) is no part of the week's days" + didYouMean(nearest),
                    expected: nearest ?? "one of \(known.joined(separator: ", "))", diagnostics)
                continue
            }
            if !parts.contains(part) { parts.append(part) }
        }
        return parts.isEmpty ? nil : parts
    }

    private func reach(_ entry: YAMLMapping) -> CareProfile.Contacts.Reach? {
        let (hours, block) = (entry.field("within_hours"), entry.field("block_days"))
        if let hours, block != nil {
            hours.error(
                "an entry of contacts has both 'within_hours' and 'block_days'",
                expected: "one of the two", diagnostics)
            return nil
        }
        if let hours {
            return hours.wholeNumber(in: 1...672, unit: "hours", diagnostics).map { .hours($0) }
        }
        if let block { return block.wholeNumber(in: 1...28, unit: "days", diagnostics).map { .block($0) } }
        return .day
    }

    /// Whether one worker gives what the framework has two for: `hands: 1`.
    private func isSingleHanded(_ field: Field?, _ activityID: String?) -> Bool {
        guard let field, let hands = field.wholeNumber(in: 1...2, unit: "workers", diagnostics),
            let activity = week.framework.activities.first(where: { $0.id == activityID }),
            hands != activity.hands
        else { return false }
        if hands == 1, activity.singleHanded != nil { return true }
        field.error(
            "hands \(field.shown), but activity '\(activity.id)' takes \(activity.hands)"
                + (hands == 1 ? " and has no single_handed block" : ""),
            expected: "\(activity.hands), or no hands", diagnostics)
        return false
    }
}

extension Field {
    /// Weekdays alike, `Mon-Fri`, or seven shares Monday to Sunday, `4/13/19/18/20/20/7`; nil with an error reported.
    func weekdayShares(_ diagnostics: Diagnostics) -> WeekdayShares? {
        let text = plain(diagnostics)
        guard text.contains("/") else { return weekdays(diagnostics).flatMap { WeekdayShares($0) } }
        let form = "seven shares, Monday to Sunday, such as 4/13/19/18/20/20/7"
        let cells = text.split(separator: "/", omittingEmptySubsequences: false)
        guard cells.count == 7 else {
            error("\(name) \(shown) has \(cells.count) shares", expected: form, diagnostics)
            return nil
        }
        let values = cells.compactMap {
            part($0).decimal(in: 0...1_000_000, unit: "shares", diagnostics)
        }
        guard values.count == 7 else { return nil }
        guard let shares = WeekdayShares(values) else {
            error("the shares of \(name) \(shown) add up to 0", expected: form, diagnostics)
            return nil
        }
        return shares
    }
}
