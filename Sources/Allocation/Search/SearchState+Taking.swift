// SPDX-License-Identifier: GPL-3.0-or-later

extension SearchState {
    /// Gives contacts by one worker with the supervision they need, as many as are wanted and there is time for.
    ///
    /// - Returns: How many.
    mutating func takeOn(_ contact: Int, atMost most: Int) -> Int {
        let number = min(most, wanted(contact), fitting(contact))
        guard number > 0 else { return 0 }
        give(contact, Int32(number))
        let key = Int(tables.keys.ofContact[contact])
        guard key >= 0, !supervise(key: key) else { return number }
        // Its own minutes may have been what it counted on: give back what nobody supervises.
        let short = min(Double(number), (-surplus[key] / tables.keys.minutes[key] - 1e-9).rounded(.up))
        give(contact, -Int32(short))
        trim(key: key)
        return number - Int(short)
    }
}
