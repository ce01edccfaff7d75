// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension ReportPage {
    /// What the guidance asks to be reported. A table of the name `metrics` is written beside the page as
    /// `metrics.csv`. Without any, the page has no such section.
    var metrics: [Block] { [] }
}
