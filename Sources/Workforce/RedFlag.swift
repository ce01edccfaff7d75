// SPDX-License-Identifier: GPL-3.0-or-later

/// Something about a plan that must not wait: what it is, since which plan, and what people say of it.
///
/// A plan raises it again as long as it is so. Who owns it, and that it is closed, is typed in by people in `flags.csv`
/// and goes along from plan to plan of a week.
public struct RedFlag: Sendable, Equatable {
    /// What a flag is about: the same for the same thing in a later plan.
    public enum Subject: Sendable, Hashable {
        /// Critical care of a line that is not met.
        case critical(line: String)
        /// A team with fewer heads than its minimum in a session, by name.
        case minimum(team: String, session: String)
        /// A mandatory sign-off that ended on a day, of somebody who is deployed after it.
        case lapsed(staff: String, competency: String, ended: CalendarDay)
        /// Delegated work in a supervision group on a day that one supervisor alone stands behind.
        case delegation(group: String, day: CalendarDay)
    }

    /// That somebody closed a flag.
    public struct Closing: Sendable, Hashable {
        /// Who.
        public var by: String
        /// When.
        public var on: CalendarDay
        /// Why.
        public var why: String

        /// Closed by somebody on a day, for a reason.
        public init(by: String, on: CalendarDay, why: String) {
            self.by = by
            self.on = on
            self.why = why
        }
    }

    /// What it is about.
    public var subject: Subject
    /// What is so, as a sentence.
    public var what: String
    /// Where: a team, or a supervision group.
    public var place: String
    /// When: a session by its name, or a day.
    public var when: String
    /// How bad it is, as a number that grows with it: contacts not met, heads missing, sessions without the sign-off,
    /// delegated contacts (those with nobody to supervise them twice). Of a closed flag what it was when it was closed. Nil:
    /// nobody knows.
    public var size: Int?
    /// The plan that raised it first, by its `raisingMark`; blank where nobody knows.
    public var since: String
    /// Who sees to it; blank: nobody yet.
    public var owner: String
    /// That it is closed; nil: it is open.
    public var closing: Closing?
    /// By whom, when, at which size and why it was closed before it became worse and was opened again; blank: never.
    public var closedBefore: String

    /// A flag.
    public init(
        _ subject: Subject, what: String, place: String, when: String, size: Int? = nil, since: String = "",
        owner: String = "", closing: Closing? = nil, closedBefore: String = ""
    ) {
        self.subject = subject
        self.what = what
        self.place = place
        self.when = when
        self.size = size
        self.since = since
        self.owner = owner
        self.closing = closing
        self.closedBefore = closedBefore
    }

    /// A flag that is raised, with what is known of it from an earlier plan. One that was closed and is worse by now is
    /// open again.
    public func carrying(_ earlier: RedFlag?) -> RedFlag {
        guard let earlier else { return self }
        var flag = self
        if !earlier.since.isEmpty { flag.since = earlier.since }
        flag.owner = earlier.owner
        flag.closedBefore = earlier.closedBefore
        guard let closing = earlier.closing else { return flag }
        if let size, let then = earlier.size, size > then {
            let told = "closed \(closing.on.iso) by \(closing.by) at \(then): \(closing.why)"
            if !flag.closedBefore.contains(told) {
                flag.closedBefore += (flag.closedBefore.isEmpty ? "" : "; ") + told
            }
            return flag
        }
        flag.closing = closing
        flag.size = earlier.size ?? size
        return flag
    }

    /// The flags of the plan that is replaced and of the one that is started from, each once.
    ///
    /// What was typed into the former counts, and where nothing was, what was typed into the latter; the latter knows
    /// since when.
    public static func joined(replaced: [RedFlag], start: [RedFlag]) -> [RedFlag] {
        let before = Dictionary(start.map { ($0.subject, $0) }) { first, _ in first }
        let known = Set(replaced.map(\.subject))
        return replaced.map { flag in
            guard let other = before[flag.subject] else { return flag }
            var flag = flag
            if !other.since.isEmpty { flag.since = other.since }
            if flag.owner.isEmpty { flag.owner = other.owner }
            if flag.closedBefore.isEmpty { flag.closedBefore = other.closedBefore }
            if flag.closing == nil, other.closing != nil {
                (flag.closing, flag.size) = (other.closing, other.size)
            }
            return flag
        } + start.filter { !known.contains($0.subject) }
    }
}

