// SPDX-License-Identifier: GPL-3.0-or-later

extension Field {
    /// A time of the day, `08:00` or `8:00`, in minutes after midnight.
    ///
    /// - Parameter end: Whether the time ends something, and so may be `24:00`.
    /// - Returns: Nil, with an error reported, where the text is no time.
    public func time(end: Bool = false, _ diagnostics: Diagnostics) -> Int? {
        let form = "a time such as \(end ? "12:30, 24:00 at the latest" : "08:00")"
        guard !isBlank else {
            error("\(name) is blank", expected: form, diagnostics)
            return nil
        }
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
        guard parts.count == 2, isDigits, (1...2).contains(parts[0].count), parts[1].count == 2 else {
            error("\(name) \(shown) is no time", expected: form, diagnostics)
            return nil
        }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
        let minutes = numbers[0] * 60 + numbers[1]
        guard numbers[1] < 60, minutes < 1440 || (end && minutes == 1440) else {
            error("\(name) \(shown) is not on the clock", expected: form, diagnostics)
            return nil
        }
        return minutes
    }
}
