// SPDX-License-Identifier: GPL-3.0-or-later

extension Agreement {
    /// Whether it lets staff work for the organisation on that day.
    ///
    /// - Parameters:
    ///   - employer: Who employs them.
    ///   - roles: Their roles; one that the agreement covers is enough.
    ///   - organisation: For whom they would work.
    ///   - day: When.
    public func covers(
        employer: String, roles: [String], workingFor organisation: String, on day: CalendarDay
    ) -> Bool {
        self.employer == employer && self.organisation == organisation && coversOne(of: roles)
            && holds(on: day)
    }

    /// Whether it is in force on that day.
    public func holds(on day: CalendarDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    /// Whether it covers one of the roles.
    public func coversOne(of roles: [String]) -> Bool {
        self.roles.map { covered in roles.contains { covered.contains($0) } } ?? true
    }
}
