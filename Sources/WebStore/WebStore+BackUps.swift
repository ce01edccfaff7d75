// SPDX-License-Identifier: GPL-3.0-or-later

/// What was done with a back-up.
public enum BackUpDeed: Sendable, Hashable {
    /// It was made, and has that size.
    case made(String)
    /// It could not be made, and why.
    case failed(String)
    /// Somebody downloaded it.
    case downloaded
    /// It was deleted, and why.
    case deleted(String)
}

extension WebStore {
    /// Writes down what was done with a back-up. Back-ups are files, so the trail is all that the database knows of them.
    ///
    /// - Parameter name: Its file's name.
    public func noteBackUp(_ deed: BackUpDeed, _ name: String, by person: Person) throws(StoreError) {
        try write { db in
            let subject = "back-up \(name)"
            switch deed {
            case .made(let size): try note(db, by: person.login, "made a back-up", subject, now: size)
            case .failed(let why):
                try note(db, by: person.login, "could not make a back-up", subject, why: why)
            case .downloaded: try note(db, by: person.login, "downloaded a back-up", subject)
            case .deleted(let why): try note(db, by: "skillmix", "deleted a back-up", subject, why: why)
            }
        }
    }
}
