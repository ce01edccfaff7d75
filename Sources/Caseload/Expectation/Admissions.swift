// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// How many of those who are to begin do begin, day by day, where no more than so many can be there at once: on average.
///
/// Whoever finds no place waits, and begins before those who come later. Days begin long before the week where starts
/// are steady.
struct Admissions {
    /// Who begins on each day, the last being the last of the week.
    let begin: [Double]
    /// Who is there on each day.
    let present: [Double]
    /// Who waits at the end of each day.
    let waiting: [Double]
    /// Days before the week's first.
    let past: Int

    /// - Parameter others: Who else has places on each day of the week; not asked for where starts are steady.
    init(_ starts: CareStarts, others: [Double] = [], week: Week) {
        past = starts.past
        let reach = starts.stay.reach
        var begin: [Double] = []
        var present: [Double] = []
        var waiting: [Double] = []
        for day in 0..<(past + week.days) {
            let earlier = max(0, day - reach.count + 1)
            let there = (earlier..<day).reduce(0) { $0 + begin[$1] * reach[day - $1] }
            let wishing = (waiting.last ?? 0) + starts.expected(on: week.start.adding(days: day - past))
            let taken = starts.isSteady || others.isEmpty ? 0 : others[day - past]
            let places = starts.capacity.map { max(0, Double($0) - there - taken) } ?? wishing
            begin.append(min(wishing, places))
            present.append(there + begin[day])
            waiting.append(wishing - begin[day])
        }
        (self.begin, self.present, self.waiting) = (begin, present, waiting)
    }

    /// Contacts due on each day of the week, before it is looked at what weekday it is.
    ///
    /// - Parameter due: On each day of stay.
    func due(_ due: [Double]) -> [Double] {
        (past..<begin.count).map { day in
            (max(0, day - due.count + 1)...day).reduce(0) { $0 + begin[$1] * due[day - $1] }
        }
    }
}
