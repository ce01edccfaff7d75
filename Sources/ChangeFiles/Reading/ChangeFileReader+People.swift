// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// What is said of people.
extension ChangeFileReader {
    static let absenceKeys = ["staff", "rate", "roles", "employers", "seed", "from", "until", "reason"]
    static let availabilityKeys = ["staff", "sessions", "mark", "team", "minutes"]
    static let termKeys = [
        "role", "contract_hours", "max_hours", "hourly_cost", "pace", "non_contact_minutes",
    ]
    static let peopleKeys = ["like", "add", "prefix", "remove", "staff", "of"] + termKeys
    static let rateKeys = ["factor", "employment", "roles", "employers"]
    static let signOffKeys = ["staff", "competency", "level", "signed_off_on", "expires_on", "withdraw"]
    static let placementKeys = ["staff", "team", "lift", "from", "until"]
    static let moveKeys = ["staff", "home_team", "base_locality", "consultation"]

    func absence(_ entry: EntryReader) -> Change? {
        let reason = entry.word("reason", Absence.Reason.self) ?? .sick
        let range = entry.range()
        switch kind(of: entry, ["staff", "rate"]) {
        case "staff":
            entry.refuse(["roles", "employers", "seed"], beside: "staff")
            return entry.identifier("staff").map {
                .absence(Absence(staff: $0, reason, in: range))
            }
        case "rate":
            let (roles, employers) = (entry.names("roles"), entry.names("employers"))
            let seed = entry.whole("seed", 0...Int.max, "seed") ?? 1
            return entry.decimal("rate", 0...1, "absences per session on duty").map {
                let who = Absence.Who.drawn(
                    rate: $0, seed: UInt64(seed), roles: roles, employers: employers)
                return .absence(Absence(who, reason, in: range))
            }
        default: return nil  // foreign
        }
    }

    func availability(_ entry: EntryReader) -> Change? {
        let staff = entry.required("staff", a: "somebody of staff.csv")
        let teams = entry.names("team") ?? []
        let minutes = entry.whole("minutes", 1...1440, "minutes")
        let mark = mark(entry)
        if !entry.has("sessions") {
            entry.refuse("\(entry.name) has no 'sessions'", expected: "a list such as [2026-11-25 am]")
        }
        guard let sessions = entry.sessions("sessions"), let staff, let mark else { return nil }
        if mark == .off { entry.refuse(["team", "minutes"], beside: "mark: blank") }
        return .availability(
            Availability(staff: staff, sessions: sessions, mark, teams: teams, minutes: minutes))
    }

    /// What somebody who is not away may be marked with; a blank, `""` and `null` are one.
    private func mark(_ entry: EntryReader) -> RotaMark.Duty? {
        let marks = RotaMark.Duty.allCases.filter { !$0.isAbsence }
        let expected = "\(marks.filter { $0 != .off }.map(\.rawValue).joined(separator: ", ")) or blank"
        guard let field = entry.required("mark", expected) else { return nil }
        if field.text.lowercased() == "blank" { return .off }
        if let mark = RotaMark.Duty(rawValue: field.text.uppercased()), marks.contains(mark) { return mark }
        entry.refuse("mark \(field.shown) is not one that can be given", expected: expected, at: field)
        return nil
    }

    func people(_ entry: EntryReader) -> Change? {
        switch kind(of: entry, ["like", "remove", "staff", "of"]) {
        case "like":
            entry.refuse(Self.termKeys, beside: "like")
            let add = entry.has("add") ? entry.whole("add", 1...10_000, "people") : 1
            let prefix = entry.required("prefix", a: "how they are called: PREFIX-1, PREFIX-2 and so on")
            guard let like = entry.identifier("like"), let add, let prefix else { return nil }
            if prefix.unicodeScalars.count + 1 + String(add).count + 2 > Field.identifierLimit {
                entry.refuse(
                    "prefix '\(Diagnostic.shortened(prefix))' leaves no room for a number",
                    expected: "at most \(Field.identifierLimit - 8) characters", at: entry.keyField("prefix"))
            }
            return .person(.like(staff: like, add: add, prefix: prefix))
        case "remove":
            entry.refuse(Self.termKeys + ["add", "prefix"], beside: "remove")
            return entry.identifier("remove").map { .person(.remove(staff: $0)) }
        case "staff":
            entry.refuse(["add", "prefix"], beside: "staff")
            return terms(entry).map { .person(.terms($0)) }
        case "of":
            entry.refuse(
                ["add", "prefix"] + Self.termKeys.filter { !Self.groupTermKeys.contains($0) }, beside: "of")
            return groupTerms(entry)
        default: return nil  // foreign
        }
    }

    /// Terms that all people of a group may have.
    private static let groupTermKeys = ["pace", "non_contact_minutes"]

