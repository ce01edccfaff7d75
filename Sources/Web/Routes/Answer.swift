// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What is sent back.
enum Answer: Sendable {
    /// A page.
    case page(SitePage, status: HTTPResponse.Status = .ok)
    /// Another address to look at.
    case see(String)
    /// The same, with a cookie that says who somebody is; nil: with none any more.
    case seeWith(String, cookie: String?)
    /// A file.
    case file([UInt8], type: String, name: String? = nil)
    /// A file that is sent as it is read, to be kept.
    case sent(ResponseBody, type: String, name: String)
    /// A page that was written before, such as a report, which brings its own stylesheet.
    case written([UInt8])
    /// JSON.
    case json(Data, status: HTTPResponse.Status = .ok)
    /// Lines that are sent as things happen.
    case events(ResponseBody)
}

/// Makes answers of the kinds into responses with the headings that keep them safe.
struct Responses: Sendable {
    /// The cookie's name.
    static let cookie = "skillmix"
    /// Whether people come by a proxy that speaks TLS, so that cookies are for TLS alone.
    let isBehindProxy: Bool

    /// Nothing but what the server itself sends; charts have the width of their bars in attributes.
    private static let policy =
        "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; "
        + "connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    /// A report has its stylesheet within it, and no script.
    private static let reportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

    /// - Parameter cookie: What says from now on who somebody is; nil: what did so until now.
    func response(_ answer: Answer, cookie: String?) -> Response {
        cookie.map { withCookie(response(answer), $0) } ?? response(answer)
    }

    func response(_ answer: Answer) -> Response {
        switch answer {
        case .page(let page, let status): made(status, "text/html; charset=utf-8", Array(page.html.utf8))
        case .see(let path): redirect(path)
        case .seeWith(let path, let cookie): withCookie(redirect(path), cookie)
        case .file(let bytes, let type, let name):
            file(ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), type, name)
        case .sent(let body, let type, let name): file(body, type, name)
        case .written(let bytes):
            made(.ok, "text/html; charset=utf-8", bytes, policy: Self.reportPolicy)
        case .json(let data, let status): made(status, "application/json", Array(data))
        case .events(let body): events(body)
        }
    }

    private func made(
        _ status: HTTPResponse.Status, _ type: String, _ bytes: [UInt8], policy: String = policy
    ) -> Response {
        Response(
            status: status, headers: headers(type, policy: policy),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func file(_ body: ResponseBody, _ type: String, _ name: String?) -> Response {
        var response = Response(status: .ok, headers: headers(type, policy: Self.policy), body: body)
        if let name {
            let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
            response.headers[.contentDisposition] = "attachment; filename=\"\(plain)\""
        }
        return response
    }

    private func redirect(_ path: String) -> Response {
        var headers = headers("text/plain; charset=utf-8", policy: Self.policy)
        headers[.location] = path
        return Response(status: .seeOther, headers: headers)
    }

    private func withCookie(_ response: Response, _ value: String?) -> Response {
        var response = response
        var text = "\(Self.cookie)=\(value ?? ""); Path=/; HttpOnly; SameSite=Lax"
        if value == nil { text += "; Max-Age=0" }
        if isBehindProxy { text += "; Secure" }
        response.headers[.setCookie] = text
        return response
    }

    private func events(_ body: ResponseBody) -> Response {
        var headers = headers("text/event-stream", policy: Self.policy)
        headers[.init("X-Accel-Buffering") ?? .via] = "no"
        return Response(status: .ok, headers: headers, body: body)
    }

    private func headers(_ type: String, policy: String) -> HTTPFields {
        var fields = HTTPFields()
        fields[.contentType] = type
        fields[.contentSecurityPolicy] = policy
        fields[.xContentTypeOptions] = "nosniff"
        fields[.cacheControl] = "no-store"
        if let name = HTTPField.Name("Referrer-Policy") { fields[name] = "same-origin" }
        if let name = HTTPField.Name("Cross-Origin-Opener-Policy") { fields[name] = "same-origin" }
        if isBehindProxy { fields[.strictTransportSecurity] = "max-age=31536000" }
        return fields
    }
}
