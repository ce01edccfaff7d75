// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import Wording
import Workforce

/// Hours that somebody gives before a day, such as an educator's: of people on the roster, who are off for them, or paid for
/// by the hour.
struct PreparedHours: Sendable, Equatable {
    /// Whose they are.
    enum Giver: Sendable, Equatable {
        /// People of a role.
        case role(String)
        /// People who hold a competency at a level.
        case competency(Need)
        /// Nobody's on the roster: pounds an hour.
        case paid(Double)
    }

    let hours: Double
    let giver: Giver

    /// The keys that say whose hours they are, of which one stands there.
    static func giverKeys(_ prefix: String) -> [String] {
        ["role", "competency", "cost"].map { prefix + $0 }
    }

    /// The giver that an entry names: `educator_role`, `educator_competency` with a level, or `educator_cost`.
    ///
    /// - Returns: Nil where none is named, or what stands there is not right.
    static func giver(_ entry: EntryReader, _ prefix: String, level: Int?) -> Giver? {
        let keys = giverKeys(prefix)
        let given = keys.filter(entry.has)
        guard let key = given.first else { return nil }
        if given.count > 1 { entry.refuse(Array(given.dropFirst()), beside: key) }
        switch key {
        case keys[0]: return entry.identifier(key).map { .role($0) }
        case keys[1]: return entry.identifier(key).map { .competency(Need($0, level ?? 1)) }
        default: return entry.decimal(key, 0...10_000, "pounds an hour").map { .paid($0) }  // foreign
        }
    }

    /// Pounds that are paid for them.
    var pounds: Double {
        switch giver {
        case .role, .competency: 0
        case .paid(let rate): hours * rate
        }
    }

    /// Whole sessions, one after the other until the hours are held: first those of the person who stands first in staff.csv, each one's last before
    /// the day first; and the minutes that nobody is there for.
    func sessions(before day: CalendarDay?, besides people: Set<String>, in dated: DatedWeeks)
        -> (taken: [DatedWeeks.Take], missing: Int)
    {
        guard let day else { return ([], 0) }
        let isGiver: (DatedWeeks.Take) -> Bool
        switch giver {
        case .paid: return ([], 0)
        case .role(let role):
            isGiver = { one in
                dated.weeks[one.week].staff.first { $0.id == one.staff }?.roles.contains(role) ?? false
            }
        case .competency(let need):
            let held = dated.weeks.map { week in
                Dictionary(
                    zip(
                        week.staff.map(\.id),
                        Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)),
                    uniquingKeysWith: { first, _ in first })
            }
            isGiver = { one in
                let day = dated.weeks[one.week].sessions[one.session].day
                return held[one.week][one.staff]?.holds([need], on: day) ?? false
            }
        }
        var left = Int((hours * 60).rounded(.up))
        var taken: [DatedWeeks.Take] = []
        for id in dated.people where left > 0 && !people.contains(id) {
            for one in dated.duty(of: id, before: day) where left > 0 && isGiver(one) {
                taken.append(one)
                left -= one.minutes
            }
        }
        return (taken, max(0, left))
    }

    /// Who gives them: `of role nurse`.
    var giverWords: String {
        switch giver {
        case .role(let role): "of role \(role)"
        case .competency(let need): "signed off in \(need.competency) at level \(need.level)"
        case .paid(let rate): "paid for at \(Show.pounds(rate)) an hour"
        }
    }

    /// Whose they are, and what becomes of their sessions.
    var words: String {
        switch giver {
        case .role, .competency: "of people \(giverWords), who are off for whole sessions"
        case .paid: giverWords
        }
    }
}
