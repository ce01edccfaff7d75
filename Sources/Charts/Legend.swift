// SPDX-License-Identifier: GPL-3.0-or-later

/// What the colours of a picture mean, in rows above it.
struct Legend {
    private let entries: [(title: String, style: String)]

    private static let square = 12.0
    private static let gap = 18.0

    /// A legend; none takes no room.
    init(_ entries: [(title: String, hue: Int)]) {
        self.init(entries.map { ($0.title, "h\($0.hue)") })
    }

    /// A legend of squares in styles that need not be hues.
    init(_ entries: [(title: String, style: String)]) { self.entries = entries }

    /// The pixels it takes above a picture that is so wide.
    func height(within width: Double) -> Double {
        entries.isEmpty ? 0 : Double((places(within: width).last?.row ?? 0) + 1) * Lettering.line + 8
    }

    /// Draws it at the top.
    func draw(into drawing: inout Drawing) {
        for (entry, place) in zip(entries, places(within: drawing.width)) {
            let top = Double(place.row) * Lettering.line + 3
            drawing.box(
                x: place.x, y: top, width: Self.square, height: Self.square, style: "part \(entry.style)")
            drawing.text(
                entry.title, x: place.x + Self.square + 5, y: top + Self.square - 1,
                room: drawing.width - place.x - Self.square - 5)
        }
    }

    private func places(within width: Double) -> [(row: Int, x: Double)] {
        var row = 0
        var x = 0.0
        return entries.map { entry in
            let taken = Self.square + 5 + Lettering.width(entry.title)
            if x > 0, x + taken > width {
                row += 1
                x = 0
            }
            defer { x += taken + Self.gap }
            return (row, x)
        }
    }
}
