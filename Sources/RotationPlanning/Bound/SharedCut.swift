// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that every plan keeps and parts of plans break: where several people are, where their blocks begin, and when they
/// are without a post, each counted so often, comes to no more than so much.
struct SharedCut: Sendable {
    /// What is counted of a person.
    enum What: Hashable, Sendable {
        /// Being in a post of theirs at a place, at `post × places + place`.
        case post(Int)
        /// A block that begins there.
        case begin(Int)
        /// Being without a post at a place.
        case unplaced(Int)
    }

    /// The people, what is counted of each, and how often.
    var terms: [(person: Int, what: What, coefficient: Double)] = []
    /// What it comes to at most.
    var upper: Double

    /// What a person's sequence adds to what is counted.
    struct OfPerson: Sendable {
        let what: What
        let row: Int
        let coefficient: Double
    }
}
