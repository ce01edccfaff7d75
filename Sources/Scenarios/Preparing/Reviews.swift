// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading
import Wording
import Workforce

/// Reviews of double-handed care, without which nobody knows that a contact is suitable for one worker: what an overlay's
/// `single_handed` takes before it holds.
struct Reviews: Sendable, Equatable {
    /// The day from which on what they find holds, in weeks that begin then or later; nil: in every week.
    let from: CalendarDay?
    /// Minutes of a reviewer for one.
    let minutes: Double
    /// Workers' hours a week that one releases, by which their number is worked out.
    let releasedHours: Double
    /// How many; nil: as many as release the hours of the contacts that become suitable.
    let number: Int?
    /// Who gives them.
    let giver: PreparedHours.Giver
    private let written: [Field]

    /// Minutes of one where nothing is said (V: read in a published source).
    static let usualMinutes = 540.0
    /// Hours a week that one releases where nothing is said (D: arithmetic from published figures).
    static let usualHours = 2.24

    static let keys =
        ["from", "minutes", "released_hours", "number", "level"] + PreparedHours.giverKeys(giverKeys)
    private static let giverKeys = "reviewer_"

    /// Reads `{from: 2026-11-30, reviewer_role: occupational-therapist}`.
    init?(_ entry: EntryReader) {
        let from = entry.day("from")
        minutes = entry.decimal("minutes", 1...10_000, "minutes a review") ?? Self.usualMinutes
        releasedHours =
            entry.decimal("released_hours", 0.01...168, "workers' hours a week") ?? Self.usualHours
        number = entry.whole("number", 1...10_000, "reviews")
        let level = entry.whole("level", 1...9, "level")
        let keys = PreparedHours.giverKeys(Self.giverKeys)
        let giver = PreparedHours.giver(entry, Self.giverKeys, level: level)
        if !keys.contains(where: entry.has) {
            entry.refuse(
                "reviews do not say who gives them",
                expected: "reviewer_role, reviewer_competency or reviewer_cost, pounds an hour")
        }
        if from == nil, let key = keys.prefix(2).first(where: entry.has) {
            entry.refuse(
                "reviews have '\(key)' and no 'from'",
                expected: "the day from which on they hold: sessions before it are taken",
                at: entry.keyField(key))
        }
        guard let giver, entry.isSound else { return nil }
        (self.from, self.giver) = (from, giver)
        written = Self.keys.compactMap(entry.keyField)
    }

    /// How many there are: of the first week in which they hold the workers' hours that contacts given by one release, those
    /// that become suitable by it, by what one review releases.
    func count(_ share: [SingleHandedShare], in dated: DatedWeeks) -> Int {
        if let number { return number }
        guard let first = holding(in: dated) else { return 0 }
        let week = dated.weeks[first]
        guard let changed = try? week.applying(share.map { .singleHanded($0) }).week else { return 0 }
        let activities = Dictionary(
            week.framework.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let teams = Dictionary(week.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let released = zip(week.demand, changed.demand).reduce(0) { sum, lines in
            guard let activity = activities[lines.1.activity], let team = teams[lines.1.team] else {
                return sum
            }
            let each = activity.workMinutes(in: team) - (activity.singleHanded?.extraMinutes ?? 0)
            return sum + max(0, each) * (lines.1.singleHandedContacts - lines.0.singleHandedContacts)
        }
        // What one releases is of seven days.
        let weeks = max(1, Double(week.days) / 7)
        return Int((Double(released) / 60 / weeks / releasedHours - 1e-9).rounded(.up))
    }

    /// The first week in which what they find holds.
    private func holding(in dated: DatedWeeks) -> Int? {
        dated.order.first { from ?? dated.weeks[$0].start <= dated.weeks[$0].start }
    }

    private func hours(_ share: [SingleHandedShare], in dated: DatedWeeks) -> PreparedHours {
        PreparedHours(hours: Double(count(share, in: dated)) * minutes / 60, giver: giver)
    }

    /// Pounds that are paid for them in one of the weeks.
    func pounds(in base: Int, of dated: DatedWeeks, share: [SingleHandedShare]) -> Double {
        dated.paying(before: from) == base ? hours(share, in: dated).pounds : 0
    }

    /// The sessions that reviewers are off, in whichever of the weeks.
    func takes(of dated: DatedWeeks, share: [SingleHandedShare]) -> [DatedWeeks.Take] {
        hours(share, in: dated).sessions(before: from, besides: [], in: dated).taken
    }

    /// Tells of reviews that cannot be given: nothing that they are about, no week in which they hold, and fewer hours of
    /// reviewers than they take.
    func check(
        _ base: Int, of dated: DatedWeeks, share: [SingleHandedShare], at place: Place,
        _ diagnostics: Diagnostics
    ) {
        func refuse(_ key: String, _ expected: String, _ message: String) {
            diagnostics.add(
                .error, at: written.first { $0.text == key }?.place ?? place, field: key, expected: expected,
                message: message)
        }
        if let from, holding(in: dated) == nil {
            return refuse(
                "from", "the first day of one of the weeks, or one before it",
                "no week begins on \(from.iso), from which on reviews hold, or later")
        }
        guard base == dated.order.first else { return }
        let hours = hours(share, in: dated)
        let missing = hours.sessions(before: from, besides: [], in: dated).missing
        guard missing > 0, let from else { return }
        refuse(
            "minutes", "fewer reviews, reviewer_cost, or a week before \(from.iso) besides",
            "\(Show.counted(count(share, in: dated), "review")) take \(Show.hours(hours.hours)) hours, and people "
                + "\(hours.giverWords) have \(Show.hours(hours.hours - Double(missing) / 60)) on duty before \(from.iso)"
        )
    }

    /// What they take, in words.
    var words: String {
        let each = PreparedHours(hours: minutes / 60, giver: giver)
        let many =
            number.map { Show.counted($0, "review") } ?? "a review for each \(Self.plain(releasedHours)) "
            + "hours a week that it releases"
        return "\(many), \(Self.plain(minutes)) minutes each \(each.words)"
            + (from.map { ", before \(Show.day($0))" } ?? "")
    }

    private static func plain(_ value: Double) -> String { Decimals.text(value, atLeast: 0, atMost: 2) ?? "" }
}
