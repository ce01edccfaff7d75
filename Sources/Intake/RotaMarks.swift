// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What the marks of people's own rota mean: `marks` of week.yaml.
///
///     marks: {AL: L, SL: S, D: R, E: R, X: off}
public struct RotaMarks: Sendable {
    /// The duty of each mark, which is kept in capitals.
    private(set) var duties: [String: RotaMark.Duty] = [:]

    /// No marks but those of the contract.
    public init() {}

    /// The marks of week.yaml, as far as they can be read: whoever reads the week tells of what cannot.
    public init(ofSettings root: YAMLNode) {
        let untold = Diagnostics()
        let marks = root.pairs("", untold)?.first { $0.key.text == "marks" }?.value
        self = marks.map { RotaMarks($0, untold) } ?? RotaMarks()
    }

    /// Reads the mapping. Capitals make no difference, and a mark of the contract keeps its meaning.
    init(_ node: YAMLNode, _ diagnostics: Diagnostics) {
        for (key, value) in node.pairs("marks", diagnostics) ?? [] {
            let expected = "R, A, C, L, S or T, or off for not there"
            guard let field = value.scalar(key.text, diagnostics) else { continue }
            let word = field.text.uppercased()
            let duty = word == "OFF" ? .off : RotaMark.Duty(rawValue: word)
            guard let duty else {
                field.error(
                    "mark \(key.shown) means \(field.shown), which is none", expected: expected, diagnostics)
                continue
            }
            let mark = key.text.uppercased()
            guard RotaMark.Duty(rawValue: mark) == nil, !mark.isEmpty else {
                key.error(
                    "mark \(key.shown) has a meaning already",
                    expected:
                        "a mark other than R, A, C, L, S and T: write another one for it in the rota, such as \(mark)X, and explain that",
                    diagnostics)
                continue
            }
            guard duties[mark] == nil else {
                key.error("mark \(key.shown) is there twice", expected: "each mark once", diagnostics)
                continue
            }
            duties[mark] = duty
        }
    }

    /// Whether there are marks for leave or for shifts, beside which an `L` is often a late.
    var haveShifts: Bool {
        duties.contains { $0.value == .leave || ["E", "LD", "N", "D"].contains($0.key) }
    }

    /// What a mark means; nil: it is none.
    public func duty(_ mark: some StringProtocol) -> RotaMark.Duty? {
        RotaMark.Duty(rawValue: mark.uppercased()) ?? duties[mark.uppercased()]
    }
}
