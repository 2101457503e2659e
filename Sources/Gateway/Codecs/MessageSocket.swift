import Glibc
import NIOCore

/// One end of a pair of sockets that keep messages apart. Nothing is closed here.
struct MessageSocket: Sendable {
    let descriptor: CInt

    enum Reception: Sendable {
        case message(ByteBuffer)
        case nothingYet
        /// The other side has closed its end, or is no more.
        case end
    }

    /// Sends a message whole. False when the other side is no more.
    func send(_ message: ByteBuffer) -> Bool {
        message.withUnsafeReadableBytes { bytes in
            var sent = Glibc.send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
            while sent < 0, errno == EINTR {
                sent = Glibc.send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
            }
            return sent == bytes.count
        }
    }

    /// Receives a message of at most `length` bytes.
    ///
    /// - Parameter isWaiting: whether to wait for one, without an end but for ``limitWaits(to:)``.
    func receive(_ length: Int, isWaiting: Bool) -> Reception {
        var message = ByteBuffer()
        while true {
            var code: CInt = 0
            let count = message.writeWithUnsafeMutableBytes(minimumWritableBytes: length) { room in
                let flags = isWaiting ? 0 : CInt(MSG_DONTWAIT)
                let count = recv(descriptor, room.baseAddress, length, flags)
                code = count < 0 ? errno : 0
                return max(0, count)
            }
            if count > 0 { return .message(message) }
            switch code {
            case EINTR: continue
            case EAGAIN: return .nothingYet
            default: return .end
            }
        }
    }

    /// Has a reception that is waiting wait so long at most.
    func limitWaits(to time: Duration) {
        let (seconds, attoseconds) = time.components
        var limit = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// False where the other side is no more. Nothing is received.
    var isOpen: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, CInt(MSG_PEEK) | CInt(MSG_DONTWAIT)) != 0
    }

    /// Waits until there is something to receive, or for so long.
    func wait(milliseconds: Int) {
        var poll = pollfd(descriptor: descriptor)
        _ = Glibc.poll(&poll, 1, CInt(clamping: milliseconds))
    }
}

extension pollfd {
    fileprivate init(descriptor: CInt) {
        self.init(fd: descriptor, events: Int16(POLLIN), revents: 0)
    }
}
