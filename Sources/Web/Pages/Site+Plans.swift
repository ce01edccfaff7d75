// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Reading
import WebStore
import Wording
import Workflows
import Workforce

extension Site {
    /// Plans that whoever asks may see.
    func plans(_ asked: Asked) throws(StoreError) -> Answer {
        let role = try asked.person().role
        let plans = try store.runs(most: 1_000).filter { $0.hasPlan && Self.maySee($0, as: role) }
        let weeks = Dictionary(uniqueKeysWithValues: try store.weeks().map { ($0.id, $0.name) })
        return .page(
            SitePage("Plans", asked.visit) {
                if plans.isEmpty { Tag.p { "No plan is published yet." } }
                Tag.ul {
                    for plan in plans {
                        Tag.li {
                            Tag.a(.href("/plans/\(plan.id)")) {
                                "Plan \(plan.id) of \(weeks[plan.wanted.week] ?? "")"
                            }
                            ", \(plan.plan.rawValue), by \(plan.by), \(Moment.words(plan.endedAt ?? plan.askedAt))"
                        }
                    }
                }
            })
    }

    /// Whether a plan is shown to a role: drafts to those who work on them.
    static func maySee(_ plan: KeptRun, as role: AccountRole) -> Bool {
        switch plan.plan {
        case .published, .frozen: return true
        case .draft:
            switch role {
            case .planner, .lead, .finance: return true
            case .viewer, .administrator: return false
            }
        }
    }

    /// The plan that is asked for, of those who may see it.
    func planAsked(_ asked: Asked) throws(StoreError) -> KeptRun {
        let plan = try store.run(try asked.number("run"))
        // Whoever may not see it learns no more than that there is nothing for them.
        guard plan.hasPlan, Self.maySee(plan, as: try asked.person().role) else {
            throw .missing("There is no plan of that number.")
        }
        return plan
    }

