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

    @Test func lettersThatAreTakenForDigitsComeFirst() {
        #expect(nearestName(to: "0T01", in: ["PT01", "OT01"]) == "OT01")
        #expect(nearestName(to: "PTO1", in: ["PT02", "PT01"]) == "PT01")
        #expect(nearestName(to: "PT0l", in: ["PT00", "PT01"]) == "PT01")
    }

    @Test func initialsOfOneNameAloneAreRecognised() {
        let roles = ["occupational-therapist", "assistant-practitioner", "administrator"]
        #expect(nearestByInitials(to: "OT", in: roles) == "occupational-therapist")
        #expect(nearestByInitials(to: "O", in: roles) == nil)
        #expect(nearestByInitials(to: "OT1", in: roles) == nil)
        #expect(nearestByInitials(to: "ot", in: roles + ["old-trout"]) == nil)
    }
}
