// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import WebStore
import Workforce

extension Site {
    /// Ways to try a lever.
    private static let ways = [
        ("", "Alone, and together with the others"), ("alone", "Alone"),
        ("together", "Together with the others"),
    ]

    /// What finance fills in to have scenarios tried on a week.
    func scenarioForm(
        _ asked: Asked, problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let kept = try store.week(try asked.number("week"))
        guard let week = check(kept).week else {
            throw .refused("The week has errors; they are mended before anything is tried on it.")
        }
        let role = try asked.person().role
        let mayAsk = role == .finance || role == .planner
        let runs = try store.runs(ofWeek: kept.id).filter { $0.wanted.kind == .scenarios }
        return .page(
            SitePage("Scenarios of \(kept.name)", asked.visit, problems: problems) {
                Tag.p {
                    "What a change does to care and to pounds: each is planned as long as the week as it is, and what may be luck is "
                        + "not told apart."
                }
                if !runs.isEmpty {
                    Tag.h2 { "Tried so far" }
                    Tag.ul {
                        for run in runs.prefix(20) {
                            Tag.li {
                                Tag.a(.href("/runs/\(run.id)")) { title(of: run) }
                                ": \(Self.words(run.state)), by \(run.by), \(Moment.words(run.askedAt))"
                                    + (kept.version > run.weekVersion && run.startedAt != nil
                                        ? "; the week was changed since" : "")
                            }
                        }
                    }
                }
                if mayAsk {
                    Tag.h2 { "Try something" }
                    Tag.form(.action("/weeks/\(kept.id)/scenarios"), .post, .class("levers")) {
                        SitePage.token(asked.visit)
                        levers(asked.form, week, problems)
                        Tag.button(.name("do"), .filled("form")) { "Try these" }
                    }
                    file(asked, kept, problems)
                }
                Tag.p { Tag.a(.href("/weeks/\(kept.id)")) { "Back to the week" } }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    private func field(
        _ form: Form, _ name: String, _ label: String, _ hint: String? = nil, usual: String = "",
        _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        FormField(
            name: name, label: label, hint: hint, value: form.has(name) ? form[name] : usual,
            problems: problems
        ).markup
    }

    private func choice(
        _ form: Form, _ name: String, _ label: String, _ options: [(value: String, words: String)],
        _ problems: [StoreError.FieldProblem] = []
    ) -> Markup {
        select(name, label, problems) {
            for (value, words) in options { Self.option(value, words, isChosen: form[name] == value) }
        }
    }

    private func how(_ form: Form, _ name: String, _ what: String = "it") -> Markup {
        choice(form, name + "-how", "Try \(what)", Self.ways.map { (value: $0.0, words: $0.1) })
    }

    @MarkupBuilder private func levers(
        _ form: Form, _ week: Week, _ problems: [StoreError.FieldProblem]
    ) -> [Markup] {
        field(form, "title", "Name", "Such as Winter agency spend", problems)
        field(
            form, "why", "Why it is asked", "It stands in the register of assumptions, with your name",
            problems)
        Tag.fieldset {
            Tag.legend { "Agency" }
            choice(
                form, "agency", "What is paid for agency",
                [
                    ("", "As it is"), ("cap", "At most so many pounds a week for bookings"),
                    ("share", "At most so many per cent of what is paid now, rostered and booked"),
                    ("none", "Without a cap"),
                ], problems)
            field(form, "agency-value", "Pounds, or per cent", "Such as 4000, or 70", problems)
            how(form, "agency")
        }
        Tag.fieldset {
            Tag.legend { "Rates" }
            field(
                form, "bank", "Bank rates, by how many per cent", "5 for 5 per cent more, -5 for less",
                problems)
            how(form, "bank", "bank rates")
            field(form, "agency-rate", "Agency rates, by how many per cent", nil, problems)
            how(form, "agency-rate", "agency rates")
        }
        Tag.fieldset {
            Tag.legend { "Absence" }
            field(
                form, "absence", "Rostered sessions that people are away, in per cent",
                "Besides what the rota says; who is away is drawn anew each time", problems)
            how(form, "absence")
        }
        for (index, pathway) in Self.pathways(of: week).enumerated() {
            Tag.fieldset {
                Tag.legend { "Contacts wanted in \(pathway)" }
                field(
                    form, "demand-\(index)", "By how many per cent", "10 for 10 per cent more, -10 for less",
                    problems)
                field(
                    form, "demand-\(index)-high", "Up to how many per cent, where it is not certain",
                    "80 per cent of cases lie between the two; blank: it is certain", problems)
                how(form, "demand-\(index)")
            }
        }
        Tag.fieldset {
            Tag.legend { "Care by one in place of two" }
            field(
                form, "single", "Contacts for two that one may give, in per cent",
                "Of those whose activity one may give after a review, at least as many as are found already",
                problems)
            how(form, "single")
        }
        Tag.fieldset {
            Tag.legend { "Training" }
            field(
                form, "training", "How many people are signed off", "Those with the most hours on duty",
                problems)
            choice(form, "training-role", "Of which role", week.framework.roles.map { ($0.id, $0.name) })
            choice(
                form, "training-competency", "In what", week.framework.competencies.map { ($0.id, $0.name) })
            field(form, "training-level", "At which level", usual: "2", problems)
            how(form, "training")
        }
        Tag.fieldset {
            Tag.legend { "How thoroughly" }
            field(
                form, "replicates", "How often each is tried", "5 or more, so that luck can be told apart",
                usual: "5",
                problems)
            field(
                form, "seconds", "Seconds of each search", "20 for a week of a place; 2 for a small one",
                usual: "20", problems)
            field(
                form, "weeks", "Weeks of a year that are like this one", "Blank: no figures of a year",
                problems)
        }
    }

    /// The whole file, for whoever knows how it is written.
    private func file(
        _ asked: Asked, _ week: KeptWeek, _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        let mine = problems.filter { $0.field == "file" }
        return Tag.details(mine.isEmpty ? [] : [.flag("open")]) {
            Tag.summary { "Write the scenario file yourself" }
            Tag.form(.action("/weeks/\(week.id)/scenarios"), .post) {
                SitePage.token(asked.visit)
                Tag.div(.class(mine.isEmpty ? "field" : "field wrong")) {
                    Tag.label(.of("file")) { "The file" }
                    Tag.p(.class("note"), .id("file-hint")) {
                        "Overlays, sweeps, a frontier and tests, as docs/finance.md has them. The only base is this week, called week."
                    }
                    if !mine.isEmpty {
                        Tag.ul(.class("error"), .id("file-error")) {
                            for one in mine { Tag.li { one.message } }
                        }
                    }
                    Tag.textarea(
                        .id("file"), .name("file"), .lines(16),
                        .describedBy(mine.isEmpty ? "file-hint" : "file-hint file-error")
                    ) {
                        "\n" + (asked.form["file"].isEmpty ? Self.example : asked.form["file"])
                    }
                }
                Tag.button(.name("do"), .filled("file")) { "Try what the file says" }
            }
        }
    }

    /// A file to begin with.
    private static let example = """
        scenarios: What agency does in this week
        bases: [{week: week}]
        overlays:
          no-agency: {policy: {agency_cap: 0}, why: Board paper}
        run: [no-agency]
        replicates: 5
        seconds: 20

        """
}
