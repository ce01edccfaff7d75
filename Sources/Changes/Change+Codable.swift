// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Change: Codable {
    /// The kinds of change, in the order in which they are applied.
    enum Part: String, CodingKey, CaseIterable {
        case absence, availability, demand, conversion, team, person, rate
        case signOff = "sign_off"
        case delegation
        case singleHanded = "single_handed"
        case agreement, contingency, policy, activity, placement, move, supposed
    }

    /// Its kind.
    var part: Part {
        switch self {
        case .absence: .absence
        case .availability: .availability
        case .demand: .demand
        case .conversion: .conversion
        case .team: .team
        case .person: .person
        case .rate: .rate
        case .signOff: .signOff
        case .delegation: .delegation
        case .singleHanded: .singleHanded
        case .agreement: .agreement
        case .contingency: .contingency
        case .policy: .policy
        case .activity: .activity
        case .placement: .placement
        case .move: .move
        case .supposed: .supposed
        }
    }

    /// A change as one key, its kind, with what it says.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Part.self)
        guard let part = values.allKeys.first, values.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "A change has one key: its kind."))
        }
        switch part {
        case .absence: self = .absence(try values.decode(Absence.self, forKey: part))
        case .availability: self = .availability(try values.decode(Availability.self, forKey: part))
        case .demand: self = .demand(try values.decode(DemandChange.self, forKey: part))
        case .conversion: self = .conversion(try values.decode(Conversion.self, forKey: part))
        case .team: self = .team(try values.decode(TeamChange.self, forKey: part))
        case .person: self = .person(try values.decode(PersonChange.self, forKey: part))
        case .rate: self = .rate(try values.decode(RateChange.self, forKey: part))
        case .signOff: self = .signOff(try values.decode(SignOffChange.self, forKey: part))
        case .delegation: self = .delegation(try values.decode(DelegationChange.self, forKey: part))
        case .singleHanded: self = .singleHanded(try values.decode(SingleHandedShare.self, forKey: part))
        case .agreement: self = .agreement(try values.decode(Agreement.self, forKey: part))
        case .contingency: self = .contingency(try values.decode(Contingency.self, forKey: part))
        case .policy: self = .policy(try values.decode(PolicyChange.self, forKey: part))
        case .activity: self = .activity(try values.decode(ActivityChange.self, forKey: part))
        case .placement: self = .placement(try values.decode(PlacementChange.self, forKey: part))
        case .move: self = .move(try values.decode(HomeChange.self, forKey: part))
        case .supposed: self = .supposed(try values.decode(Supposition.self, forKey: part))
        }
    }

    /// The change under its kind.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Part.self)
        try values.encode(topic, forKey: part)
    }
}
