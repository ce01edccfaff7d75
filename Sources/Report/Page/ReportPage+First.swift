// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Wording
import Workforce

extension ReportPage {
    /// What whoever opens the page wants to know first, a line each, with the way to its place: care that is not met,
    /// who is missing, what nobody sees to yet, what is booked and whom to ask first, what hangs on one person, and what is
    /// proved.
    var firstThings: [Block] {
        let lines = [
            criticalNotMet, otherCareNotMet, headsMissing, notWaiting, booked, away, withoutSlack, proved,
            made,
        ]
        return [.markup(Tag.ul(.class("first")) { for line in lines.compactMap(\.self) { Tag.li { line } } })]
    }

    /// A line: the fact in bold, what more there is to say, and where it stands.
    private func line(_ fact: String, _ more: String = "", in part: ReportPart) -> [Markup] {
        [Tag.strong { fact }, .text(more.isEmpty ? " " : " \(more) ")]
            + [way(to: part.rawValue, part.title)]
    }

    private var criticalNotMet: [Markup]? {
        let rows = plan.unmet.filter { $0.priority == .critical }
        guard !rows.isEmpty else { return line("All critical care is met.", in: .care) }
        let count = rows.reduce(0) { $0 + $1.contacts }
        let verb = count == 1 ? "is" : "are"
        return line(
            "\(Show.counted(count, "critical contact")) \(verb) not met:", Self.some(rows.map(named)) + ".",
            in: .care)
    }

    /// `1 × Personal care at North team (N03)`.
    private func named(_ row: UnmetRow) -> String {
        "\(Show.count(row.contacts)) × \(index.activityName(row.activity)) at \(index.teamName(row.team)) (\(row.line))"
    }

    private var otherCareNotMet: [Markup]? {
        let figures = figures.demand.byPriority.filter {
            $0.group != Priority.critical.rawValue && $0.unmet.contacts > 0
        }
        guard !figures.isEmpty else { return nil }
        let words = figures.map {
            "\(Show.count($0.unmet.contacts)) of \(Show.counted($0.wanted.contacts, "\($0.name.lowercased()) contact"))"
        }
        let urgent = plan.unmet.filter { $0.priority == .urgent }.map(named)
        let more = urgent.isEmpty ? "" : "Urgent: " + Self.some(urgent, most: 4) + "."
        let isOne = figures.count == 1 && figures[0].unmet.contacts == 1
        return line("\(Naming.list(words)) \(isOne ? "is" : "are") not met.", more, in: .care)
    }

    /// By team, when heads are missing.
    private var headsMissing: [Markup]? {
        let short = figures.heads.items.filter(\.isShort)
        guard !short.isEmpty else { return nil }
        let teams = week.teams.compactMap { team -> String? in
            let sessions = short.filter { $0.team == team.id }.map {
                "\(inWords(session: $0.session)) (\(Naming.list($0.shortInWords)))"
            }
            return sessions.isEmpty ? nil : "\(team.name) on \(Self.some(sessions, most: 4))"
        }
        return line("Fewer people than the minimum:", Self.some(teams, most: 6) + ".", in: .staffing)
    }

    /// What must not wait, and how much of it nobody sees to.
    private var notWaiting: [Markup]? {
        let open = figures.flags.open
        guard !open.isEmpty else { return nil }
        let without = open.count { $0.owner.isEmpty }
        let who =
            without == 0
            ? "each has somebody who sees to it."
            : without == open.count
                ? "nobody is named yet who sees to \(without == 1 ? "it" : "them")."
                : "nobody is named yet who sees to \(Show.count(without)) of them."
        return line(
            open.count == 1 ? "1 thing must not wait:" : "\(Show.count(open.count)) things must not wait:",
            who,
            in: .flags)
    }

    /// Who is away of those who would have been on duty, by person.
    private var away: [Markup]? {
        let people = week.staff.indices.compactMap { person -> String? in
            let marks = week.rota[person].map(\.duty)
            let words = [(RotaMark.Duty.sick, "sick"), (.leave, "on leave"), (.training, "in training")]
                .compactMap {
                    duty, words in
                    marks.contains(duty)
                        ? "\(words) in \(Show.counted(marks.count { $0 == duty }, "session"))" : nil
                }
            return words.isEmpty ? nil : "\(week.staff[person].name) (\(words.joined(separator: ", ")))"
        }
        guard !people.isEmpty else { return nil }
        let count = people.count == 1 ? "1 person is" : "\(Show.count(people.count)) people are"
        return line("\(count) away:", Self.some(people) + ".", in: .rota)
    }

    private var withoutSlack: [Markup]? {
        let tight = figures.delegation.oversight.tight
        guard !tight.isEmpty else { return nil }
        let contacts = tight.reduce(0) { $0 + $1.contacts }
        let alone = tight.filter { $0.supervisors <= 1 }.reduce(0) { $0 + $1.contacts }
        return line(
            "\(Show.counted(contacts, "delegated contact")) \(contacts == 1 ? "has" : "have") no slack in supervision,",
            "\(Show.count(alone)) of them with one supervisor alone.", in: .delegation)
    }

    private var booked: [Markup]? {
        let bookings = figures.bookings
        guard !plan.bookings.isEmpty else { return line("Nothing is booked.", in: .bookings) }
        let tiers = bookings.tiers.filter { $0.tier != .rostered && $0.pounds > 0 }.map {
            "\(Words.tier($0.tier).lowercasedFirst) \(Show.pounds($0.pounds))"
        }
        let verb = plan.bookings.count == 1 ? "is" : "are"
        return line(
            "\(Show.counted(plan.bookings.count, "session")) \(verb) booked for \(Show.pounds(bookings.bookedPounds)):",
            Naming.list(tiers) + "." + firstToAsk, in: .bookings)
    }

    /// Who is booked for the first session that is not over, but for those who were there already in the plan in force.
    private var firstToAsk: String {
        let agreed = Set((week.current ?? []).map { [$0.staff, index.sessionName($0.session)] })
        let rows = plan.bookings.filter {
            week.openSessions.contains($0.session)
                && !agreed.contains([$0.staff, index.sessionName($0.session)])
        }
        guard let first = rows.map(\.session).min() else { return "" }
        let people = rows.filter { $0.session == first }.map { row in
            index.person(row.staff).map { week.staff[$0].name } ?? row.staff
        }
        return " Whom to ask first, for \(sessionInWords(first)): \(Self.some(people))."
    }

    private var proved: [Markup]? {
        line("How good the plan is:", figures.price.statusInWords + ".", in: .price)
    }

    private var made: [Markup]? {
        let summary = plan.summary
        let files = summary.inputs.count
        return line(
            "Made by skillmix \(summary.version)",
            "of \(files == 1 ? "1 file" : "\(Show.count(files)) files").",
            in: .made)
    }

    /// Things by name, and how many more there are.
    private static func some(_ names: [String], most: Int = 8) -> String {
        guard names.count > most else { return names.joined(separator: "; ") }
        return names.prefix(most).joined(separator: "; ") + "; and \(Show.count(names.count - most)) more"
    }
}
