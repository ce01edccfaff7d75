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
        _ = node.replacingIntervals { node, path in
            if let interval = interval(node, path) { intervals.append(interval) } else { isFaulty = true }
            return nil
        }
        let whole = wholeNumbers(intervals, of: node, name)
        for interval in whole { refuse(interval, "may be a whole number alone") }
        isFaulty = isFaulty || !whole.isEmpty
        let plain = node.replacingIntervals { _, path in
            guard let interval = intervals.first(where: { $0.path == path }) else {
                // What is wrong was told; nothing else is to be said of the place.
                return 1
            }
            return whole.contains(interval) ? interval.low : interval.middle
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
        var reviews: Reviews?
        if let node = entry.node("reviews") {
            guard let own = EntryReader(node, "reviews", known: Reviews.keys, diagnostics),
                let read = Reviews(own)
            else { return nil }
            reviews = read
        }
        let (why, by, on) = (entry.note("why"), entry.note("by"), entry.day("on"))
        guard let file = ChangeFile.read(entry, path: path, title: name, diagnostics), entry.isSound,
            !isFaulty
        else { return nil }
        if file.changes.isEmpty, share == nil, training == nil {
            entry.refuse("\(title) changes nothing", expected: "a part such as policy: {agency_cap: 4000}")
            return nil
        }
        if reviews != nil, !file.changes.contains(where: Self.isReviewed) {
            entry.refuse(
                "\(title) has reviews and no 'single_handed'",
                expected: "what they find, such as single_handed: {share: 0.33}",
                at: entry.keyField("reviews"))
            return nil
        }
        if share != nil, file.changes.contains(where: Overlay.isAgencyCap) {
            entry.refuse(["agency_cap_of_base"], beside: "policy: {agency_cap}")
            return nil
        }
        return Overlay(
            name: name, place: node.place, file: file, intervals: intervals, agencyCapOfBase: share,
            training: training, reviews: reviews, why: why, by: by, on: on, node: node)
    }

    private static func isReviewed(_ change: Change) -> Bool {
        guard case .singleHanded = change else { return false }
        return true
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
        let interval = Interval(path: path, place: node.place, low: low, high: high, confidence: share)
        guard path.split(separator: ".").first.map({ !Overlay.ownKeys.contains(String($0)) }) ?? false else {
            refuse(interval, "stands in no change")
            return nil
        }
        return interval
    }

    private func refuse(_ interval: Interval, _ why: String) {
        diagnostics.add(
            .error, at: interval.place, field: interval.path,
            expected: "one number: intervals are for decimals of a change, such as a factor or a rate",
            message: "'\(interval.path)' \(why), and is given as an interval")
    }

    /// The intervals in whose place a change takes no decimals.
    private func wholeNumbers(_ intervals: [Interval], of node: YAMLNode, _ name: String) -> [Interval] {
        /// Whether something is wrong at an interval if that one stands for a number, and all others for their lower ends.
        func isWrong(_ interval: Interval, as number: Double) -> Bool {
            let told = Diagnostics()
            let plain = node.replacingIntervals { _, path in
                path == interval.path ? number : intervals.first { $0.path == path }?.low
            }
            if let entry = EntryReader(plain, name, known: Overlay.keys, told) {
                _ = ChangeFile.read(entry, path: path, title: name, told)
            }
            return told.sorted.contains {
                $0.severity == .error && $0.line == interval.place.line && $0.column == interval.place.column
            }
        }
        return intervals.filter { interval in
            let between = interval.low + (interval.high - interval.low) * 0.381966
            return !isWrong(interval, as: interval.low) && isWrong(interval, as: between)
        }
    }
}
