// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Testing
import Workforce

/// Expects that a plan keeps every rule of its week, and that what it states is what its rows come to.
public func expectClean(
    _ plan: Plan, _ week: Week, _ comment: @autoclosure () -> Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let findings = PlanAudit(week: week).check(plan: plan)
    #expect(findings.violations.map(\.sentence) == [], comment(), sourceLocation: sourceLocation)
    #expect(findings.discrepancies.map(\.sentence) == [], comment(), sourceLocation: sourceLocation)
}
