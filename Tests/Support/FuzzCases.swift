// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// How many damaged files readers are given: a test's usual number, or what `SKILLMIX_FUZZ_CASES` says.
public enum FuzzCases {
    /// The number of cases.
    ///
    /// - Parameters:
    ///   - usual: How many a test has by itself.
    ///   - share: The part of those asked for that falls to it, one in so many.
    public static func count(usual: Int, oneIn share: Int = 1) -> Int {
        guard let asked = ProcessInfo.processInfo.environment["SKILLMIX_FUZZ_CASES"].flatMap(Int.init) else {
            return usual
        }
        return max(1, asked / share)
    }
}
