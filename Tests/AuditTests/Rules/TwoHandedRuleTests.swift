// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Rules 4 and 5: a transfer by `P-1` and `P-2`, or by one of them.
@Suite struct TwoHandedRuleTests {
    private func world(contacts: Int = 1, singleHanded: Int = 0) -> TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", "transfer", contacts: contacts, singleHanded: singleHanded)
        return world
    }

    @Test func `registered people lead transfers, pairs are two people at the team`() {
        let world = world()
        let there: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
        }
        let good = world.audit {
            there(&$0)
            $0.give("D-1", "P-1", 0, .doubleHanded, partner: "P-2")
        }
        #expect(good.said == [])
        let alone = world.audit {
            there(&$0)
            $0.give("D-1", "P-1", 0, .doubleHanded)
        }
        let row = "pairs: The double-handed 1 contact of line D-1 on 2026-11-23 am by P-1"
        #expect(alone.said == ["\(row): no partner is named."])
        let same = world.audit {
            there(&$0)
            $0.give("D-1", "P-1", 0, .doubleHanded, partner: "P-1")
        }
        #expect(same.said == ["\(row) and P-1: nobody pairs with themselves."])
        let absent = world.audit {
            there(&$0)
            $0.give("D-1", "P-1", 0, .doubleHanded, partner: "P-3")
        }
        #expect(absent.said == ["\(row) and P-3: P-3 not deployed to Team A there."])
    }

    @Test func `a pair has a lead named first and a second`() {
        var world = world()
        func level(_ staff: String, _ level: Int) -> SignOff {
            SignOff(
                staff: staff, competency: "handling", level: level, signedOffOn: world.start.adding(days: -1))
        }
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .doubleHanded, partner: "P-1")
        }
        world.signOffs = [level("P-1", 2), level("P-2", 1)]
        let row = "pairs: The double-handed 1 contact of line D-1 on 2026-11-23 am by P-2 and P-1"
        #expect(world.audit(draw).said == ["\(row): P-2 is not able to lead 'transfer'."])
        world.signOffs = [level("P-1", 1), level("P-2", 2)]
        #expect(world.audit(draw).said == [])
        world.activities = [
            Activity(
                id: "transfer", name: "Transfer", minutes: 30, hands: 2,
                support: SupportRoute(needs: [Need("handling", 2)], registeredMay: true)),
            TinyWorld.care,
        ]
        world.demand("D-2", "care", contacts: 0)
        world.signOffs = [
            level("P-1", 1), level("P-2", 2),
            SignOff(staff: "P-1", competency: "care", level: 1, signedOffOn: world.start),
        ]
        #expect(world.audit(draw).said == ["\(row): P-1 is not able to second 'transfer'."])
    }

    @Test func `single-handed contacts are suitable ones`() {
        let findings = world(contacts: 2, singleHanded: 1).audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-1", 0, .singleHanded, contacts: 2)
        }
        #expect(
            findings.said == [
                "single-handed: Line D-1 has 2 single-handed contacts but only 1 are suitable."
            ])
    }

    @Test func `single-handed contacts are given by people able to`() {
        var world = world(singleHanded: 1)
        world.signOffs = ["P-1", "P-2"].map {
            SignOff(staff: $0, competency: "handling", level: 2, signedOffOn: world.start)
        }
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-1", 0, .singleHanded)
        }
        #expect(
            findings.said == [
                "single-handed: P-1 gives 1 contact of line D-1 on 2026-11-23 am single-handed but is not "
                    + "able to."
            ])
    }
}
