// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What sessions that are over leave to those still to come, and what they cost: rule 10. Nothing of them is decided, so
/// they have no columns; they are taken off what is wanted, off the caps and off the contract, and are a constant of the
/// price.
extension Instance {
    /// The `A` sessions of a person that are over and were worked, of some.
    public func pastBookings(of person: Int, in sessions: some Sequence<Int>) -> [Int] {
        sessions.filter {
            past.team(person: person, session: $0) != nil && week.rota[person][$0].duty == .available
        }
    }

    /// `A` minutes that a person worked in sessions of a calendar week that are over.
    public func pastMinutes(person: Int, week c: Int) -> Int {
        pastBookings(of: person, in: calendar.sessionsOfWeek(c)).reduce(0) {
            $0 + paidMinutes[cell(person, $1)]
        }
    }

    /// Pounds that may still be spent on sessions of people engaged like that: the cap without what is spent, and never
    /// below 0; nil: no cap.
    public func capLeft(on employment: Employment) -> Double? {
        guard let cap = week.policy.cap(on: employment) else { return nil }
        guard !past.isEmpty else { return cap }
        let spent = week.staff.indices.filter { week.staff[$0].employment == employment }.reduce(0.0) {
            sum, s in
            pastBookings(of: s, in: 0..<past.sessions).reduce(sum) { $0 + bookingPay[cell(s, $1)] }
        }
        return max(0, cap - spent)
    }

    /// The teams that a person was in in sessions of a day that are over, each once.
    func pastTeams(person: Int, day: Int) -> Set<Int> {
        guard !past.isEmpty else { return [] }
        return Set(calendar.sessionsOfDay[day].compactMap { past.team(person: person, session: $0) })
    }

    /// Heads that counted towards each of `minimums` in sessions that are over.
    public func pastHeads() -> [Int] {
        var heads = [Int](repeating: 0, count: minimums.count)
        for s in 0..<staffCount where isHead[s] {
            for t in 0..<past.sessions {
                guard let k = past.team(person: s, session: t) else { continue }
                for m in minimums(team: k, session: t) where counts(person: s, minimum: m) { heads[m] += 1 }
            }
        }
        return heads
    }

    /// The sessions of a line's window that are still to come.
    public func openWindow(ofLine line: Int) -> [Int] {
        lines[line].window.filter { !past.isOver($0) }
    }
}
