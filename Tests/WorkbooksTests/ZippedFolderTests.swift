// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Workbooks

/// Zipped folders, and zips that are meant to do harm.
@Suite struct ZippedFolderTests {
    private func told(
        _ bytes: [UInt8], limits: ZippedFolder.Limits = ZippedFolder.Limits()
    ) -> String {
        do throws(WorkbookError) {
            return try ZippedFolder.read(bytes, limits: limits) { $0.hasSuffix(".csv") }.map(\.path)
                .joined(separator: " ")
        } catch {
            return error.description
        }
    }

    @Test func filesAreUnpackedAndWhatIsHiddenOrNotWantedIsPassedOver() throws {
        let zip = try ZipMaking.zip([
            ("week/staff.csv", "staff\n"), ("week/readme.txt", "x"), ("__MACOSX/week/._staff.csv", "x"),
            ("week/.hidden/a.csv", "x"), ("week/current/contacts.csv", "line\n"),
        ])
        let files = try ZippedFolder.read(zip) { $0.hasSuffix(".csv") }
        #expect(files.map(\.path) == ["week/staff.csv", "week/current/contacts.csv"])
        #expect(files.first?.bytes == Array("staff\n".utf8))
        #expect(told(Array(zip.prefix(zip.count / 2))).contains("the zip is broken"))
        #expect(told(Array("staff\n".utf8)).contains("this is no zip"))
    }

    @Test(arguments: [
        "../staff.csv", "week/../../staff.csv", "/etc/staff.csv", "C:/staff.csv", "..\\staff.csv",
        "../../up.txt",
    ])
    func whatWouldLieOutsideIsRefused(name: String) throws {
        let zip = try ZipMaking.zip([("week/staff.csv", "staff\n"), (name, "x")])
        #expect(told(zip).contains("would lie outside of the folder"), "\(told(zip))")
    }

    @Test func linksArePlacesElsewhereAndRefused() throws {
        let zip = try ZipMaking.zip([
            .init("week/staff.csv", Array("staff\n".utf8)), .init("week/rota.csv", leadingTo: "/etc/passwd"),
        ])
        #expect(told(zip).contains("week/rota.csv is no file but a link or something else"), "\(told(zip))")
    }

    @Test func aZipThatUnpacksWithoutEndIsRefused() throws {
        let zip = try ZipMaking.zip([("staff.csv", String(repeating: "a", count: 3 << 20))])
        #expect(zip.count < 10_000)
        #expect(told(zip, limits: .init(unpacked: 2 << 20)).contains("unpacked it has more than 2 MiB"))
        let two = try ZipMaking.zip([
            ("a.csv", String(repeating: "a", count: 3 << 19)),
            ("b.csv", String(repeating: "a", count: 3 << 19)),
        ])
        #expect(
            told(two, limits: .init(unpacked: 2 << 20)).contains("more than 2 MiB"), "all of them together")
        #expect(told(two, limits: .init(unpacked: 3 << 20)) == "a.csv b.csv")
        #expect(told(zip, limits: .init(file: 10)).contains("its file has more than"))
    }

    @Test func thousandsOfFilesFoldersWithoutEndAndOneNameTwiceAreRefused() throws {
        let many = try ZipMaking.zip((0..<1_001).map { ("\($0).txt", "") })
        #expect(told(many).contains("more than 1000 files"))
        #expect(told(try ZipMaking.zip((0..<1_000).map { ("\($0).txt", "") })).isEmpty)
        let deep = String(repeating: "a/", count: 8) + "staff.csv"
        #expect(told(try ZipMaking.zip([(deep, "x")])).contains("more than 8 folders within each other"))
        #expect(
            told(try ZipMaking.zip([("staff.csv", "x"), ("Staff.csv", "y")])).contains("Staff.csv twice"))
    }

    @Test func aNameThatBeginsWithADotAndASlashIsNotHidden() throws {
        let zip = try ZipMaking.zip([
            ("./staff.csv", "staff\n"), ("./week/./rota.csv", "rota\n"), ("./.hidden.csv", "x"),
            ("./.git/teams.csv", "x"),
        ])
        #expect(told(zip) == "staff.csv week/rota.csv")
        let twice = try ZipMaking.zip([("./staff.csv", "x"), ("staff.csv", "y")])
        #expect(told(twice).contains("it has staff.csv twice"), "one place by two names")
        let deep = "./" + String(repeating: "a/", count: 7) + "staff.csv"
        #expect(told(try ZipMaking.zip([(deep, "x")])).hasSuffix("a/staff.csv"), "no folder more")
    }

    @Test func aPasswordIsSaid() throws {
        let zip = try ZipMaking.zip(
            [.init("staff.csv", Array("staff\n".utf8))], password: "three plain words")
        #expect(told(zip).contains("it has a password"), "\(told(zip))")
    }
}
