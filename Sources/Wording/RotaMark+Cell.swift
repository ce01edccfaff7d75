// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension RotaMark {
    /// The mark as a cell of rota.csv has it: `R`, `A/120`, `R@north-home;quay-ward`.
    public var cell: String {
        duty.rawValue + (minutes.map { "/\($0)" } ?? "")
            + (pins.isEmpty ? "" : "@" + pins.joined(separator: ";"))
    }
}
