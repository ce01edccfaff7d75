// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPTypes
import Markup
import Reading
import Report
import WebStore
import Wording
import Workflows
import Workforce

extension Site {
    /// What must not wait about a plan, as its folder says it now.
    func flags(of plan: KeptRun) throws(StoreError) -> [RedFlag] {
        do throws(WorkflowError) {
            let flags = try workflow.flags(ofPlan: shelf.plan(of: plan))
            return flags.filter { $0.closing == nil } + flags.filter { $0.closing != nil }
        } catch {
            throw .refused(shown(error.message))
        }
    }

    /// Whether somebody of a role may close a flag of a kind, and open it again: what is delegated and signed off is for AHP
    /// leads alone.
    static func mayClose(_ kind: RedFlag.Subject.Kind, as role: AccountRole) -> Bool {
        switch (kind, role) {
        case (_, .lead), (.critical, .planner), (.minimum, .planner): true
        case (.lapsed, .planner), (.delegation, .planner): false
        case (_, .finance), (_, .viewer), (_, .staff), (_, .administrator): false
        }
    }

    /// What must not wait about a plan, who sees to it, and whether it is closed.
    func flags(
        _ asked: Asked, problems: [StoreError.FieldProblem] = [], status: HTTPResponse.Status = .badRequest
    ) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let week = try store.week(plan.wanted.week)
        let flags = try flags(of: plan)
        let role = try asked.person().role
        let words = check(ofPlan: plan).week.map { FlagWords($0) }
        let open = flags.filter { $0.closing == nil }.count
        return .page(
            SitePage(
                "Red flags of plan \(plan.id) of \(week.name)", asked.visit, problems: problems,
                notice: asked.query("said") == "yes" ? "Saved." : nil
            ) {
                Tag.p {
                    "\(Show.counted(open, "flag")) open, \(Show.count(flags.count - open)) closed. "
                        + "What is said here goes along to the next plan that begins with this one."
                }
                Tag.p(.class("note")) {
                    "Closing a flag mends nothing: it says that somebody knows of it and has decided. It stays in the report, and "
                        + "opens again where a later plan makes it worse."
                }
                for (index, flag) in flags.enumerated() {
                    Tag.section(.id("flag-\(index)"), .labelledBy("flag-\(index)-title")) {
                        Tag.h2(.id("flag-\(index)-title")) {
                            (words?.kind(flag) ?? flag.subject.kind.rawValue) + ": "
                                + (words?.place(flag) ?? flag.place)
                                + ", " + (words?.when(flag) ?? flag.when)
                        }
                        Tag.p { flag.what }
                        Tag.p(.class("told")) { Self.sentence(flag, words) }
                        if role == .lead || role == .planner {
                            ownerForm(flag, index, plan, asked, problems)
                        }
                        if Self.mayClose(flag.subject.kind, as: role) {
                            closingForm(flag, index, plan, asked, problems)
                        }
                    }
                }
                Tag.p { Tag.a(.href("/plans/\(plan.id)")) { "Back to the plan" } }
            }, status: problems.isEmpty ? .ok : status)
    }

    /// Who sees to a flag, and what became of it.
    private static func sentence(_ flag: RedFlag, _ words: FlagWords?) -> String {
        let owner = flag.owner.isEmpty ? "Nobody sees to it yet" : "\(flag.owner) sees to it"
        let closed = words?.closed(flag) ?? flag.word.line
        return owner + (flag.closing == nil ? "; " : "; closed by ") + closed + "."
    }

    private func form(
        _ flag: RedFlag, _ index: Int, _ plan: KeptRun, _ asked: Asked,
        @MarkupBuilder _ fields: () -> [Markup]
    ) -> Markup {
        Tag.form(.action("/plans/\(plan.id)/flags"), .post) {
            SitePage.token(asked.visit)
            Tag.input(.type("hidden"), .name("flag"), .filled(flag.subject.id))
            Tag.input(.type("hidden"), .name("at"), .filled("\(index)"))
            Tag.input(.type("hidden"), .name("seen"), .filled(flag.word.line))
            fields()
        }
    }

    private func ownerForm(
        _ flag: RedFlag, _ index: Int, _ plan: KeptRun, _ asked: Asked,
        _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        let typed = asked.form["flag"] == flag.subject.id && asked.form["do"] == "own"
        return form(flag, index, plan, asked) {
            FormField(
                name: "owner-\(index)", label: "Who sees to it",
                value: typed ? asked.form["owner-\(asked.form["at"])"] : flag.owner, problems: problems
            ).markup
            Tag.button(.name("do"), .filled("own"), .class("plain")) { "Save who sees to it" }
        }
    }

    private func closingForm(
        _ flag: RedFlag, _ index: Int, _ plan: KeptRun, _ asked: Asked,
        _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        let typed = asked.form["flag"] == flag.subject.id && asked.form["do"] != "own"
        let isOpen = flag.closing == nil
        return form(flag, index, plan, asked) {
            FormField(
                name: "why-\(index)", label: isOpen ? "Why it can be closed" : "Why it is open again",
                hint: isOpen ? "What was decided or done; it stands with your name" : nil,
                value: typed ? asked.form["why-\(asked.form["at"])"] : "", problems: problems
            ).markup
            Tag.button(.name("do"), .filled(isOpen ? "close" : "open"), .class("plain")) {
                isOpen ? "Close the flag" : "Open it again"
            }
        }
    }

    /// Keeps what somebody says of a flag.
    func flagSent(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let list = try flags(of: plan)
        guard let index = list.firstIndex(where: { $0.subject.id == asked.form["flag"] }) else {
            throw .missing("The plan has no such flag.")
        }
        do throws(StoreError) {
            try change(list[index], index, of: plan, asked)
        } catch {
            switch error {
            case .fields(let problems): return try flags(asked, problems: problems)
            case .conflict(let words):
                return try flags(asked, problems: [.init("flag-\(index)", words)], status: .conflict)
            case .missing, .refused, .database: throw error
            }
        }
        return .see("/plans/\(plan.id)/flags?said=yes")
    }

    private func change(
        _ flag: RedFlag, _ index: Int, of plan: KeptRun, _ asked: Asked
    ) throws(StoreError) {
        let person = try asked.person()
        let at = asked.form["at"]
        let why = Self.plain(asked.form["why-\(at)"])
        var word = flag.word
        let what: String
        switch asked.form["do"] {
        case "own":
            word.owner = Self.plain(asked.form["owner-\(at)"])
            guard word.owner.count <= Self.mostLetters else {
                throw .fields([
                    .init("owner-\(index)", "Enter a name in not more than \(Self.mostLetters) letters")
                ])
            }
            what = "said who sees to a flag"
        case "close", "open":
            let isClosing = asked.form["do"] == "close"
            guard Self.mayClose(flag.subject.kind, as: person.role) else {
                throw .refused("This flag is an AHP lead's to close, and to open again.")
            }
            guard !why.isEmpty, why.count <= Self.mostLetters else {
                throw .fields([
                    .init(
                        "why-\(index)",
                        why.isEmpty
                            ? "Enter why the flag is \(isClosing ? "closed" : "open again")"
                            : "Enter why in not more than \(Self.mostLetters) letters")
                ])
            }
            word.closing =
                isClosing ? RedFlag.Closing(by: person.name, on: Moment.day(store.now()), why: why) : nil
            what = isClosing ? "closed a flag" : "opened a flag again"
        default:  // foreign
            throw .refused("Say who sees to the flag, close it or open it again.")
        }
        try keep(word, of: flag, plan, seen: asked.form["seen"], by: person, what, why: why)
    }

    private func keep(
        _ word: RedFlag.Word, of flag: RedFlag, _ plan: KeptRun, seen: String, by person: Person,
        _ what: String, why: String
    ) throws(StoreError) {
        let folder = shelf.plan(of: plan)
        let size = try review(plan).sizes[flag.subject]
        try store.changeFlag(flag.subject.id, ofPlan: plan.id, by: person, what, why: why) {
            // Nobody else writes meanwhile: what stands there now is what is replaced.
            guard let now = try flags(of: plan).first(where: { $0.subject == flag.subject }) else {
                throw StoreError.missing("The plan has no such flag.")
            }
            guard now.word.line == seen else {
                throw StoreError.conflict(
                    "Somebody else changed this flag after you opened the page. Now it says: \(now.word.line). "
                        + "Nothing of yours is lost: send it again if it still holds")
            }
            return WebStore.FlagChange(was: now.word.line, now: word.line) {
                do throws(WorkflowError) {
                    try workflow.say(word, of: flag.subject, size: size, inPlan: folder)
                } catch {
                    throw StoreError.refused(shown(error.message))
                }
            }
        }
    }

    /// Letters that somebody may write of a flag.
    static let mostLetters = 200

    /// What somebody typed, on one line and without blanks around it.
    static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
