// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// `calls.csv`: the calls in the order to ring, then those that were answered, and whatever else was typed.
public struct CallList: Sendable {
    /// The columns, in their order.
    static let columns = [
        "rank", "gap", "team", "sessions", "staff", "name", "rung", "mark", "employer", "grade_asked",
        "grade_held",
        "travel_minutes", "hours_last_7_days", "hours_this_week", "working_time", "sign_offs_missing",
        "sign_offs_ending", "supervisor", "supervision_minutes", "covers", "contacts", "critical_contacts",
        "cost",
        "pounds_per_contact_hour", "break_even_rate", "loss", "displaces", "ring_before", "opens_on",
        "reason", "answer",
        "answered_at", "note",
    ]

    /// A row: the call with what was typed beside it.
    struct Row {
        let rank: Int?
        let call: Proposal?
        let typed: TypedCall?
    }

    private let week: Week
    private let sheet: CallSheet
    let rows: [Row]

    /// The list of a surge.
    ///
    /// - Parameter sheet: What was typed so far, answers given otherwise among it.
    public init(_ surge: Surge, sheet: CallSheet) {
        week = surge.week
        self.sheet = sheet
        var left = Array(sheet.calls.enumerated())
        func typed(_ call: Proposal, _ fits: (TypedCall) -> Bool) -> TypedCall? {
            let shifts = Set(call.shifts)
            guard
                let place = left.firstIndex(where: {
                    fits($0.element) && !shifts.isDisjoint(with: $0.element.shifts)
                })
            else { return nil }
            return left.remove(at: place).element
        }
        let ranked = surge.proposals + surge.displacing
        var rows = ranked.enumerated().map { number, call in
            var row = typed(call) { $0.answer == nil }
            // Two rows of one day may be one call now: it keeps what was typed into either.
            while let other = typed(call, { $0.answer == nil }) { row?.add(other) }
            return Row(rank: number + 1, call: call, typed: row)
        }
        // A session stands in one row that is still to be answered.
        let open = Set(ranked.flatMap(\.shifts))
        for place in left.indices where left[place].element.answer == nil {
            left[place].element.shifts.removeAll(where: open.contains)
        }
        left.removeAll { $0.element.shifts.isEmpty }
        for call in surge.accepted {
            // Two rows of one day were two calls; each keeps what was typed into it.
            while let row = typed(call, { $0.answer == .yes }) {
                rows.append(Row(rank: nil, call: call, typed: row))
            }
        }
        rows += left.map(\.element).filter { $0.isTyped }.map { Row(rank: nil, call: nil, typed: $0) }
        self.rows = rows
    }

    /// The file's text.
    public var text: String {
        let lines = sheet.comments.map { $0 + "\n" }.joined()
        return lines + CSVText.record(Self.columns + sheet.columns)
            + rows.map { CSVText.record(cells($0)) }.joined()
    }

    private func cells(_ row: Row) -> [String] {
        let typed = row.typed
        let shifts = row.rank == nil ? typed?.shifts ?? [] : row.call?.shifts ?? []
        let person = shifts.first?.person ?? 0
        let staff = week.staff[person]
        let sessions = shifts.map { week.sessions[$0.session].id }.joined(separator: ";")
        let said = [typed?.answer?.rawValue ?? "", typed?.answeredAt ?? "", typed?.note ?? ""]
        let others = sheet.columns.indices.map { place in
            typed.flatMap { $0.others.indices.contains(place) ? $0.others[place] : nil } ?? ""
        }
        var cells: [String]
        if let call = row.call {
            cells = self.cells(of: call, staff)
        } else {
            cells = Self.columns.dropLast(3).map { _ in "" }
            cells[2] = (typed?.teams ?? []).joined(separator: ";")
            cells[8] = staff.employer
            cells[29] = typed?.answer == nil ? "No longer proposed." : ""
        }
        if row.rank == nil, let displaced = typed?.displaces, !displaced.isEmpty {
            cells[26] = displaced.map {
                "\(week.staff[$0.person].id)@\(week.sessions[$0.session].id)"
            }.joined(separator: ";")
        } else if row.rank == nil, let text = typed?.unreadCell, !text.isEmpty {
            cells[26] = CSVText.harmless(text)
        }
        cells[0] = row.rank.map(String.init) ?? ""
        cells[3] = sessions
        cells[4] = staff.id
        cells[5] = CSVText.harmless(staff.name)
        return cells + [said[0], CSVText.harmless(said[1]), CSVText.harmless(said[2])]
            + others
    }

    private func cells(of call: Proposal, _ staff: StaffMember) -> [String] {
        [
            "", call.gap, call.places.map { week.teams[$0].id }.joined(separator: ";"), "", "", "",
            call.rung.rawValue, call.mark.rawValue,
            staff.employer, call.gradeAsked, call.gradeHeld, call.travelMinutes.map(String.init) ?? "",
            Self.number(call.hoursBefore), Self.number(call.hoursAfter), call.workingTime,
            call.missing.isEmpty ? "none" : call.missing.joined(separator: ";"),
            call.ending.joined(separator: ";"),
            call.supervisors.joined(separator: ";"),
            call.supervisionMinutes == 0 ? "" : Decimals.minutes(call.supervisionMinutes) ?? "",
            CSVText.harmless(call.covers),
            String(call.hangs.contacts), String(call.hangs.critical), Self.number(call.cost),
            call.poundsPerContactHour.map(Self.number) ?? "", call.breakEvenRate.map(Self.number) ?? "",
            Self.number(call.loss), CSVText.harmless(call.displaces.joined(separator: ";")),
            call.ringBefore.map { week.sessions[$0].id } ?? "", call.opensOn?.iso ?? "",
            CSVText.harmless(call.reason),
        ]
    }

    private static func number(_ value: Double) -> String { Decimals.amount(value) ?? "" }
}

extension Proposal {
    /// What the call fills: the lines that go unmet without it, else missing heads.
    var gap: String {
        lines.isEmpty ? (heads > 0 ? Show.counted(heads, "head") : "") : lines.joined(separator: ";")
    }
}
