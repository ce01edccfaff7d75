// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Reading
import WebStore

extension Site {
    /// Ways to ask why.
    func questions(_ plan: KeptRun) -> [Markup] {
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
        return try await explained(
            asked, plan, line.isEmpty ? ["--staff", staff] : ["--line", line])
    }

    /// The answer to a question about a plan, found by a process of its own.
    func explained(
        _ asked: Asked, _ plan: KeptRun, _ question: [String]
    ) async throws(StoreError) -> String {
        // A value that begins with a hyphen is a value still.
        let joined = stride(from: 0, to: question.count, by: 2).map { "\(question[$0])=\(question[$0 + 1])" }
        return try await said(
            asked,
            ["explain", shelf.week(ofPlan: plan).description, shelf.plan(of: plan).description] + joined)
    }

    /// What a command says, in a process of its own; one at a time for whoever asks.
    func said(_ asked: Asked, _ command: [String]) async throws(StoreError) -> String {
        let person = try asked.person().id
        let scratch = shelf.arrivals.appending(Token().text + ".txt")
        let found: (end: EngineEnd, text: String)
        do {
            try Shelf.write("", to: scratch)
            let engine = engine
            found = try await gate.pass(for: person) {
                try await engine.answer(command, scratch: scratch, within: Self.secondsToAnswer)
            }
        } catch let refusal as Gate.Refusal {
            Shelf.remove(scratch)
            throw .refused(refusal.description)
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
}
