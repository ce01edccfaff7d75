// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Audit

@Suite struct WordingTests {
    @Test func `minutes read as hours and minutes`() {
        #expect(Wording.time(330) == "5 h 30")
        #expect(Wording.time(65) == "1 h 05")
        #expect(Wording.time(120) == "2 h")
        #expect(Wording.time(7.5) == "7.5 min")
        #expect(Wording.time(-90) == "-1 h 30")
        #expect(Wording.time(.infinity) == "inf min")
    }

    @Test func `pounds have pennies, rounded half up`() {
        #expect(Wording.pounds(12.3) == "£12.30")
        #expect(Wording.pounds(1_007.4) == "£1,007.40")
        #expect(Wording.pounds(12_345_006) == "£12,345,006.00")
        #expect(Wording.pounds(0.125) == "£0.13")
        #expect(Wording.pounds(-1.05) == "-£1.05")
        #expect(Wording.pounds(.nan) == "£nan")
    }
}
