// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Frameworks of the same roles and competencies, with activities whose blocks come and go.
enum RandomFramework {
    static func make(_ random: inout SeededRandom, near start: CalendarDay) -> Framework {
        let days = (-1...9).map { start.adding(days: $0) }
        return Framework(
            name: "Random", version: "1", levels: 4,
            roles: [
                Role(
                    id: "physiotherapist", name: "Physiotherapist", kind: .registered,
                    profession: "physiotherapy"),
                Role(
                    id: "occupational-therapist", name: "Occupational therapist", kind: .registered,
                    profession: "occupational-therapy"),
                Role(id: "nurse", name: "Nurse", kind: .registered, profession: "nursing", pace: 0.9),
                Role(id: "support-worker", name: "Support worker", kind: .support, grade: 1),
                Role(id: "assistant-practitioner", name: "Assistant practitioner", kind: .support, grade: 3),
                Role(id: "student", name: "Student", kind: .student, grade: 1, pace: 0.5),
                Role(id: "volunteer", name: "Volunteer", kind: .volunteer, grade: 1, pace: 0.75),
            ],
            competencies: [
                Competency(id: "therapy", name: "Therapy", validMonths: 12),
                Competency(id: "care", name: "Care", validMonths: 12),
                Competency(id: "handling", name: "Handling"),
            ],
            activities: [
                assessment(&random), rehabilitation(&random, days), exercise(&random, days), care(&random),
                call(&random), transfer(&random, id: "transfer"), transfer(&random, id: "hoist"),
            ])
    }

    private static let therapists = ["physiotherapy", "occupational-therapy"]

    private static func assessment(_ random: inout SeededRandom) -> Activity {
        Activity(
            id: "assessment", name: "Assessment", minutes: random.pick([60, 75, 90]), recordMinutes: 20,
            registered: RegisteredRoute(professions: therapists, needs: [Need("therapy", random.pick(2...3))])
        )
    }

    private static func rehabilitation(_ random: inout SeededRandom, _ days: [CalendarDay]) -> Activity {
        Activity(
            id: "rehabilitation", name: "Rehabilitation", minutes: random.pick([40, 55, 70]),
            recordMinutes: 5,
            registered: RegisteredRoute(professions: therapists, needs: [Need("therapy", 2)]),
            delegated: delegation(&random, days, needs: [Need("care", random.pick([1, 1, 2]))]))
    }

    private static func exercise(_ random: inout SeededRandom, _ days: [CalendarDay]) -> Activity {
        Activity(
            id: "exercise", name: "Exercise", minutes: random.pick([30, 50]),
            registered: RegisteredRoute(professions: ["physiotherapy", "nursing"]),
            support: random.chance(30) ? support(&random, lowestGrade: 3) : nil,
            delegated: delegation(&random, days, needs: []))
    }

    private static func care(_ random: inout SeededRandom) -> Activity {
        Activity(
            id: "care", name: "Reablement call", minutes: random.pick([30, 45, 60]), recordMinutes: 10,
            support: support(&random, lowestGrade: random.pick([0, 1, 2])))
    }

    private static func call(_ random: inout SeededRandom) -> Activity {
        Activity(
            id: "call", name: "Telephone review", minutes: random.pick([20, 30]), recordMinutes: 5,
            remote: true, registered: RegisteredRoute(professions: therapists + ["nursing"]),
            support: random.chance(50) ? support(&random, lowestGrade: 1) : nil)
    }

    private static func transfer(_ random: inout SeededRandom, id: String) -> Activity {
        let second = SupportRoute(
            lowestGrade: 1, needs: [Need("handling", 1)], kinds: [.support, .student, .volunteer],
            registeredMay: random.chance(50))
        return Activity(
            id: id, name: "Assisted transfer", minutes: random.pick([35, 50, 65]), recordMinutes: 5, hands: 2,
            registered: random.chance(30)
                ? RegisteredRoute(professions: therapists, needs: [Need("handling", 2)]) : nil,
            support: random.chance(90)
                ? SupportRoute(
                    lowestGrade: 1, needs: [Need("handling", 2)], registeredMay: random.chance(60)) : nil,
            second: random.chance(60) ? second : nil,
            singleHanded: random.chance(60)
                ? SingleHanded(needs: [Need("handling", 3)], extraMinutes: random.pick([0, 10])) : nil)
    }

    private static func support(_ random: inout SeededRandom, lowestGrade: Int) -> SupportRoute {
        SupportRoute(
            lowestGrade: lowestGrade, needs: random.chance(60) ? [Need("care", random.pick(1...2))] : [],
            kinds: random.pick([[.support], [.support, .student], [.support, .student, .volunteer]]),
            registeredMay: random.chance(40))
    }

    private static func delegation(
        _ random: inout SeededRandom, _ days: [CalendarDay], needs: [Need]
    ) -> DelegatedRoute {
        DelegatedRoute(
            lowestGrade: random.pick([0, 1, 1, 1, 3]), needs: needs,
            kinds: random.pick([[.support], [.support, .student]]),
            supervisors: random.pick([therapists, ["physiotherapy"], therapists + ["nursing"]]),
            supervisionMinutes: random.pick([0, 5, 7.5, 20, 40]),
            status: random.chance(85) ? .approved : random.pick([.proposed, .withdrawn]),
            reviewOn: random.chance(30) ? random.pick(days) : nil)
    }
}
