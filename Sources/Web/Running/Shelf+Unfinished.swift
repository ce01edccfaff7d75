// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import WebStore

/// A saving puts what it replaces into `former`, by the version that it replaces, then the table into its place, and is over
/// with its transaction, which makes the version the next one. What lies in `former` by the version of now is of a saving
/// that was never over: nobody was told that it was kept, and the trail knows nothing of it.
extension Shelf {
    /// Puts tables back that such a saving of a week has replaced.
    func takeBackUnfinished(_ week: KeptWeek) throws(StoreError) {
        let former = former(week.id, version: week.version)
        for name in Self.files(in: former) {
            let kept = self.week(week.id).appending(FilePath(name))
            let before = Self.text(former.appending(FilePath(name)))
            // A table that was not there before.
            if before.isEmpty { Self.remove(kept) } else { try Self.write(before, to: kept) }
        }
        Self.remove(former)
    }
}
