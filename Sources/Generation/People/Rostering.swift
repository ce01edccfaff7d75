// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Rosters own staff, students and volunteers: days first, then the parts of each day.
///
/// Within a team, registered people and others apart, each person takes the days, and then the shift, in
/// which the team is shortest of people against its weights. So wards and response teams have somebody
/// registered through the week as far as there are people, as a roster-maker would see to.
struct Rostering {
    private(set) var rota: Rota
    private var random: SeededRandom
    private var days: [String: [Int]] = [:]
    private var parts: [String: [Int]] = [:]
    private static let noParts = WorkingWeek.parts.map { _ in 0 }

    init(_ posts: [Post], place: Int, seed: UInt64) {
        rota = Rota(posts)
        random = SeededRandom(seed: seed, place: place, for: .rota)
        for (index, post) in posts.enumerated() {
            guard let unit = post.unit else { continue }
            roster(index, post, unit)
        }
    }

    private mutating func roster(_ index: Int, _ post: Post, _ unit: Place.Unit) {
        let service = unit.service
        let crew = "\(unit.team.id) \(post.job.pool.isRegistered ? "registered" : "other")"
        let isWeekdaysOnly = post.staff.employment == .student || post.staff.employment == .volunteer
        var weights = service.dayWeights
        if isWeekdaysOnly { weights.replaceSubrange(5..<7, with: [0, 0]) }
        let perDay = post.staff.employment == .volunteer ? 1 : 2
        let wanted =
            service.isByNight
            ? post.sessions / WorkingWeek.sessionsOfNight : (post.sessions + perDay - 1) / perDay
        var left = post.sessions
        for day in shortest(wanted, of: days[crew] ?? [], weights).sorted() {
            days[crew, default: [Int](repeating: 0, count: WorkingWeek.days)][day] += 1
            let shift = isWeekdaysOnly && perDay == 2 ? [0, 1] : shift(service, crew, day)
            for part in shift.prefix(min(perDay, left)) {
                rota.marks[index][Rota.session(day: day, part: part)] = .rostered
                left -= 1
                parts["\(crew) \(day)", default: Self.noParts][part] += 1
            }
        }
    }

    /// The days on which the crew is shortest against its weights; among equals at random.
    private mutating func shortest(_ count: Int, of load: [Int], _ weights: [Int]) -> [Int] {
        let load = load.isEmpty ? [Int](repeating: 0, count: weights.count) : load
        let order = random.shuffled(Array(weights.indices)).filter { weights[$0] > 0 }
        let ranked = order.enumerated().sorted { one, other in
            let (first, second) = (one.element, other.element)
            let (left, right) = ((load[first] + 1) * weights[second], (load[second] + 1) * weights[first])
            return left == right ? one.offset < other.offset : left < right
        }
        return ranked.prefix(count).map(\.element)
    }

    /// The shift whose parts have the fewest of the crew against the service's weights.
    private mutating func shift(_ service: Service, _ crew: String, _ day: Int) -> [Int] {
        let load = parts["\(crew) \(day)"] ?? Self.noParts
        var best: (shift: [Int], cost: Int)?
        for shift in random.shuffled(service.shifts) {
            let cost = shift.reduce(0) { $0 + (load[$1] * 2 + 1) * 10_000 / max(1, service.partWeights[$1]) }
            if cost < best?.cost ?? .max { best = (shift, cost) }
        }
        return best?.shift ?? []
    }
}
