// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Imports

/// What must not be read is not read: no National Insurance number, birth date, sickness reason or identifier of a patient
/// gets into a value, a message, a table or a draft, from whole files or from damaged ones.
@Suite struct PrivacyTests {
    /// Stands in every cell that is not to be read.
    private static let canary = "CanaryBird"

    /// An export of a kind: a file for each of its schemas, all columns that are read with cells that make sense, and
    /// between them every heading that must not be read.
    struct Sample: Sendable, CustomTestStringConvertible {
        let kind: ImportKind
        let files: [InputFile]

        var testDescription: String { kind.rawValue }

        static let all: [Sample] = ImportKind.allCases.map { kind in
            Sample(kind: kind, files: kind.schemas.map { file($0, separator: ",", canary: canary) })
        }

        static func file(_ schema: ExportSchema, separator: String, canary: String) -> InputFile {
            var headings: [String] = []
            var rows: [[String]] = [[], [], []]
            let hidden = schema.neverRead + ["Line Manager Remarks"]
            let columns = schema.columns.map(\.name)
            for place in 0..<max(hidden.count, columns.count) {
                if columns.indices.contains(place) {
                    headings.append(columns[place])
                    for row in rows.indices { rows[row].append(PrivacyTests.cell(columns[place], row)) }
                }
                if hidden.indices.contains(place) {
                    headings.append(hidden[place])
                    for row in rows.indices { rows[row].append(canary) }
                }
            }
            if schema.hasDays {
                headings.append("Mon 23 Nov")
                for row in rows.indices { rows[row].append("LD") }
            }
            // A column at the end that may be blank is where cells that slipped go unseen.
            headings.append("Remarks")
            for row in rows.indices { rows[row].append(row == 1 ? canary : "") }
            rows.insert(headings, at: 0)
            return InputFile(
                path: "\(schema.title).csv",
                bytes: Array(rows.map { $0.joined(separator: separator) + "\n" }.joined().utf8))
        }
    }

    /// A cell that makes sense in a column of a row.
    private static func cell(_ column: String, _ row: Int) -> String {
        switch column {
        case "HoursAssignmentID", "Care Contact Identifier": "C\(row)"
        case "EffectiveStartDate": "20200101"
        case "EffectiveEndDate", "DateTo", "NextCertificationDate": "47121231"
        case "DeletionFlag", "CancelFlag", "DeletedFlag": "0"
        case "StaffNumber", "EmployeeNumber", "UNIQUEWORKERID", "Staff", "Care Professional Local Identifier":
            ["PT-01", "AP-01", "HC-01"][row]
        case "DutyStart", "ActualStart", "ShiftStart", "DutyStartTime": "08:00"
        case "DutyEnd", "ActualEnd", "ShiftEnd", "DutyEndTime": "12:00"
        case "FulfillmentStatus": "Filled"
        case "EmployeeType": "Employee"
        case "UnavailabilityState": "Approved"
        case "UnavailabilityReasonGroup": "AnnualLeave"
        case "Frequency": "Week"
        case "PrimaryAssignment", "WTROptOut": "Yes"
        case "RenewalPeriodUnits": "Years"
        case "Attendance Status": "5"
        case "WorkTime", "PersonWTE", "FTE", "ProficiencyLevel", "RenewalPeriodFreq", "VALIDITY": "1"
        case "ContractedTime", "NormalHoursSessions", "CONTHOURS", "HOURLYRATE": "20"
        case "Clinical Contact Duration Of Care Contact": "40"
        case _ where column.lowercased().contains("date"): "23/11/2026"
        case _: "Physiotherapist"
        }
    }

    /// All that an import of a sample says, without a mapping and with the draft of the whole sample confirmed.
    private func everything(
        _ sample: Sample, _ files: [InputFile], _ week: Week, _ map: InputFile
    ) -> String {
        var text = ""
        for map in [nil, map] {
            let diagnostics = Diagnostics()
            let proposal = Import(sample.kind, week).read(files, map: map, diagnostics)
            text += Exports.everything(proposal, diagnostics)
        }
        return text
    }

