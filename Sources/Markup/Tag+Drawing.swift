// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension Tag {
    /// A drawing, and a part of it.
    public static let svg = Tag("svg"), g = Tag("g")
    /// Its shapes.
    public static let rect = Tag("rect"), line = Tag("line"), path = Tag("path"), circle = Tag("circle")
    /// Words in it.
    public static let drawnText = Tag("text")
}

extension Attribute {
    /// A length or a place in a drawing.
    public enum Length: String, Sendable {
        /// The left edge, or where text is put.
        case x
        /// The upper edge, or the foot of text.
        case y
        /// How wide.
        case width
        /// How high.
        case height
        /// Where a line begins.
        case x1, y1
        /// Where a line ends.
        case x2, y2
        /// The middle of a circle.
        case cx, cy
        /// How far a circle reaches.
        case r
    }

    /// A length in pixels of the drawing, with at most one decimal; what is no number is 0.
    public static func length(_ name: Length, _ value: Double) -> Attribute {
        Attribute(name: name.rawValue, value: DrawnNumber.text(value))
    }

    /// The part of the plane that a drawing shows, from its upper left corner.
    public static func viewBox(width: Double, height: Double) -> Attribute {
        Attribute(name: "viewBox", value: "0 0 \(DrawnNumber.text(width)) \(DrawnNumber.text(height))")
    }

    /// A line through points; `closed` fills what it surrounds.
    public static func outline(_ points: [(x: Double, y: Double)], closed: Bool = false) -> Attribute {
        let steps = points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(DrawnNumber.text(point.x)) \(DrawnNumber.text(point.y))"
        }
        return Attribute(name: "d", value: steps.joined(separator: " ") + (closed ? " Z" : ""))
    }
}

/// Numbers of a drawing: one decimal, the same on every machine.
enum DrawnNumber {
    static func text(_ value: Double) -> String { Decimals.text(value, atLeast: 0, atMost: 1) ?? "0" }
}
