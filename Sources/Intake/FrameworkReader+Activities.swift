// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension FrameworkReader {
    /// `{id, name, minutes, record_minutes, hands, remote, registered, support, delegated, second, single_handed}`
    mutating func readActivities(_ document: YAMLMapping) {
        let keys = [
            "id", "name", "minutes", "record_minutes", "hands", "remote", "registered", "support",
            "delegated",
            "second", "single_handed",
        ]
        guard let entries = entries("activities", of: document, keys, "an activity") else { return }
        var names = KnownNames(kind: "activity", home: "in the framework", takesCalls: true)
        defer { activityNames = names }
        for entry in entries {
            let idField = entry.requiredField("id", "an identifier")
            let id = idField?.identifier(diagnostics)
            if let id, let idField { names.define(id, at: idField, diagnostics) }
            let name = entry.field("name").map { $0.note(diagnostics) } ?? id
            if let id, let name { names.call(id, name) }
            let minutes = entry.requiredField("minutes", "minutes of contact")?
                .wholeNumber(in: 1...1440, unit: "minutes", diagnostics)
            let record =
                entry.field("record_minutes").map {
                    $0.wholeNumber(in: 0...1440, unit: "minutes", diagnostics)
                } ?? 0
            let hands =
                entry.field("hands").map { $0.wholeNumber(in: 1...2, unit: "hands", diagnostics) } ?? 1
            let remote = entry.field("remote").map { $0.truth(diagnostics) } ?? false
            let registered = readRegistered(entry)
            let support = readSupport("support", entry)
            let delegated = readDelegated(entry)
            let second = readSupport("second", entry)
            let single = readSingleHanded(entry)
            checkShape(entry, id ?? "", hands: hands)
            guard let id, let name, let minutes, let record, let hands, let remote else { continue }
            let activity = Activity(
                id: id, name: name, minutes: minutes, recordMinutes: record, hands: hands, remote: remote,
                registered: registered, support: support, delegated: delegated, second: second,
                singleHanded: single)
            checkWorkers(activity, entry)
            checkApproval(activity, entry)
            activities.append(activity)
        }
    }

    /// Routes that contradict each other or the number of hands.
    private func checkShape(_ entry: YAMLMapping, _ id: String, hands: Int?) {
        let activity = "activity '\(Diagnostic.shortened(id))'"
        func refuse(_ key: String, _ message: String, expected: String) {
            guard entry.value(key) != nil, let field = entry.key(key) else { return }
            diagnostics.add(
                .error, at: field.place, field: key, expected: expected, message: "\(activity) \(message)")
        }
        if ["registered", "support", "delegated"].allSatisfy({ entry.value($0) == nil }) {
            diagnostics.add(
                .error, at: entry.place, field: "activity",
                expected: "'registered', 'support' or 'delegated': who may do it",
                message: "\(activity) has no route by which anybody may do it")
        }
        if entry.value("registered") == nil {
            refuse(
                "delegated", "is delegated but has no registered route",
                expected: "a 'registered' route: whoever supervises must be able to do it")
        }
        guard let hands else { return }
        if hands == 1 {
            for key in ["second", "single_handed"] {
                refuse(key, "takes one worker and has '\(key)'", expected: "'\(key)' only with hands: 2")
            }
        } else {
            refuse(
                "delegated", "takes two workers and is delegated", expected: "'delegated' only with hands: 1")
        }
    }
}
