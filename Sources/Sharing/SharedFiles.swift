// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

/// What people take away of a plan: a calendar and a sheet for each of them, a sheet a team, an upload for rostering,
/// shifts for Microsoft Teams, and messages.
///
///     let shared = try SharedFiles(week: week, plan: plan, calendars: former)
///     for file in shared.files { print(file.name) }
///
/// The same plan gives the same files, and handing a changed plan out again counts on from the calendars of before.
public struct SharedFiles: Sendable {
    /// A file, by its path in the folder.
    public struct File: Sendable {
        /// Its path.
        public let name: String
        /// What it is, and whose.
        public let what: String
        /// Its text.
        public let text: String
    }

    /// The files, in the order of their list.
    public let files: [File]
    /// Events that calendars of before had and that are cancelled now, or changed.
    public let changedEvents: Int

    /// The folder of the calendars.
    public static let calendars = "calendars/"
    /// The folder of the sheets.
    public static let sheets = "sheets/"
    /// The path of somebody's calendar, of a person's sheet and of a team's, by the stem of its name.
    static func calendar(_ stem: String) -> String { calendars + stem + ".ics" }
    static func sheet(_ stem: String) -> String { sheets + stem + ".html" }
    static func teamSheet(_ stem: String) -> String { sheets + "team-" + stem + ".html" }
    /// The list of all files, by which such a folder is known.
    public static let list = "contents.csv"

    /// What there is to take away of a plan.
    ///
    /// - Parameter former: The calendars that were handed out before, by their paths, `calendars/P-01.ics`.
    /// - Throws: The path of a former calendar that cannot be gone on from, and why.
    public init(
        week: Week, plan: Plan, figures: ReportFigures, former: [(name: String, text: String)] = []
    ) throws(SharingError) {
        let duties = Duties(week: week, plan: plan)
        let stems = FileStem.all(week.staff.map(\.id))
        var files = [
            File(
                name: ShiftsFile.name, what: "All sessions with names and times",
                text: ShiftsFile.text(of: duties)),
            File(name: MessagesFile.name, what: "A message a person", text: MessagesFile.text(of: duties)),
        ]
        do {
            files.append(
                File(
                    name: TeamsShifts.name, what: "Shifts for Microsoft Teams",
                    text: try TeamsShifts.text(of: duties)))
        } catch {
            throw SharingError(name: TeamsShifts.name, reason: "\(error)")
        }
        let (calendars, changed) = try Self.calendars(duties, stems, former)
        changedEvents = changed
        files += calendars
        files += week.staff.indices.map { person in
            File(
                name: Self.sheet(stems[person]), what: "The sheet of \(week.staff[person].name)",
                text: PersonSheet(of: person, duties, figures).html)
        }
        let teams = FileStem.all(week.teams.map(\.id))
        files += week.teams.indices.map { team in
            File(
                name: Self.teamSheet(teams[team]),
                what: "The sheet of \(week.teams[team].name)",
                text: TeamSheet(of: team, duties, figures, plan).html)
        }
        files.append(
            File(name: Self.sheets + "index.html", what: "All sheets", text: Self.index(of: files, week)))
        self.files = Self.listed(files)
    }

    /// Files with the list of them.
    private static func listed(_ files: [File]) -> [File] {
        files + [
            File(
                name: list, what: "This list",
                text: ([["file", "what"]] + files.map { [$0.name, CSVText.harmless($0.what)] })
                    .map(CSVText.record).joined())
        ]
    }

    /// What is left to hand out where a plan is taken back and none is in its place: calendars alone, in which the sessions
    /// of its week are cancelled.
    ///
    /// - Parameter former: The calendars that were handed out before, by their paths.
    /// - Throws: The path of a former calendar that cannot be gone on from, and why.
    public init(
        takenBack week: Week, former: [(name: String, text: String)]
    ) throws(SharingError) {
        let (calendars, changed) = try Self.calendars(
            Duties(noneOf: week), FileStem.all(week.staff.map(\.id)), former)
        (files, changedEvents) = (Self.listed(calendars), changed)
    }

    /// A page that leads to all sheets.
    private static func index(of files: [File], _ week: Week) -> String {
        let sheets = files.filter { $0.name.hasPrefix(Self.sheets) }
        return PageShell(
            title: "Sheets for \(Show.counted(week.days, "day")) from \(Show.day(week.start))", opening: [],
            sections: [
                PageSection(
                    id: "sheets", title: "Sheets",
                    blocks: [
                        .table(
                            Table(
                                name: "sheets", caption: "A sheet a person and a team",
                                columns: [.text("Sheet", "sheet")],
                                rows: sheets.map {
                                    [.text($0.what, link: String($0.name.dropFirst(Self.sheets.count)))]
                                }))
                    ])
            ], namesFiles: false
        ).html
    }

    /// The calendars of everybody, and of those who had one and are on the roster no more.
    private static func calendars(
        _ duties: Duties, _ stems: [String], _ former: [(name: String, text: String)]
    ) throws(SharingError) -> (files: [File], changed: Int) {
        let week = duties.week
        let days = "\(compact(week.start))T000000"..<"\(compact(week.start.adding(days: week.days)))T000000"
        var before: [String: [CalendarEvent]] = [:]
        for file in former {
            do throws(CalendarError) {
                before[file.name] = try CalendarFile.events(in: file.text)
            } catch {
                throw SharingError(name: file.name, reason: error.description)
            }
        }
        var changed = 0
        func file(_ name: String, _ title: String, _ now: [CalendarEvent]) -> File {
            let old = before[name] ?? []
            let events = CalendarUpdate.events(now, after: old, in: days)
            let known = Dictionary(old.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
            changed += events.count { event in known[event.uid].map { $0.sequence != event.sequence } ?? false
            }
            return File(
                name: name, what: "The calendar of \(title)",
                text: CalendarFile(title: title, stamp: week.start, events: events).text)
        }
        var files = week.staff.indices.map { person in
            file(
                calendar(stems[person]), week.staff[person].name,
                duties.duties(of: person).map { CalendarEvent($0, of: duties) })
        }
        let known = Set(files.map(\.name))
        for old in former where !known.contains(old.name) {
            let stem = old.name.dropFirst(calendars.count).dropLast(".ics".count)
            files.append(file(old.name, "somebody who is not on this roster, \(stem)", []))
        }
        return (files, changed)
    }

    private static func compact(_ day: CalendarDay) -> String { day.iso.filter { $0 != "-" } }
}

/// Why a plan cannot be handed out.
public struct SharingError: Error, Equatable {
    /// The file that is the matter, by its path in the folder.
    public let name: String
    /// What is the matter.
    public let reason: String
}
