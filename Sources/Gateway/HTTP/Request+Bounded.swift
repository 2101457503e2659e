import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes
import Synchronization

extension Request {
    /// The path as it stood in the request, undecoded.
    var rawPath: Substring {
        let target = head.path ?? "/"
        return Substring(target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    }

    /// The same request with a body of at most `limit` bytes; a client that asked whether to send it is told to go on
    /// (RFC 9110 §10.1.1).
    func bounded(by limit: Int, continuingOn channel: any Channel) -> Request {
        if headers[.expect]?.lowercased() == "100-continue" {
            channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue)), promise: nil)
        }
        let allowance = Allowance(limit)
        let body = body.map { bytes in
            try allowance.take(bytes.readableBytes)
            return bytes
        }
        return Request(head: head, body: RequestBody(asyncSequence: body))
    }
}

/// How many bytes a body may still have.
private final class Allowance: Sendable {
    private let limit: Int
    private let remaining: Atomic<Int>

    init(_ limit: Int) {
        self.limit = limit
        remaining = Atomic(limit)
    }

    func take(_ count: Int) throws(Problem) {
        guard remaining.wrappingSubtract(count, ordering: .relaxed).newValue >= 0 else {
            throw Problem(.contentTooLarge, "The body of a request may have \(limit) bytes.")
        }
    }
}
