// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Finds decisions about delegation that change nothing in a week, and why.
///
/// A decision has an effect where, on some day for which some team asks for the activity, somebody on the roster
/// could take part by a route with it that they could not take without it, or the other way round.
struct DecisionEffects {
    /// Why a decision changes nothing.
    enum Idle: Equatable {
        /// It is dated after the days planned.
        case later
        /// Another about the same people and team is later, or stands further down on the same day.
        case replaced(by: Int)
        /// One that says more exactly whom it concerns counts wherever it would.
        case outranked(by: Int)
        /// Another that counts without it says the same.
        case same(as: Int)
        /// No team that it concerns asks for the activity on its days.
        case notWanted
        /// The person gives it by the registered route, which no decision closes.
        case registeredRoute
        /// To allow: the person is registered, and nothing is delegated to registered people.
        case registeredPerson
        /// To allow: the person gives it by a route of their own.
        case ownRoute
        /// The person, or everybody, lacks the role or the sign-offs for it.
        case notFit
        /// To allow: it is open without the decision.
        case open
        /// It is closed with the decision and without it.
        case closed(DelegatedRoute.Status?)
    }

    private let decisions: [DelegationDecision]
    private let activities: [String: Activity]
    private let teams: [String]
    private let people: [Qualifications]
    private let staffIndex: [String: Int]
    private let days: ClosedRange<CalendarDay>
    /// Decisions of each scope, the earliest first.
    private var byScope: [Scope: [Int]] = [:]
    /// The days on which a team asks for an activity.
    private var wanted: [[String]: Set<CalendarDay>] = [:]
    /// The rows of the human of each row.
    private let rows: [[Int]]

    private struct Scope: Hashable {
        let activity: String
        let staff: String?
        let team: String?
    }

    init(
        _ decisions: [DelegationDecision], framework: Framework, teams: [Team], staff: [StaffMember],
        signOffs: [SignOff], demand: [DemandLine], horizon: Horizon
    ) {
        let humans = Humans(staff)
        rows = staff.indices.map { humans.rows(with: $0) }
        let positions = staff.map(\.id).positions
        // What names one row of a human names them all: here the first.
        let decisions = decisions.map { decision in
            var decision = decision
            decision.staff = decision.staff.map { id in
                positions[id].map { staff[humans.first(with: $0)].id } ?? id
            }
            return decision
        }
        self.decisions = decisions
        activities = Dictionary(framework.activities.map { ($0.id, $0) }) { first, _ in first }
        self.teams = teams.map(\.id)
        people = Qualifications.of(staff, signOffs: signOffs, framework: framework)
        staffIndex = positions
        days = horizon.start...horizon.last
        for (index, row) in decisions.enumerated() {
            byScope[Scope(activity: row.activity, staff: row.staff, team: row.team), default: []].append(
                index)
        }
        byScope = byScope.mapValues { $0.sorted { (decisions[$0].on, $0) < (decisions[$1].on, $1) } }
        for line in demand {
            wanted[[line.team, line.activity], default: []]
                .formUnion(
                    line.window.filter(horizon.sessions.indices.contains).map { horizon.sessions[$0].day })
        }
    }

    /// Why a decision changes nothing; nil where it changes something.
    func idle(_ index: Int) -> Idle? {
        let row = decisions[index]
        guard row.on <= days.upperBound else { return .later }
        guard let activity = activities[row.activity] else { return nil }
        let scope = byScope[Scope(activity: row.activity, staff: row.staff, team: row.team)] ?? []
        let next = scope.drop { $0 != index }.dropFirst().first
        if let next, decisions[next].on <= max(row.on, days.lowerBound) { return .replaced(by: next) }
        let end = next.map { decisions[$0].on.adding(days: -1) } ?? days.upperBound
        let places = (row.team.map { [$0] } ?? teams).flatMap { team in
            (wanted[[team, row.activity]] ?? []).filter { row.on <= $0 && $0 <= end }.sorted()
                .map { (team: team, day: $0) }
        }
        guard !places.isEmpty else { return .notWanted }
        var (isCounted, isChanged) = (false, false)
        var outranking: Int?
        for place in places {
            let counting = counting(activity.id, row.staff, place.team, place.day, except: nil)
            guard counting == index else {
                outranking = outranking ?? counting
                continue
            }
            isCounted = true
            let (with, without) = routes(activity, row.staff, place, index)
            guard with != without else { continue }
            isChanged = true
            if somebody(activity, row, place, index, with, without) { return nil }
        }
        if !isCounted, let outranking { return .outranked(by: outranking) }
        return reason(row, activity, places, index, isChanged: isChanged)
    }

