// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading

/// A lock on a folder that the system takes away when the process ends, however it ends.
final class FolderLock {
    private var descriptor: Int32

    /// Locks the folder; nil where somebody else holds it, or locks are not to be had.
    ///
    /// - Parameter tries: How often to try, a hundredth of a second apart.
    init?(_ folder: FilePath, tries: Int = 1) {
        let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        for attempt in 0..<tries {
            if attempt > 0 { usleep(10_000) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                self.descriptor = descriptor
                return
            }
            // Somebody else holds it; anything else does not change by waiting.
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
        }
        _ = close(descriptor)
        return nil
    }

    /// Gives the lock back. Holders call it where they are done, so that the lock lives as long as it is meant to.
    func release() {
        guard descriptor >= 0 else { return }
        _ = close(descriptor)
        descriptor = -1
    }

    deinit { release() }
}
