// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import Wording
import Workforce

/// A delegation that an AHP lead has to decide on: what a row of `decisions.csv` would be about.
public struct DelegationToDecide: Sendable, Equatable {
    /// The activity.
    public let activity: String
    /// The person; nil: everyone.
    public let staff: String?
    /// The team.
    public let team: String
    /// The day from which a decision would hold.
    public let on: CalendarDay
    /// What it is about, with its evidence, as people read it.
    public let sentence: String
}

extension DelegationReview {
    /// What there is to decide on, those in use first.
    public var toDecide: [DelegationToDecide] {
        let names = DelegationNames(week)
        return used.map { item in
            DelegationToDecide(
                activity: item.activity, staff: item.staff, team: item.team, on: week.start,
                sentence: Self.sentence(item, names))
        }
            + closed.map { item in
                DelegationToDecide(
                    activity: item.activity, staff: nil, team: item.team, on: week.start,
                    sentence: Self.sentence(item, names))
            }
    }

    /// The list as a decisions.csv to fill in, its decisions blank.
    ///
    /// A week takes it as it is: rows in which nobody has decided anything are left out there. Comment lines say
    /// what each row is about.
    public var decisionsFile: String {
        let head = [
            "SPDX-License-Identifier: GPL-3.0-or-later", "",
            "Delegations to decide on: \(Show.day(week.start)) and the \(Show.counted(week.days, "day")) from then.",
            "In each row write allow or refuse under decision; why under reason; and your name under by.",
            "The decision holds from the day under on. A row without a decision changes nothing.",
            "A blank under staff means everyone; a blank under team means every team.",
            "Put the rows into decisions.csv in the week's folder beside those that are there already.",
        ]
        let lines =
            head.map(Self.comment) + [
                CSVText.record(TableSchema.decisions.columns.map(\.name))
            ]
            + toDecide.flatMap { item in
                [
                    Self.comment(item.sentence),
                    CSVText.record([item.activity, item.staff ?? "", item.team, "", "", "", item.on.iso]),
                ]
            }
        return lines.joined()
    }

    private static func sentence(_ item: UsedDelegation, _ names: DelegationNames) -> String {
        let supervisors = item.supervisors.map(names.person).joined(separator: "; ")
        let signOffs = item.signOffs.map(names.signOff).joined(separator: "; ")
        return [
            (item.closure == nil ? "In use" : "In use, but closed")
                + ": \(names.person(item.staff)) gives \(Show.counted(item.contacts, "contact")) of "
                + "\(names.activity(item.activity)) in \(names.team(item.team))",
            supervisors.isEmpty ? "no minutes of supervision asked for" : "supervised by \(supervisors)",
            signOffs.isEmpty ? "no sign-off asked for" : "signed off: \(signOffs)", names.approval(item),
        ].joined(separator: "; ") + "."
    }

    private static func sentence(_ item: ClosedDelegation, _ names: DelegationNames) -> String {
        let people = item.staffThere + item.staffElsewhere
        return [
            "Not open (\(names.cause(item.cause))): \(names.activity(item.activity)) in \(names.team(item.team))",
            "\(Show.counted(item.unmetContacts, "contact")) not met",
            "\(Show.counted(item.registeredContacts, "contact")) given by registered people",
            "could be given by \(names.few(people))",
        ].joined(separator: "; ") + "."
    }

    /// A comment of one line. Without quotation marks, because a spreadsheet would take them for a cell's.
    private static func comment(_ text: String) -> String {
        let plain = text.map { $0 == "\"" ? "'" : $0.isNewline ? " " : $0 }
        return (plain.isEmpty ? "#" : "# " + String(plain)) + "\n"
    }
}
