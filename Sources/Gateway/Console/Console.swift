import HTTPTypes
import Hummingbird
import NIOCore

/// The start page and the contract: files that are part of the program.
enum Console {
    static let routes = [
        Route("/", [.get: file(PackageResources.console_html, "text/html; charset=utf-8")]),
        Route("/console.css", [.get: file(PackageResources.console_css, "text/css; charset=utf-8")]),
        Route("/console.js", [.get: file(PackageResources.console_js, "text/javascript; charset=utf-8")]),
        Route("/openapi.yaml", [.get: file(PackageResources.openapi_yaml, "application/yaml")]),
    ]

    /// The page needs nothing but its own files and the gateway's answers.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    private static func file(_ bytes: [UInt8], _ type: String) -> Route.Answer {
        let body = ByteBuffer(bytes: bytes)
        return { _, _ in
            var headers: HTTPFields = [.contentType: type, .cacheControl: "no-cache"]
            headers[.contentSecurityPolicy] = policy
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        }
    }
}
