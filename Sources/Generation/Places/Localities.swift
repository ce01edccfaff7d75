// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Travel times between the localities of the places, and from a place to the next.
enum Localities {
    /// Minutes between the centre and another locality of a place (A: within the usual limit of 30).
    static let withinPlace = 11...19
    /// Minutes between the outer localities of a place (A: beyond the limit).
    static let acrossPlace = 32...38
    /// Minutes from a place to the next (A: beyond the limit, but for every third).
    static let toNextPlace = 40...60
    /// Minutes to the next place where the two lie close together (A).
    static let toNearPlace = 23...29
    static let nearEvery = 3

    /// The times of one place. Ways given in one direction only hold in both.
    static func travel(_ place: Place, next: Place?, seed: UInt64) -> [TravelTime] {
        var random = SeededRandom(seed: seed, place: place.index, for: .travel)
        let names = place.names
        var times: [TravelTime] = []
        let count = place.shape.localities
        if count > 1 {
            times.append(
                TravelTime(
                    from: names.locality(0), to: names.locality(1), minutes: random.within(withinPlace)))
        }
        if count > 2 {
            let out = random.within(withinPlace)
            times.append(TravelTime(from: names.locality(0), to: names.locality(2), minutes: out))
            // Against the flow of traffic: the way back is given because it differs.
            times.append(TravelTime(from: names.locality(2), to: names.locality(0), minutes: out + 3))
            times.append(
                TravelTime(
                    from: names.locality(1), to: names.locality(2), minutes: random.within(acrossPlace)))
        }
        if let next {
            let isNear = place.index % nearEvery == 0
            times.append(
                TravelTime(
                    from: names.locality(count - 1),
                    to: next.names.locality(next.shape.localities > 1 ? 1 : 0),
                    minutes: random.within(isNear ? toNearPlace : toNextPlace)))
        }
        return times
    }
}
