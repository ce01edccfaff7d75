// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct TeamsDiagnosticTests {
    @Test(arguments: [
        Probe(
            "teams.csv", "ward,P2", "north,P2",
            "demand.csv:4:4: error: team 'ward' is not in teams.csv",
            "rota.csv:4:4: error: team 'ward' is not in teams.csv",
            "teams.csv:3:1: error: team 'north' is there twice, first in line 2"),
        Probe(
            "teams.csv", "ward,P2", "the ward,P2",
            "demand.csv:4:4: error: team 'ward' is not in teams.csv; did you mean 'the ward'?",
            "rota.csv:4:4: error: team 'ward' is not in teams.csv; did you mean 'the ward'?",
            "teams.csv:3:1: error: team 'the ward' contains ' '"),
        Probe(
            "teams.csv", ",am,,", ",am night,,",
            "teams.csv:3:27: error: 'night' is no session in week.yaml"),
        Probe(
            "teams.csv", ",am,,", ",,,",
            "teams.csv:3:27: error: sessions is blank"),
        Probe(
            "teams.csv", "Mon-Sun", "Mon-Sin",
            "teams.csv:2:43: error: days 'Mon-Sin' has 'Mon-Sin', which is no weekday"),
        Probe(
            "teams.csv", ",6,1", ",-6,x",
            "teams.csv:2:51: error: span '-6' is less than 0",
            "teams.csv:2:54: error: min_staff 'x' is not a whole number"),
        Probe(
            "teams.csv", ",6,1", ",\"1,5\",1.5",
            "teams.csv:2:51: error: span '1,5' is not a number: use a point for decimals, and nothing between thousands",
            "teams.csv:2:57: error: min_staff '1.5' is not a whole number"),
        Probe(
            "teams.csv", ",P2,", ",,",
            "teams.csv:3:6: error: pathway is blank"),
        Probe(
            "teams.csv", "", "team,pathway,organisation,locality,sessions\n",
            "current/deployments.csv:2:19: warning: team 'north' is not in teams.csv; the row is left out",
            "demand.csv:2:4: error: team 'north' is not in teams.csv, in 2 rows, first line 2",
            "demand.csv:4:4: error: team 'ward' is not in teams.csv",
            "placements.csv:2:4: error: team 'north' is not in teams.csv",
            "rota.csv:3:4: error: team 'north' is not in teams.csv",
            "rota.csv:4:4: error: team 'ward' is not in teams.csv",
            "staff.csv:2:51: error: team 'north' is not in teams.csv, in 2 rows, first line 2",
            "teams.csv:1: warning: teams.csv has no rows"),
        Probe(
            "teams.csv", ",span,", ",spam,",
            "teams.csv:1:55: warning: column 'spam' is not known and is left out; did you mean 'span'?"),
    ]) func everyFaultOfTheTeamsIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }

    @Test func rowsThatNameATeamThatIsRefusedAreNotToldBesides() throws {
        let fixture = WeekFixture()
            .replacing("ward,P2", with: "the ward,P2", in: "teams.csv")
            .replacing("d3,ward,", with: "d3,the ward,", in: "demand.csv")
            .replacing("A@ward", with: "A@the ward", in: "rota.csv")
        let found = try fixture.read().diagnostics
        #expect(Probe.lines(found) == ["teams.csv:3:1: error: team 'the ward' contains ' '"])
        #expect(found.map(\.expected) == ["a code without blanks, such as the-ward"])
    }
}
