// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads the cells of rota.csv: `R`, `A`, `C`, `L`, `S`, `T`; with minutes, `R/120`; with teams for a pin, `A@ward;hub`,
/// `R/120@ward`.
struct RotaMarkReader {
    /// A team of teams.csv; nil, with an error reported, where there is none of that name.
    let team: (Field) -> String?
    /// Whether teams.csv has a team of that name, as far as is known.
    let isTeam: (String) -> Bool
    /// Marks of week.yaml's, besides those of the contract.
    let marks: RotaMarks
    let diagnostics: Diagnostics

    private static let form =
        "R, A, C, L, S, T or a blank; R@team or R@team;team for those teams only; R/120 for 120 paid minutes only"

    /// The mark of a cell; nil, with an error reported, where it is none.
    ///
    /// - Parameter session: The session of its column; nil where the horizon is not known.
    func mark(_ cell: Field, in session: Session?) -> RotaMark? {
        let field = cell.part(cell.plain(diagnostics))
        // `N/A` is a mark, and `R/120` a mark with minutes.
        if let duty = marks.duty(field.text) { return RotaMark(duty) }
        if UsualMarks.meaning(of: field.text) != nil {
            tellNoMark(field.text, field)
            return nil
        }
        let parts = field.text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let letter = head.first.map { $0.trimmedEnd } ?? ""
        guard let duty = marks.duty(letter) else {
            tellNoMark(String(letter), field)
            return nil
        }
        var minutes: Int?
        if head.count == 2 {
            guard let part = self.minutes(head[1], of: duty, field, session) else { return nil }
            // All of a session is no part of it.
            minutes = part == session?.minutes ? nil : part
        }
        guard parts.count == 2 else { return RotaMark(duty, minutes: minutes) }
        guard duty == .rostered || duty == .available || duty == .callable else {
            field.error(
                "\(field.shown) names a team for a session that is not worked", expected: Self.form,
                diagnostics)
            return nil
        }
        return pins(parts[1], of: String(head[0].trimmedEnd), field).map {
            RotaMark(duty, pins: $0, minutes: minutes)
        }
    }

    /// Tells of what is no mark, once for all cells that have it, with what it most likely means.
    private func tellNoMark(_ mark: String, _ field: Field) {
        let meaning = UsualMarks.meaning(of: mark)
        let likely = meaning.map { ": it most likely means \($0.words)" } ?? ""
        let quoted = mark.contains(where: { !$0.isLetter && !$0.isNumber }) || Int(mark) != nil
        let key = quoted ? "\"\(mark)\"" : mark
        let (shown, remark) = (field.shown, LookAlikes.remark(on: field.text))
        diagnostics.add(
            .error, once: "mark\n\(field.place.file)\n\(mark.uppercased())", at: field,
            expected: meaning.map {
                "\($0.mark == "off" ? "a blank" : $0.mark), or in week.yaml marks: {\(key): \($0.mark)}"
            } ?? Self.form,
            message: { met in
                "\(shown) is no mark of a rota\(likely)\(met.others("cell"))\(remark)"
            })
    }

    /// Asks about an `L` beside marks of somebody's own: in many rotas it is a late, and here it is leave.
    func tellIfLate(_ cell: Field, _ mark: RotaMark) {
        guard mark.duty == .leave, cell.text.uppercased() == "L", marks.haveShifts else { return }
        diagnostics.add(
            .warning, once: "late\n" + cell.place.file, at: cell,
            expected: "another mark for a late, such as LT, and in week.yaml marks: {LT: R}",
            message: { met in
                "'L' is read as leave, beside marks of your own: is it a late?"
                    + (met.count > 1 ? " \(met.count) cells have it" : "")
            })
    }

    private func minutes(_ text: Substring, of duty: RotaMark.Duty, _ field: Field, _ session: Session?)
        -> Int?
    {
        guard duty != .off else {
            field.error("\(field.shown) has minutes and no mark", expected: Self.form, diagnostics)
            return nil
        }
        let most = session?.minutes ?? 1440
        let expected = "\(duty.rawValue)/ and a whole number of paid minutes from 1 to \(most)"
        let written = String(text.drop { $0 == " " }.trimmedEnd)
        guard !written.isEmpty, written.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            field.error("\(field.shown) says no minutes after the stroke", expected: expected, diagnostics)
            return nil
        }
        guard let minutes = Int(written), (1...most).contains(minutes) else {
            field.error(
                "\(field.shown) is not a part of the session, which has \(most) paid minutes",
                expected: expected, diagnostics)
            return nil
        }
        return minutes
    }

    /// The teams of a pin, each once; nil where one is no team.
    private func pins(_ text: Substring, of letter: String, _ field: Field) -> [String]? {
        let pin = field.part(text)
        if let stroke = pin.text.lastIndex(of: "/"), !isTeam(pin.text) {
            let team = String(pin.text[..<stroke].trimmedEnd)
            let rest = pin.text[pin.text.index(after: stroke)...]
            if isTeam(team), !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) {
                field.error(
                    "\(field.shown) has the minutes after the team", expected: "\(letter)/\(rest)@\(team)",
                    diagnostics)
                return nil
            }
        }
        guard pin.text.contains(";") else { return team(pin).map { [$0] } }
        guard let named = pin.identifiers(diagnostics) else { return nil }
        let known = named.compactMap { team(field.part($0)) }
        return known.count == named.count ? known : nil
    }
}
