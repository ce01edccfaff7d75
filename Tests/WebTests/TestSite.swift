// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Questions
import Reading
import Surges
import Synchronization
import Wording
import Workflows
import Workforce

@testable import Web
@testable import WebStore

/// A site in a folder of its own, asked without a connection.
final class TestSite: Sendable {
    static let password = "three plain words"
    let folder: FilePath
    let store: WebStore
    let shelf: Shelf
    let site: Site
    let queue: RunQueue
    private let responder: any HTTPResponder<SiteContext>
    /// 18 November 2026; the first week begins on the 23rd.
    let clock: Moving

    /// - Parameter engine: What runs commands; nil: the use cases themselves, in this process.
    init(engine: (any Engine)? = nil, isBehindProxy: Bool = false, trustedHeader: String? = nil) throws {
        let path = NSTemporaryDirectory() + "web-\(UUID().uuidString)"
        for name in ["frameworks", "arrivals"] {
            try FileManager.default.createDirectory(
                atPath: path + "/" + name, withIntermediateDirectories: true)
        }
        folder = FilePath(path)
        shelf = Shelf(folder)
        let clock = Moving()
        self.clock = clock
        store = try WebStore(
            shelf.database, now: { clock.now },
            passwordCost: Password.Cost(rounds: 2, blockSize: 1, lanes: 1))
        let engine = engine ?? UseCases()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        queue = RunQueue(store: store, shelf: shelf, engine: engine, slots: 1, logger: logger)
        site = Site(
            store: store, shelf: shelf, queue: queue, engine: engine, version: "test",
            isBehindProxy: isBehindProxy, trustedHeader: trustedHeader.flatMap { HTTPField.Name($0) },
            logger: logger)
        responder = site.router().buildResponder()
        try Shelf.write(
            try Self.repository.appending("Competencies/intermediate-care.yaml").read(atMost: 1 << 20),
            to: shelf.frameworks.appending("intermediate-care.yaml"))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder.description) }

    /// The folder that the project lies in.
    static let repository = FilePath(
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path)

    /// What came back.
    struct Reply: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
        var location: String { headers[.location] ?? "" }
    }

    /// Asks as somebody who is signed in, or as nobody.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, as guest: Guest? = nil, type: String? = nil,
        body: [UInt8] = [], headers: [(String, String)] = []
    ) async throws -> Reply {
        var fields = HTTPFields()
        if let guest { fields[.cookie] = "skillmix=\(guest.token.text)" }
        if let type { fields[.contentType] = type }
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields[name] = value
        }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let context = SiteContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        let response = try await responder.respond(to: request, context: context)
        let writer = Collected()
        try await response.body.write(writer)
        return Reply(
            status: response.status.code, headers: response.headers, bytes: writer.bytes.withLock { $0 })
    }

    /// Sends a form with what every form of somebody's sends along.
    func send(
        _ path: String, _ fields: [(String, String)], as guest: Guest? = nil,
        headers: [(String, String)] = []
    ) async throws -> Reply {
        let all = fields + (guest.map { [("form_token", $0.formToken)] } ?? [])
        return try await ask(
            .post, path, as: guest, type: "application/x-www-form-urlencoded",
            body: Array(Site.query(all).utf8),
            headers: headers)
    }

    /// Sends a form with files.
    func sendFiles(
        _ path: String, _ fields: [(String, String)], files: [(name: String, bytes: [UInt8])], as guest: Guest
    ) async throws -> Reply {
        var body: [UInt8] = []
        for (name, value) in fields + [("form_token", guest.formToken)] {
            body += Array(
                "--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for (name, bytes) in files {
            body += Array(
                "--xyz\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
                    .utf8)
            body += bytes + Array("\r\n".utf8)
        }
        body += Array("--xyz--\r\n".utf8)
        return try await ask(.post, path, as: guest, type: "multipart/form-data; boundary=xyz", body: body)
    }

    /// Somebody who is signed in.
    struct Guest: Sendable {
        let person: Person
        let token: Token
        let formToken: String
    }

    /// Makes an account of a role and signs it in.
    func guest(_ role: AccountRole, name: String? = nil) throws -> Guest {
        let name = name ?? "\(role)"
        let token: Token
        if let first = try store.firstInvitation() {
            let ash = try store.accept(first, NewAccount(name: "Ash", login: "ash", password: Self.password))
            token = try store.invite(as: role, by: ash)
        } else {
            guard let ash = try store.people().first(where: { $0.login == "ash" }) else {
                throw StoreError.missing("ash")
            }
            token = try store.invite(as: role, by: ash)
        }
        let person = try store.accept(token, NewAccount(name: name, login: name, password: Self.password))
        let signed = try store.signIn(login: name, password: Self.password, from: "")
        return Guest(person: person, token: signed.token, formToken: signed.visit.formToken)
    }

    /// Somebody who signs in once more, after hours.
    func again(_ guest: Guest) throws -> Guest {
        let signed = try store.signIn(login: guest.person.login, password: Self.password, from: "")
        return Guest(person: guest.person, token: signed.token, formToken: signed.visit.formToken)
    }

    /// The first week of the examples, as files.
    static func firstWeek() throws -> [(name: String, bytes: [UInt8])] {
        let folder = repository.appending("Rosters/first-week")
        return try Shelf.files(in: folder).filter {
            !$0.contains("/") && ($0.hasSuffix(".csv") || $0 == "week.yaml")
        }.map { ($0, try folder.appending(FilePath($0)).read(atMost: 1 << 20)) }
    }

    /// A week that is there, brought as people bring it.
    func week(by guest: Guest, name: String = "First week") async throws -> Int64 {
        let reply = try await sendFiles(
            "/new-week", [("name", name), ("framework", "intermediate-care.yaml")],
            files: try Self.firstWeek(), as: guest)
        guard reply.status == 303, let id = reply.location.split(separator: "/").last.flatMap({ Int64($0) })
        else { throw StoreError.refused("\(reply.status): \(reply.text)") }
        return id
    }

    /// A plan that is there: the run's number.
    func plan(ofWeek week: Int64, by guest: Guest) async throws -> Int64 {
        let reply = try await send("/weeks/\(week)/runs", [("seconds", "2")], as: guest)
        guard reply.status == 303, let id = reply.location.split(separator: "/").last.flatMap({ Int64($0) })
        else { throw StoreError.refused("\(reply.status): \(reply.text)") }
        try await over(id)
        return id
    }

    /// Publishes a plan, and waits until it is handed out.
    func publish(_ plan: Int64, by guest: Guest) async throws {
        let reply = try await send("/plans/\(plan)/state", [("state", "published")], as: guest)
        guard reply.status == 303 else { throw StoreError.refused("\(reply.status): \(reply.text)") }
        try await handedOut()
    }

    /// Waits until everything that was published is handed out.
    func handedOut() async throws {
        while try !store.handouts().isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// The number of the run that an answer leads to, once it is over.
    func run(_ reply: Reply) async throws -> Int64 {
        guard reply.status == 303, let id = reply.location.split(separator: "/").last.flatMap({ Int64($0) })
        else { throw StoreError.refused("\(reply.status): \(reply.text)") }
        try await over(id)
        return id
    }

    /// Waits until a run is over.
    func over(_ id: Int64) async throws {
        while try !store.run(id).state.isOver { try await Task.sleep(for: .milliseconds(20)) }
    }
}

/// A clock that stands until it is told to go on.
final class Moving: Sendable {
    private let seconds = Mutex(1_795_000_000)
    var now: Int { seconds.withLock { $0 } }
    func goOn(_ by: Int) { seconds.withLock { $0 += by } }
}

/// Collects a body.
private final class Collected: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])
    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0 += Array(buffer.readableBytesView) }
    }
    func finish(_: HTTPFields?) async throws {}
}

