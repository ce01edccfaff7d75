// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Standard streams that are closed, full, or lead to nobody. What cannot be said is not said, and nothing else
/// changes.
@Suite struct StreamTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    /// Commands that say something on standard error, and the code that they end with.
    static let commands = [
        ("allocate Rosters/first-week --work-limit 5 --out made", 0),
        ("price Rosters/first-week --deployments plan/deployments.csv --work-limit 5", 0),
        ("training Rosters/first-week --plan changed --tried 1", 0),
        ("explain Rosters/first-week changed --staff nobody", 2),
        ("delegation Rosters/first-week none --review", 2), ("report Rosters/first-week none", 2),
        ("audit Rosters/first-week none", 2), ("capacity none", 2), ("export none --mps x", 2),
        ("export Rosters/first-week", 2), ("new Rosters", 2), ("generate Rosters --staff 5", 2), ("sing", 2),
        ("allocate --sing", 2),
    ]

    @Test(arguments: commands, ["2>&-", "2>/dev/full", "<&- 2>&-", ">&- 2>&-"])
    func noCommandNeedsStandardError(_ command: (String, Int), _ streams: String) async throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        try await place.makePlan(of: week)
        // A plan that breaks a rule is told of, too.
        let setUp = try await place.shell("cp -r plan changed && sed -i '2d' changed/deployments.csv")
        try #require(setUp.code == 0)
        let run = try await place.shell("skillmix \(command.0) \(streams)")
        // Without an output there is no answer; a plan that is written is there all the same.
        let isAnswered = !streams.hasPrefix(">&-") || command.0.hasPrefix("allocate")
        #expect(run.code == (isAnswered ? Int32(command.1) : 2), "\(command.0) \(streams)")
        if command.0.hasPrefix("allocate Rosters") {
            #expect(try await place.skillmix("audit", week, "made").code == 0)
        }
    }

    /// Nobody reads what is said; the reader is gone before the command begins.
    @Test func readersThatAreGoneEndNothing() async throws {
        let run = try await place.shell(
            """
            mkfifo gone; exec 5<>gone; exec 6>gone; exec 5<&-
            skillmix allocate \(week) --work-limit 5 --out made >&6 2>&6; echo "code $?"
            skillmix check \(week) >&6 2>&6; echo "code $?"
            """)
        #expect(run.output == "code 0\ncode 0\n")
        #expect(try await place.skillmix("audit", week, "made").code == 0)
    }

    @Test func aSummaryThatCannotBePrintedCostsNoPlan() async throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let run = try await place.shell("skillmix allocate \(week) --work-limit 5 --out made >/dev/full")
        #expect(run.code == 0)
        #expect(try await place.skillmix("audit", week, "made").code == 0)
    }

    /// A terminal that is held (Ctrl-S) takes nothing; a pipe that is full and not read stands for it. The search
    /// must go on: it would never end if it waited.
    @Test func aTerminalThatIsHeldHoldsNothingUp() async throws {
        let pipe = Pipe()
        let end = pipe.fileHandleForWriting.fileDescriptor
        let flags = fcntl(end, F_GETFL)
        _ = fcntl(end, F_SETFL, flags | O_NONBLOCK)
        var byte: UInt8 = 32
        while write(end, &byte, 1) == 1 {}
        _ = fcntl(end, F_SETFL, flags)
        let process = place.process(
            Workplace.executable, ["allocate", week, "--work-limit", "5", "--out", "made"])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = pipe.fileHandleForWriting
        #expect(try await place.ending(of: process) == 0)
        #expect(try await place.skillmix("audit", week, "made").code == 0)
    }

    /// The terminal goes away while the search runs, as when a line is dropped under `nohup`.
    @Test func aTerminalThatIsGoneEndsNothing() async throws {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        // The headers hide what makes a terminal's other end usable and says its number.
        var (isLocked, number): (CInt, CInt) = (0, -1)
        guard master >= 0, ioctl(master, 0x4004_5431, &isLocked) == 0,
            ioctl(master, 0x8004_5430, &number) == 0
        else { return }
        let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        let process = place.process(
            Workplace.executable, ["allocate", "Rosters/place-week", "--work-limit", "500", "--out", "made"])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
        async let code = place.ending(of: process)
        // It is gone as soon as the first plan was announced on it.
        let isAnnounced = await Task.detached {
            var said: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 512)
            while !String(decoding: said, as: UTF8.self).contains("plan £") {
                let count = read(master, &buffer, buffer.count)
                guard count > 0 else { return false }
                said += buffer[..<count]
            }
            return true
        }.value
        _ = close(master)
        #expect(isAnnounced)
        #expect(try await code == 0)
        #expect(try await place.skillmix("audit", "Rosters/place-week", "made").code == 0)
    }
}
