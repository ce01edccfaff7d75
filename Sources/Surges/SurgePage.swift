// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Markup
import Tables
import Wording
import Workforce

/// The page that a shift leader rings from: whom to call, in which order and for what, and what stays unmet even if
/// all of them say yes.
public struct SurgePage {
    private let surge: Surge
    private let list: CallList
    private let standby: (needs: [Standby], risk: Double)?
    private let outlook: Outlook?
    private let title: String
    private let breakGlass: String?
    private let names: Naming

    /// A page.
    ///
    /// - Parameters:
    ///   - titles: What the change files say that they are.
    ///   - breakGlass: Why agency may be called beyond the cap.
    ///   - outlook: How the week may turn out; nil: nothing was drawn.
    ///   - standby: Who is to stand by, and with which risk; nil: that was not asked.
    public init(
        _ surge: Surge, _ list: CallList, titles: [String], breakGlass: String?, outlook: Outlook? = nil,
        standby: (needs: [Standby], risk: Double)? = nil
    ) {
        (self.surge, self.list, self.breakGlass) = (surge, list, breakGlass)
        (self.outlook, self.standby) = (outlook, standby)
        title =
            titles.isEmpty
            ? "Calls for the week from \(Show.day(surge.week.start))" : titles.joined(separator: "; ")
        names = Naming(week: surge.week)
    }

    /// That agency may be called beyond the cap, and why.
    public static func beyondCap(_ reason: String) -> String {
        "Agency beyond the cap may be called. The reason given: \(reason)"
    }

    /// The page, one file that needs nothing else and prints.
    public var html: String {
        PageShell(title: title, opening: opening, sections: sections, namesFiles: false).html
    }

    @MarkupBuilder private var opening: [Markup] {
        for line in surge.summary { Tag.p(.class("lead")) { line } }
        if let breakGlass {
            Tag.p(.class("banner")) { Self.beyondCap(breakGlass) }
        }
        for remark in surge.remarks { Tag.p(.class("banner")) { remark } }
    }

    private var sections: [PageSection] {
        [
            PageSection(
                id: "calls", title: "Whom to ring",
                blocks: [
                    .note(
                        "In this order: first those on whom most critical care hangs, then urgent, then routine. Type the "
                            + "answers into calls.csv (yes or no) and run surge again: the list is ranked anew."
                    ),
                    .table(callTable(surge.proposals.filter { $0.opensOn == nil }, "calls", "To ring now")),
                ] + later + displacing),
            PageSection(id: "answered", title: "Answered", blocks: [.table(answeredTable)]),
            PageSection(
                id: "unmet", title: "What stays unmet",
                blocks: [
                    .note("As things stand, with those who said yes; and if everybody on the list comes."),
                    .table(UnmetTable(surge).table),
                ]),
            PageSection(id: "moves", title: "Own people who work elsewhere", blocks: [.table(movesTable)]),
        ] + (outlook.map { [$0.section(of: surge.week)] } ?? [])
            + (standby.map { [StandbyTable($0.needs, week: surge.week).section(risk: $0.risk)] } ?? [])
    }

    private var later: [Block] {
        let waiting = surge.proposals.filter { $0.opensOn != nil }
        return waiting.isEmpty ? [] : [.table(callTable(waiting, "later", "Not open yet"))]
    }

    private var displacing: [Block] {
        surge.displacing.isEmpty
            ? []
            : [.table(callTable(surge.displacing, "displacing", "Bank instead of agency that is booked"))]
    }

    private func callTable(_ calls: [Proposal], _ name: String, _ caption: String) -> Table {
        let rank = Dictionary(
            (surge.proposals + surge.displacing).enumerated().map { ($1.shifts, $0 + 1) },
            uniquingKeysWith: { first, _ in first })
        let isLater = calls.contains { $0.opensOn != nil }
        let isInstead = calls.contains { $0.ringBefore != nil }
        return Table(
            name: name, caption: caption,
            columns: [
                .number("No.", "rank"), .text("Who", "staff"), .text("When", "sessions"),
                .text("Where", "team"),
                .text("Rung", "rung"), .prose("For", "covers"), .text("Without them", "reason"),
                .number("Cost", "cost"),
            ] + (isLater ? [.text("Opens", "opens_on")] : [])
                + (isInstead ? [.text("Ring before", "ring_before")] : []) + [.text("Answer", "answer")],
            rows: calls.map { call in
                [
                    .count(rank[call.shifts] ?? 0), .text(who(call)), .text(when(call)), .text(place(call)),
                    .text(call.rung.rawValue + (call.mark == .callable ? ", has offered nothing" : "")),
                    .text(work(call)), .text(lost(call)), .pounds(call.cost),
                ] + (isLater ? [.text(call.opensOn.map(Show.shortDay) ?? "")] : [])
                    + (isInstead ? [.text(call.ringBefore.map { unbroken(names.session($0)) } ?? "")] : [])
                    + [.text("")]
            }, whenEmpty: "Nobody: no call would better the plan.")
    }

