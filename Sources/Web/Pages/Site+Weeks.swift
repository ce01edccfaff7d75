// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Markup
import Reading
import WebStore
import Wording
import Workflows

extension Site {
    /// Seconds that reading what was sent may take.
    static let secondsToRead = 60.0

    /// All weeks.
    func weeks(_ asked: Asked) throws(StoreError) -> Answer {
        let weeks = try store.weeks()
        let runs = try store.runs()
        let mayPlan = try Self.mayPlan(asked)
        return .page(
            SitePage("Weeks", asked.visit) {
                if mayPlan {
                    Tag.p { Tag.a(.href("/new-week"), .class("button")) { "Add a week" } }
                }
                if weeks.isEmpty { Tag.p { "There is no week yet." } }
                if !weeks.isEmpty {
                    Tag.div(.class("scroll"), .tabindex(0), .role("region"), .label("Weeks")) {
                        Tag.table {
                            Tag.thead {
                                Tag.tr {
                                    for heading in ["Week", "Brought by", "When", "Latest run"] {
                                        Tag.th(.scope(.col)) { heading }
                                    }
                                }
                            }
                            Tag.tbody {
                                for week in weeks {
                                    Tag.tr {
                                        Tag.th(.scope(.row)) {
                                            Tag.a(.href("/weeks/\(week.id)")) { week.name }
                                        }
                                        Tag.td { week.by }
                                        Tag.td { Moment.words(week.at) }
                                        Tag.td {
                                            if let run = runs.first(where: { $0.wanted.week == week.id }) {
                                                Tag.a(.href("/runs/\(run.id)")) { "Run \(run.id)" }
                                                ": " + Self.words(run.state)
                                            } else {
                                                "none"
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            })
    }

    /// Whether whoever asks may change weeks and ask for plans.
    static func mayPlan(_ asked: Asked) throws(StoreError) -> Bool {
        try asked.person().role == .planner
    }

    /// The page to bring a week on.
    func newWeek(_ asked: Asked, problems: [StoreError.FieldProblem] = []) -> Answer {
        let frameworks = ((try? shelf.frameworks.names()) ?? []).compactMap(\.text)
        let page = SitePage("Add a week", asked.visit, problems: problems) {
            Tag.form(.action("/new-week"), .post, .withFiles) {
                SitePage.token(asked.visit)
                FormField(
                    name: "name", label: "Name of the week", hint: "For example: North place, 23 November",
                    value: asked.form["name"], problems: problems
                ).markup
                Tag.div(.class("field")) {
                    Tag.label(.of("files")) { "The week" }
                    Tag.p(.class("note"), .id("files-hint")) {
                        "One workbook (.xlsx), or week.yaml and all CSV tables of the week's folder at once; up to 20MB."
                    }
                    for problem in problems where problem.field == "files" {
                        Tag.p(.class("error")) { "Error: " + problem.message }
                    }
                    Tag.input(
                        .id("files"), .name("files"), .type("file"), .flag("multiple"),
                        .accept(".xlsx,.csv,.yaml,.yml"), .describedBy("files-hint"))
                }
                Tag.div(.class("field")) {
                    Tag.label(.of("framework")) { "Competency framework" }
                    Tag.select(.id("framework"), .name("framework")) {
                        for name in frameworks {
                            Self.option(name, name, isChosen: name == asked.form["framework"])
                        }
                    }
                }
                Tag.button { "Add the week" }
            }
        }
        return .page(page, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// Takes a week in.
    func newWeekSent(_ asked: Asked) async throws(StoreError) -> Answer {
        do {
            let week = try await takeIn(asked)
            return .see("/weeks/\(week.id)")
        } catch {
            switch error {
            case .fields(let problems): return newWeek(asked, problems: problems)
            case .missing, .conflict, .refused, .database: throw error
            }
        }
    }

    private func takeIn(_ asked: Asked) async throws(StoreError) -> KeptWeek {
        let files = asked.form.files
        guard let first = files.first else {
            throw .fields([.init("files", "Select a workbook, or the files of a week")])
        }
        let names = files.map { $0.name.lowercased() }
        let isBook = names.contains { $0.hasSuffix(".xlsx") }
        guard !isBook || files.count == 1 else {
            throw .fields([.init("files", "Select one workbook, or files of one folder, not both")])
        }
        for file in files {
            guard !file.bytes.isEmpty else { throw .fields([.init("files", "\(file.name) is empty")]) }
            guard [".xlsx", ".csv", ".yaml", ".yml"].contains(where: file.name.lowercased().hasSuffix),
                !file.name.hasPrefix(".")
            else {
                throw .fields([
                    .init(
                        "files",
                        "The selected file must be a CSV, a week.yaml or a workbook; \(file.name) is none")
                ])
            }
        }
        let frameworks = ((try? shelf.frameworks.names()) ?? []).compactMap(\.text)
        guard let framework = frameworks.first(where: { $0 == asked.form["framework"] }) else {
            throw .fields([.init("framework", "Select a framework")])
        }
        // Read in a process that may be killed, from a folder that goes whatever becomes of it.
        let arrival = shelf.arrivals.appending(Token().text)
        defer { try? FileManager.default.removeItem(atPath: arrival.description) }
        for file in files {
            try Shelf.write(
                file.bytes, to: arrival.appending("sent").appending(isBook ? "week.xlsx" : file.name))
        }
        let sent = isBook ? arrival.appending("sent").appending("week.xlsx") : arrival.appending("sent")
        let laidOut = arrival.appending("week")
        let answer: (end: EngineEnd, text: String)
        do {
            answer = try await engine.answer(
                [
                    "lay-out", sent.description, laidOut.description, "--framework",
                    shelf.frameworks.appending(framework).description,
                ], scratch: arrival.appending("said.txt"), within: Self.secondsToRead)
        } catch {
            throw .refused("\(first.name) cannot be read just now: \(error.localizedDescription)")
        }
        switch answer.end {
        case .ended(0): break
        case .ended:
            throw .fields([
                .init(
                    "files",
                    "\(first.name) cannot be read as a week. "
                        + answer.text.replacingOccurrences(
                            of: sent.description, with: isBook ? first.name : "what was sent"
                        )
                        .replacingOccurrences(of: arrival.description + "/", with: ""))
            ])
        case .killed:
            throw .fields([
                .init("files", "\(first.name) takes too long to read, or is damaged; nothing was kept")
            ])
        }
        let shelf = shelf
        return try store.addWeek(asked.form["name"], by: try asked.person()) { id in
            try Shelf.copy(laidOut, to: shelf.week(id))
        }
    }

    /// A week: what is wrong with it, its tables, its runs, and how a plan is asked for.
    func week(_ asked: Asked, problems: [StoreError.FieldProblem] = []) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let check = workflow.check(week: shelf.week(week.id))
        let runs = try store.runs(ofWeek: week.id)
        let errors = check.diagnostics.filter { $0.severity == .error }
        let warnings = check.diagnostics.filter { $0.severity == .warning }
        let mayPlan = try Self.mayPlan(asked)
        return .page(
            SitePage(week.name, asked.visit, problems: problems) {
                if let read = check.week {
                    Tag.p {
                        "From \(Show.day(read.start)), \(Show.counted(read.days, "day")): "
                            + "\(Show.counted(read.staff.count, "row")) of staff, \(Show.counted(read.teams.count, "team")), "
                            + "\(Show.counted(read.demand.count, "demand line")). Brought by \(week.by)."
                    }
                } else {
                    Tag.p(.class("alert")) {
                        "\(Show.counted(errors.count, "error")) to be mended before this week can be planned."
                    }
                }
                remarks(errors, "Errors", week)
                remarks(warnings, "Warnings", week)
                if mayPlan, check.week != nil {
                    Tag.h2 { "Plan this week" }
                    Tag.form(.action("/weeks/\(week.id)/runs"), .post) {
                        SitePage.token(asked.visit)
                        FormField(
                            name: "seconds", label: "Seconds to search",
                            hint: "30 for a first look; 300 for the plan that is published",
                            value: asked.form["seconds"].isEmpty ? "30" : asked.form["seconds"],
                            problems: problems
                        ).markup
                        if let last = runs.first(where: { $0.hasPlan && $0.wanted.kind == .allocate }) {
                            Tag.div(.class("field")) {
                                Tag.label(.of("from")) { "Begin with" }
                                Tag.select(.id("from"), .name("from")) {
                                    Self.option("", "Nothing", isChosen: false)
                                    Self.option("\(last.id)", "Plan \(last.id)", isChosen: true)
                                }
                            }
                        }
                        Tag.button { "Make a plan" }
                    }
                }
                Tag.h2 { "Runs and plans" }
                if runs.isEmpty { Tag.p { "None yet." } }
                Tag.ul {
                    for run in runs {
                        Tag.li {
                            Tag.a(.href(run.hasPlan ? "/plans/\(run.id)" : "/runs/\(run.id)")) {
                                run.hasPlan ? "Plan \(run.id)" : "Run \(run.id)"
                            }
                            ": \(Self.words(run.state)), asked for by \(run.by), \(Moment.words(run.askedAt))"
                                + (run.plan == .draft ? "" : "; \(run.plan.rawValue)")
                        }
                    }
                }
                Tag.h2 { "Tables" }
                Tag.ul {
                    for table in TableSchema.week {
                        let isThere = shelf.week(week.id).appending(FilePath(table.path)).exists
                        if !table.path.contains("/") {
                            Tag.li {
                                Tag.a(.href("/weeks/\(week.id)/tables/\(table.path)")) { table.path }
                                isThere ? "" : " (not there yet)"
                            }
                        }
                    }
                    Tag.li {
                        Tag.a(.href("/weeks/\(week.id)/tables/week.yaml")) {
                            "week.yaml: dates, sessions, policy"
                        }
                    }
                }
            })
    }

    private func remarks(_ diagnostics: [Diagnostic], _ title: String, _ week: KeptWeek) -> [Markup] {
        guard !diagnostics.isEmpty else { return [] }
        let shown = diagnostics.prefix(50)
        return [
            Tag.details(title == "Errors" ? [.flag("open")] : []) {
                Tag.summary { "\(title) (\(diagnostics.count))" }
                Tag.ul {
                    for one in shown {
                        Tag.li {
                            Tag.a(.href("/weeks/\(week.id)/tables/\(one.file)")) {
                                one.file + (one.line.map { ", line \($0)" } ?? "")
                            }
                            ": " + one.message + (one.expected.map { " (right would be: \($0))" } ?? "")
                        }
                    }
                }
                if diagnostics.count > shown.count {
                    Tag.p { "and \(diagnostics.count - shown.count) more" }
                }
            }
        ]
    }

    /// A table, to be typed in.
    func table(_ asked: Asked) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let name = asked.text("table")
        if name == "week.yaml" {
            return settings(asked, week, text: RunQueue.text(shelf.week(week.id).appending("week.yaml")))
        }
        let schema = try schema(name)
        let file = InputFile.load(
            name, in: shelf.week(week.id), at: shelf.week(week.id).appending(FilePath(name)), Diagnostics())
        guard let grid = TableGrid(file, schema) else {
            throw .refused("\(name) cannot be read as a table: bring the week anew.")
        }
        return try shown(asked, week, schema, grid)
    }

    private func schema(_ name: String) throws(StoreError) -> TableSchema {
        guard let schema = TableSchema.week.first(where: { $0.path == name && !name.contains("/") }) else {
            throw .missing("A week has no table '\(name)'.")
        }
        return schema
    }

    private func shown(
        _ asked: Asked, _ week: KeptWeek, _ schema: TableSchema, _ grid: TableGrid, kept: TableGrid? = nil,
        notice: String? = nil, status: HTTPResponse.Status = .ok
    ) throws(StoreError) -> Answer {
        let found = workflow.check(week: shelf.week(week.id)).diagnostics.filter { $0.file == schema.path }
        let mayPlan = try Self.mayPlan(asked)
        let marks = grid.marks(found)
        let rowCount = grid.rows.count + (mayPlan ? TableGrid.spareRows : 0)
        let page = SitePage("\(schema.path) of \(week.name)", asked.visit, notice: notice) {
            Tag.p { Tag.a(.href("/weeks/\(week.id)")) { "Back to the week" } }
            for note in schema.notes { Tag.p(.class("note")) { note } }
            if let kept { differences(kept, grid) }
            if !found.isEmpty {
                Tag.ul {
                    for one in found.prefix(50) {
                        Tag.li { (one.line.map { "Line \($0): " } ?? "") + one.message }
                    }
                }
            }
            Tag.form(.action("/weeks/\(week.id)/tables/\(schema.path)"), .post) {
                SitePage.token(asked.visit)
                Tag.input(.type("hidden"), .name("version"), .filled("\(week.version)"))
                Tag.input(.type("hidden"), .name("columns"), .filled("\(grid.columns.count)"))
                for (index, column) in grid.columns.enumerated() {
                    Tag.input(.type("hidden"), .name("c\(index)"), .filled(column))
                }
                Tag.input(.type("hidden"), .name("rows"), .filled("\(rowCount)"))
                Tag.div(.class("scroll"), .tabindex(0), .role("region"), .label(schema.path)) {
                    Tag.table(.class("cells")) {
                        Tag.thead {
                            Tag.tr {
                                Tag.th(.scope(.col)) { "Line" }
                                for column in grid.columns { Tag.th(.scope(.col)) { column } }
                            }
                        }
                        Tag.tbody {
                            for row in 0..<rowCount {
                                Tag.tr {
                                    Tag.th(.scope(.row)) {
                                        row < grid.rows.count ? "\(grid.lines[row])" : "new"
                                    }
                                    for column in grid.columns.indices {
                                        cell(
                                            grid, row, column, marks[row * grid.columns.count + column] ?? [],
                                            mayChange: mayPlan)
                                    }
                                }
                            }
                        }
                    }
                }
                if mayPlan {
                    Tag.p(.class("note")) {
                        "Cells copied in a spreadsheet can be pasted into any cell. A row that is left blank goes."
                    }
                    Tag.button { "Save the table" }
                }
            }
        }
        return .page(page, status: status)
    }

    private func cell(
        _ grid: TableGrid, _ row: Int, _ column: Int, _ wrong: [String], mayChange: Bool
    ) -> Markup {
        let text = row < grid.rows.count ? grid.rows[row][column] : ""
        guard mayChange else { return Tag.td { text } }
        let name = "r\(row)c\(column)"
        let width = min(24, max(4, grid.rows.prefix(200).map { $0[column].count }.max() ?? 4))
        return Tag.td(wrong.isEmpty ? [] : [.class("wrong")]) {
            Tag.input(
                [
                    .name(name), .filled(text), .size(width), .data("cell", "\(row),\(column)"),
                    .label("\(grid.columns[column]), row \(row + 1)"),
                ] + (wrong.isEmpty ? [] : [.describedBy(name + "-error")]))
            if !wrong.isEmpty { Tag.small(.id(name + "-error")) { wrong.joined(separator: " ") } }
        }
    }

    /// What somebody else changed, beside what was typed.
    private func differences(_ kept: TableGrid, _ typed: TableGrid) -> Markup {
        let others = kept.rows.filter { !typed.rows.contains($0) }
        return Tag.div(.class("banner")) {
            Tag.h2 { "Rows as they are kept now, which differ from yours" }
            Tag.ul { for row in others.prefix(30) { Tag.li { row.joined(separator: ", ") } } }
            Tag.p { "Below is what you typed. Saving it now replaces the table." }
        }
    }

    private func settings(
        _ asked: Asked, _ week: KeptWeek, text: String, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Answer {
        let found = workflow.check(week: shelf.week(week.id)).diagnostics.filter { $0.file == "week.yaml" }
        let page = SitePage("week.yaml of \(week.name)", asked.visit, notice: notice) {
            Tag.p { Tag.a(.href("/weeks/\(week.id)")) { "Back to the week" } }
            if !found.isEmpty {
                Tag.ul { for one in found.prefix(50) { Tag.li { one.description } } }
            }
            Tag.form(.action("/weeks/\(week.id)/tables/week.yaml"), .post) {
                SitePage.token(asked.visit)
                Tag.input(.type("hidden"), .name("version"), .filled("\(week.version)"))
                Tag.label(.of("text")) { "Dates, sessions and policy" }
                Tag.textarea(.id("text"), .name("text"), .lines(30)) { "\n" + text }
                Tag.button { "Save" }
            }
        }
        return .page(page, status: status)
    }

    /// Keeps a table as it was typed, also with errors in it, which are then shown.
    func tableSent(_ asked: Asked) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let name = asked.text("table")
        guard let version = Int(asked.form["version"]) else {
            throw .refused("The form is not whole: reload the page.")
        }
        let folder = shelf.week(week.id)
        let file = folder.appending(FilePath(name))
        let before = RunQueue.text(file)
        let text: String
        if name == "week.yaml" {
            text = asked.form["text"].replacingOccurrences(of: "\r\n", with: "\n")
        } else {
            _ = try schema(name)
            guard let grid = TableGrid(asked.form) else {
                throw .refused("The form is not whole: reload the page.")
            }
            text = grid.csv
        }
        do {
            _ = try store.changeWeek(
                week.id, from: version, by: try asked.person(), name,
                was: Self.summary(before, unlike: text), now: Self.summary(text, unlike: before)
            ) { try Shelf.write(Array(text.utf8), to: file) }
        } catch {
            guard case .conflict(let words) = error else { throw error }
            return try conflict(asked, week, name, words)
        }
        return try table(asked)
    }

    /// What was typed beside what somebody else has saved meanwhile; the next saving is of the newest version.
    private func conflict(
        _ asked: Asked, _ week: KeptWeek, _ name: String, _ words: String
    ) throws(StoreError) -> Answer {
        guard name != "week.yaml" else {
            return settings(asked, week, text: asked.form["text"], notice: words, status: .conflict)
        }
        let schema = try schema(name)
        guard let typed = TableGrid(asked.form) else { throw .refused(words) }
        let path = shelf.week(week.id)
        let kept = TableGrid(
            InputFile.load(name, in: path, at: path.appending(FilePath(name)), Diagnostics()), schema)
        return try shown(asked, week, schema, typed, kept: kept, notice: words, status: .conflict)
    }

    /// The lines of a text that another one has not, for the trail: not more than it can show.
    static func summary(_ text: String, unlike other: String) -> String {
        let others = Set(other.split(whereSeparator: \.isNewline))
        let lines = text.split(whereSeparator: \.isNewline).filter { !others.contains($0) }
        return String(lines.prefix(20).joined(separator: "\n").prefix(2_000))
    }
}
