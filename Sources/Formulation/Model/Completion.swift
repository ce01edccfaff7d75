// SPDX-License-Identifier: GPL-3.0-or-later

/// Fills in the columns that follow from deployments, contacts and supervision, each at its cheapest.
public struct Completion: Sendable {
    private let model: WeeklyModel

    /// A completion for values of that model.
    public init(model: WeeklyModel) {
        self.model = model
    }

    /// The values with every column that follows set; `values` holds deployments, contacts and supervision.
    public func complete(_ given: [Double]) -> [Double] {
        var values = given
        values[model.layout.one] = 1
        lines(&values)
        delegation(&values)
        days(&values)
        weeks(&values)
        heads(&values)
        return values
    }

    private var instance: Instance { model.instance }
    private var layout: ModelLayout { model.layout }

    private func lines(_ values: inout [Double]) {
        for (i, line) in instance.lines.enumerated() {
            var met = 0.0
            var parts = [Double](repeating: 0, count: line.window.count)
            for index in layout.contactsOfLine[i] {
                let contact = layout.contacts[index]
                if contact.kind == .doubleHandedParts {
                    parts[Int(contact.session) - line.window.lowerBound] += values[Int(contact.column)]
                } else {
                    met += values[Int(contact.column)]
                }
            }
            var doubleHanded = 0.0
            for (session, column) in layout.doubleHanded[i] {
                values[column] = parts[session - line.window.lowerBound] / 2
                doubleHanded += values[column]
            }
            values[layout.unmet[i]] = Double(line.contacts) - met - doubleHanded
            if let avoidable = layout.avoidable[i] {
                values[avoidable] = max(0, doubleHanded - Double(line.doubleHandedNeeded))
            }
        }
    }

    private func delegation(_ values: inout [Double]) {
        for delegates in layout.delegates { values[Int(delegates.column)] = 0 }
        for contact in layout.contacts
        where contact.kind == .delegatedContacts && values[Int(contact.column)] > 0.5
            && instance.isUnderSpan(line: Int(contact.line))
        {
            let cell = Int(contact.person) * instance.sessionCount + Int(contact.session)
            let group = instance.groupOfTeam[Int(contact.team)]
            for delegates in layout.delegates[layout.delegatesOfCell[cell]]
            where Int(delegates.group) == group {
                values[Int(delegates.column)] = 1
            }
        }
    }

    private func days(_ values: inout [Double]) {
        for s in 0..<instance.staffCount {
            for (day, sessions) in instance.calendar.sessionsOfDay.enumerated() {
                let columns = layout.personDay[s * instance.dayCount + day]
                guard !columns.isEmpty else { continue }
                var teams = Set<Int32>()
                for t in sessions { if let k = team(s, t, values) { teams.insert(Int32(k)) } }
                for column in columns {
                    switch model.columns[column].kind {
                    case .worksDay: values[column] = teams.isEmpty ? 0 : 1
                    case .inTeamOnDay: values[column] = teams.contains(model.columns[column].team) ? 1 : 0
                    default: values[column] = Double(max(0, teams.count - 1))
                    }
                }
            }
        }
    }

    private func weeks(_ values: inout [Double]) {
        for s in 0..<instance.staffCount {
            for c in instance.calendar.daysOfWeek.indices {
                let columns = layout.personWeek[s * instance.calendar.daysOfWeek.count + c]
                guard !columns.isEmpty else { continue }
                let pay = SubstantivePay(instance, person: s, week: c)
                let minutes = instance.calendar.sessionsOfWeek(c).reduce(0) { minutes, t in
                    let isBooked =
                        instance.duty[s * instance.sessionCount + t] == .available
                        && team(s, t, values) != nil
                    return minutes + (isBooked ? instance.calendar.sessions[t].minutes : 0)
                }
                for column in columns {
                    let free =
                        model.columns[column].kind == .beyondFullTime ? pay.plainMinutes : pay.freeMinutes
                    values[column] = max(0, Double(minutes) - free)
                }
            }
        }
    }

    private func heads(_ values: inout [Double]) {
        var heads = [Int](repeating: 0, count: instance.teamCount * instance.sessionCount)
        var registered = heads
        for s in 0..<instance.staffCount where instance.isHead[s] {
            for t in 0..<instance.sessionCount {
                guard let k = team(s, t, values) else { continue }
                heads[k * instance.sessionCount + t] += 1
                if instance.isRegistered[s] { registered[k * instance.sessionCount + t] += 1 }
            }
        }
        for place in heads.indices {
            let team = instance.week.teams[place / instance.sessionCount]
            if let short = layout.shortStaff[place] {
                values[short] = Double(max(0, team.minimumStaff - heads[place]))
            }
            if let short = layout.shortRegistered[place] {
                values[short] = Double(max(0, team.minimumRegistered - registered[place]))
            }
        }
    }

    private func team(_ s: Int, _ t: Int, _ values: [Double]) -> Int? {
        model.team(ofPerson: s, session: t, in: values)
    }
}
