// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

extension ChangeFile {
    /// A week with the file's changes made in it; nil where an error was reported, each at its place.
    public func applied(to week: Week, _ diagnostics: Diagnostics) -> ChangedWeek? {
        let own = Diagnostics()
        let changed = changed(week, own)
        own.tell(diagnostics)
        return own.hasErrors ? nil : changed
    }

    private func changed(_ week: Week, _ diagnostics: Diagnostics) -> ChangedWeek? {
        var conflicts = Conflicts(self, week, diagnostics)
        conflicts.tell()
        tellUnknownRoles(week, diagnostics)
        let changed: ChangedWeek
        do throws(ChangeError) {
            changed = try week.applying(changes)
        } catch {
            for problem in error.problems where !follows(problem, from: conflicts, week) {
                tell(problem.reason, entries[problem.place], week, diagnostics)
            }
            return nil
        }
        guard !diagnostics.hasErrors else { return nil }
        tellUnusual(changed, diagnostics)
        GivenContactsLost(file: self, changed: changed).tell(diagnostics)
        ChangedWeekChecks(file: self, changed: changed).tell(diagnostics)
        return changed
    }

    /// Whether something is wrong with an entry only because of another that it contradicts, which is told already. What
    /// is wrong with it in the week as it was is a fault of its own.
    private func follows(_ problem: ChangeError.Problem, from conflicts: Conflicts, _ week: Week) -> Bool {
        conflicts.told.contains(problem.place) && !isOwn(problem, week)
    }

    /// Whether something is wrong with an entry alone, too, whatever the others do.
    func isOwn(_ problem: ChangeError.Problem, _ week: Week) -> Bool {
        do throws(ChangeError) {
            _ = try week.applying([entries[problem.place].change])
            return false
        } catch {
            return error.problems.map(\.reason).contains(problem.reason)
        }
    }

    /// Tells of roles that people are drawn away by and that the framework does not have.
    func tellUnknownRoles(_ week: Week, _ diagnostics: Diagnostics) {
        let known = week.names(of: .role)
        for role in draws?.roles ?? [] where !known.contains(role.text) {
            let nearest = nearestName(to: role.text, in: known)
            role.error(
                "There is no role \(Diagnostic.shortened(role.text)) in the week's framework"
                    + didYouMean(nearest),
                expected: nearest ?? "a role of the framework", diagnostics)
        }
    }

    /// Tells of one thing that is wrong, at the name that is, where there is one.
    func tell(
        _ reason: ChangeError.Reason, _ entry: Entry, _ week: Week, _ diagnostics: Diagnostics
    ) {
        func add(_ text: String?, _ message: String, expected: String? = nil) {
            diagnostics.add(.error, in: entry, at: text, expected: expected, message: message)
        }
        switch reason {
        case .unknown(.person, let id) where isAddedHere(id):
            add(
                id, "'\(Diagnostic.shortened(id))' is added under people, which comes after this part",
                expected: "a change file of its own for what they do, after this one")
        case .unknown(let kind, let id) where week.names(of: kind).contains(id):
            let what = kind == .person || kind == .line ? "it" : "all who were of it"
            add(
                id, "'\(Diagnostic.shortened(id))' is gone by then: this file removes \(what)",
                expected: "a name that is left, or a file of its own before this one")
        case .unknown(let kind, let id):
            let nearest = nearestName(to: id, in: week.names(of: kind))
            add(id, sentence(reason) + didYouMean(nearest), expected: nearest)
        case .taken(_, let id): add(id, sentence(reason))
        case .backwards(_, let until): add(until, sentence(reason))
        case .outside(let day, _, _): add(day, sentence(reason))
        case .noRoute(_, let activity), .withdrawn(let activity): add(activity, sentence(reason))
        case .outOfRange(let what, _): tell(sentence(reason), at: value(what, of: entry), entry, diagnostics)
        case .oneHanded:
            tell(sentence(reason), at: field("single_handed_contacts", of: entry), entry, diagnostics)
        case .sameActivity: tell(sentence(reason), at: field("to", of: entry), entry, diagnostics)
        case .tooLong: add(nil, sentence(reason))
        }
    }

    /// Tells of one thing that is wrong with a value.
    private func tell(_ message: String, at value: Field?, _ entry: Entry, _ diagnostics: Diagnostics) {
        diagnostics.add(
            .error, at: value?.place ?? entry.place, field: value?.name, found: value?.text, message: message)
    }

    /// The value under a key of an entry.
    private func field(_ key: String, of entry: Entry) -> Field? { entry.fields.first { $0.name == key } }

    /// The value by which a figure is out of range: that under its own key, with which the words for it begin, or the
    /// one that it was worked out with.
    private func value(_ what: String, of entry: Entry) -> Field? {
        if case .contingency = entry.change { return entry.fields.last }
        let key = what.prefix { $0 != " " }
        return [String(key), "add", "factor", "share", "rate"].lazy.compactMap { field($0, of: entry) }.first
    }

    /// The reason as one sentence of a message, without its full stop.
    private func sentence(_ reason: ChangeError.Reason) -> String {
        let sentence = reason.sentence
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// Whether a name is one that the file gives to people like others.
    private func isAddedHere(_ id: String) -> Bool {
        changes.contains { change in
            guard case .person(.like(_, _, let prefix)) = change, id.hasPrefix(prefix + "-") else {
                return false
            }
            return Int(id.dropFirst(prefix.count + 1)) != nil
        }
    }

    /// Tells of what can be done and may not be meant.
    private func tellUnusual(_ changed: ChangedWeek, _ diagnostics: Diagnostics) {
        let activities = Dictionary(
            changed.week.framework.activities.map { ($0.id, $0) }
        ) { first, _ in first }
        for entry in entries {
            guard case .demand(.new(let line)) = entry.change, line.singleHandedContacts > 0,
                activities[line.activity]?.singleHanded == nil
            else { continue }
            diagnostics.add(
                .warning, at: entry.place, field: "single_handed_contacts", expected: "0",
                message:
                    "single_handed_contacts of '\(line.line)' is taken as 0: activity '\(line.activity)' has no "
                    + "single_handed block")
        }
    }
}

extension Week {
    /// The names of a kind that a change may name.
    fileprivate func names(of kind: ChangeError.Kind) -> [String] {
        switch kind {
        case .person: staff.map(\.id)
        case .team: teams.map(\.id)
        case .line: demand.map(\.id)
        case .activity: framework.activities.map(\.id)
        case .competency: framework.competencies.map(\.id)
        case .session: sessions.map(\.id)
        case .role: framework.roles.map(\.id)
        case .employer: staff.map(\.employer)
        case .organisation: teams.map(\.organisation)
        case .pathway: teams.map(\.pathway)
        case .part: parts.map(\.id)
        case .weekday: Weekday.allCases.map(\.short)
        case .locality: teams.map(\.locality) + staff.map(\.baseLocality)
        case .profession: framework.roles.compactMap(\.profession)
        case .policy: Policy.lines.map(\.key)
        }
    }
}
