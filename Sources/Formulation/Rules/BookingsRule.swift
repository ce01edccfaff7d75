// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 9: bank and agency days have the policy's minimum of sessions, and their pay stays within the caps.
enum BookingsRule: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        addMinimum(to: &builder)
        addCap(.bank, builder.instance.capLeft(on: .bank), .bankCap, to: &builder)
        addCap(.agency, builder.instance.capLeft(on: .agency), .agencyCap, to: &builder)
    }

    /// Each booked session of a day asks for the others the minimum leaves to be booked.
    private static func addMinimum(to builder: inout ModelBuilder) {
        let minimum = builder.instance.week.policy.bookingMinimumSessions
        for (s, staff) in builder.instance.week.staff.enumerated()
        where staff.employment.isTemporary {
            for sessions in builder.instance.calendar.sessionsOfDay {
                let rostered = sessions.count { builder.instance.duty[builder.cell(s, $0)] == .rostered }
                let available = sessions.filter { builder.instance.duty[builder.cell(s, $0)] == .available }
                let missing = minimum - rostered
                guard missing > 1 else { continue }
                let all = available.flatMap { builder.deployments(builder.cell(s, $0)) }.map {
                    (column: $0.column, coefficient: 1.0)
                }
                for t in available {
                    let booked = Set(builder.deployments(builder.cell(s, t)).map(\.column))
                    guard !booked.isEmpty else { continue }
                    // Σ of the day ≥ missing × Σ of this session.
                    let terms = all.map {
                        (column: $0.column, coefficient: booked.contains($0.column) ? Double(1 - missing) : 1)
                    }
                    builder.atLeast(0, RowOrigin(.bookingMinimum, person: s, time: t), terms)
                }
            }
        }
    }

    private static func addCap(
        _ employment: Employment, _ cap: Double?, _ rule: RowOrigin.Rule, to builder: inout ModelBuilder
    ) {
        guard let cap else { return }
        let instance = builder.instance
        var terms: [ModelBuilder.Term] = []
        for (s, staff) in instance.week.staff.enumerated() where staff.employment == employment {
            for t in 0..<instance.sessionCount {
                let cell = builder.cell(s, t)
                guard instance.duty[cell] == .available, instance.bookingPay[cell] > 0 else { continue }
                terms += builder.deployments(cell).map { ($0.column, instance.bookingPay[cell]) }
            }
        }
        if !terms.isEmpty { builder.atMost(cap, RowOrigin(rule), terms) }
    }
}
