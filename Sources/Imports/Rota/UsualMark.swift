// SPDX-License-Identifier: GPL-3.0-or-later

import Intake

/// What a code of somebody's rota most likely is.
enum UsualMark {
    /// A mark of rota.csv, or off; nil: nothing is likely.
    static func of(_ code: String) -> String? { UsualMarks.meaning(of: code)?.mark }
}
