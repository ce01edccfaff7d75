// SPDX-License-Identifier: GPL-3.0-or-later

/// Every assumption of a generated week in words, its numbers taken from the constants that made it.
enum Assumptions {
    static var sections: [String] { [people, money, places, demand, leftOut] }

    private static var people: String {
        """
        ## People and rota

        | what | value | grade |
        | --- | --- | --- |
        | sessions | \(WorkingWeek.parts.map { "\($0.id) \(Text.time($0.starts))–\(Text.time($0.ends))" }.joined(separator: ", ")); nights where there is a night team, as long as three sessions by day | A |
        | full time | 37.5 hours, ten sessions of 3.75 | V |
        | contracts | \(WorkingWeek.contracts.map { "\(Text.number(Double($0.sessions * WorkingWeek.sessionHundredthHours) / 100)) h: \(percent($0.permille)) %" }.joined(separator: ", ")) | A |
        | headroom | \(percent(WorkingWeek.headroomPermille)) % of contracted sessions | V (16–26), 22 A |
        | of it sickness, training, leave | \(percent(WorkingWeek.sicknessPermille)), \(percent(WorkingWeek.trainingPermille)), \(percent(WorkingWeek.leavePermille)) % | V, A, D |
        | on leave the whole week | \(percent(Absence.wholeWeekPermille)) % of those on leave, others a day or two; nobody has two kinds of absence | A |
        | bank, agency, students, volunteers | about 9, 3, 4 and 3 % of people | A |
        | own staff offering extra sessions | \(percent(Offers.partTimePermille)) % of part-timers, \(percent(Offers.fullTimePermille)) % of full-timers | A |
        | bank and agency offers | \(range(Offers.bankDays)) and \(range(Offers.agencyDays)) days of one or two sessions | A |
        | students, volunteers | \(Recruitment.studentSessions) sessions on weekdays at half pace; \(Recruitment.volunteerSessions) sessions | A |
        | bank workers with another job | \(percent(OtherWork.permille)) %, of \(range(OtherWork.hours)) hours a week | A |
        | most hours a week | \(Text.number(WorkingWeek.mostHours)) | V, as an average over 17 weeks; a limit of each week A |
        | jobs in a team | a fixed order for each kind of team; more support than registered in reablement, more registered in response and hub | A |
        | sign-offs | a share of each job for each competency; of those with a validity \(percent(SignOffs.lapsingPermille)) % lapse in the week, \(percent(SignOffs.lapsedPermille)) % have lapsed | A |
        """
    }

    private static var money: String {
        """
        ## Money (England, outside London, 2026/27)

        | what | value | grade |
        | --- | --- | --- |
        | pay bands 2 to 7 | published 2025/26 rates + 3.3 %; bottom, middle or top of the band | D, step A |
        | own staff, extra hours | pay + \(percent(Money.onCostPermille)) % on-costs as charged | D |
        | bank | pay + \(percent(Money.bankHolidayPay / 10)) % holiday pay, + \(percent(Money.nationalInsurance / 10)) % national insurance on both; no pension | D, V, A |
        | agency | the price cap: top of band × 1.55 ÷ 1,956.7 hours; band 3's cap for band 2 | D, A |
        | council and independent posts | priced as the health service's band of like work | A |
        | bank and agency at weekends | + \(Text.number(WorkingWeek.saturdayUplift * 100)) % on Saturday, + \(Text.number(WorkingWeek.sundayUplift * 100)) % on Sunday | V (bands 4–9), for all A |
        | own staff's extra sessions at weekends | + \(Text.number(WorkingWeek.ownSaturdayUplift * 100)) % on Saturday, + \(Text.number(WorkingWeek.ownSundayUplift * 100)) % on Sunday | V (bands 4–9), for all A |
        | bank and agency by night | + \(Text.number(WorkingWeek.nightPart.uplift * 100)) % | V (bands 4–9), for all A |
        | agency cap | \(percent(Money.agencyCapPermille)) % of what contracted hours cost, at least £\(Money.leastAgencyCap) | V (2–8 %), the share A |
        """
    }

