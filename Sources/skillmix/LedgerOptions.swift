// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows

/// Where a run is written down.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: "The ledger in which the run is written down: inputs, limits, figures, when and by whom.",
        completion: .file())
    var ledger: FilePath?

    @Flag(
        help:
            "Keep the files that the run is made from in the ledger, so that it can be repeated whatever becomes of them."
    )
    var keepInputs = false

    /// The ledger, if there is to be one.
    ///
    /// - Parameter usual: The one to take where none is named.
    func use(at usual: FilePath? = nil) -> LedgerUse? {
        (ledger ?? usual).map { LedgerUse($0, keepsInputs: keepInputs) }
    }
}
