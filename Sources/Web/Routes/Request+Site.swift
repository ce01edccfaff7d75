// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WebStore

/// What the server knows of a request besides its text.
public struct SiteContext: RequestContext, RemoteAddressRequestContext {
    /// What Hummingbird keeps with a request.
    public var coreContext: CoreRequestContextStorage
    /// Where it comes from.
    public let remoteAddress: SocketAddress?

    /// Of a request that comes in by a channel.
    public init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// A request that may be answered: who asks, and what was sent along.
struct Asked: Sendable {
    let route: Route
    let request: Request
    let parameters: Parameters
    /// Who asks; nil: nobody who is signed in.
    let visit: Visit?
    /// Whether a program asks, with a key.
    let isByKey: Bool
    /// Where it comes from.
    let address: String
    /// What the server knows of it besides.
    let context: SiteContext
    /// What was sent along.
    var form = Form()

    /// Whether it changes nothing.
    var isReading: Bool { request.method == .get || request.method == .head }

    /// A number in the path.
    func number(_ name: String) throws(StoreError) -> Int64 {
        guard let number = parameters.get(name).flatMap({ Int64($0) }), number > 0 else {
            throw .missing("There is nothing at this address.")
        }
        return number
    }

    /// A part of the path.
    func text(_ name: String) -> String { parameters.get(name).map { String($0) } ?? "" }

    /// A part of the path that somebody chose, with its `%` and two digits read.
    func part(_ name: String) -> String { text(name).removingPercentEncoding ?? text(name) }

    /// What stands behind the question mark.
    func query(_ name: String) -> String {
        // Written as forms are: a blank is `+`.
        let text = request.uri.query ?? ""
        return Form(Array(text.utf8), type: "application/x-www-form-urlencoded")?[name] ?? ""
    }

    /// Who asks, of a route that only people who are signed in come to.
    func person() throws(StoreError) -> Person {
        guard let visit else { throw .refused("Sign in first.") }
        return visit.person
    }
}
