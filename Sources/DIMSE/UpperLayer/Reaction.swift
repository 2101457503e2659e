/// What one event of the upper layer makes its holder do: the content of an action of PS3.8 Tables 9-6 to 9-9.
///
/// To be performed in this order: timer, connect, send, indicate, close.
package struct Reaction: Hashable, Sendable {
    /// The Association Request/Reject/Release Timer (PS3.8 §9.1.5).
    package enum Timer: Hashable, Sendable {
        /// Anew when it runs.
        case start
        case stop
    }

    package var connect: Bool
    package var send: PDU?
    package var indicate: Primitive?
    package var timer: Timer?
    package var close: Bool

    package init(
        connect: Bool = false,
        send: PDU? = nil,
        indicate: Primitive? = nil,
        timer: Timer? = nil,
        close: Bool = false
    ) {
        self.connect = connect
        self.send = send
        self.indicate = indicate
        self.timer = timer
        self.close = close
    }
}
