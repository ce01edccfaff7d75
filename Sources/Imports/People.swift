// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// The people of a week as an import finds them: by number, never by name. Whom the week does not have is remembered, each
/// once, to be told at the end.
struct People {
    private let map: ImportMap
    private let diagnostics: Diagnostics
    private var positions: [String: Int]
    /// Numbers as a spreadsheet may have shortened them.
    private let shortened: [String: String]
    /// The identifiers of people whom the week does not have, in order.
    private(set) var unknown: [String] = []
    private var remembered: Set<String> = []

    init(_ week: Week, _ map: ImportMap, _ diagnostics: Diagnostics) {
        (self.map, self.diagnostics) = (map, diagnostics)
        positions = week.staff.map(\.id).positions
        var shortened: [String: String] = [:]
        for person in week.staff {
            for form in SpreadsheetHabits.rewriting(of: person.id)?.forms ?? [] where shortened[form] == nil {
                shortened[form] = person.id
            }
        }
        self.shortened = shortened
    }

    /// The identifier in the week of somebody's number, whether the week has them or not; nil, with an error, where the
    /// number has lost its leading zeros on the way.
    func id(_ number: Field) -> String? {
        let id = map.staff(number.text)
        guard positions[id] == nil, let meant = shortened[id] else { return id }
        diagnostics.add(
            .error, once: "import shortened\n" + number.place.file, at: number, expected: meant,
            message: { met in
                "there is nobody with the number '\(Diagnostic.shortened(id))'; did you mean '\(meant)'? Perhaps a "
                    + "spreadsheet took leading zeros away" + met.others("row")
            })
        return nil
    }

    /// The position of an identifier of the week.
    func place(of id: String) -> Int? { positions[id] }

    /// The position in the week of somebody's number, without a word where there is none.
    func known(_ number: String) -> Int? { positions[map.staff(number)] }

    /// The position in the week of somebody's number; nil, with an error or remembered, where there is none.
    mutating func position(_ number: Field) -> Int? {
        guard let id = id(number) else { return nil }
        if let position = positions[id] { return position }
        if remembered.insert(id).inserted { unknown.append(id) }
        return nil
    }

    /// Takes somebody who is new to the week.
    mutating func add(_ id: String, at position: Int) { positions[id] = position }

    /// Says whom the week does not have.
    ///
    /// - Parameter what: What the export has of them: ` of the rota`.
    func tellUnknown(_ what: String = "", _ proposal: inout ImportProposal) {
        guard !unknown.isEmpty else { return }
        proposal.leftOut.append(
            "\(Self.counted(unknown.count))\(what) whom the week does not have: \(Self.listed(unknown))")
    }

    /// Says how many are new, and what of them is still to be filled in.
    ///
    /// - Parameter withSignOffs: Whether the export says sign-offs of people.
    static func tellNew(_ number: Int, withSignOffs: Bool = false, _ proposal: inout ImportProposal) {
        guard number > 0 else { return }
        let lacking =
            withSignOffs
            ? "an hourly cost and the most hours a week"
            : "an hourly cost, sign-offs and the most hours a week"
        proposal.taken.append(
            "\(counted(number, "new ")), without \(lacking): the export does not say them; fill them in")
    }

    /// Names in a row, as many as fit: `1001, 1002 and 3 more`.
    static func listed(_ ids: [String]) -> String {
        let shown = ids.prefix(12).joined(separator: ", ")
        return ids.count > 12 ? shown + " and \(ids.count - 12) more" : shown
    }

    /// `1 person`, `2 people`; with a word before it, `2 new people`.
    static func counted(_ number: Int, _ word: String = "") -> String {
        "\(Show.count(number)) \(word)\(number == 1 ? "person" : "people")"
    }
}
