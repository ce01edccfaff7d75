// SPDX-License-Identifier: GPL-3.0-or-later

import Changes

extension PseudonymNames: Renaming {
    func person(_ id: String) -> String { staff(id) }
    func team(_ id: String) -> String { title(id, .team) }
    func line(_ id: String) -> String { title(id, .line) }
    func activity(_ id: String) -> String { title(id, .activity) }
    func organisation(_ name: String) -> String { title(name, .organisation) }
    func locality(_ name: String) -> String { title(name, .locality) }
    func pathway(_ name: String) -> String { title(name, .pathway) }
}
