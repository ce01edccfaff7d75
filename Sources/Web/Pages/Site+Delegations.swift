// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPTypes
import Markup
import Reading
import Report
import WebStore

extension Site {
    /// What a plan delegates, each with its evidence, and a decision for each.
    func delegations(
        _ asked: Asked, problems: [StoreError.FieldProblem] = [], status: HTTPResponse.Status = .badRequest
    ) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let list = try review(plan).toDecide
        let week = try store.week(plan.wanted.week)
        let kept = try grid(TableSchema.decisions, of: week)
        let mayDecide = try asked.person().role == .lead
        let typed = asked.isReading ? nil : Self.subject(of: asked)
        return .page(
            SitePage("Delegations of plan \(plan.id) of \(week.name)", asked.visit, problems: problems) {
                Tag.p(.class("note")) {
                    "A decision goes into decisions.csv of the week and holds from its first day on; the next plan keeps to it."
                }
                if list.isEmpty { Tag.p { "Nothing is delegated, and nothing waits for a decision." } }
                for (index, one) in list.enumerated() {
                    Tag.section(.id("delegation-\(index)"), .labelledBy("delegation-\(index)-title")) {
                        Tag.h2(.id("delegation-\(index)-title")) {
                            [one.staff, one.activity, one.team].compactMap(\.self).joined(separator: ", ")
                        }
                        Tag.p { one.sentence }
                        if let decided = one.decided(in: kept) { Tag.p(.class("told")) { decided } }
                        if mayDecide {
                            Tag.form(.action("/plans/\(plan.id)/delegations"), .post) {
                                SitePage.token(asked.visit)
                                for name in Self.subjectColumns {
                                    Tag.input(
                                        .type("hidden"), .name(name), .filled(one.subject[name] ?? ""))
                                }
                                Tag.input(
                                    .type("hidden"), .name("seen"), .filled(one.decided(in: kept) ?? ""))
                                Tag.div(.class("field")) {
                                    Tag.label(.of("reason-\(index)")) { "Reason" }
                                    Tag.input(
                                        .id("reason-\(index)"), .name("reason"), .type("text"),
                                        .filled(typed == one.subject ? asked.form["reason"] : ""))
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
            }, status: problems.isEmpty ? .ok : status)
    }

    /// Keeps what an AHP lead decided.
    func delegationSent(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let person = try asked.person()
        let wanted = Self.subject(of: asked)
        let list = try review(plan).toDecide
        guard let index = list.firstIndex(where: { $0.subject == wanted }) else {
            throw .missing("The plan has no such delegation.")
        }
        guard ["allow", "refuse"].contains(asked.form["decision"]) else {
            throw .refused("Say whether it is allowed or refused.")
        }
        let reason = asked.form["reason"]
        guard !reason.allSatisfy(\.isWhitespace) else {
            return try delegations(
                asked,
                problems: [.init("reason-\(index)", "Enter the reason: it stands with the decision")])
        }
        let week = try store.week(plan.wanted.week)
        let name = TableSchema.decisions.path
        let before = Shelf.text(shelf.week(week.id).appending(FilePath(name)))
        let cells = list[index].subject.merging([
            "decision": asked.form["decision"], "reason": reason, "by": person.name,
        ]) { subject, _ in subject }
        let kept = try grid(TableSchema.decisions, of: week)
        // A form of before says nothing of what its page showed.
        if asked.form.has("seen"), (list[index].decided(in: kept) ?? "") != asked.form["seen"] {
            return try conflict(
                ofDelegation: asked, index, "Somebody decided about this after you opened the page")
        }
        let grid = kept.putting(cells, key: Self.subjectColumns)
        do throws(StoreError) {
            try keep(
                TableGrid.remarks(of: before) + grid.csv, as: name, in: week, from: week.version,
                before: before, by: person)
        } catch {
            guard case .conflict = error else { throw error }
            return try conflict(ofDelegation: asked, index, "Somebody changed the week while you decided")
        }
        return .see("/plans/\(plan.id)/delegations")
    }

    /// What was typed of a decision, beside what was decided.
    private func conflict(
        ofDelegation asked: Asked, _ index: Int, _ what: String
    ) throws(StoreError) -> Answer {
        let word = asked.form["decision"]
        return try delegations(
            asked,
            problems: [
                .init(
                    "reason-\(index)",
                    "\(what). Your decision, to \(word) it, is not kept: read what stands here now, and decide again if it "
                        + "is still right")
            ], status: .conflict)
    }

    /// What a form is about.
    private static func subject(of asked: Asked) -> [String: String] {
        Dictionary(uniqueKeysWithValues: subjectColumns.map { ($0, asked.form[$0]) })
    }

    /// The columns of `decisions.csv` that say what a decision is about.
    static let subjectColumns = ["activity", "staff", "team", "on"]
}

extension DelegationToDecide {
    /// What it is about, as the columns of a decision say it.
    var subject: [String: String] {
        ["activity": activity, "staff": staff ?? "", "team": team, "on": on.iso]
    }

    /// What was decided about it, as the week has it now.
    func decided(in kept: TableGrid) -> String? {
        guard let decision = kept.cell("decision", where: subject), !decision.isEmpty else { return nil }
        let (by, reason) = (kept.cell("by", where: subject), kept.cell("reason", where: subject))
        return "Decided: \(decision), by \(by ?? ""): \(reason ?? ""). The next plan of the week keeps to it."
    }
}
