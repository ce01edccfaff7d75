// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Markup
import NIOCore
import Reading
import Report
import Sharing
import WebStore
import Workflows

/// The server's answers to every route: checks who asks first, and in one place.
public struct Site: Sendable {
    /// Bytes that may be sent at once.
    public static let mostBytes = 20 << 20
    /// Bytes that somebody may send at once who is not signed in.
    static let mostBytesOfStrangers = 64 << 10
    let store: WebStore
    let shelf: Shelf
    let queue: RunQueue
    let engine: any Engine
    let workflow: Workflow
    let checked: CheckedWeeks
    /// Who is where in plans that people work by.
    let duties = Lately<Duties>(24)
    /// The boards of plans, which are thousands of cells.
    let boards = Lately<WrittenMarkup>(24)
    /// Makes calendars and sheets of what is published.
    let handouts: Handouts
    /// Makes back-ups that administrators ask for.
    let backUps: BackUps
    let reviewed = Lately<LeadReview>(CheckedWeeks.most)
    /// Lets so many questions be worked on at a time: each is a process beside those of runs.
    let gate = Gate(2)
    let passwords = Desk.ofPasswords()
    let scenarioChecks = Desk.ofScenarios()
    /// What scenarios are called, by run.
    let titles = Lately<String>(500)
    let responses: Responses
    /// The heading in which the proxy says whom it has let in; nil: it lets everybody through, and people sign in here.
    let trustedHeader: HTTPField.Name?
    let logger: Logger

    /// - Parameters:
    ///   - isBehindProxy: Whether people come by a proxy on this machine that speaks TLS.
    ///   - trustedHeader: The heading in which that proxy says whom it has let in, by the name they sign in with.
    public init(
        store: WebStore, shelf: Shelf, queue: RunQueue, engine: any Engine, version: String,
        isBehindProxy: Bool, trustedHeader: HTTPField.Name? = nil,
        logger: Logger
    ) {
        self.trustedHeader = trustedHeader
        (self.store, self.shelf, self.queue, self.engine) = (store, shelf, queue, engine)
        workflow = Workflow(version: version)
        checked = CheckedWeeks(workflow)
        handouts = Handouts(store: store, shelf: shelf, engine: engine, logger: logger)
        backUps = BackUps(store: store, shelf: shelf, engine: engine, logger: logger)
        responses = Responses(isBehindProxy: isBehindProxy)
        self.logger = logger
    }

    /// Goes on with what a server that ended has left to hand out.
    public func begin() async { await handouts.look() }

