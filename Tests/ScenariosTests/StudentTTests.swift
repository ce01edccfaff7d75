// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Scenarios

@Suite struct StudentTTests {
    @Test func `the limit of few values is that of the table`() {
        #expect(StudentT.limit(of: 5) == 2.776)
        #expect(StudentT.limit(of: 31) == 2.042)
        #expect(StudentT.limit(of: 45) == 2.021)
        #expect(StudentT.limit(of: 1) == .infinity)
    }
}
