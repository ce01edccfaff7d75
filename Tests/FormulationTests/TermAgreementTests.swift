// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import TestSupport
import Testing
import Workforce

/// Each pound of the exact model is of some term, and of the same one as in the audit and by brute force.
@Suite("Terms of the price are the same by every road")
struct TermAgreementTests {
    @Test("on random weeks terms add up to the price, and each is what audit and brute force say of it")
    func bestPlans() {
        for seed in UInt64(0)..<150 {
            let week = RandomWeek.full(seed: seed)
            let plan = Oracle(week).best().plan
            for (term, pounds) in compare(plan, in: week, "seed \(seed)") {
                #expect(abs(pounds - plan.summary.terms[term]) < 1e-6, "seed \(seed): \(term.rawValue)")
            }
        }
    }

    @Test("so they do on plans that seek what is dear, and every term is met often")
    func dearPlans() {
        var priced: [PriceTerms.Term: Int] = [:]
        for seed in UInt64(0)..<250 {
            let week = RandomWeek.full(seed: seed)
            let contrary = week.replacing { parts in
                for line in Policy.lines where line.key != "unmet_minute" {
                    guard case .figure(.weight(let path)) = line.content else { continue }
                    parts.policy[keyPath: path] = -Policy()[keyPath: path]
                }
            }
            let plan = Oracle(contrary).best().plan
            for (term, pounds) in compare(plan, in: week, "seed \(seed)") where pounds > 0 {
                priced[term, default: 0] += 1
            }
        }
        for term in PriceTerms.Term.allCases {
            #expect(priced[term, default: 0] >= 5, "\(term.rawValue): \(priced[term, default: 0]) of 250")
        }
    }

    /// Pounds by term of a plan in the exact model, which have to add up to its price and to be the audit's.
    private func compare(_ plan: Plan, in week: Week, _ name: String) -> [(PriceTerms.Term, Double)] {
        let model = WeeklyModel(Instance(week))
        let values = model.values(of: plan.rows).values
        let audited = PlanAudit(week: week).check(plan: plan).terms
        let price = model.program.objective(of: values)
        #expect(abs(model.terms(at: values).total - price) < 1e-6, "\(name)")
        return PriceTerms.Term.allCases.map { term in
            let pounds = model.pounds(of: term, at: values)
            #expect(abs(pounds - audited[term]) < 1e-6, "\(name): \(term.rawValue)")
            return (term, pounds)
        }
    }
}
