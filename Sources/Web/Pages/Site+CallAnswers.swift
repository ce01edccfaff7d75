// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Reading
import Surges
import WebStore
import Workflows
import Workforce

extension Site {
    /// What stands in a note where nobody answered and nothing else was typed.
    static let noAnswer = "no answer"
    /// Letters of a note that are kept.
    static let mostLettersOfNote = 500

    /// What was typed into a row, so that a form says what it was made for.
    static func state(_ row: CallRow) -> String {
        [row.answer?.rawValue ?? "", row.answeredAt, row.note].joined(separator: "|")
    }

    /// Keeps what somebody said on the telephone.
    func callAnswered(_ asked: Asked) throws(StoreError) -> Answer {
        let run = try listAsked(asked)
        let key = CallRow.Key(
            staff: asked.form["staff"],
            sessions: asked.form["sessions"].split(separator: ";").map { String($0) })
        let typed = CallTyped(
            key: key, said: asked.form["said"],
            note: String(
                asked.form["note"].trimmingCharacters(in: .whitespacesAndNewlines)
                    .prefix(Self.mostLettersOfNote)))
        guard let typing = typing(typed) else {
            throw .refused("Say whether they come, do not come, or did not answer.")
        }
        do {
            let place = try keep(typing, typed, of: run, seen: asked.form["was"], by: try asked.person())
            return .see("/calls/\(run.id)?answered=\(place)#open")
        } catch {
            guard case .conflict(let words) = error else { throw error }
            return try calls(asked, lost: typed, notice: words, status: .conflict)
        }
    }

    private func typing(_ typed: CallTyped) -> CallTyping? {
        let at = Moment.exact(store.moment)
        return switch typed.said {
        case "yes": CallTyping(answer: .yes, answeredAt: at, note: typed.note)
        case "no": CallTyping(answer: .no, answeredAt: at, note: typed.note)
        case "none":
            CallTyping(answer: nil, answeredAt: at, note: typed.note.isEmpty ? Self.noAnswer : typed.note)
        case "back": CallTyping(answer: nil, answeredAt: "", note: typed.note)
        default: nil  // foreign
        }
    }

    /// Puts an answer into the list, unless somebody else has typed into the row since.
    ///
    /// - Parameter seen: What stood in the row when the form was made.
    /// - Returns: The row's place.
    private func keep(
        _ typing: CallTyping, _ typed: CallTyped, of run: KeptRun, seen: String, by person: Person
    ) throws(StoreError) -> Int {
        var place = 0
        let words = "\(typed.key.staff) on \(typed.key.sessions.joined(separator: ", "))"
        try store.answerCall(run.id, words, by: person) {
            let calls = try calls(of: run)
            guard let index = calls.rows.firstIndex(where: { $0.key == typed.key }),
                let bytes = calls.typing(typing, into: typed.key)
            else { throw StoreError.missing("The list has no such call.") }
            let row = calls.rows[index]
            guard Self.state(row) == seen else {
                throw StoreError.conflict(
                    "Somebody else typed into this call after you opened the list. Nothing of yours is lost: it stands "
                        + "beside the call.")
            }
            try Shelf.write(bytes, to: shelf.calls(of: run).appending(FilePath(CallSheet.file)))
            place = index
            let now = [typing.answer?.rawValue ?? "", typing.answeredAt, typing.note]
            return (
                was: Self.state(row).replacingOccurrences(of: "|", with: ", "),
                now: now.joined(separator: ", ")
            )
        }
        return place
    }

    /// Asks for the list ranked anew, with all answers.
    func callsAgain(_ asked: Asked) async throws(StoreError) -> Answer {
        let list = try listAsked(asked)
        var wanted = list.wanted
        wanted.list = list.id
        // Somebody is at the telephone: draws take minutes, and the list of before is closed meanwhile.
        if asked.form["draws"] != "yes" { wanted.besides.draws = nil }
        let first = asked.form["first_open"]
        if !first.isEmpty {
            guard check(ofPlan: list).week?.sessions.contains(where: { $0.id == first }) == true else {
                throw .refused("The week has no such session.")
            }
            wanted.firstOpen = first
        } else {
            wanted.firstOpen = try firstOpen(ofList: list, try calls(of: list).week)
        }
        let run = try store.ask(for: wanted, by: try asked.person())
        await queue.look()
        return .see("/runs/\(run.id)")
    }

