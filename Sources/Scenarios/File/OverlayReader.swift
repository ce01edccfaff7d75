// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading

/// Reads one overlay: intervals first, since a change file knows none, then its changes and why they are assumed.
struct OverlayReader {
    let path: String
    let diagnostics: Diagnostics

    init(_ path: String, _ diagnostics: Diagnostics) { (self.path, self.diagnostics) = (path, diagnostics) }

    func read(_ node: YAMLNode, _ name: String) -> Overlay? {
        var intervals: [Interval] = []
        var isFaulty = false
        let plain = node.replacingIntervals { node, path in
            guard let interval = interval(node, path) else {
                // What is wrong was told; nothing else is to be said of the place.
                isFaulty = true
                return 1
            }
            intervals.append(interval)
            return interval.middle
        }
        let title = "overlay '\(name)'"
        guard let entry = EntryReader(plain, title, known: Overlay.keys, diagnostics) else { return nil }
        let share = entry.decimal("agency_cap_of_base", 0...10, "times the base's agency pay")
        var training: Training?
        if let node = entry.node("training") {
            guard
                let own = EntryReader(node, "training", known: Training.keys, diagnostics),
                let read = Training(own)
            else { return nil }
            training = read
        }
        let (why, by, on) = (entry.note("why"), entry.note("by"), entry.day("on"))
        guard let file = ChangeFile.read(entry, path: path, title: name, diagnostics), entry.isSound,
            !isFaulty
        else { return nil }
        if file.changes.isEmpty, share == nil, training == nil {
            entry.refuse("\(title) changes nothing", expected: "a part such as policy: {agency_cap: 4000}")
            return nil
        }
        if share != nil, file.changes.contains(where: Self.isAgencyCap) {
            entry.refuse(["agency_cap_of_base"], beside: "policy: {agency_cap}")
            return nil
        }
        return Overlay(
            name: name, place: node.place, file: file, intervals: intervals, agencyCapOfBase: share,
            training: training,
            why: why,
            by: by, on: on, node: node)
    }

    private func interval(_ node: YAMLNode, _ path: String) -> Interval? {
        guard let entry = EntryReader(node, "an interval", known: Interval.keys, diagnostics) else {
            return nil
        }
        let low = entry.decimal("low", -1e9...1e9, "as the figure has it")
        let high = entry.decimal("high", -1e9...1e9, "as the figure has it")
        let share = entry.decimal("confidence", 0...1, "cases between low and high") ?? 0.8
        guard let low, let high, entry.isSound else { return nil }
        guard low < high else {
            entry.refuse(
                "low is \(low), not below high, which is \(high)", expected: "the lower end first",
                at: entry.keyField("low"))
            return nil
        }
        guard share > 0, share < 1 else {
            entry.refuse(
                "confidence is \(share)", expected: "a share above 0 and below 1, such as 0.8",
                at: entry.keyField("confidence"))
            return nil
        }
        return Interval(path: path, low: low, high: high, confidence: share)
    }

    /// Whether a change caps agency pay.
    static func isAgencyCap(_ change: Change) -> Bool {
        guard case .policy(let policy) = change else { return false }
        return policy.key == PolicyChange.agencyCap(nil).key
    }
}