extension RedFlag.Subject {
    /// What stands between the parts of an identifier; none of them holds it.
    private static let separator: Character = "@"

    /// The kinds by the word that their identifiers begin with, in the order in which they are told.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case critical, minimum, lapsed, delegation
    }

    /// What kind it is of.
    public var kind: Kind {
        switch self {
        case .critical: .critical
        case .minimum: .minimum
        case .lapsed: .lapsed
        case .delegation: .delegation
        }
    }

    /// The identifier: `minimum@quay-ward@2026-11-24 am`.
    public var id: String {
        let parts =
            switch self {
            case .critical(let line): [line]
            case .minimum(let team, let session): [team, session]
            case .lapsed(let staff, let competency, let ended): [staff, competency, ended.iso]
            case .delegation(let group, let day): [group, day.iso]
            }
        return ([kind.rawValue] + parts).joined(separator: String(Self.separator))
    }

    /// What an identifier is of; nil where it is none.
    public init?(id: String) {
        let parts = id.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains(""), let kind = parts.first.flatMap(Kind.init) else { return nil }
        switch (kind, parts.count) {
        case (.critical, 2): self = .critical(line: parts[1])
        case (.minimum, 3): self = .minimum(team: parts[1], session: parts[2])
        case (.lapsed, 4):
            guard let day = CalendarDay(iso: parts[3]) else { return nil }
            self = .lapsed(staff: parts[1], competency: parts[2], ended: day)
        case (.delegation, 3):
            guard let day = CalendarDay(iso: parts[2]) else { return nil }
            self = .delegation(group: parts[1], day: day)
        case (.critical, _), (.minimum, _), (.lapsed, _), (.delegation, _): return nil
        }
    }
}

extension RedFlag: Encodable {
    private enum CodingKeys: CodingKey {
        case flag, kind, what, place, when, size, since, owner, closedBy, closedOn, why, closedBefore
    }

    /// Writes the columns of `flags.csv`; who closed it, when and why only where somebody did.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject.id, forKey: .flag)
        try container.encode(subject.kind, forKey: .kind)
        try container.encode(what, forKey: .what)
        try container.encode(place, forKey: .place)
        try container.encode(when, forKey: .when)
        try container.encodeIfPresent(size, forKey: .size)
        try container.encode(since, forKey: .since)
        try container.encode(owner, forKey: .owner)
        try container.encodeIfPresent(closing?.by, forKey: .closedBy)
        try container.encodeIfPresent(closing?.on, forKey: .closedOn)
        try container.encodeIfPresent(closing?.why, forKey: .why)
        if !closedBefore.isEmpty { try container.encode(closedBefore, forKey: .closedBefore) }
    }
}

extension Plan {
    /// What a flag says that this plan raised first: the first session that was not over when it was made, and a number
    /// of the input files that it was made from, `2026-11-24 pm 3f2a91c0b7d4`. No clock is looked at.
    ///
    /// The number is the sum of the first twelve hexadecimal digits of the inputs' SHA-256, kept to twelve digits.
    public func raisingMark(in week: Week) -> String {
        let open = week.openSessions
        let from = open.isEmpty ? week.start.iso : week.sessions[open.lowerBound].id
        guard !summary.inputs.isEmpty else { return from }
        let sum = summary.inputs.reduce(into: UInt64(0)) { sum, input in
            sum &+= UInt64(input.sha256.prefix(12), radix: 16) ?? 0
        }
        let digits = String(sum & 0xffff_ffff_ffff, radix: 16)
        return from + " " + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
