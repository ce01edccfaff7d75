// SPDX-License-Identifier: GPL-3.0-or-later

import Markup

/// What is drawn: its size in pixels, what it shows in a sentence, and its shapes.
public struct Drawing: Sendable {
    /// How wide, in pixels.
    public let width: Double
    /// How high, in pixels.
    public let height: Double
    /// What can be seen in it, in a sentence, for those who cannot see it.
    public let description: String
    /// The shapes, the later above the earlier.
    public private(set) var shapes: [Markup] = []

    /// An empty drawing.
    public init(width: Double, height: Double, description: String) {
        self.width = width
        self.height = height
        self.description = description
    }

    /// What stands in the place of a figure that may be luck.
    static let notTold = "not told apart"
    /// The style, besides its own, of a box whose figure may be luck: an outline in dashes, as paper shows it, too.
    static let unsure = " unsure"

    /// Which figures may be luck, for a description; nothing where none are.
    static func notTold(_ labels: [String]) -> String {
        labels.isEmpty ? "" : " (\(notTold): \(labels.joined(separator: ", ")))"
    }

    /// The drawing as it stands on a page.
    public func markup(title: String) -> Markup {
        Tag.svg(
            .class("picture"), .role("img"), .label("\(title). \(description)"),
            .viewBox(width: width, height: height), .length(.width, width), .length(.height, height)
        ) { shapes }
    }

    /// A box; `hint` is what a pointer that rests on it is told.
    mutating func box(
        x: Double, y: Double, width: Double, height: Double, style: String, hint: String? = nil
    ) {
        shapes.append(
            Tag.rect(
                .class(style), .length(.x, x), .length(.y, y), .length(.width, max(0, width)),
                .length(.height, max(0, height))
            ) { if let hint { Tag.title { hint } } })
    }

    /// A straight line.
    mutating func line(from: (x: Double, y: Double), to: (x: Double, y: Double), style: String) {
        shapes.append(
            Tag.line(
                .class(style), .length(.x1, from.x), .length(.y1, from.y), .length(.x2, to.x),
                .length(.y2, to.y)))
    }

    /// A line through points.
    mutating func path(_ points: [(x: Double, y: Double)], style: String) {
        guard points.count > 1 else { return }
        shapes.append(Tag.path(.class(style), .outline(points)))
    }

    /// A dot; `hint` is what a pointer that rests on it is told.
    mutating func dot(x: Double, y: Double, style: String, hint: String? = nil) {
        shapes.append(
            Tag.circle(.class(style), .length(.cx, x), .length(.cy, y), .length(.r, 4)) {
                if let hint { Tag.title { hint } }
            })
    }

    /// Words whose beginning, middle or end is at `x`; cut to `room` pixels, and then whole for a pointer that rests
    /// on them.
    mutating func text(
        _ words: String, x: Double, y: Double, style: TextStyle = .start, room: Double = .infinity
    ) {
        let shown = Lettering.cut(words, to: room)
        guard !shown.isEmpty else { return }
        shapes.append(
            Tag.drawnText(.class(style.rawValue), .length(.x, x), .length(.y, y)) {
                if shown != words { Tag.title { words } }
                shown
            })
    }

    /// Where words stand from the place that is given.
    enum TextStyle: String {
        /// They begin there.
        case start
        /// They end there.
        case end
        /// Their middle is there.
        case middle
        /// They begin there, in small soft letters.
        case soft = "start soft"
        /// Their middle is there, in small soft letters.
        case softMiddle = "middle soft"
    }
}

/// How much room letters take: an estimate that is rather too large, since fonts differ.
enum Lettering {
    /// The width of a letter of 13 pixels.
    static let letter = 7.8
    /// The height of a line of text.
    static let line = 18.0

    /// The pixels that words take.
    static func width(_ words: String) -> Double { Double(words.count) * letter }

    /// Words cut to so many pixels, with an ellipsis where something is left out; nothing where hardly a letter fits.
    static func cut(_ words: String, to room: Double) -> String {
        guard width(words) > room else { return words }
        let letters = Int(max(0, room / letter)) - 1
        return letters < 2 ? "" : words.prefix(letters) + "…"
    }
}
