// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import WebStore

/// A saving puts what it replaces into `former`, by the version that it replaces, then the table into its place, and is over
/// with its transaction, which makes the version the next one. What lies in `former` by the version of now is of a saving
/// that was never over: nobody was told that it was kept, and the trail knows nothing of it. What lies there by later
/// versions is of savings that a copy's database does not know, which was copied before its files.
extension Shelf {
    /// Puts tables back that such savings of a week have replaced, the latest first.
    func takeBackUnfinished(_ week: KeptWeek) throws(StoreError) {
        for version in versions(ofFormer: week.id).filter({ $0 >= week.version }).sorted(by: >) {
            let former = former(week.id, version: version)
            for name in Self.files(in: former) {
                let kept = self.week(week.id).appending(FilePath(name))
                let before = Self.text(former.appending(FilePath(name)))
                // A table that was not there before.
                if before.isEmpty { Self.remove(kept) } else { try Self.write(before, to: kept) }
            }
            Self.remove(former)
        }
    }

    /// The versions by which a week has tables in `former`, in no order.
    private func versions(ofFormer week: Int64) -> [Int] {
        ((try? folder.appending("former").names()) ?? []).compactMap { name in
            guard let text = name.text, text.hasPrefix("\(week)-") else { return nil }
            return Int(text.dropFirst("\(week)-".count))
        }
    }
}
