// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import LinearModel
import SeededRandom
import TestSupport
import Testing
import Workforce

/// The exact model and the audit were written apart; on plans changed at random they have to judge alike.
@Suite("The exact model and the audit judge alike")
struct JudgementTests {
    @Test("random changes of good plans are kept or refused by both, at one price", arguments: 0..<10)
    func changedPlans(block: Int) {
        var kept = 0
        var refused = 0
        for seed in UInt64(block * 20)..<UInt64(block * 20 + 20) {
            let week = RandomWeek.make(seed: seed)
            let best = Oracle(week).best()
            let audit = PlanAudit(week: week)
            let model = WeeklyModel(Instance(week))
            var random = SeededRandom(seed: seed)
            for change in 0..<40 {
                var mutation = PlanMutation(week: week, plan: best.plan)
                for _ in 0...random.pick(0...2) { mutation.change(&random) }
                let findings = audit.check(plan: mutation.plan)
                let (values, strays) = model.values(of: mutation.plan.rows)
                let isFeasible = strays.isEmpty && model.program.largestViolation(of: values) < 1e-6
                // The model counts parts of pairs, and adds rows up; that named partners pair badly, or that
                // contacts have two rows, only the audit can see. Where it sees anything else, the model has to.
                let isHidden = findings.violations.allSatisfy {
                    $0.rule == .pairs || $0.rule == .accompanied
                        || $0.sentence.hasSuffix(" a row already.")
                }
                if isFeasible, !findings.violations.isEmpty, isHidden { continue }
                // Supervision of work that nobody there can be delegated is allowed, but has no column.
                let isBesides = !strays.isEmpty && strays.allSatisfy(\.isSupervision)
                if isBesides, findings.violations.isEmpty { continue }
                #expect(
                    findings.violations.isEmpty == isFeasible,
                    "seed \(seed), change \(change): \(findings.violations.map(\.sentence)) \(strays)")
                guard isFeasible else {
                    refused += 1
                    continue
                }
                kept += 1
                let price = model.program.objective(of: values)
                #expect(abs(price - findings.objective) < 0.01, "seed \(seed), change \(change)")
                for term in PriceTerms.Term.allCases {
                    let pounds = model.pounds(of: term, at: values)
                    #expect(
                        abs(pounds - findings.terms[term]) < 1e-6,
                        "seed \(seed), change \(change): \(term.rawValue)")
                }
            }
        }
        #expect(kept > 20)
        #expect(refused > 100)
    }
}
