// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Sharing
import WebStore
import Wording
import Workforce

extension Site {
    /// A swap with the plan that it is of, and who is on its roster.
    struct SwapAtHand {
        let swap: KeptSwap
        let duties: Duties

        var week: Week { duties.week }

        func name(_ staff: String) -> String {
            week.staff.first { $0.id == staff }.map { $0.name } ?? staff
        }

        func called(_ session: String) -> String {
            week.sessions.first { $0.id == session }.map { Show.session($0) } ?? session
        }

        /// The team that somebody is in by the plan; blank: none.
        func team(_ staff: String, _ session: String) -> String {
            duties.duties(ofStaff: staff).first { week.sessions[$0.session].id == session }
                .map { week.teams[$0.team].name } ?? ""
        }

        /// `Tue 24 Nov am in North home-based team`.
        func place(_ staff: String, _ session: String) -> String {
            let team = team(staff, session)
            return called(session) + (team.isEmpty ? "" : " in \(team)")
        }

        /// The swap in a line.
        var line: String {
            let offer = swap.offer
            var words = "\(name(offer.staff)) gives \(place(offer.staff, offer.session))"
            guard let taker = swap.taker else {
                return words + (offer.inReturn.isEmpty ? ", for nothing" : ", for another session")
            }
            words += " to \(name(taker.staff))"
            return words + (taker.session.map { " for \(place(taker.staff, $0))" } ?? ", for nothing")
        }
    }

    /// How far a swap is, in words.
    static func words(_ state: SwapState) -> String {
        switch state {
        case .open: "Offered"
        case .taken: "Waits for a planner"
        case .agreed: "A planner agreed"
        case .refused: "A planner refused"
        case .withdrawn: "Withdrawn"
        case .lapsed: "Lapsed"
        }
    }

    func atHand(_ swap: KeptSwap) throws(StoreError) -> SwapAtHand {
        guard let duties = duties(of: try store.run(swap.offer.run)) else {
            throw .refused("The plan of this swap cannot be read.")
        }
        return SwapAtHand(swap: swap, duties: duties)
    }

    /// Sessions that whoever asks could take.
    func offered(to asked: Asked) throws(StoreError) -> [KeptSwap] {
        let person = try asked.person()
        let names = try store.names(of: person)
        guard !names.isEmpty else { return [] }
        return try store.swaps().filter { isOffered($0, to: person, names) }
    }

    func isOffered(_ swap: KeptSwap, to person: Person, _ names: [String]) -> Bool {
        guard swap.state == .open, swap.person != person.id,
            swap.offer.toStaff.map({ names.contains($0) }) ?? true
        else { return false }
        guard let run = try? store.run(swap.offer.run), let own = own(run, names) else { return false }
        return !own.staff.isEmpty
    }

    /// Swaps: what one could take, one's own, and for planners what waits for a yes.
    func swaps(_ asked: Asked) throws(StoreError) -> Answer {
        let person = try asked.person()
        let all = try store.swaps()
        let isPlanner = person.role == .planner
        let mine = all.filter { $0.person == person.id || $0.takerPerson == person.id }
        var groups: [(title: String, swaps: [KeptSwap], whenEmpty: String)] = []
        if isPlanner {
            groups.append(("To decide", all.filter { $0.state == .taken }, "No swap waits for you."))
            groups.append(
                (
                    "Agreed, or offered", all.filter { $0.state == .agreed || $0.state == .open },
                    "None."
                ))
        }
        if !(try store.names(of: person)).isEmpty {
            groups.append(
                ("Sessions you could take", try offered(to: asked), "Nobody offers you a session."))
            groups.append(("Yours", mine, "You have offered and taken nothing."))
        }
        if isPlanner {
            groups.append(("Over", all.filter { !$0.isAlive }, "None."))
        }
        var shown: [(title: String, lines: [(String, String)], whenEmpty: String)] = []
        for group in groups {
            var lines: [(String, String)] = []
            for swap in group.swaps.prefix(100) {
                guard let one = try? atHand(swap) else { continue }
                lines.append(("/swaps/\(swap.id)", "\(one.line): \(Self.words(swap.state).lowercasedFirst)"))
            }
            shown.append((group.title, lines, group.whenEmpty))
        }
        let sections = shown
        return .page(
            SitePage("Swaps", asked.visit) {
                if sections.isEmpty {
                    Tag.p { "Nobody has said yet who you are on the roster, so there is nothing to swap." }
                }
                for section in sections {
                    Tag.h2 { section.title }
                    if section.lines.isEmpty { Tag.p { section.whenEmpty } }
                    Tag.ul {
                        for (path, words) in section.lines { Tag.li { Tag.a(.href(path)) { words } } }
                    }
                }
                Tag.p(.class("note")) {
                    "A session is offered under My sessions. Whoever takes it finds out first whether it breaks a rule; then a "
                        + "planner says yes, and it holds once the plan with it is published."
                }
            })
    }
}
