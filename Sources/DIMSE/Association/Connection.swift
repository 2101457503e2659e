import NIOConcurrencyHelpers
import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The transport of an association and the way out of it.
///
/// A class since timers, cancelled tasks and the dialogue's task all have to end the same connection.
package final class Connection: Sendable {
    /// How long a peer has to take note of an A-ABORT before the connection closes under it.
    static let abortGrace = TimeAmount.milliseconds(50)

    let channel: any Channel
    /// Why this side gave up; the first reason stands.
    private let reason = NIOLockedValueBox<(any Error)?>(nil)

    init(_ channel: any Channel) {
        self.channel = channel
    }

    /// What made this side abort, if it did.
    var abortReason: (any Error)? { reason.withLockedValue { $0 } }

    /// A watchdog whose bite is an abort.
    func watchdog() -> Watchdog {
        Watchdog(on: channel.eventLoop) { [channel] in
            channel.acknowledgedBytes
        } expired: { [weak self] step in
            self?.abort(AssociationError.timedOut(step))
        }
    }

    /// Sends A-ABORT and closes, whatever state the association is in. Returns at once.
    package func abort(_ error: any Error) {
        guard isFirst(error) else { return }
        channel.eventLoop.execute { [channel] in
            channel.writeAndFlush(Primitive.abort, promise: nil)
            channel.eventLoop.scheduleTask(in: Self.abortGrace) {
                if channel.hasUnsent { channel.discardUnsent() }
                channel.close(promise: nil)
            }
        }
    }

    private func isFirst(_ error: any Error) -> Bool {
        reason.withLockedValue { reason in
            guard reason == nil else { return false }
            reason = error
            return true
        }
    }

    /// Returns when the connection is closed, which it must be about to be.
    func closed() async {
        // A close future does not fail.
        try? await channel.closeFuture.get()
    }
}

extension Channel {
    /// True while the kernel does not take what was written, the A-ABORT at its end: the peer reads nothing.
    fileprivate var hasUnsent: Bool {
        // A closed channel has no options, and nothing to send.
        ((try? syncOptions?.getOption(.bufferedWritableBytes)) ?? 0) > 0
    }

    /// Has the connection end with a reset. Else the kernel would keep megabytes for minutes, for a peer that reads nothing.
    fileprivate func discardUnsent() {
        // What is no socket has no such option, and a closed one nothing to discard.
        (self as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenFailure { _ in }
    }
}