    private static var places: String {
        """
        ## Places, employers and travel

        | what | value | grade |
        | --- | --- | --- |
        | people in a place | about \(PlaceShape.usualSize) | D (60–120) |
        | places in a system, sharing voluntary sector, agency and university | \(PlaceNames.placesInSystem) | D (8–10) |
        | places a trust serves | \(PlaceNames.placesInTrust) | A |
        | teams | therapy and reablement at home in each of three localities, beds, response, hub, a night team; fewer in a small place | A |
        | who runs them | trust: therapy, response, hub, nights; council: reablement; independent provider: beds | A |
        | who may work where | agreements.csv: the memoranda of the year; a passport that ends on Thursday, one that begins on Wednesday | A |
        | travel per visit | urban \(Place.urbanTravel), mixed \(Place.mixedTravel), rural \(Place.ruralTravel) minutes; none in beds and hub | A |
        | between localities | \(range(Localities.withinPlace)) minutes to the centre, \(range(Localities.acrossPlace)) across; every third neighbouring place within reach (\(range(Localities.toNearPlace))), others not | A |
        | span | one registered person oversees delegated work of six | A (no national ratio) |
        | minimum heads | one for every \(Service.beds.staffPerMinimumHead ?? 0) own staff in beds, for every \(Service.response.staffPerMinimumHead ?? 0) in response, one registered | A |
        """
    }

    private static var demand: String {
        """
        ## Demand

        | what | value | grade |
        | --- | --- | --- |
        | minutes of contacts and records | the framework's | A there |
        | amount | what the team's own people of a pool give in a usual week, absence or no absence in this one: therapy \(percent(Pool.therapy.demandPermille)) %, nursing \(percent(Pool.nursing.demandPermille)) %, support \(percent(Pool.care.demandPermille)) %; \
        then, over the place, to \(percent(Balance.band.lowerBound))–\(percent(Balance.band.upperBound)) % of what rostered people can give | A |
        | contacts by night | \(percent(DemandPlanner.nightPermille)) % of what those of the night team who are on duty can give, night by night, shared among what they may do | A |
        | mix of activities | shares of each pool's minutes for each kind of team | A |
        | reablement shifts by time of day | \(Stay.visitsByPart.map(String.init).joined(separator: " : ")) for morning, afternoon, evening, from the falling line of visits; the calls follow roughly | D |
        | starts by weekday, Monday to Sunday | \(Stay.startsByWeekday.map(String.init).joined(separator: "/")) % | V |
        | therapy at weekends | about half of a weekday on Saturday, a third on Sunday | A |
        | step-up, step-down | response is step-up, teams at home and beds step-down, the hub neither | A |
        | within 24 hours | from the morning of the start to the morning of the next day | V, the sessions A |
        | suitable for one worker | \(percent(Stay.singleHandedPermille)) % of double-handed contacts that one worker may give at all | V/D/A (fully single 10–20 %, any reduction 20–40 %) |
        | contacts of a line | \(DemandPlanner.fewest) to \(DemandPlanner.most) as far as there are that many, \(percent(DemandPlanner.noisePermille)) % of noise either way | A |
        | speech and language therapy, dietetics | asked for in the beds whether or not somebody is there | A |
        """
    }

    private static var leftOut: String {
        """
        ## What it leaves out

        Nights in the beds; people supported (no patient data is needed); bank holidays; continuity of worker; pins, placements and a plan in force; \
        the shape of a stay beyond its mean (published lengths are skewed, mean 16 and median 5 to 9 days).
        """
    }

    private static func percent(_ permille: Int) -> String {
        permille.isMultiple(of: 10) ? "\(permille / 10)" : "\(permille / 10).\(permille % 10)"
    }

    private static func range(_ range: ClosedRange<Int>) -> String {
        "\(range.lowerBound)–\(range.upperBound)"
    }
}
