package import HTTPTypes
package import Hummingbird
import NIOCore

/// A status and the plain words that go with it (RFC 9457): the one form in which the gateway says no.
///
/// The words are our own: no value from a data set, a query or a peer's comment stands in them.
package struct Problem: Error, Hashable, Sendable {
    package var status: HTTPResponse.Status
    /// What happened, and what to do about it.
    package var detail: String
    package var headers: HTTPFields

    package init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
        self.status = status
        self.detail = detail
        self.headers = headers
    }

    package var response: Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
    }

    private var json: String {
        "{\"title\":\(status.reasonPhrase.quotedAsJSON),\"status\":\(status.code),\"detail\":\(detail.quotedAsJSON)}"
    }
}

extension String {
    /// The text as a JSON string (RFC 8259 §7).
    package var quotedAsJSON: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
