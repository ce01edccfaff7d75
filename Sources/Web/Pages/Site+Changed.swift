// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Reading
import WebStore
import Wording
import Workforce

/// What is asked of a plan whose week has changed: whom to call, or the rest of the week planned anew.
enum ChangeWish: String, Sendable {
    case calls
    case replan

    var title: String {
        switch self {
        case .calls: "Whom to call"
        case .replan: "Plan anew for what has changed"
        }
    }

    var button: String {
        switch self {
        case .calls: "Make the call list"
        case .replan: "Plan anew"
        }
    }
}

extension Site {
    /// The page on which somebody says what has changed.
    func changed(
        _ asked: Asked, for wish: ChangeWish, as filled: ChangeForm? = nil,
        problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let kept = try store.week(plan.wanted.week)
        guard let week = check(kept).week else {
            throw .refused("The week has errors; mend them first: nothing can be planned of it before.")
        }
        let before = try ChangeHistory(of: plan, in: store).firstOpen
        // What was over by the plan, and what is over by today, stays over: whichever is later.
        let sessions = week.sessions.map(\.id)
        let first = [before, today(in: week)].compactMap { $0.flatMap(sessions.firstIndex(of:)) }.max()
        let form = filled ?? ChangeForm(firstOpen: first.map { sessions[$0] } ?? "")
        let seconds = asked.form["seconds"].isEmpty ? "\(plan.wanted.seconds)" : asked.form["seconds"]
        let page = SitePage(
            "\(wish.title): plan \(plan.id) of \(kept.name)", asked.visit, problems: problems
        ) {
            Tag.p { Tag.a(.href("/plans/\(plan.id)")) { "Back to the plan" } }
            Tag.form(.action("/plans/\(plan.id)/\(wish.rawValue)"), .post, .withFiles) {
                SitePage.token(asked.visit)
                FormField(
                    name: "title", label: "What has happened", hint: "For example: Elm is sick",
                    value: form.title, problems: problems
                ).markup
                Tag.div(.class("field")) {
                    Tag.label(.of("first_open")) { "The first session that is not over" }
                    Tag.p(.class("note"), .id("first_open-hint")) {
                        "What the plan has before it stays as it is."
                    }
                    Tag.select(.id("first_open"), .name("first_open"), .describedBy("first_open-hint")) {
                        if before == nil {
                            Self.option("", "None is over yet", isChosen: form.firstOpen.isEmpty)
                        }
                        Self.sessions(week, from: before, chosen: form.firstOpen)
                    }
                }
                absences(form, week, problems)
                demand(form, week, problems)
                changeFile(form, problems)
                switch wish {
                case .calls: callsFields(CallsForm(asked.form), problems)
                case .replan:
                    FormField(
                        name: "seconds", label: "Seconds to search", value: seconds, problems: problems
                    ).markup
                }
                Tag.button { wish.button }
                // Behind the button that the return key presses.
                Tag.div(.class("actions")) {
                    Tag.button(.name("more"), .filled("absences"), .class("plain")) { "More rows for people" }
                    Tag.button(.name("more"), .filled("demands"), .class("plain")) { "More rows for care" }
                }
            }
        }
        return .page(page, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// The first session of today, where the week is under way.
    private func today(in week: Week) -> String? {
        let day = Moment.day(store.moment)
        guard day > week.start else { return nil }
        return week.sessions.first { $0.day == day }?.id
    }

    private static func sessions(_ week: Week, from first: String? = nil, chosen: String) -> [Markup] {
        week.sessions.drop { first != nil && $0.id != first }.map {
            option($0.id, Show.session($0), isChosen: $0.id == chosen)
        }
    }

    private func absences(
        _ form: ChangeForm, _ week: Week, _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        Tag.fieldset {
            Tag.legend { "Who is away" }
            Tag.input(.type("hidden"), .name("absences"), .filled("\(form.absences.count)"))
            for (row, one) in form.absences.enumerated() {
                Tag.div(.class("actions row")) {
                    select("a\(row)-staff", "Person \(row + 1)", problems) {
                        Self.option("", "Nobody", isChosen: one.staff.isEmpty)
                        for person in week.staff {
                            Self.option(
                                person.id,
                                person.name == person.id ? person.id : "\(person.name) (\(person.id))",
                                isChosen: person.id == one.staff)
                        }
                    }
                    window("a\(row)", one.from, one.until, week, problems)
                    select("a\(row)-reason", "Why", problems) {
                        for (mark, words) in [("S", "Sick"), ("L", "Leave"), ("T", "Training")] {
                            Self.option(mark, words, isChosen: mark == one.reason)
                        }
                    }
                }
            }
        }
    }

    private func demand(
        _ form: ChangeForm, _ week: Week, _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        let kinds = Self.kinds(of: week)
        return Tag.fieldset {
            Tag.legend { "More or less care" }
            Tag.input(.type("hidden"), .name("demands"), .filled("\(form.demand.count)"))
            for (row, one) in form.demand.enumerated() {
                Tag.div(.class("actions row")) {
                    select("d\(row)-what", "Care \(row + 1)", problems) {
                        Self.option("", "As before", isChosen: one.what.isEmpty)
                        for (value, words) in kinds { Self.option(value, words, isChosen: value == one.what) }
                    }
                    FormField(
                        name: "d\(row)-factor", label: "Times as much, such as 1.2", value: one.factor,
                        problems: problems
                    ).markup
                    window("d\(row)", one.from, one.until, week, problems)
                }
            }
        }
    }

    /// Kinds of care that there may be more or less of: what a change file says, and how it is called.
    private static func kinds(of week: Week) -> [(value: String, words: String)] {
        var kinds: [(value: String, words: String)] = []
        for team in week.teams where !kinds.contains(where: { $0.value == "pathways:\(team.pathway)" }) {
            kinds.append(("pathways:\(team.pathway)", "Pathway \(team.pathway)"))
        }
        for team in week.teams {
            kinds.append(("teams:\(team.id)", team.name))
        }
        let wanted = Set(week.demand.map(\.activity))
        for activity in week.framework.activities where wanted.contains(activity.id) {
            let words = activity.name.isEmpty ? activity.id : activity.name
            kinds.append(("activities:\(activity.id)", words))
        }
        return kinds
    }

    private func window(
        _ name: String, _ from: String, _ until: String, _ week: Week, _ problems: [StoreError.FieldProblem]
    ) -> [Markup] {
        [
            select("\(name)-from", "From", problems) {
                Self.option("", "What is not over", isChosen: from.isEmpty)
                Self.sessions(week, chosen: from)
            },
            select("\(name)-until", "Until and with", problems) {
                Self.option("", "The week's end", isChosen: until.isEmpty)
                Self.sessions(week, chosen: until)
            },
        ]
    }

    private func changeFile(_ form: ChangeForm, _ problems: [StoreError.FieldProblem]) -> Markup {
        let wrong = problems.filter { $0.field == "text" }
        return Tag.details(form.text.isEmpty && wrong.isEmpty ? [] : [.flag("open")]) {
            Tag.summary { "Or a change file" }
            for problem in wrong { Tag.p(.class("error")) { "Error: " + problem.message } }
            Tag.div(.class("field")) {
                Tag.label(.of("text")) { "Paste it" }
                Tag.textarea(.id("text"), .name("text"), .lines(8)) { "\n" + form.text }
            }
            Tag.div(.class("field")) {
                Tag.label(.of("files")) { "Or choose it" }
                Tag.input(.id("files"), .name("files"), .type("file"), .accept(".yaml,.yml"))
            }
        }
    }

    /// Takes what has changed, and puts the run into the queue that was asked for.
    func changedSent(_ asked: Asked, for wish: ChangeWish) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        var form = ChangeForm(asked.form)
        switch asked.form["more"] {
        case "absences":
            let more = min(ChangeForm.rows, ChangeForm.mostRows - form.absences.count)
            form.absences += [ChangeForm.Absence](repeating: .init(), count: max(0, more))
            return try changed(asked, for: wish, as: form)
        case "demands":
            if form.demand.count < ChangeForm.mostRows { form.demand.append(.init()) }
            return try changed(asked, for: wish, as: form)
        default: break  // foreign
        }
        do {
            let run = try await asking(asked, for: wish, form, plan)
            return .see("/runs/\(run.id)")
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try changed(asked, for: wish, as: form, problems: problems)
        }
    }

    private func asking(
        _ asked: Asked, for wish: ChangeWish, _ form: ChangeForm, _ plan: KeptRun
    ) async throws(StoreError) -> KeptRun {
        guard let week = check(try store.week(plan.wanted.week)).week else {
            throw .refused("The week has errors; mend them first.")
        }
        let sessions = week.sessions.map(\.id)
        var problems = form.problems(sessions: sessions, mayBeBlank: wish == .calls)
        if !form.firstOpen.isEmpty, !sessions.contains(form.firstOpen) {
            problems.append(.init("first_open", "Choose a session of the week"))
        }
        var wanted = RunWanted(
            .replan, week: plan.wanted.week, seconds: plan.wanted.seconds, from: plan.id, changes: form.file,
            firstOpen: form.firstOpen.isEmpty ? nil : form.firstOpen)
        switch wish {
        case .calls:
            wanted.kind = .calls
            let calls = CallsForm(asked.form)
            (wanted.mostCalls, wanted.besides) = (calls.mostCalls, calls.besides)
            problems += calls.problems
        case .replan:
            guard let seconds = Int(asked.form["seconds"].filter { !$0.isWhitespace }) else {
                problems.append(.init("seconds", "Enter a whole number of seconds, such as 30"))
                break
            }
            wanted.seconds = seconds
        }
        guard problems.isEmpty else { throw .fields(problems) }
        try await tryOut(form, on: plan, by: try asked.person())
        let run = try store.ask(for: wanted, by: try asked.person(), why: form.title)
        await queue.look()
        return run
    }

    /// Finds out, by a process of its own, whether the changes can be made in the week, with everything that was changed
    /// before them.
    private func tryOut(_ form: ChangeForm, on plan: KeptRun, by person: Person) async throws(StoreError) {
        let place = shelf.arrivals.appending(Token().text)
        defer { Shelf.remove(place) }
        let history = try ChangeHistory(of: plan, in: store)
        var files: [String] = []
        for (number, text) in (history.changes + [form.file]).enumerated() {
            let isLast = number == history.changes.count
            let file = place.appending(FilePath(isLast ? "change.yaml" : "earlier-\(number + 1).yaml"))
            try Shelf.write(text, to: file)
            files.append(file.description)
        }
        let first = form.firstOpen.isEmpty ? [] : ["--from", form.firstOpen]
        let command =
            ["change", shelf.week(plan.wanted.week).description] + files
            + ["--plan", shelf.plan(of: plan).description, "--out", place.appending("week").description]
            + first
        let found: (end: EngineEnd, text: String)
        do {
            let engine = engine
            let scratch = place.appending("said.txt")
            found = try await gate.pass(for: person.id) {
                try await engine.answer(command, scratch: scratch, within: Self.secondsToRead)
            }
        } catch let refusal as Gate.Refusal {
            throw .refused(refusal.description)
        } catch {
            throw .refused("What has changed cannot be looked at just now: \(error)")
        }
        let field = form.text.allSatisfy(\.isWhitespace) ? "title" : "text"
        switch found.end {
        case .ended(0): return
        case .ended:
            let said = shown(found.text.replacingOccurrences(of: place.description + "/", with: ""))
            throw .fields([.init(field, "This cannot be done in the week as it is. " + said)])
        case .killed:
            throw .fields([.init(field, "It takes too long to read, or is damaged; nothing was kept")])
        }
    }
}
