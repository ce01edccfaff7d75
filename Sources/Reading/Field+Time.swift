// SPDX-License-Identifier: GPL-3.0-or-later

extension Field {
    /// A time of the day, `08:00` or `8:00`, in minutes after midnight; also `08.00`, `0800` and `08:00:00`, with a notice.
    ///
    /// - Parameter end: Whether the time ends something, and so may be `24:00`.
    /// - Returns: Nil, with an error reported, where the text is no time.
    public func time(end: Bool = false, _ diagnostics: Diagnostics) -> Int? {
        let form = "a time such as \(end ? "12:30, 24:00 at the latest" : "08:00")"
        guard !isBlank else {
            error("\(name) is blank", expected: form, diagnostics)
            return nil
        }
        guard let (hours, minutes, isPlain) = Self.clock(text) else {
            error("\(name) \(shown) is no time", expected: form, diagnostics)
            return nil
        }
        let time = hours * 60 + minutes
        guard minutes < 60, time < 1440 || (end && time == 1440) else {
            error("\(name) \(shown) is not on the clock", expected: form, diagnostics)
            return nil
        }
        if !isPlain {
            let shown = "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
            tellReading(as: shown, form: "time", diagnostics)
        }
        return time
    }

    /// Hours and minutes, and whether a colon alone stands between them.
    private static func clock(_ text: String) -> (hours: Int, minutes: Int, isPlain: Bool)? {
        let bytes = Array(text.utf8.prefix(9))
        let parts = bytes.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        guard parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }) else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
        switch parts.map(\.count) {
        case [1, 2], [2, 2]: return (numbers[0], numbers[1], text.utf8.contains(UInt8(ascii: ":")))
        case [1, 2, 2] where numbers[2] == 0, [2, 2, 2] where numbers[2] == 0:
            return (numbers[0], numbers[1], false)
        case [3], [4]: return (numbers[0] / 100, numbers[0] % 100, false)
        case _: return nil
        }
    }
}
