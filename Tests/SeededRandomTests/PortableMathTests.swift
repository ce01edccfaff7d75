// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SeededRandom
import Testing

@Suite("Exponentials and logarithms to the same bit everywhere")
struct PortableMathTests {
    private func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-12 * abs(other) }

    @Test("the exponential is the C library's to a part in a million million")
    func exponential() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<20_000 {
            let x = 1_400 * random.share() - 700
            #expect(isNear(PortableMath.exp(x), exp(x)), "\(x)")
            #expect(isNear(PortableMath.exp(x / 1e6), exp(x / 1e6)), "\(x / 1e6)")
        }
        #expect(PortableMath.exp(0) == 1)
        #expect(PortableMath.exp(-.infinity) == 0)
        #expect(PortableMath.exp(-1e9) == 0)
        #expect(PortableMath.exp(1e9) == .infinity)
        #expect(PortableMath.exp(.nan).isNaN)
    }

    @Test("so is the logarithm")
    func logarithm() {
        var random = SeededRandom(seed: 2)
        for _ in 0..<20_000 {
            let x = exp(1_400 * random.share() - 700)
            #expect(isNear(PortableMath.log(x), log(x)), "\(x)")
            let near = 1 + (random.share() - 0.5) / 1e3
            #expect(isNear(PortableMath.log(near), log(near)), "\(near)")
        }
        #expect(PortableMath.log(1) == 0)
        #expect(isNear(PortableMath.log(.leastNonzeroMagnitude), log(.leastNonzeroMagnitude)))
        #expect(PortableMath.log(0) == -.infinity)
        #expect(PortableMath.log(.infinity) == .infinity)
        #expect(PortableMath.log(-1).isNaN)
        #expect(PortableMath.log(.nan).isNaN)
    }

    @Test("and a power of what temperatures are made of")
    func power() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<20_000 {
            let (base, exponent) = (1e-4 + random.share(), random.share())
            #expect(isNear(PortableMath.power(base, exponent), pow(base, exponent)))
        }
    }

    @Test("a bit is a bit: these are the same on every machine")
    func bits() {
        #expect(PortableMath.exp(-1).bitPattern == 0x3FD7_8B56_362C_EF38)
        #expect(PortableMath.log(0.1).bitPattern == 0xC002_6BB1_BBB5_5515)
        #expect(PortableMath.power(0.1, 0.37).bitPattern == 0x3FDB_4D14_2E99_5C4A)
    }
}