    private func groupTerms(_ entry: EntryReader) -> Change? {
        let known = ["roles", "employers", "teams"]
        guard let node = entry.node("of"), let group = EntryReader(node, "of", known: known, diagnostics)
        else { return nil }
        if group.keys.isEmpty { saysNothing(group, known) }
        if !Self.groupTermKeys.contains(where: entry.has) { saysNothing(entry, Self.groupTermKeys) }
        let terms = GroupTerms(
            roles: group.names("roles"), employers: group.names("employers"), teams: group.names("teams"),
            pace: entry.decimal("pace", 0...10, "times a full pace"),
            nonContactMinutes: entry.decimal("non_contact_minutes", 0...1440, "minutes"))
        if !group.isSound { entry.spoil() }
        take(entry, .person(.termsOf(terms)), besides: group.fields)
        return nil
    }

    private func terms(_ entry: EntryReader) -> PersonTerms? {
        guard let staff = entry.identifier("staff") else { return nil }
        if !Self.termKeys.contains(where: entry.has) { saysNothing(entry, Self.termKeys) }
        return PersonTerms(
            staff: staff, roles: roles(entry, "role"),
            contractHours: entry.decimal("contract_hours", 0...168, "hours"),
            maximumHours: entry.decimal("max_hours", 0...168, "hours"),
            hourlyCost: entry.decimal("hourly_cost", 0...1_000_000, "pounds"),
            pace: entry.decimal("pace", 0...10, "times a full pace"),
            nonContactMinutes: entry.decimal("non_contact_minutes", 0...1440, "minutes"))
    }

    /// Roles as a list, or as staff.csv has them: `a;b`.
    private func roles(_ entry: EntryReader, _ key: String) -> [String]? {
        guard let node = entry.node(key) else { return nil }
        guard case .scalar = node.kind, let field = entry.field(key), field.text.contains(";") else {
            return entry.names(key)
        }
        guard let roles = field.identifiers(diagnostics) else {
            entry.spoil()
            return nil
        }
        return roles
    }

    /// Tells that an entry names something and changes nothing of it.
    func saysNothing(_ entry: EntryReader, _ keys: [String]) {
        entry.refuse(
            "\(entry.name) does not say what is otherwise", expected: "one of \(keys.joined(separator: ", "))"
        )
    }

    func rate(_ entry: EntryReader) -> Change? {
        let employment = entry.word("employment", Employment.self)
        let (roles, employers) = (entry.names("roles"), entry.names("employers"))
        return entry.factor().map {
            .rate(RateChange(factor: $0, employment: employment, roles: roles, employers: employers))
        }
    }

    func signOff(_ entry: EntryReader) -> Change? {
        if let node = entry.node("withdraw") {
            entry.refuse(Self.signOffKeys.filter { $0 != "withdraw" }, beside: "withdraw")
            guard entry.isSound,
                let pair = EntryReader(node, "a withdrawal", known: ["staff", "competency"], diagnostics)
            else { return nil }
            let staff = pair.required("staff", a: "somebody of staff.csv")
            let competency = pair.required("competency", a: "a competency of the framework")
            guard let staff, let competency else { return nil }
            take(pair, .signOff(.withdraw(staff: staff, competency: competency)))
            return nil
        }
        let staff = entry.required("staff", a: "somebody of staff.csv")
        let competency = entry.required("competency", a: "a competency of the framework")
        if !entry.has("level") {
            entry.refuse("\(entry.name) has no 'level'", expected: "a level, 1 or more")
        }
        let level = entry.whole("level", 1...100, "level")
        let (from, until) = (entry.day("signed_off_on"), entry.day("expires_on"))
        guard let staff, let competency, let level else { return nil }
        return .signOff(
            .add(staff: staff, competency: competency, level: level, signedOffOn: from, expiresOn: until))
    }

    func placement(_ entry: EntryReader) -> Change? {
        let staff = entry.required("staff", a: "somebody of staff.csv")
        let (from, until) = (entry.day("from"), entry.day("until"))
        let team = entry.identifier("team")
        if entry.truth("lift") == false, let field = entry.keyField("lift") {
            entry.refuse("lift is false, and a placement is lifted or not named", expected: "true", at: field)
        }
        guard kind(of: entry, ["lift", "team"]) != nil, let staff else { return nil }
        return .placement(PlacementChange(staff: staff, team: team, from: from, until: until))
    }

    func move(_ entry: EntryReader) -> Change? {
        let staff = entry.required("staff", a: "somebody of staff.csv")
        let (team, base) = (entry.identifier("home_team"), entry.identifier("base_locality"))
        let isConsulted = entry.truth("consultation")
        if !entry.has("home_team"), !entry.has("base_locality") {
            saysNothing(entry, ["home_team", "base_locality"])
        }
        return staff.map {
            .move(HomeChange(staff: $0, homeTeam: team, baseLocality: base, isConsulted: isConsulted))
        }
    }
}
