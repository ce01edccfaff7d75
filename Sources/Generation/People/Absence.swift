// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Turns rostered sessions of own staff into leave, sickness and training until each has its share.
struct Absence {
    /// Of a thousand people on leave, those away the whole week; the others take a day or two (A).
    static let wholeWeekPermille = 500
    /// Days that a spell of sickness has at most within the week (A).
    static let sicknessDays = 5

    /// The rota with its absences.
    static func marked(_ rota: Rota, place: Int, seed: UInt64) -> Rota {
        var absence = Absence(rota: rota, random: SeededRandom(seed: seed, place: place, for: .absence))
        let own = rota.posts.indices.filter { rota.posts[$0].staff.employment == .substantive }
        let contracted = own.reduce(0) { $0 + rota.sessions(of: $1, .rostered).count }
        for (duty, permille) in [
            (RotaMark.Duty.leave, WorkingWeek.leavePermille), (.sick, WorkingWeek.sicknessPermille),
            (.training, WorkingWeek.trainingPermille),
        ] {
            absence.mark(duty, (contracted * permille + 500) / 1000, of: own)
        }
        return absence.rota
    }

    private var rota: Rota
    private var random: SeededRandom

    private mutating func mark(_ duty: RotaMark.Duty, _ quota: Int, of own: [Int]) {
        var left = quota
        for post in random.shuffled(own) where left > 0 {
            let days = rota.days(of: post, with: [.rostered])
            guard !days.isEmpty, isPresent(post) else { continue }
            for session in spell(duty, days).flatMap({ Array(rota.sessions(ofDay: $0)) })
            where left > 0 && rota.marks[post][session] == .rostered {
                rota.marks[post][session] = duty
                left -= 1
            }
        }
    }

    /// Nobody has two kinds of absence in the week: a simplification (A).
    private func isPresent(_ post: Int) -> Bool {
        rota.marks[post].allSatisfy { $0 == .off || $0 == .rostered }
    }

    /// Rostered days in a row.
    private mutating func spell(_ duty: RotaMark.Duty, _ days: [Int]) -> [Int] {
        switch duty {
        case .leave where random.chance(Self.wholeWeekPermille, of: 1_000): return days
        case .sick:
            let first = random.below(days.count)
            return Array(days[first...].prefix(1 + random.below(Self.sicknessDays)))
        case .training: return [days[random.below(days.count)]]
        case .leave, .rostered, .available, .callable, .off:
            let first = random.below(days.count)
            return Array(days[first...].prefix(1 + random.below(2)))
        }
    }
}
