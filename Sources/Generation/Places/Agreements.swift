// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Memoranda and passports between the employers of a week. Who agreed what with whom is an assumption (A).
enum Agreements {
    private static let therapists = ["physiotherapist", "occupational-therapist"]
    private static let therapySupport = ["support-worker", "senior-support-worker", "assistant-practitioner"]
    private static let reablement = ["reablement-worker", "senior-reablement-worker", "trusted-assessor"]

    /// The agreements of the places, each once, in order of the places. Only those of employers that employ
    /// somebody, with organisations that run a team.
    static func all(
        _ places: [Place], staff: [StaffMember], start: CalendarDay, framework: Framework
    ) -> [Agreement] {
        let employers = Set(staff.map(\.employer))
        let organisations = Set(places.flatMap { $0.units.map(\.team.organisation) })
        let roles = Set(framework.roles.map(\.id))
        var agreements: [Agreement] = []
        var seen: Set<String> = []
        for place in places {
            for agreement in of(place.names, start: start) {
                guard employers.contains(agreement.employer), organisations.contains(agreement.organisation),
                    seen.insert("\(agreement.employer) \(agreement.organisation)").inserted
                else { continue }
                let known = agreement.roles.map { $0.filter(roles.contains) }
                if known?.isEmpty == true { continue }
                agreements.append(
                    Agreement(
                        employer: agreement.employer, organisation: agreement.organisation, roles: known,
                        from: agreement.from, until: agreement.until))
            }
        }
        return agreements
    }

    private static func of(_ names: PlaceNames, start: CalendarDay) -> [Agreement] {
        let year = financialYear(of: start)
        let wednesday = start.adding(days: 2)
        func agreement(
            _ employer: String, _ organisation: String, _ roles: [String]?, from: CalendarDay? = nil,
            until: CalendarDay? = nil
        ) -> Agreement {
            Agreement(employer: employer, organisation: organisation, roles: roles, from: from, until: until)
        }
        return [
            // The memorandum of the year: each other's people in the home teams, therapists in the beds.
            agreement(
                names.trust, names.council, therapists + therapySupport, from: year.from, until: year.until),
            agreement(
                names.council, names.trust, reablement + ["social-worker"], from: year.from, until: year.until
            ),
            agreement(names.trust, names.provider, nil, from: year.from, until: year.until),
            // The independent provider's carers work in the council's teams; a passport to the trust runs out
            // on Thursday, one from the council to the beds begins on Wednesday.
            agreement(names.provider, names.council, ["healthcare-assistant"], from: year.from),
            agreement(
                names.provider, names.trust, ["healthcare-assistant"], from: year.from,
                until: start.adding(days: 3)),
            agreement(
                names.council, names.provider, ["senior-reablement-worker"], from: wednesday,
                until: financialYear(of: wednesday).until),
            agreement(names.voluntarySector, names.trust, ["volunteer"]),
            agreement(names.voluntarySector, names.provider, ["volunteer"]),
            agreement(names.university, names.trust, ["student", "nursing-student"]),
            agreement(names.university, names.council, ["student"]),
            agreement(names.university, names.provider, ["student", "nursing-student"]),
            agreement(names.agency, names.trust, nil),
            agreement(names.agency, names.council, ["healthcare-assistant"]),
            agreement(names.agency, names.provider, ["nurse", "healthcare-assistant"]),
        ]
    }

    /// The financial year, April to March, that the day lies in.
    private static func financialYear(of day: CalendarDay) -> (from: CalendarDay?, until: CalendarDay?) {
        let first = day.components.month >= 4 ? day.components.year : day.components.year - 1
        return (
            CalendarDay(year: first, month: 4, day: 1), CalendarDay(year: first + 1, month: 3, day: 31)
        )
    }
}
