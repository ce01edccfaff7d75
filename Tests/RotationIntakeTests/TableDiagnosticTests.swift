// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What is said of the tables.
@Suite struct TableDiagnosticTests {
    @Test(arguments: [
        RotationProbe(
            "posts.csv", "1,1.5,2,2,3", "1.6,1.5,2,2,3",
            "posts.csv:2:59: error: target_wte 1.5 is below min_wte 1.6"),
        RotationProbe(
            "posts.csv", "1,1.5,2,2,3", "1,1.5,1,2,3",
            "posts.csv:2:61: error: max_wte 1 is below target_wte 1.5"),
        RotationProbe(
            "posts.csv", "3,1,2,4,,,care:2@2", "3,1,5,4,,,care:2@2",
            "posts.csv:2:71: error: max_block 4 is below min_block 5"),
        RotationProbe(
            "posts.csv", "HUB,hub-a", "HOME,hub-a",
            "capacity.csv:3:1: error: post 'HUB' is not in posts.csv",
            "people.csv:2:60: error: post 'HUB' is not in posts.csv, in 2 rows, first line 2",
            "posts.csv:4:1: error: post 'HOME' is there twice, first in line 3"),
        RotationProbe(
            "posts.csv", "physiotherapy;therapy", "physiotherapie;therapy",
            "posts.csv:3:42: error: no role of the framework has profession 'physiotherapie'; did you mean 'physiotherapy'?"
        ),
        RotationProbe(
            "posts.csv", "care:1,moving", "care,moving",
            "posts.csv:3:91: error: needs 'care' has no level"),
        RotationProbe(
            "posts.csv", "care:1,moving", "care:4,moving",
            "posts.csv:3:91: error: level '4' is more than 3"),
        RotationProbe(
            "posts.csv", "care:1,moving", "cares:1,moving",
            "posts.csv:3:91: error: competency 'cares' is not in the framework; did you mean 'care'?"),
        RotationProbe(
            "posts.csv", "care:2@2", "care:2",
            "posts.csv:2:75: error: develops 'care:2' does not say in how many periods"),
        RotationProbe(
            "posts.csv", "care:2@2", "care:2@0",
            "posts.csv:2:75: error: periods '0' is less than 1"),
        RotationProbe(
            "apart.csv", "staff,other\nann,bo", "staff,other,colour\nann,bo,red",
            "apart.csv:1:13: warning: column 'colour' is not known and is left out"),
        RotationProbe(
            "apart.csv", "staff,other", "staff,othr",
            "apart.csv:1: error: column 'other' is missing",
            "apart.csv:1:7: warning: column 'othr' is not known and is left out; did you mean 'other'?"),
        RotationProbe(
            "people.csv", "HUB>HOME", "HUB>HOME>HUB",
            "people.csv:2:60: error: prefers names post 'HUB' twice"),
        RotationProbe(
            "people.csv", "HUB>HOME", "HUB;HOME",
            "people.csv:2:60: error: prefers 'HUB;HOME' has ';' between posts"),
        RotationProbe(
            "people.csv", "HUB>HOME", "HUB>HOM",
            "people.csv:2:60: error: post 'HOM' is not in posts.csv; did you mean 'HOME'?"),
        RotationProbe(
            "people.csv", "2027-02-10,2027-05-20", "2027-06-10,2027-05-20",
            "people.csv:4:46: error: leaves 2027-05-20 is before joins 2027-06-10"),
        RotationProbe(
            "people.csv", "yes,WARD,0", "yes,,1",
            "people.csv:2:52: error: start_periods 1 stands without a start_post"),
        RotationProbe(
            "people.csv", "two-four", "two-fuor",
            "people.csv:2:38: error: template 'two-fuor' is not in rotation.yaml; did you mean 'two-four'?"),
        RotationProbe(
            "people.csv", "bo,ot", "bo,physiotherapist",
            "people.csv:3:4: notice: role 'physiotherapist' is read as 'physio', which is called so"),
        RotationProbe(
            "people.csv", "bo,ot", "bo,radiographer",
            "people.csv:3:4: error: role 'radiographer' is not in the framework"),
        RotationProbe(
            "people.csv", ",0.8,5", ",-1,5",
            "people.csv:3:24: error: wte '-1' is less than 0"),
        RotationProbe(
            "away.csv", "di,2027-03-01,,", "di,2027-03-01,2027-02-01,",
            "away.csv:2:15: error: until 2027-02-01 is before from 2027-03-01"),
        RotationProbe(
            "away.csv", "di,", "dee,",
            "away.csv:2:1: error: staff 'dee' is not in people.csv"),
        RotationProbe(
            "apart.csv", "ann,bo", "ann,ann", "apart.csv:2:5: error: 'ann' is kept apart from themselves"),
        RotationProbe(
            "curriculum.csv", "ann,medical,0,2", "ann,medical,3,2",
            "curriculum.csv:3:15: error: at_most 2 is below at_least 3"),
        RotationProbe(
            "curriculum.csv", "*,home", "*,hoem",
            "curriculum.csv:2:3: error: group 'hoem' is not in posts.csv; did you mean 'home'?"),
        RotationProbe(
            "curriculum.csv", ",250", ",-250",
            "curriculum.csv:2:11: error: pounds '-250' is less than 0"),
        RotationProbe(
            "wanted.csv", "moving,1,6", "moving,1,7", "wanted.csv:3:10: error: period '7' is more than 6"),
        RotationProbe(
            "wanted.csv", "moving,1,6", "moving,1,0", "wanted.csv:3:10: error: period '0' is less than 1"),
        RotationProbe(
            "capacity.csv", "HUB,,2027-01-31,,,0", "WARD,2027-05-01,,1,1,2",
            "capacity.csv:3:1: error: post 'WARD' has two rows in period 5, which begins on 2027-05-04: this one and line "
                + "2"),
        RotationProbe(
            "capacity.csv", "2,,3", "2,1,3",
            "capacity.csv:2:30: error: target_wte 1 is below min_wte 2"),
        RotationProbe(
            "competencies.csv", "bo,care", "bob,care",
            "competencies.csv:2:1: error: staff 'bob' is not in people.csv; did you mean 'bo'?"),
        RotationProbe(
            "current/placements.csv", "bo,home-a", "bo,home-b",
            "current/placements.csv:3:4: warning: post 'HOME' is of team 'home-a' by now, not of 'home-b'"),
        RotationProbe(
            "current/placements.csv", "bo,home-a", "gone,home-a",
            "current/placements.csv:3:1: warning: staff 'gone' is not in people.csv; the row is left out"),
        RotationProbe(
            "current/placements.csv", "2027-02-03,HOME", "2027-02-03,OLD",
            "current/placements.csv:3:33: warning: post 'OLD' is not in posts.csv; the row is left out"),
        RotationProbe(
            "travel.csv", "Southside,20", "Westside,20",
            "posts.csv:3:32: warning: locality 'Southside' is not in travel.csv, so there is no way to or from it; did you mean 'Northside'?"
        ),
    ]) func tablesAreToldOf(_ probe: RotationProbe) throws { try probe.check() }

    @Test func aPostWithTheSignOfListsIsRefused() throws {
        let problems = try RotationFixture().adding(
            "A>B,team,acute,trust,Northside,*,,,,,,,,,,,,,,", to: "posts.csv"
        ).problems()
        #expect(
            problems == [
                "posts.csv:5:1: error: post 'A>B' contains '>', which separates posts in prefers of people.csv"
            ])
    }

    @Test func everythingIsToldAtOnce() throws {
        let problems = try RotationFixture()
            .replacing("periods: 6\n", with: "periods: x\n", in: "rotation.yaml")
            .replacing("HUB>HOME", with: "HUB>HUB", in: "people.csv")
            .replacing("ann,bo", with: "ann,zed", in: "apart.csv").problems()
        #expect(
            Set(problems.map { $0.prefix { $0 != ":" } }) == ["rotation.yaml", "people.csv", "apart.csv"])
    }
}
