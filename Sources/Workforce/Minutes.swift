// SPDX-License-Identifier: GPL-3.0-or-later

/// Hours as minutes, to the millionth: 33.3 hours are 1,998 minutes, which 33.3 × 60 in binary fractions is not.
func minutes(ofHours hours: Double) -> Double { (hours * 60 * 1e6).rounded() / 1e6 }

extension StaffMember {
    /// Contracted minutes a week.
    public var contractMinutes: Double { minutes(ofHours: contractHours) }
    /// The most minutes worked in a calendar week; nil: no limit.
    public var maximumMinutes: Double? { maximumHours.map(minutes(ofHours:)) }
}

extension Policy {
    /// Minutes a week above which extra hours of own staff are overtime.
    public var fullTimeMinutes: Double { minutes(ofHours: fullTimeHours) }
    /// Minutes of rest between worked sessions of different days, at least.
    public var minimumRestMinutes: Double { minutes(ofHours: minimumRestHours) }
}

extension Activity {
    /// Minutes one contact takes of each worker: with the person, record, and travel where it takes any.
    ///
    /// - Parameter travel: Travel minutes per contact in the team.
    public func workMinutes(travel: Int) -> Int { minutes + recordMinutes + (remote ? 0 : travel) }

    /// Minutes one contact takes of each worker in that team; nil stands for both hands, a single-handed one takes
    /// its extra minutes besides.
    public func workMinutes(in team: Team, by route: ContactRoute? = nil) -> Int {
        workMinutes(travel: team.travelMinutes) + extraMinutes(by: route)
    }

    /// Minutes of one contact that each worker is with the person.
    public func contactMinutes(by route: ContactRoute?) -> Int { minutes + extraMinutes(by: route) }

    private func extraMinutes(by route: ContactRoute?) -> Int {
        route == .singleHanded ? singleHanded?.extraMinutes ?? 0 : 0
    }
}

extension Sequence<Role> {
    /// The pace of somebody who holds these roles: the largest, and that of most people for those who hold none.
    public var pace: Double { self.map(\.pace).max() ?? 1 }
}

extension Week {
    /// Paid minutes of a person in a session: the session's, or those of a part that the rota gives them of it.
    public func paidMinutes(person: Int, session: Int) -> Int {
        rota[person][session].minutes ?? sessions[session].minutes
    }
}

extension Policy {
    /// The share by which bank and agency pay rises in a session: the largest of its part's, its weekday's and its
    /// special day's.
    public func uplift(in session: Session) -> Double {
        max(session.part.uplift, dayUplift(session.day.weekday), session.special?.uplift ?? 0)
    }

    /// The share of plain rate that own staff get on top for an available session: the larger of its weekday's and its
    /// special day's.
    public func ownUplift(in session: Session) -> Double {
        max(ownDayUplift(session.day.weekday), session.special?.ownUplift ?? 0)
    }

    /// Pounds for a session of a person at plain rate, of bank and agency with its uplift.
    ///
    /// - Parameter minutes: Paid minutes of the person in the session.
    public func pay(of staff: StaffMember, in session: Session, minutes: Int) -> Double {
        let uplift = staff.employment.isTemporary ? uplift(in: session) : 0
        return staff.hourlyCost * (1 + uplift) * Double(minutes) / 60
    }

    /// Pounds that booking a person for a session costs by itself, whatever else they work: of bank and agency its pay,
    /// of own staff the enhancement, of others nothing.
    ///
    /// - Parameter minutes: Paid minutes of the person in the session.
    public func bookingPay(of staff: StaffMember, in session: Session, minutes: Int) -> Double {
        let pay = pay(of: staff, in: session, minutes: minutes)
        switch staff.employment {
        case .bank, .agency: return pay
        case .substantive: return pay * ownUplift(in: session)
        case .student, .volunteer: return 0
        }
    }

    /// The most pounds spent on sessions of people engaged like that; nil: no cap.
    public func cap(on employment: Employment) -> Double? {
        switch employment {
        case .bank: bankCap
        case .agency: agencyCap
        case .substantive, .student, .volunteer: nil
        }
    }
}
