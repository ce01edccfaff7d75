// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Workflows

extension AvailableMemory {
    /// Address space for stacks and heaps of threads: reserved, and little of it used.
    private static let threads = 200_000_000

    /// The least of what the machine has free, what a container leaves and what `ulimit -v` leaves; nil where none of
    /// them can be found out.
    static func find() -> AvailableMemory? {
        [addressSpace(), container(), machine()].compactMap(\.self)
            .min { $0.bytes - $0.overhead < $1.bytes - $1.overhead }
    }

    /// What `ulimit -v` leaves of the address space.
    private static func addressSpace() -> AvailableMemory? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt(Int.max),
            let pages = text("/proc/self/statm")?.split(separator: " ").first.flatMap({ Int($0) })
        else { return nil }
        let left = Int(limit.rlim_cur) - pages * Int(sysconf(Int32(_SC_PAGESIZE)))
        return AvailableMemory(bytes: max(0, left), limit: "within ulimit -v", overhead: threads)
    }

    /// What the control group leaves: a container's limit.
    private static func container() -> AvailableMemory? {
        let group =
            text("/proc/self/cgroup")?.split(separator: "\n")
            .first { $0.hasPrefix("0::") }.map { String($0.dropFirst(3)) } ?? "/"
        let folders = ["/sys/fs/cgroup" + (group == "/" ? "" : group), "/sys/fs/cgroup"]
        let left = folders.compactMap { folder -> Int? in
            guard let most = number(folder + "/memory.max") else { return nil }
            return max(0, most - (number(folder + "/memory.current") ?? 0))
        }
        let older = number("/sys/fs/cgroup/memory/memory.limit_in_bytes").map { most in
            max(0, most - (number("/sys/fs/cgroup/memory/memory.usage_in_bytes") ?? 0))
        }
        guard let bytes = (left + [older].compactMap(\.self)).min() else { return nil }
        return AvailableMemory(bytes: bytes, limit: "in this container")
    }

    /// What the machine has free, swap included.
    private static func machine() -> AvailableMemory? {
        guard let lines = text("/proc/meminfo")?.split(separator: "\n") else { return nil }
        func kilobytes(_ name: String) -> Int? {
            lines.first { $0.hasPrefix(name + ":") }?.split(separator: " ").dropFirst().first.flatMap {
                Int($0)
            }
        }
        guard let free = kilobytes("MemAvailable") else { return nil }
        return AvailableMemory(bytes: (free + (kilobytes("SwapFree") ?? 0)) * 1_024, limit: "on this machine")
    }

    private static func text(_ path: String) -> String? {
        // Files of the kernel have no size, so they are read to their end.
        guard let file = FileHandle(forReadingAtPath: path), let data = try? file.readToEnd() else {
            return nil
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static func number(_ path: String) -> Int? {
        text(path).flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
}
