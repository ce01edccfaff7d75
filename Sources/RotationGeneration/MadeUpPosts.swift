// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import Workforce

/// Wards, teams at home and hubs, for which there are 90 to 110 per cent of the whole-time equivalents that they are meant
/// to have together.
struct MadeUpPosts {
    private(set) var posts: [Post] = []

    init(_ place: RotationPlace, _ count: Int, people: [RotatingPerson], _ random: SeededRandom) {
        var random = random
        let targets = Self.targets(count, wte: people.map(\.wte).reduce(0, +), &random)
        let acute = max(1, count * 2 / 5)
        for k in 0..<count {
            let isAcute = k < acute
            let isHub = !isAcute && (k - acute) % 5 == 4
            let kind = isAcute ? "ward" : isHub ? "hub" : "home"
            let number = isAcute ? k + 1 : k - acute + 1
            var post = Post(
                id: "\(kind)-\(number)", setting: isAcute ? RotationPlace.acute : RotationPlace.community,
                organisation: isAcute ? RotationPlace.trust : RotationPlace.provider,
                locality: random.element(of: RotationPlace.localities) ?? "north")
            // A quarter of posts is for one profession.
            if k % 4 == 3 {
                post.professions =
                    place.roles.isEmpty ? nil : [place.roles[k / 4 % place.roles.count].profession]
            } else {
                post.professions = place.roles.map(\.profession)
            }
            post.groups = isAcute ? [k % 2 == 0 ? "medical" : "surgical"] : [isHub ? "hub" : "home"]
            if k % 7 == 5 { post.bands = ["6"] }
            let target = targets[k]
            let minimum = rounded(target * 0.6)
            let room = rounded(target * (random.chance(1, of: 3) ? 1.1 : 1.4))
            post.amounts = PostAmounts(
                minimum: minimum, target: target, maximum: max(target, room, 1))
            if random.chance(1, of: 3) { post.newMaximum = max(1, Int(target / 2)) }
            if k % 2 == 1 {
                post.span = 2
                post.permanentSeniors = random.below(2) + (target > 3 ? 1 : 0)
            }
            post.minimumBlock = min(place.periods, 2 + random.below(2))
            post.maximumBlock = post.minimumBlock + 2 + random.below(2)
            post.repeats = isHub
            learn(&post, k, place)
            posts.append(post)
        }
    }

    /// What posts are meant to have, in fifths of a whole-time equivalent: of about the same size, and together as much as
    /// makes the people 90 to 110 per cent of it.
    private static func targets(_ count: Int, wte: Double, _ random: inout SeededRandom) -> [Double] {
        let fifths = wte * 5
        let (least, most) = ((fifths / 1.1).rounded(.up), (fifths / 0.9).rounded(.down))
        // People over targets: from 0.92 to 1.08.
        let wanted = Int(min(max((fifths / (0.92 + 0.16 * random.share())).rounded(), least), most))
        let weights = (0..<count).map { _ in 0.8 + 0.4 * random.share() }
        let sum = weights.reduce(0, +)
        let shares = weights.map { Double(wanted) * $0 / sum }
        var whole = shares.map { Int($0) }
        // What is left goes to those who were rounded down most, of alike ones to the first.
        let order = shares.indices.sorted {
            (Double(whole[$0]) - shares[$0], $0) < (Double(whole[$1]) - shares[$1], $1)
        }
        for k in order.prefix(max(0, wanted - whole.reduce(0, +))) { whole[k] += 1 }
        return whole.map { Double($0) / 5 }
    }

    /// Wards teach what hubs and some teams at home ask for; teams at home teach what nobody asks for yet.
    private func learn(_ post: inout Post, _ k: Int, _ place: RotationPlace) {
        func develop(_ competency: String, _ level: Int, _ periods: Int) {
            guard let need = place.need(competency, level) else { return }
            post.develops.append(Development(need.competency, need.level, periods: periods))
        }
        if post.setting == RotationPlace.acute {
            develop("deterioration", 2, 2)
            if k % 2 == 0 { develop("discharge-conversation", 2, 3) }
        } else {
            develop("reablement-approach", 2, 3)
            if k % 2 == 0 { develop("lone-working", 2, 2) }
        }
        if post.groups == ["hub"] {
            post.needs = [place.need("discharge-conversation", 2)].compactMap(\.self)
        }
        if post.groups == ["home"], k % 3 == 0 {
            post.needs = [place.need("deterioration", 2)].compactMap(\.self)
        }
    }

    /// To the nearest fifth.
    private func rounded(_ value: Double) -> Double { (value * 5).rounded() / 5 }
}
