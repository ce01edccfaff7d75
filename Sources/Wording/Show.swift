// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Numbers and days as people read them: rounded half up, thousands set apart, the same in every locale.
public enum Show {
    /// `£1,234.50`.
    public static func pounds(_ value: Double) -> String {
        let digits = decimal(value, places: 2)
        return digits.hasPrefix("-") ? "-£" + digits.dropFirst() : "£" + digits
    }

    /// Hours with one decimal.
    public static func hours(_ value: Double) -> String { decimal(value, places: 1) }

    /// Minutes, whole or with one decimal.
    public static func minutes(_ value: Double) -> String {
        decimal(value, places: value == value.rounded() ? 0 : 1)
    }

    /// `43.5 %`, the blank one that does not break; a dash where there is no share.
    public static func percent(_ share: Double?) -> String {
        guard let share else { return "–" }
        return decimal(share * 100, places: 1) + "\u{A0}%"
    }

    /// A whole number.
    public static func count(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude))
    }

    /// A number with so many decimals (0–6), rounded half up, at any size; what is no number, as Swift writes it.
    public static func decimal(_ value: Double, places: Int) -> String {
        guard let rounded = RoundedDecimal(value, places: places) else { return "\(value)" }
        let sign = value < 0 && !rounded.isZero ? "-" : ""
        let whole = sign + grouped(rounded.whole)
        return places == 0 ? whole : whole + "." + rounded.decimals
    }

    /// How long something takes, upwards, in the unit that people would say it in: `90 seconds`, `12 minutes`, `3 hours`.
    public static func span(seconds: Double) -> String {
        // A whole number has room for it, and nobody waits longer.
        let seconds = min(1e12, max(0, seconds))
        if seconds < 120 { return counted(Int(seconds.rounded(.up)), "second") }
        if seconds < 7_200 { return counted(Int((seconds / 60).rounded(.up)), "minute") }
        return counted(Int((seconds / 3_600).rounded(.up)), "hour")
    }

    /// `23 November 2026`.
    public static func day(_ day: CalendarDay) -> String {
        let (year, month, number) = day.components
        return "\(number) \(months[month - 1]) \(year)"
    }

    /// `Mon 23 Nov`.
    public static func shortDay(_ day: CalendarDay) -> String {
        let (_, month, number) = day.components
        return "\(day.weekday.short) \(number) \(months[month - 1].prefix(3))"
    }

    /// `Mon 23 Nov am`.
    public static func session(_ session: Session) -> String { "\(shortDay(session.day)) \(session.part.id)" }

    /// `08:30 to 12:30`: from when until when a session is, by the clock on the wall.
    public static func times(_ session: Session) -> String {
        "\(BritishTime.text(session.starts)) to \(BritishTime.text(session.ends))"
    }

    /// `1 contact`, `2 contacts`.
    public static func counted(_ value: Int, _ noun: String) -> String {
        "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private static func grouped(_ digits: some StringProtocol) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
