// SPDX-License-Identifier: GPL-3.0-or-later

extension SessionCalendar {
    /// Positions of sessions of different days with less rest between them than that, ascending.
    ///
    /// - Parameter minutes: The rest, in minutes.
    public func closePairs(minutes: Double) -> [(Int, Int)] {
        // Later sessions lie further off, but days may have parts of different length, and parts may end on the next.
        let days = Int(minutes / 1440) + 2
        return sessions.indices.flatMap { one in
            sessions[(one + 1)...].enumerated().prefix {
                $0.element.dayIndex <= sessions[one].dayIndex + days
            }.compactMap { offset, other in
                other.dayIndex != sessions[one].dayIndex
                    && Double(other.starts - sessions[one].ends) < minutes ? (one, one + 1 + offset) : nil
            }
        }
    }
}
