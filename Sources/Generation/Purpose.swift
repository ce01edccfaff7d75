// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

extension SeededRandom {
    /// What the numbers of a made-up week are drawn for. Each purpose has numbers of its own, so that a change in how
    /// one part of a week is made leaves the others as they were.
    enum Purpose: UInt64 {
        case people = 1
        case rota, absence, offers, signOffs, demand, travel, otherWork
    }

    /// The numbers of one place for one purpose.
    init(seed: UInt64, place: Int, for purpose: Purpose) {
        var mixer = SeededRandom(seed: seed)
        mixer = SeededRandom(seed: mixer.next() &+ UInt64(place))
        mixer = SeededRandom(seed: mixer.next() &+ purpose.rawValue)
        self.init(seed: mixer.next())
    }
}
