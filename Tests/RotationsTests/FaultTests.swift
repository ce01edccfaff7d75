// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import TestSupport
import Testing
import Workforce

/// What does not fit together is refused, all of it at once, in sentences.
@Suite struct FaultTests {
    /// A fault, what makes it, and a part of what is said.
    struct Fault: Sendable, CustomTestStringConvertible {
        let says: String
        let describe: @Sendable (inout RotationParts) -> Void

        init(_ says: String, _ describe: @escaping @Sendable (inout RotationParts) -> Void) {
            self.says = says
            self.describe = describe
        }

        var testDescription: String { says }
    }

    private static func parts(_ describe: (inout RotationParts) -> Void) -> RotationParts {
        TinyRotation.parts(periods: 3) { parts in
            parts.posts = [TinyRotation.post("A") { $0.groups = ["medical"] }, TinyRotation.post("B")]
            parts.people = [TinyRotation.person("P-1"), TinyRotation.person("P-2")]
            parts.templates = [Template(id: "T", stages: [.init("acute", 1)])]
            describe(&parts)
        }
    }

    @Test func whatFitsIsTaken() throws {
        #expect(try Rotation(Self.parts { _ in }).posts.count == 2)
    }

    static let faults: [Fault] = [
        Fault("A programme has 1 to 520 periods; this one has 0.") { $0.periodCount = 0 },
        Fault("A period has 1 to 52 weeks; here it has 0.") { $0.length = .weeks(0) },
        Fault("frozen_before is given, but there is no plan in force") { $0.frozenBefore = $0.starts },
        Fault("Template T stands twice") { $0.templates.append($0.templates[0]) },
        Fault("Template T has no stages") { $0.templates[0].stages = [] },
        Fault("Stage acute of template T has 0 periods") { $0.templates[0].stages[0].periods = 0 },
        Fault("Stage acute of template T has 9223372036854775807 periods") {
            $0.templates[0].stages[0].periods = .max
        },
        Fault("The stages of template T have 600 periods together") {
            $0.templates[0].stages = [.init("acute", 300), .init("community", 300)]
        },
        Fault("The stages of template T can be in more than 720 orders") {
            $0.templates[0].order = .any
            $0.templates[0].stages = (1...7).map { .init("acute", $0) }
        },
        Fault("change is -1.0; give 0 or more.") { $0.policy.change = -1 },
        Fault("fairness is nan") { $0.policy.fairness = .nan },
        Fault("Post A stands twice") { $0.posts.append($0.posts[0]) },
        Fault("Post A>B has a > in its identifier") { $0.posts.append(TinyRotation.post("A>B")) },
        Fault("asks for the profession sorcery") { $0.posts[0].professions = ["sorcery"] },
        Fault("has minimum 2.0, target 1.0, maximum no limit") {
            $0.posts[0].amounts = PostAmounts(minimum: 2, target: 1)
        },
        Fault("has minimum 0.0, target 2.0, maximum 1.0") {
            $0.posts[0].amounts = PostAmounts(target: 2, maximum: 1)
        },
        Fault("new_max of post A is negative") { $0.posts[0].newMaximum = -1 },
        Fault("span of post A is -1.0") { $0.posts[0].span = -1 },
        Fault("permanent_seniors of post A is negative") { $0.posts[0].permanentSeniors = -1 },
        Fault("min_block of post A is 0") { $0.posts[0].minimumBlock = 0 },
        Fault("max_block of post A is below its min_block of 3") {
            $0.posts[0].minimumBlock = 3
            $0.posts[0].maximumBlock = 2
        },
        Fault("Post A needs flying, which the framework does not have") {
            $0.posts[0].needs = [Need("flying", 1)]
        },
        Fault("Post A develops care at level 4; levels are 1 to 3.") {
            $0.posts[0].develops = [Development("care", 4, periods: 1)]
        },
        Fault("Post A develops care in 0 periods") {
            $0.posts[0].develops = [Development("care", 1, periods: 0)]
        },
        Fault("Person P-1 stands twice") { $0.people.append($0.people[0]) },
        Fault("Person P-1 has no role") { $0.people[0].roles = [] },
        Fault("Person P-1 has the role wizard") { $0.people[0].roles = ["wizard"] },
        Fault("The wte of P-1 is -0.5") { $0.people[0].wte = -0.5 },
        Fault("Person P-1 joins on 2027-02-01 and leaves on 2027-01-31") {
            $0.people[0].joins = TinyRotation.day("2027-02-01")
            $0.people[0].leaves = TinyRotation.day("2027-01-31")
        },
        Fault("Person P-1 follows template X") { $0.people[0].template = "X" },
        Fault("permanent_seniors of post A is 9223372036854775807") { $0.posts[0].permanentSeniors = .max },
        Fault("A period has 1 to 52 weeks; here it has 9223372036854775807") {
            $0.length = .weeks(.max)
            $0.capacity = [CapacityRow(post: "A")]
        },
        Fault("start_periods of P-1 is 9223372036854775807") {
            $0.people[0].startPost = "A"
            $0.people[0].startPeriods = .max
        },
        Fault("start_periods of P-1 is -1") {
            $0.people[0].startPost = "A"
            $0.people[0].startPeriods = -1
        },
        Fault("Person P-1 has start_periods without a start_post") { $0.people[0].startPeriods = 2 },
        Fault("Person P-1 names post C in start_post") { $0.people[0].startPost = "C" },
        Fault("Person P-1 names post C in prefers") { $0.people[0].prefers = ["C"] },
        Fault("In done of P-1 post A stands twice") { $0.people[0].done = ["A", "A"] },
        Fault("In cannot of P-1 post A stands twice") { $0.people[0].cannot = ["A", "A"] },
        Fault("away.csv names P-9") { $0.away = [Absence(staff: "P-9")] },
        Fault("A row of away.csv for P-1 goes from 2027-02-01 to 2027-01-31") {
            $0.away = [
                Absence(
                    staff: "P-1", from: TinyRotation.day("2027-02-01"), until: TinyRotation.day("2027-01-31"))
            ]
        },
        Fault("apart.csv names P-9") { $0.apart = [Apart("P-1", "P-9")] },
        Fault("apart.csv keeps P-1 apart from themselves") { $0.apart = [Apart("P-1", "P-1")] },
        Fault("curriculum.csv names P-9") {
            $0.curriculum = [CurriculumRow(staff: "P-9", group: "medical")]
        },
        Fault("curriculum.csv names group surgical") { $0.curriculum = [CurriculumRow(group: "surgical")] },
        Fault("at_most of group medical is below its at_least of 2") {
            $0.curriculum = [CurriculumRow(group: "medical", atLeast: 2, atMost: 1)]
        },
        Fault("pounds of group medical in curriculum.csv is -1.0") {
            $0.curriculum = [CurriculumRow(group: "medical", pounds: -1)]
        },
        Fault("capacity.csv names post C") { $0.capacity = [CapacityRow(post: "C")] },
        Fault("Two rows of capacity.csv give amounts of A in period 2") {
            $0.capacity = [
                CapacityRow(post: "A", until: TinyRotation.day("2027-02-04")),
                CapacityRow(post: "A", from: TinyRotation.day("2027-02-04")),
            ]
        },
        Fault("Post A by its row of capacity.csv has minimum 2.0, target 2.0, maximum 1.0") {
            $0.capacity = [CapacityRow(post: "A", minimum: 2, maximum: 1)]
        },
        Fault("wanted.csv names period 4; periods are 1 to 3, or *.") {
            $0.wanted = [WantedRow("care", 1, period: 4, people: 1, pounds: 1)]
        },
        Fault("wanted.csv asks for -1 people") {
            $0.wanted = [WantedRow("care", 1, people: -1, pounds: 1)]
        },
    ]

    @Test("a fault is named", arguments: faults)
    func isNamed(fault: Fault) {
        let faults = RotationFaults(of: Self.parts(fault.describe))
        #expect(faults.sentences.count == 1, "\(faults)")
        #expect(faults.description.contains(fault.says), "\(faults)")
    }

    @Test func allAreToldAtOnce() {
        #expect(throws: RotationFaults.self) {
            try Rotation(
                Self.parts {
                    $0.people[0].wte = -1
                    $0.posts[0].minimumBlock = 0
                })
        }
        let faults = RotationFaults(
            of: Self.parts {
                $0.people[0].wte = -1
                $0.posts[0].minimumBlock = 0
            })
        #expect(faults.sentences.count == 2)
    }
}
