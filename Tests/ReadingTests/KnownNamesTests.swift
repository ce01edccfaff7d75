// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

/// Names that are nearly those that are known.
@Suite struct KnownNamesTests {
    private func resolve(_ written: String, among names: [(id: String, called: String)]) -> (
        name: String?, said: [String]
    ) {
        let diagnostics = Diagnostics()
        var known = KnownNames(kind: "staff", home: "in staff.csv")
        for (id, called) in names {
            known.define(
                id, at: Field(id, name: "staff", place: Place(file: "staff.csv", line: 1)), diagnostics)
            known.call(id, called)
        }
        let name = known.resolve(
            written, at: Field(written, name: "staff", place: Place(file: "rota.csv", line: 2)), diagnostics)
        return (name, diagnostics.sorted.map { "\($0.severity.rawValue): \($0.message)" })
    }

    @Test func aBlankOfAnotherKindIsReadWhereOneNameAloneIsMeant() {
        let alone = resolve("PT\u{202F}01", among: [("PT 01", "Ann")])
        #expect(alone.name == "PT 01")
        #expect(
            alone.said.count == 1
                && alone.said[0].hasPrefix("notice: staff 'PT\\u{202f}01' is read as 'PT 01'"))
        let two = resolve("PT\u{202F}01", among: [("PT 01", "Ann"), ("PT\u{A0}01", "Bo")])
        #expect(
            two.said.count == 1 && two.said[0].hasPrefix("error: staff 'PT\\u{202f}01' is not in staff.csv"))
    }

    @Test func aLetterOfAnotherAlphabetIsAnError() {
        let read = resolve("\u{410}1", among: [("A1", "Ann")])
        #expect(read.said.count == 1 && read.said[0].hasPrefix("error: "))
    }

    @Test func whatSomebodyIsCalledIsOfferedWhereItIsTheirsAlone() {
        let one = resolve("ann  MARSH", among: [("P1", "Ann Marsh"), ("P2", "Bo Reed")])
        #expect(one.name == "P1")
        #expect(one.said.count == 1 && one.said[0].contains("that is what 'P1' is called"))
        let two = resolve("Ann Marsh", among: [("P1", "Ann Marsh"), ("P2", "Ann Marsh")])
        #expect(two.name == nil)
        #expect(two.said == ["error: staff 'Ann Marsh' is not in staff.csv: 2 are called so"])
    }

    @Test func theNameThatSharesMostWordsIsOffered() {
        #expect(
            resolve("Marsh Ann B.", among: [("P1", "Ann Marsh"), ("P2", "Ann Reed")]).said[0].contains(
                "did you mean 'P1'?"))
        #expect(
            !resolve("Ann", among: [("P1", "Ann Marsh"), ("P2", "Ann Reed")]).said[0].contains("did you mean")
        )
    }
}
