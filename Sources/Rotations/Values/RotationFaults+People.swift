// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension RotationFaults {
    mutating func people(_ parts: RotationParts) {
        expectOnce(parts.people.map(\.id), "Person")
        let roles = Set(parts.framework.roles.map(\.id))
        let posts = Set(parts.posts.map(\.id))
        for person in parts.people {
            let who = "Person \(person.id)"
            expect(!person.roles.isEmpty, "\(who) has no role; give one of the framework's.")
            for role in person.roles {
                expect(
                    roles.contains(role), "\(who) has the role \(role), which the framework does not have.")
            }
            expectAmount(person.wte, "The wte of \(person.id)")
            if let joins = person.joins, let leaves = person.leaves {
                expect(joins <= leaves, "\(who) joins on \(joins) and leaves on \(leaves), which is earlier.")
            }
            if let template = person.template {
                expect(
                    parts.templates.contains { $0.id == template },
                    "\(who) follows template \(template), which rotation.yaml does not have.")
            }
            expect(
                (0...Self.mostPeriods).contains(person.startPeriods),
                "start_periods of \(person.id) is \(person.startPeriods); give 0 to 520.")
            expect(
                person.startPost != nil || person.startPeriods == 0,
                "\(who) has start_periods without a start_post; give the post, or leave the periods out.")
            let lists = [
                ("start_post", [person.startPost].compactMap(\.self)), ("done", person.done),
                ("cannot", person.cannot), ("prefers", person.prefers),
            ]
            for (column, list) in lists {
                for post in list {
                    expect(
                        posts.contains(post),
                        "\(who) names post \(post) in \(column), which posts.csv does not have.")
                }
                expectOnce(list, "In \(column) of \(person.id) post")
            }
        }
    }

    mutating func rows(_ parts: RotationParts) {
        let people = Set(parts.people.map(\.id))
        func isKnown(_ staff: String) -> Bool { people.contains(staff) }
        for row in parts.away {
            expect(isKnown(row.staff), "away.csv names \(row.staff), whom people.csv does not have.")
            expectOrder(row.from, row.until, "A row of away.csv for \(row.staff)")
        }
        for row in parts.apart {
            for staff in [row.staff, row.other] {
                expect(isKnown(staff), "apart.csv names \(staff), whom people.csv does not have.")
            }
            expect(
                row.staff != row.other, "apart.csv keeps \(row.staff) apart from themselves; name two people."
            )
        }
        let groups = Set(parts.posts.flatMap(\.groups))
        for row in parts.curriculum {
            if let staff = row.staff {
                expect(isKnown(staff), "curriculum.csv names \(staff), whom people.csv does not have.")
            }
            expect(
                groups.contains(row.group), "curriculum.csv names group \(row.group), which no post has.")
            expect(row.atLeast >= 0, "at_least of group \(row.group) is negative; give 0 or more.")
            expect(
                (row.atMost ?? Int.max) >= row.atLeast,
                "at_most of group \(row.group) is below its at_least of \(row.atLeast).")
            expectCount(row.atLeast, "at_least of group \(row.group)")
            expectCount(row.atMost, "at_most of group \(row.group)")
            expectAmount(row.pounds, "pounds of group \(row.group) in curriculum.csv")
        }
        for row in parts.wanted {
            need(row.need, "wanted.csv asks for", parts.framework)
            expect(
                row.period.map { $0 >= 1 && $0 <= parts.periodCount } ?? true,
                "wanted.csv names period \(row.period ?? 0); periods are 1 to \(parts.periodCount), or *.")
            expect(row.people >= 0, "wanted.csv asks for \(row.people) people; give 0 or more.")
            expectCount(row.people, "people of \(row.need.competency) in wanted.csv")
            expectAmount(row.pounds, "pounds of \(row.need.competency) in wanted.csv")
        }
    }
}
