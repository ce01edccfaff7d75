// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Paths are followed as the operating system does, whatever stands in them.
@Suite struct PathTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    @Test func aTildeIsANameLikeAnyOther() async throws {
        #expect(try await place.shell("cp -r \(week) Rosters/~root").code == 0)
        let check = try await place.shell("cd Rosters && skillmix check '~root'")
        #expect(check.code == 0, "\(check.output)")
        let run = try await place.skillmix(
            "allocate", week, "--work-limit", "1", "--quiet", "--out", "~nobody/plan")
        #expect(run.code == 0)
        #expect(try place.names("~nobody") == ["plan"])
        #expect(run.output.hasSuffix("Plan: ~nobody/plan\n"))
        let new = try await place.skillmix("new", "~root")
        #expect(new.code == 0)
        #expect(try place.text("~root/week.yaml").contains("../Competencies/intermediate-care.yaml"))
    }

    /// A share of an old system may hold such names. Where the file system takes none there is nothing to test.
    @Test func aFolderNameNeedNotBeUTF8() async throws {
        let run = try await place.shell(
            """
            w="$(printf 'w\\351ek')"
            mkdir "$w" 2>/dev/null || exit 77
            cp -r \(week) "$w/week"
            skillmix check "$w/week" || exit 1
            (cd "$w/week" && skillmix check .) || exit 2
            skillmix allocate "$w/week" --work-limit 1 --quiet --progress "$w/log.csv" || exit 3
            skillmix audit "$w/week" "$w/week/plan" || exit 4
            skillmix report "$w/week" "$w/week/plan" --out "$w/page.html" || exit 5
            skillmix export "$w/week" --mps "$w/week.mps.gz" || exit 6
            skillmix price "$w/week" --deployments "$w/week/plan/deployments.csv" --work-limit 1 --quiet || exit 7
            [ -s "$w/log.csv" ] && [ -s "$w/page.html" ] && [ -s "$w/week.mps.gz" ] || exit 8
            [ "$(ls -A "$w" | wc -l)" = 4 ] || exit 9
            """)
        guard run.code != 77 else { return }
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains("Plan: w\\xE9ek/week/plan\n"))
    }

    @Test func aNameThatWeekYAMLCannotHoldIsSaid() async throws {
        let run = try await place.shell(
            """
            w="$(printf 'w\\351ek')"
            mkdir "$w" 2>/dev/null || exit 77
            cp Competencies/intermediate-care.yaml "$w/framework.yaml"
            skillmix new empty --framework "$w/framework.yaml"
            """)
        guard run.code != 77 else { return }
        #expect(run.code == 2)
        #expect(run.messages.contains("w\\xE9ek/framework.yaml has a name that is not UTF-8"))
    }

    /// The framework is looked for beside the folder that the link leads to, and nowhere else.
    @Test(arguments: [false, true]) func aWeekIsReachedByALink(_ isDecoyThere: Bool) async throws {
        let framework = try place.text("Competencies/intermediate-care.yaml")
        try place.write(framework, to: "archive/framework.yaml")
        if isDecoyThere {
            try place.write("framework: no framework at all\n", to: "desk/framework.yaml")
        }
        let script = """
            mkdir -p archive desk && cp -r \(week) archive/week && ln -s ../archive/week desk/link
            sed 's|^framework:.*|framework: ../framework.yaml|' \(week)/week.yaml >archive/week/week.yaml
            for w in desk/link desk/link/ desk/link/. desk/link/../week "$PWD/desk/link/../week"; do
              skillmix check "$w" | tail -1
            done
            (cd desk/link && skillmix check . | tail -1)
            """
        let run = try await place.shell(script)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(Set(lines).count == 1)
        #expect(lines.first?.contains(" staff, ") == true, "\(run.output)")
    }

    @Test func outputsFollowLinksToo() async throws {
        let run = try await place.shell(
            """
            mkdir -p archive/deep desk && ln -s ../archive/deep desk/link
            skillmix allocate \(week) --work-limit 1 --quiet --out desk/link/../plan
            skillmix generate desk/link/../../archive/made --staff 5 && skillmix check archive/made
            """)
        #expect(run.code == 0, "\(run.messages)")
        #expect(try place.names("archive") == ["deep", "made", "plan"])
        #expect(try place.names("desk") == ["link"])
    }
}
