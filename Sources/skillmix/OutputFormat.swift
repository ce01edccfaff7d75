// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// How results are shown.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
