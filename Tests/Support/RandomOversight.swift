// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Tiny weeks in which little matters but who has to be there for whom: delegation, its supervisors and spans, people
/// to be accompanied, and pairs.
///
/// `RandomWeek` meets these rules now and then; here each of them decides the price of many weeks.
public enum RandomOversight {
    /// How many seeds reach each of the rules often enough.
    public static let seeds: UInt64 = 900

    /// The week of that seed: four people, two teams, one or two sessions, three lines.
    public static func make(seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 32_452_843 &+ 3)
        var world = TinyWorld()
        if random.chance(65) { world.parts = [world.parts[0]] }
        world.roles.append(Role(id: "nurse", name: "Nurse", kind: .registered, profession: "nursing"))
        world.competencies.append(Competency(id: "overseeing", name: "Overseeing"))
        world.policy.accompanied = random.pick([
            [.student], [.support, .student], [.support, .student], [.support], [.student, .volunteer],
        ])
        world.policy.supervisionMinutesPerSession = random.pick([60, 60, 30, 10])
        world.policy.nonContactMinutes = random.pick([30, 60, 90])
        let isShared = random.chance(40)
        world.teams = ["A", "B"].map {
            TinyWorld.team($0, group: isShared ? "G" : nil, span: random.pick([nil, 1, 1, 1]))
        }
        activities(&world, &random)
        people(&world, &random)
        demand(&world, &random)
        switch seed % 6 {
        case 0: leaveAlone(&world, &random)
        case 1: crowd(&world, &random)
        default: break
        }
        return world.week
    }

    /// The physiotherapist is in team B, and students and support workers are by themselves in A.
    private static func leaveAlone(_ world: inout TinyWorld, _ random: inout SeededRandom) {
        world.policy.accompanied = [.support, .student]
        world.staff[3].roles = [random.pick(["student", "support-worker"])]
        world.rota["P-1"] = world.parts.map { _ in "R@B" }
        world.lines.removeAll { $0.id == "D-2" }
        world.demand("D-2", "care", contacts: 3, priority: .urgent)
    }

    /// A nurse, who supervises nothing that is asked for there, beside a physiotherapist and two who would work for her.
    private static func crowd(_ world: inout TinyWorld, _ random: inout SeededRandom) {
        world.policy.accompanied = [.student]
        world.policy.supervisionMinutesPerSession = 60
        world.teams = world.teams.map { TinyWorld.team($0.id, span: 1) }
        world.staff[2].roles = ["support-worker"]
        world.staff[2].employment = .substantive
        world.staff[3].roles = ["nurse"]
        world.staff[3].employment = .substantive
        for person in world.staff { world.rota[person.id] = world.parts.map { _ in "R@A" } }
        world.activities[1].delegated?.supervisionMinutes = random.pick([0, 5])
        world.activities[1].delegated?.remoteSupervision = false
        world.lines.removeAll { $0.id.hasPrefix("D") }
        world.demand("D-1", "rehabilitation", contacts: 5)
        world.demand("D-2", "assessment", contacts: 2, priority: .critical)
    }

    private static func activities(_ world: inout TinyWorld, _ random: inout SeededRandom) {
        var rehabilitation = TinyWorld.rehabilitation
        var exercise = Activity(
            id: "exercise", name: "Exercise", minutes: 30,
            registered: RegisteredRoute(professions: ["physiotherapy", "nursing"]),
            delegated: DelegatedRoute(
                kinds: [.support, .student], supervisors: ["nursing"], status: .approved))
        for needed in [random.chance(40), random.chance(40)].enumerated() where needed.element {
            if needed.offset == 0 {
                rehabilitation.delegated?.supervisorNeeds = [Need("overseeing", 3)]
            } else {
                exercise.delegated?.supervisorNeeds = [Need("overseeing", 3)]
            }
        }
        rehabilitation.delegated?.supervisionMinutes = random.pick([0, 0, 5, 20])
        exercise.delegated?.supervisionMinutes = random.pick([0, 5, 15])
        rehabilitation.delegated?.remoteSupervision = random.chance(45)
        exercise.delegated?.remoteSupervision = random.chance(30)
        let lead = SupportRoute(needs: [Need("handling", 2)], kinds: [.support, .student])
        let transfer = Activity(
            id: "transfer", name: "Transfer", minutes: 30, hands: 2, support: lead,
            second: random.chance(50) ? lead : nil,
            singleHanded: random.chance(30) ? SingleHanded(extraMinutes: 20) : nil)
        let care = Activity(
            id: "care", name: "Call", minutes: 30,
            support: SupportRoute(needs: [Need("care", 1)], kinds: [.support, .student]))
        let review = Activity(
            id: "review", name: "Review", minutes: 30, registered: RegisteredRoute(professions: ["nursing"]))
        world.activities = [TinyWorld.assessment, rehabilitation, exercise, transfer, care, review]
    }

    private static func people(_ world: inout TinyWorld, _ random: inout SeededRandom) {
        let roles = [
            "physiotherapist", "support-worker", random.pick(["support-worker", "student"]),
            random.pick(["nurse", "nurse", "student", "physiotherapist"]),
        ]
        world.staff = roles.enumerated().map { index, role in
            TinyWorld.person(
                "P-\(index + 1)", role, role == "student" ? .student : .substantive,
                hourlyCost: role == "support-worker" ? 15 : 30, homeTeam: random.pick(["A", "A", nil]))
        }
        for person in world.staff {
            world.rota[person.id] = world.parts.map { _ in
                let place = random.pick(person.id == "P-1" ? ["", "@A", "@B", "@B"] : ["", "@A", "@A"])
                return random.pick(["R", "R", "R", "A"]) + place
            }
        }
        world.signOffs = world.staff.flatMap { person in
            world.competencies.filter { $0.id != "overseeing" || random.chance(60) }.map {
                SignOff(
                    staff: person.id, competency: $0.id, level: 3, signedOffOn: world.start.adding(days: -30))
            }
        }
    }

    private static func demand(_ world: inout TinyWorld, _ random: inout SeededRandom) {
        let delegable = ["rehabilitation", "rehabilitation", "exercise"]
        // Both teams ask for something, so that pins to them are possible. The oracle holds eight lines.
        for (line, asked) in ["review A", "review B", "assessment A", "assessment B", "care A"].enumerated() {
            let words = asked.split(separator: " ").map(String.init)
            world.demand("N-\(line)", words[0], contacts: 0, team: words[1])
        }
        world.demand("D-1", random.pick(delegable), contacts: random.pick(3...5))
        world.demand(
            "D-2", random.pick(["transfer", "care", "care", "rehabilitation"]),
            contacts: random.pick(1...3), singleHanded: 0, priority: .urgent)
        world.demand(
            "D-3", random.pick(["assessment", "exercise"]), contacts: 1, team: "B", priority: .critical)
    }
}
