// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A back-up that was made from a page: a zip, whose name says when.
struct KeptBackUp: Sendable, Hashable {
    /// When it was begun, in seconds since 1970.
    let at: Int
    /// Its bytes.
    let size: Int

    /// Its file's name, with Greenwich time: `skillmix-2026-11-18-110640.zip`.
    var name: String { Self.name(at) }

    /// The name of one that is begun at a moment.
    static func name(_ at: Int) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let second = at % 86_400
        let time = [second / 3_600, second / 60 % 60, second % 60].map(two).joined()
        return "skillmix-\(CalendarDay(number: at / 86_400 + epoch).iso)-\(time).zip"
    }

    /// The moment that a name says; nil: it is no back-up's.
    static func moment(_ name: String) -> Int? {
        guard
            let parts = name.wholeMatch(
                of: /skillmix-([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{2})([0-9]{2})([0-9]{2})\.zip/),
            let day = CalendarDay(iso: String(parts.1)), let hour = Int(parts.2), let minute = Int(parts.3),
            let second = Int(parts.4)
        else { return nil }
        let at = (day.number - epoch) * 86_400 + hour * 3_600 + minute * 60 + second
        return Self.name(at) == name ? at : nil
    }

    /// 1 January 1970, by the calendar's count of days.
    private static let epoch = CalendarDay(year: 1970, month: 1, day: 1)?.number ?? 0
}

extension Shelf {
    /// The back-ups that are kept, the latest first.
    func keptBackUps() -> [KeptBackUp] {
        ((try? backUps.names()) ?? []).compactMap { name -> KeptBackUp? in
            guard let at = name.text.flatMap(KeptBackUp.moment),
                let status = try? backUps.appending(name).status(followingLinks: false), status.kind == .file
            else { return nil }
            return KeptBackUp(at: at, size: status.size)
        }.sorted { $0.at > $1.at }
    }

    /// Where a back-up is.
    func file(of one: KeptBackUp) -> FilePath { backUps.appending(one.name) }

    /// Removes back-ups that were begun and never made, of processes that were killed.
    func removeUnfinishedBackUps() {
        for name in (try? backUps.names()) ?? [] where name.text?.hasPrefix(".skillmix-") ?? false {
            Self.remove(backUps.appending(name))
        }
    }
}
