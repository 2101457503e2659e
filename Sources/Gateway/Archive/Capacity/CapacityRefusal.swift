/// Why no association was had though the archive was not asked for one.
package struct CapacityRefusal: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable {
        /// As many as may wait for one do so.
        case queueFull
        /// None became free in time.
        case waitedTooLong
        /// The archive failed too often in a row: see ``Breaker``.
        case suspended
    }

    package var reason: Reason
    /// When the same request may well succeed, in seconds: the value of Retry-After (RFC 9110 §10.2.3).
    package var retryAfter: Int

    package init(_ reason: Reason, retryAfter: Int) {
        self.reason = reason
        self.retryAfter = retryAfter
    }
}
