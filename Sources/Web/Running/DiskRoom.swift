// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Wording

/// How much there is room for on a disk.
enum DiskRoom {
    /// Bytes that are left to the server, and to whatever else is on the disk.
    static let reserve = 64 << 20

    /// Bytes that are free where a folder is or would be; nil: the system does not say.
    static func free(_ folder: FilePath) -> Int? {
        var place = folder
        while !place.exists, place.parent != place { place = place.parent }
        var status = statvfs()
        let path = place.description.isEmpty ? "." : place.description
        guard statvfs(path, &status) == 0 else { return nil }
        let free = Double(status.f_bavail) * Double(status.f_frsize)
        return free < Double(Int.max) ? Int(free) : .max
    }

    /// `1.5 MB`, `12 kB`: as people compare sizes of files.
    static func words(_ bytes: Int) -> String {
        let steps = ["bytes", "kB", "MB", "GB", "TB"]
        var (size, step) = (Double(max(0, bytes)), 0)
        while size >= 999.5, step < steps.count - 1 { (size, step) = (size / 1_000, step + 1) }
        let places = step == 0 || size >= 99.5 ? 0 : 1
        return Show.decimal(size, places: places) + " " + steps[step]
    }
}
