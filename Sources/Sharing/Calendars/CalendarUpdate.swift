// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What becomes of a calendar that was handed out when it is handed out again.
enum CalendarUpdate {
    /// The events of now, counted on from those of before. What was handed out for the same days and is no more is
    /// cancelled, and stays so; what is of other days stands as it was.
    ///
    /// - Parameters:
    ///   - now: What is planned.
    ///   - before: What was handed out.
    ///   - days: The days that are planned, as times from the first to before the last: `20261123T000000`.
    static func events(
        _ now: [CalendarEvent], after before: [CalendarEvent], in days: Range<String>
    ) -> [CalendarEvent] {
        let former = Dictionary(
            before.map { ($0.uid, $0) }, uniquingKeysWith: { $0.sequence > $1.sequence ? $0 : $1 })
        let planned = now.map { event in
            guard let old = former[event.uid] else { return event }
            var event = event
            event.sequence = event.says(theSameAs: old) ? old.sequence : old.sequence + 1
            return event
        }
        let known = Set(now.map(\.uid))
        var seen: Set<String> = []
        let gone = before.compactMap { old -> CalendarEvent? in
            guard !known.contains(old.uid), seen.insert(old.uid).inserted else { return nil }
            var event = former[old.uid] ?? old
            if !event.isCancelled, days.contains(event.begins) {
                event.isCancelled = true
                event.sequence += 1
            }
            return event
        }
        return (planned + gone).sorted { ($0.begins, $0.uid) < ($1.begins, $1.uid) }
    }
}
