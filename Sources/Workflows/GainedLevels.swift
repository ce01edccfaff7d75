// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The levels of one competency that a rotation has taught one human, beside those that a week has them signed off in.
///
/// Of sign-offs the one counts that is dated last, though it reaches a lower level than one before it. A level that was gained
/// before a lower one was signed off is therefore dated anew where the week begins, and so is each level that holds on after
/// one dated later.
struct GainedLevels {
    /// What is gained, each row from the day on which it holds.
    private let gained: [SignOff]
    /// What the week has.
    private let own: [SignOff]
    private let validMonths: Int?

    /// - Parameter gained: Rows of one human and one competency, at least one.
    init(_ gained: [SignOff], _ week: Week) {
        self.gained = gained
        let humans = Dictionary(week.staff.map { ($0.id, $0.human) }) { first, _ in first }
        let competencies = Set(gained.map(\.competency))
        let people = Set(gained.compactMap { humans[$0.staff] })
        own = week.signOffs.filter { row in
            competencies.contains(row.competency) && (humans[row.staff].map(people.contains) ?? false)
        }
        validMonths = week.framework.competencies.first { competencies.contains($0.id) }?.validMonths
    }

    /// The sign-offs by which the human holds on each day the higher of what the week has and what is gained.
    func signOffs(on days: ClosedRange<CalendarDay>) -> [SignOff] {
        var added: [SignOff] = []
        var day = days.lowerBound
        while day <= days.upperBound {
            let (all, now) = (own + added, day)
            // The highest; of equals what lasts longest.
            let best = ([counting(own, now)].compactMap(\.self) + gained.filter { holds($0, now) }).max {
                ($0.level, end($0)) < ($1.level, end($1))
            }
            if let best, best.level != counting(all, now)?.level {
                added.append(dated(best, now, among: all))
            }
            day = day.adding(days: 1)
        }
        return added
    }

    /// A row as it is, where nothing dated later counts in its place; else from a day on, for as long as it holds.
    private func dated(_ row: SignOff, _ day: CalendarDay, among all: [SignOff]) -> SignOff {
        let isReplaced = all.contains { row.signedOffOn <= $0.signedOffOn && $0.signedOffOn <= day }
        guard isReplaced, row.signedOffOn < day else { return row }
        var later = row
        later.signedOffOn = day
        later.expiresOn = HeldSignOff(row, validMonths: validMonths).until
        return later
    }

    /// The row that counts on a day, where it holds.
    private func counting(_ rows: [SignOff], _ day: CalendarDay) -> SignOff? {
        let last = rows.enumerated().filter { $0.element.signedOffOn <= day }
            .max { ($0.element.signedOffOn, $0.offset) < ($1.element.signedOffOn, $1.offset) }
        return last.flatMap { holds($0.element, day) ? $0.element : nil }
    }

    private func holds(_ row: SignOff, _ day: CalendarDay) -> Bool {
        HeldSignOff(row, validMonths: validMonths).holds(on: day)
    }

    /// Its last day as a number; without an end a later one than any.
    private func end(_ row: SignOff) -> Int {
        HeldSignOff(row, validMonths: validMonths).until?.number ?? .max
    }
}