    @Test(arguments: Sample.all) func nothingIsReadOfColumnsThatAreLeftOut(_ sample: Sample) throws {
        let week = try Exports.week()
        let map = try Exports.confirmedDraft(sample.kind, sample.files, week)
        let diagnostics = Diagnostics()
        let proposal = Import(sample.kind, week).read(sample.files, map: map, diagnostics)
        #expect(proposal.week != nil, "\(diagnostics.sorted.map(\.description))")
        let text = Exports.everything(proposal, diagnostics)
        #expect(!text.contains(Self.canary))
        #expect(proposal.leftOut.contains { $0.contains("NI Number") && $0.contains("Date Of Birth") })
        #expect(proposal.unknown.contains { $0.contains("Line Manager Remarks") })
        // The test would see it: what is read is there.
        #expect(text.contains("Physiotherapist") || text.contains("PT-01") || !proposal.tables.isEmpty)
    }

    @Test(
        "one slip anywhere in a file lets nothing out", Reached("damaged", atLeast: 700),
        Reached("refused", atLeast: 300), arguments: Sample.all)
    func damaged(_ sample: Sample) throws {
        var random = SeededRandom(seed: 11)
        let (week, map) = try Self.confirmed(sample)
        let cases = FuzzCases.count(usual: 60, oneIn: Sample.all.reduce(0) { $0 + $1.files.count })
        for place in sample.files.indices {
            for _ in 0..<cases {
                var files = sample.files
                files[place] = Self.damaged(files[place], &random)
                let text = everything(sample, files, week, map)
                Reached.here("damaged")
                if text.contains("error") { Reached.here("refused") }
                #expect(!text.contains(Self.canary), "\(String(decoding: files[place].bytes, as: UTF8.self))")
            }
        }
    }

    /// The first week, and the draft of a sample confirmed as it stands.
    private static func confirmed(_ sample: Sample) throws -> (week: Week, map: InputFile) {
        let week = try Exports.week()
        return (week, try Exports.confirmedDraft(sample.kind, sample.files, week))
    }

    /// A file with one thing wrong with it.
    private static func damaged(_ file: InputFile, _ random: inout SeededRandom) -> InputFile {
        var bytes = file.bytes
        let marks = bytes.indices.filter { [44, 10].contains(bytes[$0]) }
        switch random.below(7) {
        case 0: bytes.remove(at: marks[random.below(marks.count)])
        case 1: bytes.insert(44, at: random.below(bytes.count))
        case 2: bytes.insert(34, at: random.below(bytes.count))
        case 3: bytes.insert(10, at: random.below(bytes.count))
        case 4: bytes.insert(0xE9, at: random.below(bytes.count))
        case 5: bytes.removeFirst((bytes.firstIndex(of: 10) ?? 0) + 1)
        case _: bytes[random.below(bytes.count)] = UInt8(33 + random.below(90))
        }
        return InputFile(path: file.path, bytes: bytes)
    }

    @Test(arguments: Sample.all) func titlesAndTotalsAreNotShown(_ sample: Sample) throws {
        let files = sample.files.map { file in
            InputFile(
                path: file.path,
                bytes: Array("\(Self.canary) of somebody,,\n".utf8) + file.bytes
                    + Array("Total,\(Self.canary),1\n".utf8))
        }
        let (week, map) = try Self.confirmed(sample)
        #expect(!everything(sample, files, week, map).contains(Self.canary))
    }

    @Test(arguments: Sample.all) func otherSeparatorsLetNothingOut(_ sample: Sample) throws {
        let (week, map) = try Self.confirmed(sample)
        for separator in [";", "\t"] {
            let files = sample.kind.schemas.map {
                Sample.file($0, separator: separator, canary: Self.canary)
            }
            #expect(!everything(sample, files, week, map).contains(Self.canary))
        }
    }

    @Test func aNumberOfNationalInsuranceInAColumnThatIsReadIsRefused() throws {
        let file = Exports.file(
            "duties.csv",
            "StaffNumber,EmployeeType,ResourcingUnit,ValidDate,DutyStart,DutyEnd,FulfillmentStatus",
            "QQ123456C,Employee,Quay ward,23/11/2026,08:00,12:00,Filled",
            "PT-01,Employee,qq 12 34 56 d,23/11/2026,08:00,12:00,Filled")
        let diagnostics = Diagnostics()
        let proposal = Import(.duties, try Exports.week()).read([file], map: nil, diagnostics)
        let text = Exports.everything(proposal, diagnostics)
        #expect(!text.contains("QQ123456C") && !text.contains("12 34 56"))
        #expect(
            diagnostics.sorted.map(\.message) == [
                "what stands under StaffNumber looks like a National Insurance number, and the row is not read",
                "what stands under ResourcingUnit looks like a National Insurance number, and the row is not read",
            ])
        #expect(proposal.draft == nil)
    }
}
