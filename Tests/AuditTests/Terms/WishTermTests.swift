// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Requests and continuity alone, by the audit's own arithmetic from the rows of a plan.
@Suite struct WishTermTests {
    private func expect(
        _ findings: AuditFindings, only term: PriceTerms.Term, _ pounds: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(findings.said == [], sourceLocation: sourceLocation)
        for other in PriceTerms.Term.allCases {
            #expect(
                abs(findings.terms[other] - (other == term ? pounds : 0)) < 1e-9, "\(other.rawValue)",
                sourceLocation: sourceLocation)
        }
    }

    @Test func `contacts by others than the usual people are counted, of a pair each`() {
        var world = TinyWorld()
        world.rota = ["P-2": ["R"], "P-3": ["R"]]
        world.demand("D-1", "care", contacts: 3, usual: ["P-3"])
        world.demand("D-2", "transfer", contacts: 1, usual: ["P-1"])
        world.demand("D-3", "care", contacts: 1)
        let findings = world.audit {
            $0.deploy("P-2", 0)
            $0.deploy("P-3", 0)
            $0.give("D-1", "P-2", 0, .support, contacts: 2)
            $0.give("D-1", "P-3", 0, .support, contacts: 1)
            $0.give("D-2", "P-2", 0, .doubleHanded, partner: "P-3")
            $0.give("D-3", "P-2", 0, .support)
        }
        expect(findings, only: .continuity, 2)  // (2 + 2 × 1) × £0.50
    }

    @Test func `requests not granted weigh, and half of the most that one person is refused`() {
        var world = TinyWorld()
        world.days = 2
        world.teams.append(TinyWorld.team("B"))
        world.rota = ["P-1": ["R"], "P-2": ["R@B", "", "R"]]
        world.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, homeTeam: nil)
        world.demand("D-1", "care", contacts: 0)
        world.demand("D-2", "care", contacts: 0, team: "B")
        let asked: [(String, StaffRequest.Time, StaffRequest.Want, Double)] = [
            ("P-1", .session(0), .on, 32), ("P-1", .session(1), .off, 16), ("P-1", .day(0), .off, 4),
            ("P-2", .session(0), .team("B"), 64), ("P-2", .day(0), .team("B"), 128),
            // On duty in the afternoon without a place: at work, and nowhere.
            ("P-2", .day(1), .team("A"), 1), ("P-2", .session(2), .off, 2),
        ]
        world.requests = asked.map { StaffRequest(staff: $0.0, time: $0.1, want: $0.2, weight: $0.3) }
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0, "B")
        }
        expect(findings, only: .requests, 9)  // 4 + 1 + 2, and half of the 4 of P-1
    }

    /// `P-4` is another job of `P-2`.
    private var twoJobs: TinyWorld {
        var world = TinyWorld()
        world.staff.append(TinyWorld.person("P-4", "support-worker", .substantive))
        world.staff[3].person = "P-2"
        return world
    }

    @Test func `contacts by another row of a usual person are a usual person's`() {
        var world = twoJobs
        world.rota = ["P-3": ["R"], "P-4": ["R"]]
        world.demand("D-1", "care", contacts: 3, usual: ["P-2"])
        world.demand("D-2", "transfer", contacts: 1, usual: ["P-2"])
        let findings = world.audit {
            $0.deploy("P-3", 0)
            $0.deploy("P-4", 0)
            $0.give("D-1", "P-4", 0, .support, contacts: 3)
            $0.give("D-2", "P-3", 0, .doubleHanded, partner: "P-4")
        }
        expect(findings, only: .continuity, 0.5)  // P-3 alone is a stranger, once
    }

    @Test func `what is asked in one row is granted by what any row does, and summed up by person`() {
        var world = twoJobs
        world.days = 2
        world.teams.append(TinyWorld.team("B"))
        world.staff[3].homeTeam = nil
        world.rota = ["P-1": ["R"], "P-2": ["", "", "", "R"], "P-4": ["R@B", "", "R"]]
        world.demand("D-1", "care", contacts: 0)
        world.demand("D-2", "care", contacts: 0, team: "B")
        let asked: [(String, StaffRequest.Time, StaffRequest.Want, Double)] = [
            ("P-2", .session(0), .on, 256), ("P-2", .day(0), .team("B"), 128), ("P-4", .day(1), .on, 64),
            ("P-2", .session(1), .off, 32),
            // P-4 is at work, in B; and on the second day by both rows, in the morning without a place.
            ("P-2", .day(0), .off, 1), ("P-2", .day(1), .team("A"), 2), ("P-4", .session(3), .off, 4),
            ("P-1", .session(0), .off, 5),
        ]
        world.requests = asked.map { StaffRequest(staff: $0.0, time: $0.1, want: $0.2, weight: $0.3) }
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-4", 0, "B")
            $0.deploy("P-2", 3)
        }
        expect(findings, only: .requests, 15.5)  // 7 + 5, and half of the 7 of P-2 and P-4
    }

    @Test func `a week in which nobody asks for anything has no such terms`() {
        var world = TinyWorld()
        world.demand("D-1", "care", contacts: 0)
        let terms = world.audit { _ in }.terms
        #expect(!terms.stated.contains(.requests) && !terms.stated.contains(.continuity))
        #expect(terms.stated.count == PriceTerms.Term.allCases.count - 2)
    }
}
