// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import Trials
import Workforce

extension PlanAtHand {
    /// What each paid session of the plan is for: what goes unmet without it, once those who are deployed
    /// anyway have taken over what they can.
    public func bookingFindings() -> [BookingFinding] { bookingFindings(plan.bookings) }

    /// The same of some of the plan's bookings; of those that do not keep the week's rules nothing is said.
    func bookingFindings(_ rows: [BookingRow]) -> [BookingFinding] {
        let chunk = max(1, (rows.count + 7) / 8)
        let starts = Array(stride(from: 0, to: rows.count, by: chunk))
        return inParallel(starts.count) { index in
            var nearby = nearby
            let start = starts[index]
            return rows[start..<min(start + chunk, rows.count)].compactMap {
                budget.isOver ? nil : booking($0, &nearby)
            }
        }.flatMap(\.self)
    }

    private func booking(_ row: BookingRow, _ nearby: inout NearbyPlan) -> BookingFinding? {
        guard let person = person(row.staff), week.sessions.indices.contains(row.session),
            nearby.team(ofPerson: person, session: row.session) != nil
        else { return nil }
        return nearby.looking { without in
            without.withdraw(person: person, session: row.session)
            let lost = instance.lines.indices.map {
                without.unmet(ofLine: $0) - self.nearby.unmet(ofLine: $0)
            }
            let lines = lost.indices.filter { lost[$0] > 0 }.sorted { (lost[$1], $0) < (lost[$0], $1) }
            return BookingFinding(
                staff: row.staff, session: row.session, without: Effect(from: without, to: self.nearby),
                lines: lines.map { week.demand[$0].id },
                missingHeads: without.missingHeads - self.nearby.missingHeads)
        }
    }
}
