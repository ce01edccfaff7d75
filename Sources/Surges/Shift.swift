// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

/// A person in a session, by their positions in the week.
public struct Shift: Hashable, Sendable, Comparable {
    /// Who.
    public let person: Int
    /// When.
    public let session: Int

    /// A person's session.
    public init(person: Int, session: Int) {
        (self.person, self.session) = (person, session)
    }

    /// By the roster, then by session.
    public static func < (one: Shift, other: Shift) -> Bool {
        (one.person, one.session) < (other.person, other.session)
    }
}

/// What somebody who was rung said.
public enum CallAnswer: String, Sendable, CaseIterable {
    /// They come.
    case yes
    /// They do not.
    case no
}

/// The answers there are so far, session by session.
public struct CallAnswers: Sendable, Equatable {
    /// Who comes, and the teams they were asked for; none: wherever they may go.
    public var accepted: [Shift: [String]]
    /// Who does not.
    public var declined: Set<Shift>
    /// Agency that is booked and no longer needed, because somebody of the bank comes instead.
    public var stoodDown: Set<Shift>

    /// Answers.
    public init(
        accepted: [Shift: [String]] = [:], declined: Set<Shift> = [], stoodDown: Set<Shift> = []
    ) {
        (self.accepted, self.declined, self.stoodDown) = (accepted, declined, stoodDown)
    }

    /// The answers as changes of a week: whoever comes is available, whoever does not is not. Who came to a session
    /// that is over was there.
    public func changes(in week: Week) -> [Change] {
        let coming = accepted.keys.sorted().filter { week.mark($0).duty == .callable }
        let not = declined.sorted().filter {
            week.openSessions.contains($0.session) && week.mark($0).duty != .off
        }
        return coming.map { week.marking($0, .available, pins: week.mark($0).pins) }
            + not.map { week.marking($0, .off) }
    }
}
