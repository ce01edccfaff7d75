// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Caseload

/// What the files of a caseload say, and what is wrong with them.
@Suite struct CaseloadReaderTests {
    @Test func aCaseloadIsReadWhole() throws {
        let (read, lines) = World.read(World.files)
        let book = try #require(read)
        #expect(
            lines == [
                "ipacs.csv:2:1: notice: caseload.csv has no case of 'B' and P2: those who are there already are "
                    + "reckoned from starts and stays, as they are in the long run"
            ])
        #expect(book.cases.map(\.id) == ["C-1", "C-2"])
        #expect(book.cases[0].stay == .fixed(10))
        #expect(book.cases[1].stay == .lognormal(mean: 16, median: 7))
        #expect(book.cases.map(\.profile) == ["home", "home"])
        #expect(book.cases.map(\.source) == [.stepUp, nil])
        #expect(
            book.starts == [
                CareStarts(
                    pathway: "P1", team: "A", aWeek: 7, weekdays: .startsAtHome,
                    stay: .lognormal(mean: 16, median: 7), profile: "home", source: .stepDown, isSteady: false
                ),
                CareStarts(
                    pathway: "P2", team: "B", aWeek: 3.5, stay: .geometric(mean: 20), profile: "ward",
                    capacity: 8),
            ])
        let home = book.profiles[0].contacts
        #expect(home.map(\.days) == [.span(1...1), .from(1), .from(1)])
        #expect(home.map(\.amount) == [.inAll(1), .aDay(first: 4, last: 1), .aWeek(2)])
        #expect(home.map(\.reach) == [.hours(24), .day, .day])
        #expect(home.map(\.isSingleHanded) == [false, false, true])
        #expect(home.map(\.parts) == [nil, nil, ["am"]])
        let ward = book.profiles[1].contacts[0]
        #expect(ward.reach == .block(3))
        #expect(ward.weekdays.values == [1, 1, 1, 1, 1, 0, 0])
        #expect(ward.place.line == 11)
    }

    @Test func daysOfAStayAreReadAsTheyAreWritten() throws {
        let forms: [(String, CareProfile.Contacts.Days)] = [
            ("1", .span(1...1)), ("2-7", .span(2...7)), ("2 – 7", .span(2...7)), ("8-", .from(8)),
            ("last", .last(1)), ("last 3", .last(3)),
        ]
        for (text, days) in forms {
            let (book, _) = World.read(World.files("profiles.yaml", "days: 1,", "days: \(text),"))
            #expect(book?.profiles[0].contacts[0].days == days, "\(text)")
        }
    }

    @Test func weekdaysOfStartsAreReadAsTheyAreWritten() throws {
        func weekdays(_ text: String) -> [Double]? {
            World.read(World.files("starts.csv", "P1,A,,7", "P1,A,\(text),7")).book?.starts[0].weekdays.values
        }
        #expect(weekdays("Mon") == [1, 0, 0, 0, 0, 0, 0])
        #expect(weekdays("Sat-Sun") == [0, 0, 0, 0, 0, 1, 1])
        #expect(weekdays("1/2/3/4/5/6/7") == [1, 2, 3, 4, 5, 6, 7])
        #expect(WeekdayShares.startsAtHome.part(of: .wednesday) == 19.0 / 101)
        #expect(WeekdayShares.usual(of: "P2") == .even)
    }

    @Test(arguments: [
        ("Pathway 1 - D2A", "P1"), ("P3 / Other Complex Discharge", "P3"), ("pathway 0", "P0"), ("PW2", "P2"),
        ("p1a", "P1"), ("1", "P1"), ("UCR", "UCR"), ("Urgent Community Response (2 hour)", "UCR"),
        ("Pathway 2: rehab in a bedded setting", "P2"), ("HUB", "hub"),
    ]) func pathwaysAreToldByWhatPeopleWrite(_ text: String, pathway: String) {
        #expect(PathwayWords.pathway(of: text, known: ["P1", "P2", "UCR", "hub"]) == pathway)
    }

    @Test(arguments: ["", "Uncoded", "P1/P2", "Not known", "step down", "P4", "17", "Home", "plan 1"])
    func whatNamesNoPathwayIsNotGuessed(_ text: String) {
        #expect(PathwayWords.pathway(of: text, known: ["P1", "P2"]) == nil)
    }

    @Test func whatCannotBeToldIsCountedAsOther() throws {
        let more =
            "case,pathway,team,started,expected_days,profile,source\nC-3,Uncoded,A,2026-11-20,10,home,\n"
            + "C-4,,A,2026-11-20,10,home,\nC-5,Pathway 1 - D2A,A,2026-11-20,10,,\n"
        let (read, lines) = World.read(
            World.files("caseload.csv", "", more).filter { $0.path != "ipacs.csv" })
        #expect(try #require(read).cases.map(\.pathway) == ["other", "other", "P1"])
        #expect(
            lines == [
                "caseload.csv:2:5: warning: 2 rows with a pathway that cannot be told ('Uncoded', blank) are counted as "
                    + "'other'",
                "caseload.csv:4:5: notice: pathway 'Pathway 1 - D2A' is read as P1",
            ])
    }

    struct Fault: Sendable, CustomStringConvertible {
        let file: String, old: String, new: String, problems: [String]

        init(_ file: String, _ old: String, _ new: String, _ problems: String...) {
            (self.file, self.old, self.new, self.problems) = (file, old, new, problems)
        }

        var description: String { "\(file): \(old) → \(new)" }
    }

    static let faults = [
        // caseload.csv
        Fault(
            "caseload.csv", "C-1,P1,A", "C-1,P1,Z",
            "caseload.csv:2:8: error: team 'Z' is not in the week's teams.csv"),
        Fault(
            "caseload.csv", "10,home", "10,hone",
            "caseload.csv:2:24: error: profile 'hone' is not in profiles.yaml; did you mean 'home'?"),
        Fault(
            "caseload.csv", "2026-11-20,10", "2026-11-30,10",
            "caseload.csv:2:10: error: started '2026-11-30' is after the week, which ends on 2026-11-29"),
        Fault(
            "caseload.csv", "2026-11-20,10", "2016-11-20,10",
            "caseload.csv:2:10: error: started '2016-11-20' is more than three years before the week"),
        Fault(
            "caseload.csv", "2026-11-20,10", "2026-11-20,0",
            "caseload.csv:2:21: error: expected_days '0' is less than 1"),
        Fault(
            "caseload.csv", "2026-11-20,10", "2026-11-20,-3",
            "caseload.csv:2:21: error: expected_days '-3' is less than 1"),
        Fault("caseload.csv", "2026-11-20,10", ",10", "caseload.csv:2:10: error: started is blank"),
        Fault("caseload.csv", "C-1,", ",", "caseload.csv:2:1: error: case is blank"),
        Fault(
            "caseload.csv", "C-2", "C-1",
            "caseload.csv:3:1: error: case 'C-1' is there twice for team 'A', first in line 2"),
        Fault(
            "caseload.csv", "step-up", "home",
            "caseload.csv:2:29: error: source 'home' is not known"),
        Fault(
            "caseload.csv", "C-2,P1", "C-2,P3",
            "caseload.csv:3:1: error: nothing says how long people of pathway 'P3' stay, and the case has no expected_days",
            "caseload.csv:3:1: error: the row names no profile, and no profile is for pathway 'P3'"),
        Fault(
            "caseload.csv", ",team,", ",squad,",
            "caseload.csv:1:14: warning: column 'squad' is not known and is left out",
            "caseload.csv:1: error: column 'team' is missing"),
        // starts.csv
        Fault("starts.csv", "P1,A", "P1,", "starts.csv:2:4: error: team is blank"),
        Fault("starts.csv", "P1,A", "P1,C", "starts.csv:2:4: error: team 'C' is not in the week's teams.csv"),
        Fault("starts.csv", ",7,", ",,", "starts.csv:2:7: error: starts_a_week is blank"),
        Fault("starts.csv", ",7,", ",-1,", "starts.csv:2:7: error: starts_a_week '-1' is less than 0"),
        Fault(
            "starts.csv", "A,,7", "A,0/0/0/0/0/0/0,7",
            "starts.csv:2:6: error: the shares of weekday '0/0/0/0/0/0/0' add up to 0"),
        Fault("starts.csv", "A,,7", "A,1/2,7", "starts.csv:2:6: error: weekday '1/2' has 2 shares"),
        Fault(
            "starts.csv", "A,,7", "A,Caturday,7",
            "starts.csv:2:6: error: weekday 'Caturday' has 'Caturday', which is no weekday"),
        Fault(
            "starts.csv", "7,home", "7,away", "starts.csv:2:9: error: profile 'away' is not in profiles.yaml"),
        Fault(
            "starts.csv", "P1,A,,7,home", "P3,A,,7,home",
            "starts.csv:2:1: error: nothing says how long people of pathway 'P3' stay, of which people begin"),
        // stays.csv
        Fault(
            "stays.csv", "16,7,", "7,16,",
            "stays.csv:2:5: error: the mean stay of 7 days is shorter than the median"),
        Fault("stays.csv", "16,7,", ",,", "stays.csv:2:1: error: the row does not say how long people stay"),
        Fault("stays.csv", "16,7,", "0,7,", "stays.csv:2:5: error: mean '0' is less than 1"),
        Fault(
            "stays.csv", "16,7,", "16,7,fixed",
            "stays.csv:2:10: error: the stays are fixed, and median is another length than mean"),
        Fault(
            "stays.csv", "16,7,", ",,fixed",
            "stays.csv:2:7: error: the stays are fixed, and mean does not say how long"),
        Fault(
            "stays.csv", "16,7,", "16,,7:1",
            "stays.csv:2:9: error: distribution '7:1' stands beside a mean or median"),
        Fault(
            "stays.csv", "7:0.5;14:0.5", "7:0;14:0",
            "stays.csv:3:8: error: the shares of distribution '7:0;14:0' add up to 0"),
        Fault(
            "stays.csv", "7:0.5;14:0.5", "seven",
            "stays.csv:3:8: error: distribution 'seven' has 'seven'"),
        Fault("stays.csv", "7:0.5;14:0.5", "0:1", "stays.csv:3:8: error: days '0' is less than 1"),
        Fault(
            "stays.csv", "P2,B,", "P1,,",
            "stays.csv:3:1: error: stays of pathway 'P1' are there twice, first in line 2"),
        Fault("stays.csv", "P2,B", "P2,D", "stays.csv:3:4: error: team 'D' is not in the week's teams.csv"),
        // ipacs.csv
        Fault(
            "ipacs.csv", "P2,,0.5", "P3,,0.5",
            "ipacs.csv:2:1: error: no team of the week is of pathway 'P3', and the row names none",
            "ipacs.csv:2:1: error: the row names no profile, and no profile is for pathway 'P3'"),
        Fault(
            "ipacs.csv", ",20,", ",0,", "ipacs.csv:2:9: error: length_of_stay '0' is less than 1"),
        Fault("ipacs.csv", ",20,,8", ",20,,-1", "ipacs.csv:2:13: error: capacity '-1' is less than 0"),
        Fault(
            "ipacs.csv", ",20,,8", ",20,30,8",
            "ipacs.csv:2:9: error: the mean stay of 20 days is shorter than the median"),
        Fault("ipacs.csv", "0.5", "-1", "ipacs.csv:2:5: error: arrivals_a_day '-1' is less than 0"),
        // profiles.yaml
        Fault(
            "profiles.yaml", "activity: care", "activity: cares",
            "profiles.yaml:6:20: error: activity 'cares' is not in the framework; did you mean 'care'?"),
        Fault(
            "profiles.yaml", "days: 1,", "days: first,",
            "profiles.yaml:5:38: error: days 'first' are no days of a stay"),
        Fault(
            "profiles.yaml", "days: 1,", "days: 7-2,",
            "profiles.yaml:5:38: error: days '7-2' are no days of a stay"),
        Fault(
            "profiles.yaml", "a_day: 4 to 1", "a_day: 4 to many",
            "profiles.yaml:6:33: error: a_day 'many' is not a number"),
        Fault(
            "profiles.yaml", "a_day: 4 to 1", "a_day: -1",
            "profiles.yaml:6:33: error: a_day '-1' is less than 0"),
        Fault(
            "profiles.yaml", "a_day: 4 to 1, ", "",
            "profiles.yaml:6:9: error: an entry of contacts does not say how many"),
        Fault(
            "profiles.yaml", "a_day: 4 to 1, ", "a_day: 4, a_week: 1, ",
            "profiles.yaml:6:36: error: an entry of contacts has both 'a_day' and 'a_week'"),
        Fault(
            "profiles.yaml", "priority: critical", "priority: high",
            "profiles.yaml:5:62: error: priority 'high' is not known"),
        Fault(
            "profiles.yaml", ", priority: urgent", "",
            "profiles.yaml:6:9: error: an entry of contacts has no 'priority'"),
        Fault(
            "profiles.yaml", "parts: am", "parts: dawn",
            "profiles.yaml:7:48: error: part 'dawn' is no part of the week's days"),
        Fault(
            "profiles.yaml", "hands: 1", "hands: 3", "profiles.yaml:7:78: error: hands '3' is more than 2"),
        Fault(
            "profiles.yaml", "a_day: 4 to 1", "a_day: 4 to 1, hands: 2",
            "profiles.yaml:6:48: error: hands '2', but activity 'care' takes 1"),
        Fault(
            "profiles.yaml", "weekdays: Mon-Fri", "weekdays: 0/0/0/0/0/0/0",
            "profiles.yaml:11:57: error: the shares of weekdays '0/0/0/0/0/0/0' add up to 0"),
        Fault(
            "profiles.yaml", "in_all: 1, priority", "in_all: 1, weekdays: Mon, priority",
            "profiles.yaml:5:62: error: weekdays do not go with in_all: contacts of a stay are spread over its days alike"
        ),
        Fault(
            "profiles.yaml", "within_hours: 24", "within_hours: 24, block_days: 2",
            "profiles.yaml:5:86: error: an entry of contacts has both 'within_hours' and 'block_days'"),
        Fault(
            "profiles.yaml", "block_days: 3", "block_days: 0",
            "profiles.yaml:11:78: error: block_days '0' is less than 1"),
        Fault(
            "profiles.yaml", "id: ward", "id: home",
            "profiles.yaml:8:9: error: profile 'home' is there twice, first in line 2",
            "ipacs.csv:2:1: error: the row names no profile, and no profile is for pathway 'P2'"),
        Fault(
            "profiles.yaml", "pathways: [P2]", "pathways: [P2, P1]",
            "caseload.csv:3:1: error: the row names no profile, and 2 profiles are for pathway 'P1'"),
        Fault(
            "profiles.yaml", "block_days", "blockdays",
            "profiles.yaml:11:66: error: key 'blockdays' of an entry of contacts is not known; did you mean "
                + "'block_days'?"),
        Fault("profiles.yaml", "", "profiles: []\n", "profiles.yaml:1:1: error: profiles lists nothing"),
        Fault("profiles.yaml", "", "", "profiles.yaml:1: error: the file is empty"),
    ]

    @Test(arguments: faults) func everyFaultIsToldAtItsPlace(_ fault: Fault) {
        let (book, found) = World.read(World.files(fault.file, fault.old, fault.new))
        let lines = found.filter { !$0.contains(": notice:") }
        #expect(book == nil)
        for problem in fault.problems {
            #expect(
                lines.contains { $0.hasPrefix(problem) },
                "\(problem)\nnot in\n\(lines.joined(separator: "\n"))")
        }
        #expect(lines.count == fault.problems.count, "\(lines.joined(separator: "\n"))")
    }

    @Test func allFaultsAreToldAtOnce() {
        var files = World.files("caseload.csv", "C-1,P1,A", "C-1,P1,Z")
        files[2].text = files[2].text.replacingOccurrences(of: ",7,", with: ",many,")
        files[3].text = files[3].text.replacingOccurrences(of: "7:0.5;14:0.5", with: "x")
        let (book, lines) = World.read(files)
        #expect(book == nil)
        #expect(lines.count { $0.contains(": error:") } == 3)
    }

    @Test func thereIsSomethingToRead() {
        #expect(
            World.read(World.without("caseload.csv", "starts.csv", "ipacs.csv")).lines == [
                "caseload.csv: error: there is neither caseload.csv nor starts.csv nor ipacs.csv"
            ])
        #expect(
            World.read(World.without("profiles.yaml")).lines.first
                == "profiles.yaml: error: profiles.yaml is missing")
        let empty = World.files("caseload.csv", "", "case,pathway,team,started\n")
            .filter { $0.path == "caseload.csv" || $0.path == "profiles.yaml" }
        #expect(World.read(empty).lines == ["caseload.csv: error: there is nobody in the caseload"])
    }

    @Test func oddCasesAreToldAndRead() throws {
        // 943 476 5919 has the check digit of an NHS number; it belongs to nobody, as examples of the form do.
        let text =
            "case,pathway,team,started,expected_days,profile\n943 476 5919,P1,A,2026-11-20,2,\n"
            + "C-2,P2,A,2026-11-20,20,home\n"
        let (read, lines) = World.read(
            World.files("caseload.csv", "", text).filter { $0.path != "starts.csv" && $0.path != "ipacs.csv" }
        )
        #expect(try #require(read).cases.count == 2)
        #expect(
            lines == [
                "caseload.csv:2:1: warning: this case looks like an NHS number; names should say nothing of the person",
                "caseload.csv:2:30: warning: 1 case ends before the week begins, this one first, and gets no contacts",
                "caseload.csv:3:5: notice: 1 case is with a team of another pathway, this one first (P2 with a team of P1): "
                    + "figures by pathway go by the team",
            ])
    }

    @Test func aTeamThatIsNeverOpenThenIsTold() {
        let week = World.week { $0.teams[0].parts = ["pm"] }
        #expect(
            World.read(World.files, week: week).lines.contains(
                "profiles.yaml:7:9: error: team 'A' is never open in 'am', and profile 'home' asks for 'transfer' then"
            ))
    }

    @Test("damaged files are read or refused", Reached("refused", atLeast: 200), Reached("read", atLeast: 20))
    func damagedFiles() {
        var random = SeededRandom(seed: 11)
        let marks = Array(",;:-\n\"'{}[]#0123456789/ \u{0}£é".utf8)
        for _ in 0..<FuzzCases.count(usual: 600) {
            var files = World.files.map { (path: $0.path, bytes: Array($0.text.utf8)) }
            let place = random.below(files.count)
            for _ in 0..<random.within(1...3) where !files[place].bytes.isEmpty {
                let at = random.below(files[place].bytes.count)
                switch random.below(3) {
                case 0: files[place].bytes[at] = marks[random.below(marks.count)]
                case 1: files[place].bytes.remove(at: at)
                default: files[place].bytes.insert(marks[random.below(marks.count)], at: at)  // foreign
                }
            }
            let (book, diagnostics) = CaseloadReader.read(
                InputFolder(given: files, of: CaseloadReader.files, beside: FilePath("/nowhere")),
                week: World.week())
            #expect((book == nil) == diagnostics.contains { $0.severity == .error })
            Reached.here(book == nil ? "refused" : "read")
            if let book, random.chance(1, of: 8) { _ = CaseloadDemand(book, week: World.week()) }
        }
    }

    @Test(arguments: [
        ("P1,A,1,20,,,home,step-down", true), ("P1,A,1,20,,,home,", true),
        ("P1,A,1,20,,,home,step-up", false),
        ("P1,A,1,20,,,ward,step-down", false), ("P2,B,1,20,,,ward,", false),
    ]) func whoBeginsByTwoFilesIsRefusedNamingBoth(_ row: String, _ isTwice: Bool) {
        let heading = "pathway,team,arrivals_a_day,length_of_stay,median_stay,capacity,profile,source\n"
        let (book, lines) = World.read(World.files("ipacs.csv", "", heading + row + "\n"))
        let told =
            "ipacs.csv:2:1: error: the row has the same pathway, team, profile and days as line 2 of starts.csv: "
            + "they would count twice"
        #expect(lines.contains(told) == isTwice && (book == nil) == isTwice, "\(lines)")
    }

    @Test func aServiceHasItsPlacesOnce() {
        let heading = "pathway,team,arrivals_a_day,length_of_stay,capacity,profile,source\n"
        func read(_ second: String) -> [String] {
            World.read(
                World.files(
                    "ipacs.csv", "",
                    heading + "P2,B,1,20,8,ward,step-up\nP2,B,1,20,\(second),ward,step-down\n")
            ).lines.filter { $0.contains("error") }
        }
        #expect(
            read("8") == [
                "ipacs.csv:3:1: error: the places of 'B' and P2 are in line 2 already, and would be there twice"
            ])
        #expect(read("") == [])
    }

    @Test func startsThatWouldCountTwiceAreRefused() {
        let once = World.files("starts.csv", "P1,A,,7", "P1,A,Mon-Wed,4,home,step-down\nP1,A,Thu-Sun,3")
        #expect(World.read(once).book?.starts.filter { $0.pathway == "P1" }.count == 2)
        let twice = World.files("starts.csv", "P1,A,,7", "P1,A,Mon-Thu,4,home,step-down\nP1,A,Thu-Sun,3")
        let (book, lines) = World.read(twice)
        #expect(book == nil)
        #expect(
            lines.contains {
                $0.contains("starts.csv:3:1: error: the row has the same pathway") && $0.contains("line 2")
            })
    }
}
