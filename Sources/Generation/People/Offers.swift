// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Sessions offered on top of the roster: extra ones of own staff, and what bank and agency workers can do.
struct Offers {
    /// Of a thousand part-timers and full-timers, those who offer extra sessions (A).
    static let partTimePermille = 300
    static let fullTimePermille = 120
    /// Days that bank and agency workers offer in the week (A).
    static let bankDays = 2...4
    static let agencyDays = 3...4
    /// Of a thousand offered days, those with two sessions (A).
    static let wholeDayPermille = 600

    /// The rota with its offers.
    static func marked(_ rota: Rota, place: Int, seed: UInt64) -> Rota {
        var offers = Offers(rota: rota, random: SeededRandom(seed: seed, place: place, for: .offers))
        for (index, post) in rota.posts.enumerated() { offers.offer(index, post) }
        return offers.rota
    }

    private var rota: Rota
    private var random: SeededRandom

    private mutating func offer(_ index: Int, _ post: Post) {
        switch post.staff.employment {
        case .bank: mark(index, days: random.within(Self.bankDays), shifts: shifts(post.job.pool))
        case .agency: mark(index, days: random.within(Self.agencyDays), shifts: shifts(post.job.pool))
        case .volunteer: mark(index, days: 1, shifts: [[0], [1]])
        case .student: break
        case .substantive:
            let isFullTime = post.sessions >= WorkingWeek.fullTimeSessions
            guard random.chance(isFullTime ? Self.fullTimePermille : Self.partTimePermille, of: 1_000),
                let unit = post.unit,
                rota.sessions(of: index, .leave).isEmpty, rota.sessions(of: index, .sick).isEmpty
            else { return }
            mark(index, days: 1, shifts: unit.service.shifts)
        }
    }

    /// Evenings, and nights where there is a night team, are worked by carers and nurses; the other pools have little to
    /// do then.
    private func shifts(_ pool: Pool) -> [[Int]] {
        guard pool == .care || pool == .nursing else { return [[0, 1]] }
        return [[0, 1], [1, 2], [0, 2]] + (hasNights ? [[WorkingWeek.night]] : [])
    }

    private var hasNights: Bool { rota.posts.contains { $0.unit?.service.isByNight == true } }

    /// Offers whole or half days among those without a mark.
    private mutating func mark(_ index: Int, days: Int, shifts: [[Int]]) {
        for day in random.shuffled(rota.freeDays(of: index)).prefix(days).sorted() {
            let shift = shifts[random.below(shifts.count)]
            let isWhole = random.chance(Self.wholeDayPermille, of: 1_000)
            for part in isWhole ? shift[...] : shift.prefix(1) {
                rota.marks[index][Rota.session(day: day, part: part)] = .available
            }
        }
    }
}
