// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("physiotherapst", "physiotherapist"), ("phsyiotherapist", "physiotherapist"), ("OT", "ot"),
        ("nurze", "nurse"),
    ]) func slipsOfTheKeyboardAreRecognised(_ slip: String, _ meant: String) {
        #expect(nearestName(to: slip, in: ["ot", "nurse", "physiotherapist"]) == meant)
    }

    @Test func aStrangeNameHasNoNearest() {
        #expect(nearestName(to: "zebra", in: ["ot", "nurse", "physiotherapist"]) == nil)
        #expect(nearestName(to: "", in: ["nurse"]) == nil)
    }
}
