// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A place: its teams, their services and how many own staff each has.
struct Place {
    /// A team with the service it is of.
    struct Unit {
        let team: Team
        let service: Service
        let locality: Int
        let heads: Int
    }

    /// Travel between two visits in minutes by the kind of locality (A): urban 10, mixed 15, rural 22.
    static let urbanTravel = 10
    static let mixedTravel = 15
    static let ruralTravel = 22
    /// Every so many places the outermost locality is rural (A).
    static let ruralEvery = 3

    let index: Int
    let names: PlaceNames
    let shape: PlaceShape
    let units: [Unit]

    init(index: Int, size: Int) {
        self.index = index
        let names = PlaceNames(index: index)
        let shape = PlaceShape(size: size)
        self.names = names
        self.shape = shape
        units = shape.services.map { service, locality, heads in
            Unit(
                team: Self.team(service, locality: locality, heads: heads, names, index), service: service,
                locality: locality, heads: heads)
        }
    }

    private static func team(
        _ service: Service, locality number: Int, heads: Int, _ names: PlaceNames, _ index: Int
    ) -> Team {
        let locality = names.locality(number)
        let isHome = service.pathway == "P1"
        let id = "\(isHome ? locality : names.place)-\(service.suffix)"
        let least = service.staffPerMinimumHead.map { max(1, heads / $0) } ?? 0
        return Team(
            id: id, name: "\((isHome ? locality : names.place).capitalisedWords) \(service.name)",
            pathway: service.pathway, organisation: organisation(of: service, names), locality: locality,
            setting: service.setting, parts: service.parts.map { WorkingWeek.parts[$0].id },
            supervisionGroup: isHome ? "\(locality)-home" : id,
            travelMinutes: service.setting == .home ? travel(number, place: index) : 0, span: service.span,
            minimumStaff: least, minimumRegistered: least > 0 && heads >= 6 ? 1 : 0)
    }

    private static func organisation(of service: Service, _ names: PlaceNames) -> String {
        switch service.suffix {
        case Service.reablement.suffix: names.council
        case Service.beds.suffix: names.provider
        default: names.trust
        }
    }

    private static func travel(_ locality: Int, place: Int) -> Int {
        switch locality {
        case 0: urbanTravel
        case 1: place % ruralEvery == ruralEvery - 1 ? ruralTravel : mixedTravel
        default: urbanTravel
        }
    }
}

extension String {
    /// `alder-north` as `Alder north`.
    var capitalisedWords: String {
        let words = split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
