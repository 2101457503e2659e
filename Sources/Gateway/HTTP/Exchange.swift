import HTTPTypes
import Logging
import NIOCore
import NIOHTTPTypes

/// One request and its response, as the log and the limits see them.
struct Exchange {
    let method: HTTPRequest.Method
    let start = NIODeadline.now()
    /// The path as the route writes it, with places for UIDs; nil for a path that no route has.
    var template: String?
    var status: HTTPResponse.Status?
    var bytes = 0
    /// The length that the head promised of the body; nil when it promised none.
    private var length: Int?

    init(method: HTTPRequest.Method) {
        self.method = method
    }

    mutating func begin(_ head: HTTPResponse) {
        status = head.status
        let hasBody = method != .head && ![.noContent, .notModified].contains(head.status)
        length = hasBody ? head.headerFields[.contentLength].flatMap(Int.init) : nil
    }

    /// Whether the body has what the head promised.
    var isComplete: Bool { length.map { $0 == bytes } ?? true }

    /// Whether the body has, with this part, more or at its end fewer bytes than the head promised.
    func breaksItsLength(at part: HTTPResponsePart) -> Bool {
        guard let length else { return false }
        if case .end = part { return bytes != length }
        return bytes > length
    }

    /// The line of the log. No UID, no query and no value from a data set stands in it.
    func log(to logger: Logger, isComplete: Bool) {
        let duration = NIODeadline.now() - start
        logger.log(
            level: isComplete ? .info : .warning,
            isComplete ? "request" : "request ended unfinished",
            metadata: [
                "method": "\(method.rawValue)",
                "route": "\(template ?? "-")",
                "status": "\(status?.code ?? 0)",
                "bytes": "\(bytes)",
                "ms": "\(duration.nanoseconds / 1_000_000)",
            ]
        )
    }
}
