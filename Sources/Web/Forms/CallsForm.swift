// SPDX-License-Identifier: GPL-3.0-or-later

import Surges
import WebStore
import Wording

/// What is asked of a call list besides what has changed, as somebody fills it in.
struct CallsForm: Sendable, Equatable {
    /// The most calls.
    var most: String
    /// Whether agency may be called beyond the cap, and why.
    var breaksGlass: Bool
    var why: String
    /// Whether it is to say who stands by.
    var standby: Bool
    /// How often the week is drawn.
    var draws: String
    /// The chance that standby and draws take, in per cent.
    var risk: String

    /// The chance that is taken where nobody says another one, in per cent.
    static let usualRisk = "5"
    /// Letters of a reason that are kept.
    static let mostLetters = 200

    /// As it was sent; of a form that was not sent yet as it usually is.
    init(_ form: Form) {
        func plain(_ name: String) -> String { Site.plain(form[name]) }
        (most, why, draws) = (plain("most"), plain("glass-why"), plain("draws"))
        (breaksGlass, standby) = (!form["glass"].isEmpty, !form["standby"].isEmpty)
        risk = form.has("risk") ? plain("risk") : Self.usualRisk
    }

    /// Whether something is asked that most lists are made without.
    var isUnusual: Bool {
        breaksGlass || !why.isEmpty || standby || !draws.isEmpty || risk != Self.usualRisk
    }

    /// The most calls; nil: as many as are worth it.
    var mostCalls: Int? { Self.number(most) }

    /// What is asked besides whom to ring.
    var besides: CallsBesides {
        CallsBesides(
            breakGlass: breaksGlass ? why : nil, standby: standby, draws: Self.number(draws),
            risk: standby || !draws.isEmpty ? share : nil)
    }

    /// What is wrong with it.
    var problems: [StoreError.FieldProblem] {
        var problems: [StoreError.FieldProblem] = []
        if !most.isEmpty, !(1...1_000).contains(mostCalls ?? 0) {
            problems.append(
                .init("most", "Enter a whole number of calls from 1 to 1,000, or leave it blank"))
        }
        if breaksGlass, why.isEmpty {
            problems.append(.init("glass-why", "Enter why agency may be called beyond the cap"))
        }
        if !breaksGlass, !why.isEmpty {
            problems.append(
                .init("glass", "Tick that agency may be called beyond the cap, or leave out the reason"))
        }
        if why.count > Self.mostLetters {
            problems.append(.init("glass-why", "Enter why in not more than \(Self.mostLetters) letters"))
        }
        if !draws.isEmpty, !(1...DrawOptions.most).contains(Self.number(draws) ?? 0) {
            problems.append(
                .init(
                    "draws",
                    "Enter a whole number of draws from 1 to \(Show.count(DrawOptions.most)), or leave it blank"
                ))
        }
        if share == nil {
            problems.append(.init("risk", "Enter a chance in per cent, above 0 and below 100, such as 5"))
        } else if risk != Self.usualRisk, !standby, draws.isEmpty {
            problems.append(
                .init(
                    "risk",
                    "The chance is for standby and for draws: ask for one of them, or leave it at "
                        + "\(Self.usualRisk)"))
        }
        return problems
    }

    private var share: Double? {
        guard risk.wholeMatch(of: /[0-9]{1,2}(\.[0-9]{1,4})? ?%?/) != nil,
            let percent = Double(risk.prefix { $0.isNumber || $0 == "." }), percent > 0
        else { return nil }
        return percent / 100
    }

    private static func number(_ text: String) -> Int? {
        text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ",") } ? Int(text.filter { $0 != "," }) : nil
    }
}
