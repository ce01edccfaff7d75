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
    let diagnostics: Diagnostics

    private static let form =
        "R, A, C, L, S, T or a blank; R@team or R@team;team for those teams only; R/120 for 120 paid minutes only"

    /// The mark of a cell; nil, with an error reported, where it is none.
    ///
    /// - Parameter session: The session of its column; nil where the horizon is not known.
    func mark(_ field: Field, in session: Session?) -> RotaMark? {
        let parts = field.text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let letter = head.first.map { $0.trimmedEnd } ?? ""
        guard let duty = RotaMark.Duty(rawValue: letter.uppercased()) else {
            field.error("\(field.shown) is no mark of a rota", expected: Self.form, diagnostics)
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
        let pin = Field(String(text.drop { $0 == " " }), name: field.name, place: field.place)
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
        let known = named.compactMap { team(Field($0, name: field.name, place: field.place)) }
        return known.count == named.count ? known : nil
    }
}