    /// A plan: what it is to people, its report, and its board.
    func plan(
        _ asked: Asked, problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let week = try store.week(plan.wanted.week)
        let role = try asked.person().role
        let files = Shelf.files(in: shelf.plan(of: plan))
        let others = try store.runs(ofWeek: week.id).filter {
            $0.id != plan.id && $0.hasPlan && $0.plan != .draft
        }
        return .page(
            SitePage("Plan \(plan.id) of \(week.name)", asked.visit, problems: problems) {
                standing(plan, week, others)
                Tag.p {
                    "\(plan.plan == .draft ? "A draft" : plan.plan.rawValue.capitalized), made for \(plan.by), "
                        + "\(Moment.words(plan.endedAt ?? plan.askedAt))."
                }
                Tag.pre { shown(plan.outcome) }
                Tag.ul {
                    for (name, words) in Self.reading where files.contains(name) {
                        Tag.li { Tag.a(.href("/plans/\(plan.id)/files/\(name)")) { words } }
                    }
                    if role != .viewer, role != .administrator {
                        Tag.li {
                            Tag.a(.href("/plans/\(plan.id)/delegations")) { "Delegations to decide on" }
                        }
                    }
                }
                if role == .planner { stateForm(plan, asked.visit, problems) }
                if role != .viewer, role != .administrator {
                    board(plan)
                    questions(plan)
                }
                Tag.details {
                    Tag.summary { "Tables for spreadsheets" }
                    Tag.ul {
                        for name in files where name.hasSuffix(".csv") {
                            Tag.li { Tag.a(.href("/plans/\(plan.id)/files/\(name)")) { name } }
                        }
                    }
                }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// What is to be known of a plan before anything else: that its week is another one by now, and which other plans of
    /// it people see.
    private func standing(_ plan: KeptRun, _ week: KeptWeek, _ others: [KeptRun]) -> [Markup] {
        var sentences: [String] = []
        if week.version > plan.weekVersion {
            sentences.append(
                "The week was changed since this plan was made, \(Show.counted(week.version - plan.weekVersion, "time")): "
                    + "this plan knows nothing of that. Plan the week anew.")
        }
        if !others.isEmpty {
            let names = others.map { "plan \($0.id), \($0.plan.rawValue)" }.joined(separator: "; ")
            sentences.append("People see other plans of this week, too: \(names).")
        }
        guard !sentences.isEmpty else { return [] }
        return [Tag.div(.class("banner")) { for sentence in sentences { Tag.p { sentence } } }]
    }

    /// Pages of a plan, in the order in which they are read.
    private static let reading = [
        ("summary.html", "What to do: the plan on two pages"), ("report.html", "The whole report"),
    ]

    private func stateForm(
        _ plan: KeptRun, _ visit: Visit?, _ problems: [StoreError.FieldProblem]
    ) -> [Markup] {
        guard plan.plan != .frozen else { return [Tag.p { "It is frozen: it stays as it is." }] }
        return [
            Tag.h2 { plan.plan == .draft ? "Publish" : "Published" },
            Tag.form(.action("/plans/\(plan.id)/state"), .post) {
                SitePage.token(visit)
                FormField(
                    name: "why", label: "Why", hint: "For whoever reads the audit trail", problems: problems
                ).markup
                Tag.div(.class("actions")) {
                    switch plan.plan {
                    case .draft: Tag.button(.name("state"), .filled("published")) { "Publish the plan" }
                    case .published:
                        Tag.button(.name("state"), .filled("frozen")) { "Freeze the plan" }
                        Tag.button(.name("state"), .filled("draft"), .class("plain")) { "Take it back" }
                    case .frozen: Markup.text("")
                    }
                }
            },
        ]
    }

    /// People and sessions: who is where, each a way to have them elsewhere.
    private func board(_ plan: KeptRun) -> [Markup] {
        guard let week = workflow.check(week: shelf.week(ofPlan: plan)).week else { return [] }
        let deployed = deployments(plan)
        return [
            Tag.h2(.id("board")) { "Who is where" },
            Tag.p(.class("note")) {
                "Choose a cell to see what it would take to have somebody elsewhere in that session, and to plan around it."
            },
            Tag.div(.class("scroll"), .tabindex(0), .role("region"), .labelledBy("board")) {
                Tag.table(.class("grid")) {
                    Tag.thead {
                        Tag.tr {
                            Tag.th(.scope(.col), .class("who")) { "Person" }
                            for session in week.sessions { Tag.th(.scope(.col)) { Show.session(session) } }
                        }
                    }
                    Tag.tbody {
                        for (index, person) in week.staff.enumerated() {
                            Tag.tr {
                                Tag.th(.scope(.row), .class("who")) {
                                    person.name.isEmpty ? person.id : person.name
                                }
                                for (session, mark) in zip(week.sessions, week.rota[index]) {
                                    Tag.td {
                                        let team = deployed["\(person.id)\u{1F}\(session.id)"]
                                        let words =
                                            team ?? (mark.duty.rawValue.isEmpty ? "–" : mark.duty.rawValue)
                                        Tag.a(
                                            .href(Self.seatPath(plan, person.id, session.id)),
                                            .label("\(person.name), \(Show.session(session)): \(words)")
                                        ) { words }
                                    }
                                }
                            }
                        }
                    }
                }
            },
        ]
    }

    /// Ways to ask why.
    private func questions(_ plan: KeptRun) -> [Markup] {
        [
            Tag.h2 { "Why?" },
            Tag.div(.class("actions")) {
                for (name, label, button) in [
                    ("staff", "Somebody, such as PT-01", "Why are they where they are?"),
                    ("line", "A demand line, such as N01", "Why is it not met?"),
                ] {
                    Tag.form(.action("/plans/\(plan.id)/why"), .get) {
                        Tag.label(.of("ask-\(name)")) { label }
                        Tag.input(.id("ask-\(name)"), .name(name), .type("text"))
                        Tag.button { button }
                    }
                }
            },
        ]
    }

    /// Teams by person and session, as the plan's file has them.
    private func deployments(_ plan: KeptRun) -> [String: String] {
        let folder = shelf.plan(of: plan)
        let diagnostics = Diagnostics()
        let file = InputFile.load(
            "deployments.csv", in: folder, at: folder.appending("deployments.csv"), diagnostics)
        let table = file.flatMap {
            CSVTable.read($0, required: ["staff", "session", "team"], others: .keep, diagnostics)
        }
        var found: [String: String] = [:]
        for row in table?.rows ?? [] {
            guard let table, let staff = table.field("staff", of: row)?.text,
                let session = table.field("session", of: row)?.text,
                let team = table.field("team", of: row)?.text
            else { continue }
            found["\(staff)\u{1F}\(session)"] = team
        }
        return found
    }

    private static func seatPath(_ plan: KeptRun, _ staff: String, _ session: String) -> String {
        "/plans/\(plan.id)/seat?" + query([("staff", staff), ("session", session)])
    }

    /// What stands behind a question mark, with everything that could be mistaken as `%` and two digits.
    static func query(_ pairs: [(String, String)]) -> String {
        pairs.map { name, value in
            name + "=" + (value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        }.joined(separator: "&")
    }

    /// A file of a plan: those that are in its folder, by name, and no other.
    func planFile(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let wanted = asked.parameters.getCatchAll().joined(separator: "/")
        let folder = shelf.plan(of: plan)
        guard Shelf.files(in: folder).contains(wanted),
            let bytes = try? folder.appending(FilePath(wanted)).read(atMost: InputFile.tableLimit)
        else { throw .missing("The plan has no file of that name.") }
        let name = wanted.split(separator: "/").last.map { String($0) }
        return switch wanted.split(separator: ".").last {
        case "html": .written(bytes)
        case "csv": .file(bytes, type: "text/csv; charset=utf-8", name: name)
        case "json": .file(bytes, type: "application/json", name: name)
        default: .file(bytes, type: "application/octet-stream", name: name)  // foreign
        }
    }

    /// Publishes a plan, freezes it or takes it back.
    func planState(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        guard let state = PlanState(rawValue: asked.form["state"]) else {
            throw .refused("Say whether the plan is to be published, frozen or a draft.")
        }
        let why = asked.form["why"]
        guard plan.plan == .draft || !why.allSatisfy(\.isWhitespace) else {
            return try self.plan(asked, problems: [.init("why", "Enter why: people have seen this plan")])
        }
        _ = try store.makePlan(plan.id, state, by: try asked.person(), why: why)
        return .see("/plans/\(plan.id)")
    }

    /// What it would take to have somebody in another team in a session.
    func seat(_ asked: Asked) async throws(StoreError) -> Answer {
        let (staff, session, team) = (asked.query("staff"), asked.query("session"), asked.query("team"))
        return try await seat(asked, staff, session, team)
    }

    private func seat(
        _ asked: Asked, _ staff: String, _ session: String, _ team: String,
        problems: [StoreError.FieldProblem] = []
    ) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        guard let week = workflow.check(week: shelf.week(ofPlan: plan)).week,
            let person = week.staff.first(where: { $0.id == staff }),
            let at = week.sessions.first(where: { $0.id == session })
        else { throw .missing("The week has no such person or session.") }
        var said: String?
        if !team.isEmpty {
            said = try await explained(plan, ["--staff", staff, "--session", session, "--team", team])
        }
        let answer = said
        let now = deployments(plan)["\(staff)\u{1F}\(session)"]
        let mayPlan = try Self.mayPlan(asked)
        return .page(
            SitePage(
                "\(person.name.isEmpty ? person.id : person.name), \(Show.session(at))", asked.visit,
                problems: problems
            ) {
                Tag.p { now.map { "In \($0) by this plan." } ?? "In no team by this plan." }
                Tag.form(.action("/plans/\(plan.id)/seat"), .get, .class("actions")) {
                    Tag.input(.type("hidden"), .name("staff"), .filled(staff))
                    Tag.input(.type("hidden"), .name("session"), .filled(session))
                    Tag.label(.of("team")) { "Have them in" }
                    Tag.select(.id("team"), .name("team")) {
                        for one in week.teams {
                            Self.option(
                                one.id, one.name.isEmpty ? one.id : one.name, isChosen: one.id == team)
                        }
                    }
                    Tag.button { "What would it take?" }
                }
                if let answer {
                    Tag.h2 { "What it would take" }
                    SitePage.sentences(answer)
                    if mayPlan {
                        Tag.form(.action("/plans/\(plan.id)/seat"), .post) {
                            SitePage.token(asked.visit)
                            Tag.input(.type("hidden"), .name("staff"), .filled(staff))
                            Tag.input(.type("hidden"), .name("session"), .filled(session))
                            Tag.input(.type("hidden"), .name("team"), .filled(team))
                            FormField(
                                name: "why", label: "Why", hint: "For whoever reads the audit trail",
                                problems: problems
                            ).markup
                            Tag.button { "Plan around it" }
                        }
                    }
                }
                Tag.p { Tag.a(.href("/plans/\(plan.id)#board")) { "Back to the plan" } }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// Asks for the week planned anew with somebody kept where they are put, and as few changes besides as are worth it.
    func seatSent(_ asked: Asked) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let (staff, session, team) = (asked.form["staff"], asked.form["session"], asked.form["team"])
        let why = asked.form["why"]
        guard !why.allSatisfy(\.isWhitespace) else {
            return try await seat(
                asked, staff, session, team,
                problems: [.init("why", "Enter why the person is to be there")])
        }
        guard let week = workflow.check(week: shelf.week(ofPlan: plan)).week,
            let index = week.staff.firstIndex(where: { $0.id == staff }),
            let at = week.sessions.firstIndex(where: { $0.id == session }),
            week.teams.contains(where: { $0.id == team })
        else { throw .missing("The week has no such person, session or team.") }
        // Who is on duty anyway is kept on duty; anybody else is asked to come.
        let mark = week.rota[index][at].duty.rawValue == "R" ? "R" : "A"
        let run = try store.ask(
            for: RunWanted(
                .replan, week: plan.wanted.week, seconds: plan.wanted.seconds, from: plan.id,
                changes: """
                    change: \(Self.quoted("\(staff) in \(team), \(session)"))
                    availability:
                      - {staff: \(Self.quoted(staff)), sessions: [\(Self.quoted(session))], mark: \(mark), team: \(Self.quoted(team))}

                    """), by: try asked.person(), why: why)
        await queue.look()
        return .see("/runs/\(run.id)")
    }

    /// A text as YAML takes it, whatever is in it.
    private static func quoted(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": plain += "\\\(scalar)"
            default:  // foreign
                plain +=
                    scalar.properties.generalCategory == .control || Character(scalar).isNewline
                    ? " " : "\(scalar)"
            }
        }
        return "\"" + plain + "\""
    }

    /// Why a line is not met, or somebody is where they are.
    func why(_ asked: Asked) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let said = try await reason(asked, plan)
        return .page(
            SitePage("Why: \(asked.query("line"))\(asked.query("staff"))", asked.visit) {
                SitePage.sentences(said)
                Tag.p { Tag.a(.href("/plans/\(plan.id)")) { "Back to the plan" } }
            })
    }

    /// Why the line that is asked about is not met, or the person is where they are.
    func reason(_ asked: Asked, _ plan: KeptRun) async throws(StoreError) -> String {
        let (line, staff) = (asked.query("line"), asked.query("staff"))
        guard line.isEmpty != staff.isEmpty else {
            throw .refused("Ask about a demand line or about a person.")
        }
        return try await explained(plan, line.isEmpty ? ["--staff", staff] : ["--line", line])
    }

    /// The answer to a question about a plan, found by a process of its own.
    private func explained(_ plan: KeptRun, _ question: [String]) async throws(StoreError) -> String {
        let scratch = shelf.arrivals.appending(Token().text + ".txt")
        // A value that begins with a hyphen is a value still.
        let joined = stride(from: 0, to: question.count, by: 2).map { "\(question[$0])=\(question[$0 + 1])" }
        let command =
            ["explain", shelf.week(ofPlan: plan).description, shelf.plan(of: plan).description] + joined
        let found: (end: EngineEnd, text: String)
        do {
            try Shelf.write("", to: scratch)
            let engine = engine
            found = try await gate.pass {
                try await engine.answer(command, scratch: scratch, within: Self.secondsToAnswer)
            }
        } catch {
            throw .refused("The question cannot be answered just now: \(error)")
        }
        switch found.end {
        case .ended(0): return shown(found.text)
        case .ended: throw .refused(shown(found.text))
        case .killed: throw .refused("It took too long to find out, or the question ended its process.")
        }
    }

    /// Seconds that an answer may take.
    static let secondsToAnswer = 120.0

    /// What a plan delegates, each with its evidence, and a decision for each.
    func delegations(
        _ asked: Asked, problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let list = try decisions(plan)
        let week = try store.week(plan.wanted.week)
        let kept = try grid(TableSchema.decisions, of: week)
        let mayDecide = try asked.person().role == .lead
        return .page(
            SitePage("Delegations of plan \(plan.id) of \(week.name)", asked.visit, problems: problems) {
                Tag.p(.class("note")) {
                    "A decision goes into decisions.csv of the week and holds from its first day on; the next plan keeps to it."
                }
                if list.isEmpty { Tag.p { "Nothing is delegated, and nothing waits for a decision." } }
                for (index, one) in list.enumerated() {
                    Tag.section(.id("delegation-\(index)"), .labelledBy("delegation-\(index)-title")) {
                        Tag.h2(.id("delegation-\(index)-title")) {
                            [one.staff, one.activity, one.team].filter { !$0.isEmpty }.joined(separator: ", ")
                        }
                        Tag.p { one.sentence }
                        if let decided = one.decided(in: kept) { Tag.p(.class("told")) { decided } }
                        if mayDecide {
                            Tag.form(.action("/plans/\(plan.id)/delegations"), .post) {
                                SitePage.token(asked.visit)
                                for (name, value) in [
                                    ("activity", one.activity), ("staff", one.staff), ("team", one.team),
                                    ("on", one.on),
                                ] { Tag.input(.type("hidden"), .name(name), .filled(value)) }
                                Tag.div(.class("field")) {
                                    Tag.label(.of("reason-\(index)")) { "Reason" }
                                    Tag.input(.id("reason-\(index)"), .name("reason"), .type("text"))
                                }
                                Tag.div(.class("actions")) {
                                    Tag.button(.name("decision"), .filled("allow")) { "Allow" }
                                    Tag.button(.name("decision"), .filled("refuse"), .class("plain")) {
                                        "Refuse"
                                    }
                                }
                            }
                        }
                    }
                }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// A delegation to decide on.
    private struct ToDecide {
        let activity: String
        let staff: String
        let team: String
        let on: String
        let sentence: String

        /// What it is about, as the columns of a decision say it.
        var subject: [String: String] { ["activity": activity, "staff": staff, "team": team, "on": on] }

        /// What was decided about it, as the week has it now.
        func decided(in kept: TableGrid) -> String? {
            guard let decision = kept.cell("decision", where: subject), !decision.isEmpty else { return nil }
            let (by, reason) = (kept.cell("by", where: subject), kept.cell("reason", where: subject))
            return
                "Decided: \(decision), by \(by ?? ""): \(reason ?? ""). The next plan of the week keeps to it."
        }
    }

    private func decisions(_ plan: KeptRun) throws(StoreError) -> [ToDecide] {
        let text: String
        do throws(WorkflowError) {
            text = try workflow.delegation(plan: shelf.plan(of: plan), of: shelf.week(ofPlan: plan)).review
                .decisionsFile
        } catch {
            throw .refused(error.message)
        }
        // Before each row a comment says what it is about.
        let lines = text.split(whereSeparator: \.isNewline).map { String($0) }
        let diagnostics = Diagnostics()
        let input = InputFile(path: TableSchema.decisions.path, bytes: Array(text.utf8))
        guard let table = CSVTable.read(input, TableSchema.decisions, diagnostics) else { return [] }
        return table.rows.map { row in
            func cell(_ name: String) -> String { table.field(name, of: row)?.text ?? "" }
            let before = lines.indices.contains(row.line - 2) ? lines[row.line - 2] : ""
            return ToDecide(
                activity: cell("activity"), staff: cell("staff"), team: cell("team"), on: cell("on"),
                sentence: before.hasPrefix("# ") ? String(before.dropFirst(2)) : "")
        }
    }

    /// Keeps what an AHP lead decided.
    func delegationSent(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let person = try asked.person()
        let reason = asked.form["reason"]
        guard !reason.allSatisfy(\.isWhitespace) else {
            return try delegations(
                asked, problems: [.init("reason-0", "Enter the reason: it stands with the decision")])
        }
        guard ["allow", "refuse"].contains(asked.form["decision"]) else {
            throw .refused("Say whether it is allowed or refused.")
        }
        let list = try decisions(plan)
        guard
            let one = list.first(where: {
                $0.activity == asked.form["activity"] && $0.staff == asked.form["staff"]
                    && $0.team == asked.form["team"]
            })
        else { throw .missing("The plan has no such delegation.") }
        let week = try store.week(plan.wanted.week)
        let name = TableSchema.decisions.path
        let before = RunQueue.text(shelf.week(week.id).appending(FilePath(name)))
        let cells = one.subject.merging([
            "decision": asked.form["decision"], "reason": reason, "by": person.name,
        ]) { subject, _ in subject }
        let grid = try grid(TableSchema.decisions, of: week)
            .putting(cells, key: ["activity", "staff", "team", "on"])
        try keep(
            TableGrid.remarks(of: before) + grid.csv, as: name, in: week, from: week.version, before: before,
            by: person)
        return .see("/plans/\(plan.id)/delegations")
    }
}
