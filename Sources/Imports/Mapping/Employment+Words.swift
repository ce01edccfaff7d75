// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Employment {
    /// What the words of exports most likely mean.
    init?(word: String) {
        switch ImportMap.key(word) {
        case "employee", "substantive", "permanent", "temporary", "fixed term": self = .substantive
        case "bank only", "bank", "bank or pool", "pool": self = .bank
        case "agency": self = .agency
        case "student": self = .student
        case "volunteer", "voluntary": self = .volunteer
        case _: return nil
        }
    }
}
