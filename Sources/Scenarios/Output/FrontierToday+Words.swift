// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension Frontier.Today {
    /// That the frontier's agency is another than that of the tables, where it is: a frontier is of bookings alone.
    var words: String {
        guard rosteredPounds > SharedPlans.least else { return "" }
        return
            " That is agency that is booked; with \(Show.pounds(rosteredPounds)) on the rota, which counts in the column "
            + "Agency of scenarios, it is \(Show.pounds(pounds + rosteredPounds))."
    }
}
