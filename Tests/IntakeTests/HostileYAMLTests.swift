// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Testing

@Suite struct HostileYAMLTests {
    /// What reading a framework of that text says first.
    private func read(_ text: String) throws -> String {
        let fixture = WeekFixture().setting("framework.yaml", to: text)
        return try fixture.withFolder { folder in
            let reading = FrameworkReader.read(folder.appendingPathComponent("framework.yaml"))
            #expect(reading.framework == nil)
            let lines = Probe.lines(reading.diagnostics.filter { $0.severity == .error })
            return lines.first ?? ""
        }
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[a: ", "? [", "[[], "]) func nestingWithoutEndIsRefused(
        _ opening: String
    ) throws {
        for depth in [70, 900, 5000, 250_000] {
            let problem = try read(String(repeating: opening, count: depth))
            #expect(problem.hasPrefix("framework.yaml"))
        }
    }

    @Test(arguments: [70, 300, 900]) func closedNestingIsRefusedToo(_ depth: Int) throws {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(try read("roles: " + text).contains("nested more than 64 deep"))
        #expect(try read("? " + text + "\n: 1\n").hasPrefix("framework.yaml"))
        let indented = (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(try read(indented).contains("nested more than 64 deep"))
    }

    @Test func explodingAliasesAreRefused() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let uses = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        #expect(try read(text) == "framework.yaml:3: error: there are more than 16 aliases (*name)")
        #expect(try read(text + "? *a9\n: 1\n").contains("more than 16 aliases"))
    }

    @Test func fewAliasesThatStillHoldTooMuchAreRefused() throws {
        let words = Array(repeating: "x", count: 4000).joined(separator: ", ")
        let text = "a: &a [\(words)]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n"
        #expect(try read(text).contains("more than 200000 values"))
    }

    @Test func anAliasOfItselfIsRefused() throws {
        #expect(
            try read("roles: &r [*r]\n")
                == "framework.yaml:1:12: error: the YAML has a fault: found undefined alias")
    }

    @Test func aFileBeyondAMebibyteIsRefused() throws {
        let text = String(repeating: "# a long note\n", count: 80_000)
        #expect(
            try read(text)
                == "framework.yaml: error: framework.yaml is larger than 1 MiB, the most that is read")
    }

    @Test func anchorsUsedSensiblyAreRead() throws {
        let fixture = WeekFixture().replacing(
            "needs: {moving: 2}", with: "needs: &m {moving: 2}", in: WeekFixture.frameworkPath
        )
        .replacing("needs: {moving: 3}", with: "needs: *m", in: WeekFixture.frameworkPath)
        #expect(try fixture.problems() == [])
    }
}
