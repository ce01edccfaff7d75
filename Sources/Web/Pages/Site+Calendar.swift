// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Reading
import Sharing
import WebStore
import Workforce

extension Site {
    /// Where somebody has, makes and revokes the address of their calendar.
    func calendarSection(_ asked: Asked, made: Int?, new: Token?) -> [Markup] {
        [
            Tag.section(.labelledBy("calendar")) {
                Tag.h2(.id("calendar")) { "Your calendar" }
                if let new {
                    Tag.p(.role("status")) {
                        "This is the address of your calendar. It is shown here once, and kept nowhere:"
                    }
                    Tag.p { Tag.code { "/calendar/\(new.text).ics" } }
                    Tag.p(.class("note")) {
                        "Put this server's address before it, and add it on your telephone or computer as a calendar to "
                            + "subscribe to. It follows every published plan. Whoever has it sees your sessions: tell nobody."
                    }
                } else if let made {
                    Tag.p { "Its address was made \(Moment.words(made))." }
                } else {
                    Tag.p {
                        "Your telephone or computer can show your sessions and follow every published plan, by an address "
                            + "that only you know."
                    }
                }
                Tag.form(.action("/me/calendar"), .post, .class("actions")) {
                    SitePage.token(asked.visit)
                    Tag.button(.name("do"), .filled("make")) {
                        made == nil && new == nil
                            ? "Make an address" : "Make another address; the one of now ends"
                    }
                    if made != nil || new != nil {
                        Tag.button(.class("plain"), .name("do"), .filled("revoke")) { "Revoke the address" }
                    }
                }
            }
        ]
    }

    /// Makes or revokes the address of somebody's calendar.
    func calendarSent(_ asked: Asked) throws(StoreError) -> Answer {
        let person = try asked.person()
        switch asked.form["do"] {
        case "revoke":
            try store.revokeCalendar(of: person)
            return .see("/me#calendar")
        case "make": return try me(asked, calendar: try store.makeCalendar(of: person))
        default: throw .refused("Say whether an address is to be made or revoked.")  // foreign
        }
    }

    /// A calendar, for whoever has its address. Of every address that leads nowhere the same is said.
    ///
    /// It has the sessions of every week that was published, those that are no more as cancelled: programs that take in what
    /// is new, and programs that show what is there, both come to what is planned now.
    func calendar(_ asked: Asked) throws(StoreError) -> Answer {
        let name = asked.text("secret")
        guard name.hasSuffix(".ics"),
            let person = try store.person(byCalendar: Token(String(name.dropLast(4))))
        else { throw .missing("There is no calendar at this address.") }
        var texts: [String] = []
        var day = CalendarDay(number: 0)
        let names = try store.names(of: person)
        for plan in try store.plansEverHandedOut() {
            if let week = check(ofPlan: plan).week { day = max(day, week.start) }
        }
        for week in shelf.weeksHandedOut() {
            for path in names.flatMap(SharedCalendars.calendars(of:)) {
                let file = shelf.handedOut(ofWeek: week).appending(FilePath(path))
                if file.exists { texts.append(Shelf.text(file)) }
            }
        }
        do throws(CalendarError) {
            let text = try SharedCalendars.joined(
                texts, title: "skillmix: \(person.name)", on: day)
            return .file(Array(text.utf8), type: "text/calendar; charset=utf-8")
        } catch {
            logger.error("The calendar of \(person.login) cannot be read: \(error.description)")
            throw .refused("The calendar cannot be read just now.")
        }
    }
}