/// Runs the use cases that commands would, in this process and within counted work.
struct UseCases: Engine {
    func start(_ arguments: [String], saying output: FilePath) throws -> any EngineWork {
        Work(task: Task { await Self.run(arguments, output) })
    }

    private struct Work: EngineWork {
        let task: Task<EngineEnd, Never>
        func end() async -> EngineEnd { await task.value }
        func interrupt() {}
        func kill() {}
    }

    private static func run(_ arguments: [String], _ output: FilePath) async -> EngineEnd {
        let workflow = Workflow(version: "test")
        func path(_ index: Int) -> FilePath { FilePath(arguments[index]) }
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: name).flatMap {
                arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil
            }
                ?? arguments.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
        }
        var said = ""
        let risk = option("--risk").flatMap { Double($0) }
        do throws(WorkflowError) {
            switch arguments[0] {
            case "backup":
                do { try BackUp.make(of: FilePath(option("--data") ?? ""), to: path(3)) } catch {
                    throw WorkflowError(.input, "\(error)")
                }
            case "lay-out":
                _ = try workflow.layOut(
                    week: path(1), framework: option("--framework").map { FilePath($0) }, to: path(2))
            case "allocate":
                var request = AllocationRequest(week: path(1), to: FilePath(option("--out") ?? ""))
                request.options = AllocationOptions(timeLimit: nil, workLimit: 20)
                request.start = option("--start").map { FilePath($0) }
                _ = try await workflow.allocate(request)
                said = "A plan."
            case "replan":
                var request = ReplanRequest(
                    path(1), plan: path(2),
                    changes: arguments[3...].prefix { !$0.hasPrefix("-") }.map { FilePath($0) },
                    from: option("--from"), to: FilePath(option("--out") ?? ""))
                request.options = AllocationOptions(timeLimit: nil, workLimit: 20)
                _ = try await workflow.replan(request)
                said = "A re-plan."
            case "change":
                _ = try workflow.change(
                    ChangeRequest(
                        path(1), changes: arguments[2...].prefix { !$0.hasPrefix("-") }.map { FilePath($0) },
                        to: FilePath(option("--out") ?? ""), plan: option("--plan").map { FilePath($0) },
                        from: option("--from")))
            case "surge":
                let made = try await workflow.calls(
                    CallsRequest(
                        path(1), plan: path(2),
                        changes: arguments[3...].prefix { !$0.hasPrefix("-") }.map { FilePath($0) },
                        from: option("--from"), to: FilePath(option("--out") ?? ""),
                        options: SurgeOptions(
                            calls: option("--calls").flatMap { Int($0) },
                            on: option("--on").flatMap { CalendarDay(iso: $0) },
                            breakGlass: option("--break-glass")),
                        draws: option("--draws").flatMap { Int($0) }.map {
                            DrawOptions(number: $0, risk: risk ?? DrawOptions.usualRisk)
                        },
                        standbyRisk: arguments.contains("--standby")
                            ? risk ?? StandbyOptions.usualRisk : nil))
                said = made?.surge.summary.joined(separator: "\n") ?? ""
            case "explain":
                let question: PlanQuestion =
                    if let giver = option("--give") {
                        .exchange(
                            Exchange(
                                giver: giver, session: option("--session") ?? "", taker: option("--to") ?? "",
                                inReturn: option("--for")))
                    } else if let line = option("--line") {
                        .line(line)
                    } else if let session = option("--session") {
                        .placement(
                            staff: option("--staff") ?? "", session: session, team: option("--team") ?? "")
                    } else {
                        .staff(option("--staff") ?? "")
                    }
                let answer = try workflow.explain(question, plan: path(2), of: path(1)).answer
                said = option("--format") == "json" ? (try? JSONText.of(answer)) ?? "" : "\(answer)"
            case "share":
                let out = FilePath(option("--out") ?? "")
                if arguments.contains("--take-back") {
                    _ = try workflow.takeBack(week: path(1), in: out)
                } else {
                    _ = try workflow.share(plan: path(2), of: path(1), to: out)
                }
            case "scenarios":
                let made = try await workflow.scenarios(
                    ScenariosRequest(
                        path(1), to: option("--out").map { FilePath($0) }, limit: .work(5),
                        resumes: arguments.contains("--resume")))
                said = made.words
            case "training":
                var request = TrainingRequest(
                    week: path(1), plan: option("--plan").map { FilePath($0) }, tried: 2)
                request.line = option("--line")
                let trained = try await workflow.training(request)
                said =
                    TrainingText(week: trained.week, value: trained.value, fewest: trained.fewest)
                    .description
            default: return .ended(64)
            }
        } catch {
            said = error.diagnostics.map(\.description).joined(separator: "\n") + "\n" + error.message
            try? Shelf.write(said, to: output)
            return .ended(2)
        }
        try? Shelf.write(said, to: output)
        return .ended(0)
    }
}
