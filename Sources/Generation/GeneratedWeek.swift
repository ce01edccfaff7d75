// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A generated week with the places it was made of.
struct GeneratedWeek {
    let week: Week
    let places: [Place]
}
