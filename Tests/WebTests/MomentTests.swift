// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Web

/// Moments in words, by the clock on the wall.
struct MomentTests {
    @Test(arguments: [
        (0, "Thursday 1 January 1970, midnight"),
        // 2026-08-06 16:30 of Greenwich is half past five in summer time.
        (1_786_033_800, "Thursday 6 August 2026, 5:30pm"),
        // 2026-11-23 12:00.
        (1_795_435_200, "Monday 23 November 2026, midday"),
        // 2026-11-23 09:05.
        (1_795_424_700, "Monday 23 November 2026, 9:05am"),
        // 2026-06-30 23:30 is half past midnight on the next day.
        (1_782_862_200, "Wednesday 1 July 2026, 12:30am"),
    ])
    func momentsAreInWords(seconds: Int, words: String) { #expect(Moment.words(seconds) == words) }
}
