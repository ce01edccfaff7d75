// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Testing

@testable import Pay

/// What a pay table says, what posts then cost, and what is wrong with a table.
@Suite struct PayTableTests {
    private static let heading =
        "band,point,annual,pension_charged,pension_full,national_insurance,national_insurance_above,agency_cap,roles\n"

    private func read(_ rows: String) -> (table: PayTable?, lines: [String]) {
        let diagnostics = Diagnostics()
        let file = InputFile(path: "pay.csv", bytes: Array((Self.heading + rows).utf8))
        let table = PayTableReader.read(file, diagnostics)
        return (table, diagnostics.sorted.map(\.description))
    }

    @Test func onCostsAreAddedAsChargedAndInFull() throws {
        let (read, lines) = read("5,entry,31049,0.1438,23.78%,0.15,5000,29.94,nurse\n")
        #expect(lines.allSatisfy { !$0.contains("error") })
        let point = try #require(read?.point(ofRoles: ["nurse"]))
        // 31,049 x 1.2378 + 0.15 x (31,049 - 5,000), and with 1.1438.
        #expect(abs(point.yearly(.full) - 42_339.8022) < 1e-6)
        #expect(abs(point.yearly(.charged) - 39_421.1962) < 1e-6)
        #expect(abs(point.more(.full) - 1.3878) < 1e-12)
        // 37.5 hours in 365.25 / 7 weeks are 1,956.70 hours.
        #expect(abs(point.hourly(fullTimeHours: 37.5) - 15.8681) < 1e-4)
        #expect(point.agencyCap == 29.94)
    }

    @Test func payBelowTheThresholdHasNoNationalInsurance() {
        let point = PayPoint(
            band: "1", point: "a", annual: 4000, nationalInsurance: 0.15, nationalInsuranceAbove: 5000)
        #expect(point.yearly(.full) == 4000)
    }

    @Test func theFirstRoleThatTheTableNamesCounts() throws {
        let (read, _) = read(
            "3,top,26598,0.1438,0.2378,0.15,5000,,reablement-worker\n"
                + "4,top,30162,0.1438,0.2378,0.15,5000,,trusted-assessor\n")
        let table = try #require(read)
        #expect(table.point(ofRoles: ["driver", "trusted-assessor", "reablement-worker"])?.band == "4")
        #expect(table.point(ofRoles: ["driver"]) == nil)
    }

    @Test func everyFaultIsToldAtItsPlace() {
        let (table, lines) = read(
            "5,entry,none,0.1438,0.2378,0.15,5000,,nurse\n"
                + "6,top,46580,0.2378,0.1438,0.15,5000,,nurse\n"
                + "6,top,46580,0.1438,0.2378,1.5,5000,0,\n")
        #expect(table == nil)
        let text = lines.joined(separator: "\n")
        #expect(text.contains("pay.csv:2:9: error: annual 'none'"))
        #expect(text.contains("pay.csv:3:20: error: pension_full 0.1438 is less than pension_charged 0.2378"))
        #expect(text.contains("pay.csv:3:38: error: role 'nurse' is paid at two rows, first in line 2"))
        #expect(text.contains("pay.csv:4:1: error: band 6, point top, is there twice, first in line 3"))
        #expect(text.contains("pay.csv:4:27: error: national_insurance '1.5' is more than 1"))
        #expect(text.contains("pay.csv:4:36: error: agency_cap '0' is less than 0.01"))
    }

    @Test func aTableWithoutRowsIsNone() {
        let (table, lines) = read("")
        #expect(table == nil)
        #expect(lines.joined().contains("the pay table has no rows"))
    }

    @Test(arguments: ["2025-26.csv", "2026-27.csv"])
    func theShippedTablesAreRight(_ name: String) throws {
        let diagnostics = Diagnostics()
        let file = try #require(
            InputFile.load(name, in: FilePath(Repository.root.path + "/Rosters/pay"), diagnostics))
        let table = try #require(PayTableReader.read(file, diagnostics))
        #expect(diagnostics.sorted.isEmpty)
        #expect(table.points.count == 17)
        #expect(table.point(ofRoles: ["physiotherapist"])?.band == "6")
        // The cap is the top of the band x 1.55 over 1,956.7 hours.
        for point in table.points {
            let tops = table.points.filter { $0.band == point.band }.map(\.annual)
            guard let cap = point.agencyCap, let top = tops.max() else { continue }
            #expect(abs(cap - top * 1.55 / 1956.7) < 0.006, "band \(point.band)")
        }
    }

    @Test func aTableSaysItsSourcesAndThatItIsAnExample() {
        func point(_ source: String) -> PayPoint {
            PayPoint(band: "5", point: source, annual: 30_000, year: "2026/27", source: source)
        }
        let published = PayTable([point("NHS Employers"), point("a circular"), point("NHS Employers")])
        #expect(published.sources == ["NHS Employers", "a circular"])
        #expect(
            PayTable.words(years: published.years, sources: published.sources)
                == "the pay table of 2026/27 (source: NHS Employers; a circular)")
        let invented = PayTable([point("last year x 1.03: an example")])
        #expect(
            PayTable.words(years: invented.years, sources: invented.sources)
                == "an example of a pay table of 2026/27 (source: last year x 1.03: an example)")
        #expect(PayTable.words(years: [], sources: []) == "the pay table")
    }
}