    /// Asks for the week planned anew with those who said yes, and without those who said no or were not rung.
    func callsPlanned(_ asked: Asked) async throws(StoreError) -> Answer {
        let list = try listAsked(asked)
        guard let seconds = Int(asked.form["seconds"].filter { !$0.isWhitespace }) else {
            return try calls(
                asked, problems: [.init("seconds", "Enter a whole number of seconds, such as 30")])
        }
        guard try store.successor(ofList: list.id) == nil, let from = list.wanted.from else {
            throw .conflict("This list is ranked anew: plan with the newer one.")
        }
        let calls = try calls(of: list)
        guard calls.rows.contains(where: { $0.answer == .yes }) else {
            throw .refused("Nobody said yes yet.")
        }
        let first = try firstOpen(ofList: list, calls.week)
        let changes: (answered: String?, notRung: String?)
        do throws(WorkflowError) {
            changes = try workflow.planning(
                calls, plan: shelf.plan(of: try planInForce(from)), from: first,
                title: "Answers to call list \(list.id)", breakGlass: list.wanted.besides.breakGlass)
        } catch {
            throw .refused(shown(error.message))
        }
        guard let answered = changes.answered else {
            throw .refused("Whatever people said yes to is over by now.")
        }
        do {
            let run = try store.ask(
                for: RunWanted(
                    .replan, week: list.wanted.week, seconds: seconds, from: from,
                    changes: answered, firstOpen: first, list: list.id, notRung: changes.notRung),
                by: try asked.person())
            await queue.look()
            return .see("/runs/\(run.id)")
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try self.calls(asked, problems: problems)
        }
    }

    /// The first session that is not over for whoever goes on from a list: time goes on while people are rung.
    func firstOpen(ofList list: KeptRun, _ week: Week) throws(StoreError) -> String? {
        try firstOpen(after: try ChangeHistory(of: list, in: store), week: week, moment: store.moment)
    }

    private func planInForce(_ id: Int64) throws(WorkflowError) -> KeptRun {
        do throws(StoreError) { return try store.run(id) } catch {
            throw WorkflowError(.input, error.message)
        }
    }

    // MARK: Who said yes and is in no plan

    /// Who said yes on a list, or on those that it was ranked anew from, and is in no plan of them yet, nor in the plan
    /// that the list was made for.
    func unplanned(of list: KeptRun, _ calls: CallsAtHand) throws(StoreError) -> [CallRow.Key] {
        var one = list
        while true {
            if let plan = try store.plans(ofList: one.id).first(where: \.hasPlan) {
                return unplanned(calls, in: plan)
            }
            guard let before = one.wanted.list else { break }
            one = try store.run(before)
        }
        guard let from = list.wanted.from else { return [] }
        return unplanned(calls, in: try store.run(from))
    }

    /// Who said yes and is not where a plan has them.
    private func unplanned(_ calls: CallsAtHand, in plan: KeptRun) -> [CallRow.Key] {
        let deployed = deployments(plan)
        return calls.unplanned { deployed[Self.seat($0, $1)] != nil }
    }

    /// What is to be known of call lists on a plan's page: who said yes and is in no plan, or not in this one.
    func callLists(_ plan: KeptRun, _ asked: Asked) throws(StoreError) -> [Markup] {
        guard Self.maySeeCalls(try asked.person().role) else { return [] }
        var found: [Markup] = []
        if let list = try plan.wanted.list.map({ id throws(StoreError) in try newest(ofList: id) }) {
            let shown = try shownCalls(list)
            let missing = unplanned(shown.calls, in: plan)
            if !missing.isEmpty {
                found.append(
                    Self.waiting(
                        missing, shown,
                        "Said yes on call list \(list.id), and not in this plan: tell them, or plan anew"))
            }
            found.append(
                Tag.p {
                    Tag.a(.href("/calls/\(list.id)")) {
                        "Call list \(list.id), whose answers this plan goes by"
                    }
                })
        }
        for list in try store.lists(ofPlan: plan.id).prefix(5) {
            let shown = try shownCalls(list)
            let missing = try unplanned(of: list, shown.calls)
            if !missing.isEmpty {
                found.append(
                    Self.waiting(missing, shown, "Said yes on call list \(list.id), and in no plan yet"))
            }
            found.append(
                Tag.p {
                    Tag.a(.href("/calls/\(list.id)")) { "Call list \(list.id)" }
                    ": \(shown.calls.open.count) to ring, \(shown.calls.answered.count) answered; by \(list.by), "
                        + Moment.words(list.endedAt ?? list.askedAt)
                })
        }
        return found
    }

    private func shownCalls(_ list: KeptRun) throws(StoreError) -> CallsShown {
        CallsShown(
            run: list, week: try store.week(list.wanted.week), calls: try calls(of: list), newer: nil,
            mayType: false)
    }

    /// The list that a list was ranked anew as, and so on.
    private func newest(ofList id: Int64) throws(StoreError) -> KeptRun {
        var list = try store.run(id)
        while let next = try store.successor(ofList: list.id), next.hasCalls { list = next }
        return list
    }

    /// The tables of a call list.
    static let tablesOfCalls = [CallSheet.file, UnmetTable.file, StandbyTable.file] + OutlookTables.names

    /// A file of a call list, to print or to keep.
    func callFile(_ asked: Asked) throws(StoreError) -> Answer {
        let list = try listAsked(asked)
        let wanted = asked.parameters.getCatchAll().joined(separator: "/")
        guard (["report.html"] + Self.tablesOfCalls).contains(wanted),
            let bytes = try? shelf.calls(of: list).appending(FilePath(wanted)).read(
                atMost: InputFile.tableLimit)
        else { throw .missing("The call list has no file of that name.") }
        return wanted.hasSuffix(".html")
            ? .written(bytes) : .file(bytes, type: "text/csv; charset=utf-8", name: wanted)
    }
}
