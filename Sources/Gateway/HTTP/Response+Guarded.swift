import HTTPTypes
import Hummingbird
import Logging
import NIOCore

extension Response {
    /// Bodies of known length up to this many bytes are taken to be ready: they go out in one write, unwatched.
    private static var readyBody: Int { 1 << 20 }

    /// The same response with a body that is cancelled when the client leaves, and whose failure is logged.
    ///
    /// An error that leaves the body is what makes a failure visible: Hummingbird then closes the connection without
    /// the last chunk, or resets the HTTP/2 stream (held by `TruncationTests`).
    func guarded(on channel: any Channel, logger: Logger) -> Response {
        if let length = body.contentLength, length <= Self.readyBody { return self }
        let body = body
        var response = self
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            // Sound: nothing here touches the writer until the task that uses it has ended.
            nonisolated(unsafe) let writer = writer
            do {
                try await channel.cancellingWhenClientLeaves { try await body.write(writer) }
            } catch {
                logger.warning(
                    "response cut short",
                    metadata: ["cause": "\(Problem(describing: error, logger: logger).detail)"]
                )
                throw error
            }
        }
        return response
    }

    /// What HEAD answers: the same head (RFC 9110 §9.3.2).
    ///
    /// A body of unknown length has no Content-Length to tell. In HTTP/1.1 the encoder of SwiftNIO would then write a
    /// last chunk after the head, which a client takes for the next response: the connection is closed instead.
    func withoutBody(on channel: any Channel) -> Response {
        var head = head
        if let length = body.contentLength {
            head.headerFields[.contentLength] = String(length)
        } else if !channel.isHTTP2Stream {
            head.headerFields[.connection] = "close"
            return Response(status: status, headers: head.headerFields, body: ResponseBody { _ in throw HeadIsAll() })
        }
        let hasLength = body.contentLength != nil
        var response = Response(status: status, headers: head.headerFields)
        if !hasLength { response.headers[.contentLength] = nil }
        return response
    }
}

/// Thrown by the body of a HEAD response of unknown length, to close the connection.
private struct HeadIsAll: Error {}
