// SPDX-License-Identifier: GPL-3.0-or-later

/// Identifiers of a place: its localities, organisations and people. All names are invented.
struct PlaceNames {
    /// Places in an integrated care system (D: 8–10).
    static let placesInSystem = 9
    /// Places that one trust serves (A).
    static let placesInTrust = 3

    private static let stems = [
        "alder", "birch", "cedar", "dogwood", "elm", "fern", "gorse", "hazel", "ivy", "juniper", "kelp",
        "larch",
        "maple", "nettle", "oak", "poplar", "quince", "rowan", "sorrel", "thorn", "umber", "vetch", "willow",
        "yew",
    ]
    private static let directions = ["centre", "north", "south"]

    let index: Int

    /// The place itself.
    var place: String { Self.name(index) }
    /// The beginning of the identifiers of its people.
    var staffPrefix: String { place.uppercased() }
    var trust: String { "\(Self.name(index - index % Self.placesInTrust))-trust" }
    var council: String { "\(place)-council" }
    /// An independent provider of care and beds.
    var provider: String { "\(place)-care" }
    var voluntarySector: String { "\(system)-volunteers" }
    var agency: String { "\(system)-agency" }
    var university: String { "\(system)-university" }

    func locality(_ number: Int) -> String { "\(place)-\(Self.directions[number % Self.directions.count])" }

    private var system: String { Self.name(index - index % Self.placesInSystem) }

    private static func name(_ index: Int) -> String {
        let (round, stem) = index.quotientAndRemainder(dividingBy: stems.count)
        return round == 0 ? stems[stem] : "\(stems[stem])\(round + 1)"
    }
}