    private func who(_ call: Proposal) -> String { names.person(call.person) }

    /// The day, on one line in a narrow column, and its sessions: a call is of one day.
    private func when(_ call: Proposal) -> String {
        let sessions = call.sessions.map { surge.week.sessions[$0] }
        guard let first = sessions.first else { return "" }
        return unbroken(Show.shortDay(first.day)) + " " + Naming.list(sessions.map(\.part.id))
    }

    private func unbroken(_ text: String) -> String { text.replacing(" ", with: "\u{A0}") }

    /// What they do there, and under whom.
    private func work(_ call: Proposal) -> String {
        let supervisors = call.supervisors.map { names.name(ofPerson: $0) }
        // A number stays on the line of what it counts.
        return call.covers.replacing(" × ", with: "\u{A0}×\u{A0}")
            + (supervisors.isEmpty ? "" : "; supervised by \(Naming.list(supervisors))")
    }

    private func place(_ call: Proposal) -> String { Naming.list(call.places.map { names.team($0) }) }

    private func lost(_ call: Proposal) -> String {
        let kinds = call.hangs.words
        var words = kinds.isEmpty ? [] : [Naming.list(kinds) + " unmet"]
        if call.heads > 0 { words.append(Show.counted(call.heads, "head") + " missing") }
        let what = words.isEmpty ? "dearer" : words.joined(separator: ", ")
        let pounds = "\(call.isExact ? "" : "about ")\(Show.pounds(call.loss))"
        guard call.displaces.isEmpty else {
            return "instead of \(Naming.list(call.displaces)): \(pounds) saved"
        }
        return "\(what): \(pounds)"
    }

    private var answeredTable: Table {
        let answered = list.rows.filter { $0.rank == nil && $0.typed?.answer != nil }
        return Table(
            name: "answered", caption: "Answers so far",
            columns: [
                .text("Who", "staff"), .text("When", "sessions"), .text("Answer", "answer"),
                .text("When asked", "answered_at"), .prose("Note", "note"),
            ],
            rows: answered.map { row in
                let shifts = row.typed?.shifts ?? []
                return [
                    .text(shifts.first.map { names.person($0.person) } ?? ""),
                    .text(names.sessions(shifts.map(\.session))), .text(row.typed?.answer?.rawValue ?? ""),
                    .text(row.typed?.answeredAt ?? ""), .text(row.typed?.note ?? ""),
                ]
            }, whenEmpty: "None yet.")
    }

    private var movesTable: Table {
        let week = surge.week
        let rows = week.staff.indices.flatMap { person in
            week.openSessions.compactMap { session -> [Table.Cell]? in
                guard week.rota[person][session].duty == .rostered,
                    let team = surge.ifAllCome.team(ofPerson: person, session: session),
                    let before = surge.planned[Shift(person: person, session: session)], before != team
                else { return nil }
                return [
                    .text(names.person(person)), .text(names.session(session)), .text(names.team(before)),
                    .text(names.team(team)),
                ]
            }
        }
        return Table(
            name: "moves", caption: "If all say yes",
            columns: [
                .text("Who", "staff"), .text("When", "session"), .text("In the plan", "from_team"),
                .text("Now", "to_team"),
            ], rows: rows, whenEmpty: "Nobody on duty changes teams.")
    }
}

extension Surge {
    /// What it comes to, in a few sentences.
    public var summary: [String] {
        let about = isExact ? "" : "about "
        let (before, after) = (unmetCare(now), unmetCare(ifAllCome))
        func care(_ unmet: CareByPriority) -> String {
            unmet.contacts == 0
                ? "all care is met"
                : "\(Show.counted(unmet.contacts, "contact")) of care unmet, \(Show.count(unmet.critical)) critical"
        }
        let first =
            proposals.isEmpty
            ? "Nobody else need be called: as things stand \(care(before))."
            : "\(Show.counted(proposals.count, "call")) to make, at \(Show.pounds(proposals.reduce(0) { $0 + $1.cost })). "
                + "As things stand \(care(before)); if all say yes, \(care(after)), and the plan is \(about)"
                + "\(Show.pounds(saving)) cheaper."
        let choice =
            isChoiceProved
            ? []
            : [
                "Whether other calls, as many, would be better together is not proved: these are the best found."
            ]
        guard !displacing.isEmpty else { return [first] + choice }
        let saved = displacing.reduce(0) { $0 + $1.loss }
        return [
            first
        ] + choice + [
            "\(Show.counted(displacing.count, "booking")) of agency could be taken over by bank, which would save about "
                + "\(Show.pounds(saved))."
        ]
    }

    private func unmetCare(_ plan: NearbyPlan) -> CareByPriority {
        var care = CareByPriority()
        for (line, demand) in week.demand.enumerated() {
            care.add(
                plan.unmet(ofLine: line), demand.priority,
                minutes: plan.instance.activities[plan.instance.lines[line].activity].minutes)
        }
        return care
    }
}
