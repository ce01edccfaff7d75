// SPDX-License-Identifier: GPL-3.0-or-later

/// How many people of which engagement a place has, and in which services.
///
/// A place has about ninety people; a week of more staff has more places. Shares are assumptions (A), chosen
/// so that a whole place has the 60–120 people and about 190 P1 visits a day of published planning figures
/// (D).
struct PlaceShape: Equatable {
    /// People in a whole place.
    static let usualSize = 90
    /// From so many people on a place has teams of its own for reablement and urgent response, and a second
    /// locality.
    static let separateServices = 30
    /// From so many people on it has a transfer hub, a night team, and a third locality.
    static let wholePlace = 60
    /// From so many people on it has beds.
    static let withBeds = 13

    let size: Int
    let bank: Int
    let agency: Int
    let students: Int
    let volunteers: Int
    let localities: Int

    init(size: Int) {
        self.size = size
        bank = max(1, Self.share(90, of: size))
        agency = size < 10 ? 0 : max(1, Self.share(33, of: size))
        students = Self.share(40, of: size)
        volunteers = Self.share(33, of: size)
        localities = size >= Self.wholePlace ? 3 : size >= Self.separateServices ? 2 : 1
    }

    /// The sizes of the places of a week, as equal as can be.
    static func sizes(of staff: Int) -> [Int] {
        let places = max(1, (staff + usualSize / 2) / usualSize)
        return spread(staff, over: places)
    }

    /// Own staff.
    var substantive: Int { max(0, size - bank - agency - students - volunteers) }

    /// Each service with the index of its locality and its own staff, in file order.
    var services: [(service: Service, locality: Int, heads: Int)] {
        let hub = size >= Self.wholePlace ? Self.share(55, of: substantive) : 0
        let response = size >= Self.separateServices ? Self.share(105, of: substantive) : 0
        let beds =
            size >= Self.separateServices
            ? Self.share(115, of: substantive) : size >= Self.withBeds ? Self.share(250, of: substantive) : 0
        let nights = size >= Self.wholePlace ? Self.share(55, of: substantive) : 0
        let home = substantive - hub - response - beds - nights
        var services: [(service: Service, locality: Int, heads: Int)] = []
        if size < Self.separateServices {
            services.append((.integratedHome, 0, home))
        } else {
            let therapy = Self.spread(Self.share(400, of: home), over: localities)
            let reablement = Self.spread(home - therapy.reduce(0, +), over: localities)
            for locality in 0..<localities {
                services.append((.home, locality, therapy[locality]))
                services.append((.reablement, locality, reablement[locality]))
            }
        }
        services += [(.beds, 0, beds), (.response, 0, response), (.hub, 0, hub), (.nights, 0, nights)]
        return services.filter { $0.heads > 0 }
    }

    private static func share(_ permille: Int, of size: Int) -> Int { (size * permille + 500) / 1000 }

    private static func spread(_ total: Int, over parts: Int) -> [Int] {
        (0..<parts).map { total * ($0 + 1) / parts - total * $0 / parts }
    }
}