    // MARK: What counts

    /// The decision that counts for somebody, or for everybody of whom nothing is decided, but for one decision.
    private func counting(
        _ activity: String, _ staff: String?, _ team: String, _ day: CalendarDay, except index: Int?
    ) -> Int? {
        let scopes: [(String?, String?)] =
            (staff.map { [($0, team), ($0, nil)] } ?? []) + [(nil, team), (nil, nil)]
        for (staff, team) in scopes {
            let found = byScope[Scope(activity: activity, staff: staff, team: team)]?
                .last { decisions[$0].on <= day && $0 != index }
            if let found { return found }
        }
        return nil
    }

    private func routes(
        _ activity: Activity, _ staff: String?, _ place: (team: String, day: CalendarDay), _ index: Int
    ) -> (with: OpenRoutes, without: OpenRoutes) {
        let other = counting(activity.id, staff, place.team, place.day, except: index)
        return (
            OpenRoutes(of: activity, on: place.day, under: decisions[index]),
            OpenRoutes(of: activity, on: place.day, under: other.map { decisions[$0] })
        )
    }

    /// Whether somebody whom the decision counts for may do other things with it than without.
    private func somebody(
        _ activity: Activity, _ row: DelegationDecision, _ place: (team: String, day: CalendarDay),
        _ index: Int,
        _ with: OpenRoutes, _ without: OpenRoutes
    ) -> Bool {
        if let staff = row.staff {
            return (staffIndex[staff].map { rows[$0] } ?? []).contains {
                differs(fit($0, activity, place.day), with, without)
            }
        }
        let named = byScope.keys.filter { $0.activity == activity.id }.compactMap(\.staff)
        let others = Set(
            named.filter { counting(activity.id, $0, place.team, place.day, except: nil) != index }
                .compactMap { staffIndex[$0] }.flatMap { rows[$0] })
        return people.indices.contains {
            !others.contains($0) && differs(fit($0, activity, place.day), with, without)
        }
    }

    private func fit(_ person: Int, _ activity: Activity, _ day: CalendarDay) -> Standing {
        people[person].standing(for: activity, on: day, open: .all)
    }

    private func differs(_ fit: Standing, _ with: OpenRoutes, _ without: OpenRoutes) -> Bool {
        let (one, other) = (fit.keeping(with), fit.keeping(without))
        return one.bestRoute != other.bestRoute || one.takesPart != other.takesPart
            || one.contains(.single) != other.contains(.single)
    }

    // MARK: Why not

    private func reason(
        _ row: DelegationDecision, _ activity: Activity, _ places: [(team: String, day: CalendarDay)],
        _ index: Int, isChanged: Bool
    ) -> Idle {
        if let staff = row.staff.flatMap({ staffIndex[$0] }) {
            let fits = places.flatMap { place in rows[staff].map { fit($0, activity, place.day) } }
            if fits.contains(where: { $0.contains(.registered) }) { return .registeredRoute }
            if row.ruling == .allow, people[staff].isRegistered { return .registeredPerson }
            if row.ruling == .allow, fits.contains(where: { $0.contains(.support) }) { return .ownRoute }
            if !fits.contains(where: \.takesPart) { return .notFit }
        } else if isChanged {
            return .notFit
        }
        let others = places.compactMap {
            counting(activity.id, row.staff, $0.team, $0.day, except: index)
        }
        if let other = others.first, decisions[other].ruling == row.ruling { return .same(as: other) }
        let isOpen = places.contains { routes(activity, row.staff, $0, index).with.contains(.delegated) }
        return isOpen ? .open : .closed(activity.delegated?.status)
    }
}
