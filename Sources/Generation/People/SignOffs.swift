// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What the people of a place are signed off in: their job's competencies, with gaps, and a few that lapse.
struct SignOffs {
    /// Of a thousand sign-offs missing at a job's level, those held one level lower (A).
    static let lowerPermille = 600
    /// Of a thousand held, those a level higher (A).
    static let higherPermille = 150
    /// Of a thousand with a validity, those that lapse within the week and those that have lapsed already
    /// (A).
    static let lapsingPermille = 20
    static let lapsedPermille = 15
    /// Days back that a sign-off without a validity was given (A).
    static let daysBack = 90...2500
    /// Days of a placement still to come when a student starts the week (A).
    static let placementDays = 60

    private let competencies: [String: Competency]
    private let levels: Int
    private let start: CalendarDay
    private var random: SeededRandom

    static func of(
        _ posts: [Post], framework: Framework, start: CalendarDay, place: Int, seed: UInt64
    ) -> [SignOff] {
        var maker = SignOffs(framework, start, SeededRandom(seed: seed, place: place, for: .signOffs))
        return posts.flatMap { maker.signOffs($0) }
    }

    private init(_ framework: Framework, _ start: CalendarDay, _ random: SeededRandom) {
        competencies = Dictionary(framework.competencies.map { ($0.id, $0) }) { first, _ in first }
        levels = framework.levels
        self.start = start
        self.random = random
    }

    private mutating func signOffs(_ post: Post) -> [SignOff] {
        let essentials = post.job.pool.isRegistered ? post.unit?.service.essentials ?? [] : []
        var seen: Set<String> = []
        var signOffs: [SignOff] = []
        // The team's essentials first: they stand before what the job says of the same competency.
        for skill in essentials + post.job.skills where seen.insert(skill.competency).inserted {
            guard let competency = competencies[skill.competency], let level = level(skill) else { continue }
            let signed = signedOff(competency)
            let expires = post.staff.employment == .student ? start.adding(days: Self.placementDays) : nil
            signOffs.append(
                SignOff(
                    staff: post.staff.id, competency: competency.id, level: level, signedOffOn: signed,
                    expiresOn: expires, signedOffBy: Self.assessor(post, competency.id)))
        }
        return signOffs
    }

    /// The level held; nil for none.
    private mutating func level(_ skill: Skill) -> Int? {
        if random.chance(skill.permille, of: 1_000) {
            return min(levels, skill.level + (random.chance(Self.higherPermille, of: 1_000) ? 1 : 0))
        }
        return skill.level > 1 && random.chance(Self.lowerPermille, of: 1_000) ? skill.level - 1 : nil
    }

    /// A date such that the sign-off holds in the week, but for the few that lapse.
    private mutating func signedOff(_ competency: Competency) -> CalendarDay {
        guard let months = competency.validMonths else {
            return start.adding(days: -random.within(Self.daysBack))
        }
        if random.chance(Self.lapsingPermille, of: 1_000) {
            // The last day is one of Monday to Saturday.
            return start.adding(days: random.below(WorkingWeek.days - 1)).adding(months: -months)
        }
        let first = start.adding(months: -months)
        if random.chance(Self.lapsedPermille, of: 1_000) {
            return first.adding(days: -random.within(10...60))
        }
        // The horizon and a little more stays valid.
        return start.adding(days: -random.within(5...max(6, start.number - first.number - 14)))
    }

    private static func assessor(_ post: Post, _ competency: String) -> String {
        if post.staff.employment == .student { return "Practice educator" }
        if post.staff.employment == .agency { return "Agency" }
        switch competency {
        case "moving-handling", "hoisting", "single-handed-care": return "Moving and handling trainer"
        case "equipment-fitting", "simple-equipment": return "Lead occupational therapist"
        default: break
        }
        switch post.job.pool {
        case .nursing: return "Lead nurse"
        case .care: return "Reablement manager"
        case .socialWork: return "Principal social worker"
        case .volunteering: return "Volunteer coordinator"
        case .therapy, .speech, .dietetics, .rehabilitation, .administration: return "AHP lead"
        }
    }
}
