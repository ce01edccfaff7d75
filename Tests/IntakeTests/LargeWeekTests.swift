// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Testing
import Workforce

@Suite struct LargeWeekTests {
    /// A thousand people, 28 sessions, 20,000 sign-offs.
    private func largeWeek() -> WeekFixture {
        let sessions =
            (23...30).flatMap { ["2026-11-\($0) am", "2026-11-\($0) pm"] }
            + (1...6).flatMap { ["2026-12-0\($0) am", "2026-12-0\($0) pm"] }
        var staff = "staff,role,employer,base_locality,employment\n"
        var rota = "staff," + sessions.joined(separator: ",") + "\n"
        var signOffs = "staff,competency,level,signed_off_on,expires_on\n"
        for number in 0..<1000 {
            staff += "s\(number),support-worker,trust,Northside,substantive\n"
            rota += "s\(number)" + String(repeating: ",A@north", count: sessions.count) + "\n"
            for repetition in 0..<20 {
                signOffs +=
                    "s\(number),exercise,\(1 + repetition % 3),2026-0\(1 + repetition % 9)-01,01/01/2028\n"
            }
        }
        return WeekFixture().replacing("days: 2", with: "days: 14", in: "week.yaml").setting(
            "staff.csv", to: staff
        )
        .setting("rota.csv", to: rota).setting("competencies.csv", to: signOffs).without("placements.csv")
        .without("current/deployments.csv").without("agreements.csv")
    }

    @Test func aThousandPeopleAreReadRowByRow() throws {
        try largeWeek().withFolder { folder in
            let reading = WeekReader.read(folder: folder)
            let week = try #require(reading.week)
            #expect(reading.diagnostics.filter { $0.severity == .error }.isEmpty)
            #expect(week.staff.map(\.id) == (0..<1000).map { "s\($0)" })
            #expect(
                week.rota
                    == Array(
                        repeating: Array(repeating: RotaMark(.available, pin: "north"), count: 28),
                        count: 1000))
            #expect(week.signOffs.count == 20_000)
            let last = SignOff(
                staff: "s999", competency: "exercise", level: 2,
                signedOffOn: try #require(CalendarDay(iso: "2026-02-01")),
                expiresOn: CalendarDay(iso: "2028-01-01"))
            #expect(week.signOffs.last == last)
        }
    }
}
