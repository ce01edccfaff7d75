// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// What is otherwise in one of somebody's sessions than in a plan that they knew.
public struct DutyNews: Sendable, Equatable {
    /// What kind of news it is.
    public enum Kind: Sendable, Equatable {
        /// They did not have the session.
        case new
        /// They have it no more.
        case gone
        /// It is in another team.
        case otherTeam
        /// It is in the same team, at other times, with other work, or paid otherwise.
        case otherWork
    }

    /// The session, `2026-11-24 am`.
    public let session: String
    /// What kind of news it is.
    public let kind: Kind
    /// It as a sentence: `Tue 24 Nov am: South home-based team instead of North home-based team.`
    public let sentence: String
}

extension Duties {
    /// Sessions of somebody, whose row of the roster is named.
    public func duties(ofStaff id: String) -> [Duty] {
        week.staff.firstIndex { $0.id == id }.map { duties(of: $0) } ?? []
    }

    /// What is otherwise in somebody's sessions than in a plan that they knew, in the order of the sessions.
    ///
    /// - Parameters:
    ///   - staff: Who, by identifier.
    ///   - before: That plan's duties, of the same week or of one that was changed since.
    public func news(of staff: String, since before: Duties) -> [DutyNews] {
        let now = Dictionary(
            duties(ofStaff: staff).map { (week.sessions[$0.session].id, $0) },
            uniquingKeysWith: { first, _ in first })
        let then = Dictionary(
            before.duties(ofStaff: staff).map { (before.week.sessions[$0.session].id, $0) },
            uniquingKeysWith: { first, _ in first })
        return Set(now.keys).union(then.keys).sorted(by: isBefore).compactMap { session in
            switch (now[session], then[session]) {
            case (let duty?, nil):
                news(session, .new, "\(called(duty)): new, \(week.teams[duty.team].name).")
            case (nil, let old?):
                news(
                    session, .gone,
                    "\(before.called(old)): no longer yours. It was in \(before.week.teams[old.team].name).")
            case (let duty?, let old?): changed(session, duty, old, before)
            case (nil, nil): nil
            }
        }
    }

    /// A digest of everything that somebody's sessions say: two plans have the same where nothing is otherwise for them.
    ///
    /// - Parameter staff: Who, by identifiers.
    public func fingerprint(of staff: [String]) -> String {
        let lines = staff.sorted().flatMap { id in
            [id]
                + duties(ofStaff: id).map { duty in
                    ([week.sessions[duty.session].id] + says(duty)).joined(separator: "\u{1F}")
                }
        }
        return InputFile(path: "", bytes: Array(lines.joined(separator: "\n").utf8)).digest.sha256
    }

    private func changed(_ session: String, _ duty: Duty, _ old: Duty, _ before: Duties) -> DutyNews? {
        let (team, was) = (week.teams[duty.team], before.week.teams[old.team])
        guard says(duty) != before.says(old) else { return nil }
        guard team.id == was.id else {
            return news(session, .otherTeam, "\(called(duty)): \(team.name) instead of \(was.name).")
        }
        var words: [String] = []
        if times(duty) != before.times(old) { words.append("\(times(duty)) instead of \(before.times(old))") }
        if work(duty) != before.work(old) { words.append("other work") }
        if duty.booking != old.booking {
            words.append("paid as \(Words.tier(duty.booking).lowercased())")
        }
        let what = words.isEmpty ? "" : ", \(Naming.list(words))"
        return news(session, .otherWork, "\(called(duty)): \(team.name) as before\(what).")
    }

    private func news(_ session: String, _ kind: DutyNews.Kind, _ sentence: String) -> DutyNews {
        DutyNews(session: session, kind: kind, sentence: sentence)
    }

    private func called(_ duty: Duty) -> String { Show.session(week.sessions[duty.session]) }

    private func times(_ duty: Duty) -> String { Show.times(week.sessions[duty.session]) }

    /// What there is to do in a session, a line a piece of work.
    public func work(_ duty: Duty) -> [String] {
        duty.care.map(Self.words(of:)) + duty.oversight.map(Self.words(of:))
    }

    private func says(_ duty: Duty) -> [String] {
        [times(duty), week.teams[duty.team].id, duty.booking.rawValue] + work(duty)
    }

    /// In the order of this week's sessions; those that it does not have come by name.
    private func isBefore(_ one: String, _ other: String) -> Bool {
        let places = [one, other].map { id in week.sessions.firstIndex { $0.id == id } ?? .max }
        return (places[0], one) < (places[1], other)
    }
}
