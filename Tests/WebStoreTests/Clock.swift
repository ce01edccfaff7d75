// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Synchronization

@testable import WebStore

/// A clock that stands until it is told to go on.
final class Clock: Sendable {
    private let seconds = Mutex(1_795_000_000)
    var now: Int { seconds.withLock { $0 } }
    func goOn(_ by: Int) { seconds.withLock { $0 += by } }
}

/// A store in a folder of its own, with people in it.
struct TestStore {
    let folder: FilePath
    let clock = Clock()
    let store: WebStore
    /// What accounts of tests cost: nothing to speak of.
    static let cheap = Password.Cost(rounds: 2, blockSize: 1, lanes: 1)
    static let password = "three plain words"

    init() throws {
        let path = NSTemporaryDirectory() + "web-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        folder = FilePath(path)
        let clock = clock
        store = try WebStore(
            folder.appending("skillmix.sqlite"), now: { clock.now }, passwordCost: Self.cheap)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder.description) }

    /// The first administrator.
    func administrator() throws -> Person {
        guard let token = try store.firstInvitation() else {
            throw StoreError.refused("there are people already")
        }
        return try store.accept(
            token, NewAccount(name: "Ash", login: "ash@example.org", password: Self.password))
    }

    /// Somebody whom the administrator invited.
    func person(_ name: String, _ role: AccountRole, by administrator: Person) throws -> Person {
        let token = try store.invite(as: role, by: administrator)
        return try store.accept(
            token, NewAccount(name: name, login: name, password: Self.password))
    }
}
