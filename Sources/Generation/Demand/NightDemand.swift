// SPDX-License-Identifier: GPL-3.0-or-later

/// What the people of a team who are on duty in a night can be asked for, contact by contact.
///
/// By night no other team has people to send. So each contact is one that somebody there may give and has the time for:
/// all that is wanted of a night can be given.
struct NightDemand {
    /// One of the team's wants.
    struct Want {
        /// Minutes of work in a contact.
        let minutes: Int
        /// The share of the pool's time that it is meant to take, in thousandths.
        let permille: Int
    }

    /// Somebody on duty.
    struct Person {
        /// Minutes that are asked of them.
        var minutes: Int
        /// The wants whose contacts they may give alone, by position.
        let wants: [Int]
    }

    let wants: [Want]
    let people: [Person]

    /// Contacts of each want: shared out one at a time, to what is furthest behind its share, until nobody has the time
    /// left for another one.
    var contacts: [Int] {
        var (people, given) = (people, wants.map { _ in 0 })
        var contacts = given
        while let want = furthestBehind(given, people), let person = giver(of: want, people) {
            people[person].minutes -= wants[want].minutes
            given[want] += wants[want].minutes
            contacts[want] += 1
        }
        return contacts
    }

    /// The want with the fewest minutes given against its share, of those that somebody has the time for; the first of
    /// equal ones.
    private func furthestBehind(_ given: [Int], _ people: [Person]) -> Int? {
        wants.indices.filter { giver(of: $0, people) != nil }
            .min { given[$0] * wants[$1].permille < given[$1] * wants[$0].permille }
    }

    /// Who gives a contact: whoever can do the least else, with the most time left; the first of equal ones.
    private func giver(of want: Int, _ people: [Person]) -> Int? {
        people.indices.filter { people[$0].wants.contains(want) && people[$0].minutes >= wants[want].minutes }
            .min {
                (people[$0].wants.count, -people[$0].minutes) < (people[$1].wants.count, -people[$1].minutes)
            }
    }
}