    /// All routes.
    public func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
        for route in Route.allCases {
            let line = route.line
            router.on(RouterPath(line.path), method: line.method) { request, context in
                await respond(to: route, request, context)
            }
        }
        router.add(middleware: NotFound(responses: responses))
        return router
    }

    private func respond(to route: Route, _ request: Request, _ context: SiteContext) async -> Response {
        var visit: Visit?
        do throws(StoreError) {
            let isByKey: Bool
            (visit, isByKey) = try self.visit(route, request)
            let brought = try broughtByProxy(route, request, visit)
            visit = brought?.visit ?? visit
            var asked = Asked(
                route: route, request: request, parameters: context.parameters, visit: visit,
                isByKey: isByKey,
                address: address(request, context), context: context)
            // Nothing that somebody sends is read before it is known that they may send it.
            if let refusal = refusal(asked) { return responses.response(refusal) }
            if request.method == .post {
                asked.form = try await form(
                    request, atMost: visit == nil ? Self.mostBytesOfStrangers : Self.mostBytes)
            }
            if let refusal = refusalOfForm(asked) { return responses.response(refusal) }
            return responses.response(try await answer(asked), cookie: brought?.token.text)
        } catch {
            return responses.response(failure(error, route, visit))
        }
    }

    private func form(_ request: Request, atMost most: Int) async throws(StoreError) -> Form {
        guard let body = try? await request.body.collect(upTo: most) else {
            throw .fields([.init("main", "The selected file must be smaller than 20MB")])
        }
        let type = request.headers[.contentType] ?? ""
        guard let form = Form(Array(body.readableBytesView), type: type) else {
            throw .refused("What was sent is no form that can be read.")
        }
        return form
    }

    /// Who asks: by the cookie of a browser or, of what is for programs, by a key.
    private func visit(_ route: Route, _ request: Request) throws(StoreError) -> (Visit?, isByKey: Bool) {
        if let text = request.headers[.authorization], text.hasPrefix("Bearer ") {
            guard route.isForPrograms else { return (nil, true) }
            return (try store.visit(byKey: Token(String(text.dropFirst(7)))), true)
        }
        guard let cookie = request.cookies[Responses.cookie] else { return (nil, false) }
        let visit = try store.visit(Token(cookie.value))
        // A cookie that somebody else left in this browser says nothing.
        if let login = login(byProxyOf: request), visit?.person.login != login { return (nil, false) }
        return (visit, false)
    }

    /// Whom the proxy says it has let in; nil: it says nothing, or is not to be trusted.
    private func login(byProxyOf request: Request) -> String? {
        guard responses.isBehindProxy, let trustedHeader else { return nil }
        return request.headers[trustedHeader]?.lowercased()
    }

    /// Somebody whom the proxy has let in and who has no visit yet, where they look at something; nil: there is nothing
    /// to do.
    private func broughtByProxy(
        _ route: Route, _ request: Request, _ visit: Visit?
    ) throws(StoreError) -> (token: Token, visit: Visit)? {
        guard visit == nil, let login = login(byProxyOf: request), request.method == .get,
            route.line.access != .anybody, !route.isForPrograms
        else { return nil }
        return try store.signIn(broughtByProxy: login)
    }

    /// Where a request comes from: behind a proxy as the last one says, which is the proxy on this machine.
    private func address(_ request: Request, _ context: SiteContext) -> String {
        if responses.isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        {
            return last.trimmingCharacters(in: .whitespaces)
        }
        return context.remoteAddress?.ipAddress ?? ""
    }

    /// Why somebody may not have what they ask for; nil: they may.
    private func refusal(_ asked: Asked) -> Answer? {
        if !asked.isReading, isFromElsewhere(asked.request) {
            return forbidden(asked, "A form of another site cannot change anything here.")
        }
        switch asked.route.line.access {
        case .anybody: return nil
        case .roles(let roles):
            guard let visit = asked.visit else {
                guard !asked.route.isForPrograms else {
                    return forbidden(asked, "Sign in first.", .unauthorized)
                }
                return .see("/sign-in")
            }
            guard roles.contains(visit.person.role) else {
                return forbidden(asked, "This page is not for your role, \(visit.person.role.name).")
            }
            return nil
        }
    }

    /// Whether a browser says that a form is of another site.
    private func isFromElsewhere(_ request: Request) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site != "same-origin" && site != "none"
        }
        guard let origin = request.headers[.origin], let host = request.head.authority else { return false }
        return origin != "http://" + host && origin != "https://" + host
    }

    /// Why a form of somebody who is signed in changes nothing: it lacks what only their own pages know.
    private func refusalOfForm(_ asked: Asked) -> Answer? {
        guard let visit = asked.visit, asked.route.line.access != .anybody, !asked.isReading, !asked.isByKey,
            !Self.isSame(asked.form["form_token"], visit.formToken)
        else { return nil }
        return forbidden(
            asked, "This form is too old, or came from elsewhere. Go back, reload the page and try again.")
    }

    /// Whether two secrets are the same; how long it takes says nothing of where they differ.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func forbidden(
        _ asked: Asked, _ words: String, _ status: HTTPResponse.Status = .forbidden
    ) -> Answer {
        asked.route.isForPrograms
            ? Self.problem(words, status)
            : .page(SitePage("You cannot do this", asked.visit) { Tag.p { words } }, status: status)
    }

    private func failure(_ error: StoreError, _ route: Route, _ visit: Visit?) -> Answer {
        var words = error.message
        let status: HTTPResponse.Status
        switch error {
        case .fields: status = .badRequest
        case .missing: status = .notFound
        case .conflict: status = .conflict
        case .refused: status = .badRequest
        case .database:
            status = .internalServerError
            // Where the server keeps its things is nobody's business.
            logger.error("\(error.message)")
            words =
                "What is kept cannot be read or written just now. The administrator finds the reason in what the server says."
        }
        return route.isForPrograms
            ? Self.problem(words, status)
            : .page(SitePage(Self.title(error), visit) { Tag.p { words } }, status: status)
    }

    private static func title(_ error: StoreError) -> String {
        switch error {
        case .fields, .refused: "This cannot be done"
        case .missing: "There is nothing here"
        case .conflict: "Somebody else changed it"
        case .database: "skillmix has a problem"
        }
    }

    private struct Problem: Encodable {
        let title: String
        let status: Int
    }

    /// A value for programs.
    static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json((try? encoder.encode(value)) ?? Data("null".utf8), status: status)
    }

    /// What is wrong, for programs (RFC 9457).
    static func problem(_ words: String, _ status: HTTPResponse.Status) -> Answer {
        json(Problem(title: words, status: status.code), status)
    }
}

/// Says in a page of the server's that there is nothing at an address.
struct NotFound: RouterMiddleware {
    typealias Context = SiteContext
    let responses: Responses

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            return responses.response(
                .page(
                    SitePage("There is nothing here", nil) {
                        Tag.p { "Nothing is at this address. It may have been typed wrongly." }
                    }, status: .notFound))
        }
    }
}
