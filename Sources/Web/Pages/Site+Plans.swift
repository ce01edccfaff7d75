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
        switch role {
        case .planner, .lead, .finance: true
        case .viewer, .administrator: plan.plan != .draft
        // Theirs are their own sessions, and who is in their teams then.
        case .staff: false
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
        let files = Shelf.files(in: shelf.plan(of: plan)).filter { Self.maySee(file: $0, as: role) }
        let lists = try callLists(plan, asked)
        let others = try store.runs(ofWeek: week.id).filter {
            $0.id != plan.id && $0.hasPlan && $0.plan != .draft
        }
        let inForce = try store.planInForce(ofWeek: week.id)?.id
        let handed = try handedOut(plan, asked)
        return .page(
            SitePage("Plan \(plan.id) of \(week.name)", asked.visit, problems: problems) {
                standing(plan, week, others, inForce)
                lists
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
                        for (path, words) in Self.working {
                            Tag.li { Tag.a(.href("/plans/\(plan.id)/\(path)")) { words } }
                        }
                    }
                }
                if role == .planner {
                    Tag.h2 { "When something changes" }
                    Tag.ul {
                        Tag.li {
                            Tag.a(.href("/plans/\(plan.id)/replan")) { "Re-plan for absences or more care" }
                        }
                        Tag.li { Tag.a(.href("/plans/\(plan.id)/calls")) { "Whom to call" } }
                    }
                }
                if role == .planner { stateForm(plan, asked.visit, problems) }
                handed
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
    /// it people see, and by which one they work.
    private func standing(
        _ plan: KeptRun, _ week: KeptWeek, _ others: [KeptRun], _ inForce: Int64?
    ) -> [Markup] {
        var sentences: [String] = []
        if week.version > plan.weekVersion {
            sentences.append(
                "The week was changed since this plan was made, \(Show.counted(week.version - plan.weekVersion, "time")): "
                    + "this plan knows nothing of that. Plan the week anew.")
        }
        if !others.isEmpty {
            let names = others.map { "plan \($0.id), \($0.plan.rawValue)" }.joined(separator: "; ")
            sentences.append("People see other plans of this week, too: \(names).")
            if let inForce {
                sentences.append(
                    "They work by \(inForce == plan.id ? "this one" : "plan \(inForce)"): the one published last counts."
                )
            }
        }
        guard !sentences.isEmpty else { return [] }
        return [Tag.div(.class("banner")) { for sentence in sentences { Tag.p { sentence } } }]
    }

    /// Pages of a plan, in the order in which they are read.
    private static let reading = [
        ("summary.html", "What to do: the plan on two pages"), ("report.html", "The whole report"),
    ]

    /// Pages of a plan on which people work.
    private static let working = [
        ("flags", "Red flags: what must not wait, and who sees to it"),
        ("delegations", "Delegations to decide on"), ("sign-offs", "Sign-offs, and what one more would do"),
        ("lead", "All that waits for an AHP lead"),
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

    /// A file of a plan: those that are in its folder, by name, and no other.
    func planFile(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let wanted = asked.parameters.getCatchAll().joined(separator: "/")
        guard Self.maySee(file: wanted, as: try asked.person().role) else {
            throw .missing("The plan has no file of that name.")
        }
        return try file(wanted, in: shelf.plan(of: plan))
    }

    /// A file of a folder: those that are in it, by name, and no other. Pages are shown, all else is saved.
    func file(_ wanted: String, in folder: FilePath) throws(StoreError) -> Answer {
        guard Shelf.files(in: folder).contains(wanted),
            let bytes = try? folder.appending(FilePath(wanted)).read(atMost: InputFile.tableLimit)
        else { throw .missing("There is no file of that name.") }
        let name = wanted.split(separator: "/").last.map { String($0) }
        return switch wanted.split(separator: ".").last {
        case "html": .written(bytes)
        case "csv": .file(bytes, type: "text/csv; charset=utf-8", name: name)
        case "json": .file(bytes, type: "application/json", name: name)
        case "ics": .file(bytes, type: "text/calendar; charset=utf-8", name: name)
        default: .file(bytes, type: "application/octet-stream", name: name)  // foreign
        }
    }

    /// Whether a file of a plan is shown to a role. The week of a re-plan says why people are away, and its changes what
    /// they said when they were rung.
    static func maySee(file: String, as role: AccountRole) -> Bool {
        switch role {
        case .planner, .lead: true
        case .finance: !file.hasPrefix("week/changes/")
        case .viewer, .administrator: !file.hasPrefix("week/")
        // Nobody of them comes to a plan's files.
        case .staff: false
        }
    }

    /// Publishes a plan, freezes it or takes it back.
    func planState(_ asked: Asked) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        guard let state = PlanState(rawValue: asked.form["state"]) else {
            throw .refused("Say whether the plan is to be published, frozen or a draft.")
        }
        let why = asked.form["why"]
        guard plan.plan == .draft || !why.allSatisfy(\.isWhitespace) else {
            return try self.plan(asked, problems: [.init("why", "Enter why: people have seen this plan")])
        }
        _ = try store.makePlan(plan.id, state, by: try asked.person(), why: why)
        await handouts.look()
        return .see("/plans/\(plan.id)")
    }
}
