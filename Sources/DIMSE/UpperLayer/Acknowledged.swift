import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Channel {
    /// How many bytes the peer's kernel has acknowledged since the connection began; nil where the system does not tell.
    ///
    /// On the event loop only. What was given to our kernel may be megabytes ahead of the peer: this is what arrives.
    var acknowledgedBytes: UInt64? {
        #if os(Linux)
            // The read end of a closed channel has no transport: then nothing arrives either.
            try? pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { socket in
                var information = TCPInformation()
                var length = socklen_t(MemoryLayout<TCPInformation>.size)
                guard getsockopt(socket, CInt(IPPROTO_TCP), TCP_INFO, &information, &length) == 0,
                    length >= TCPInformation.lengthUpToAcknowledged
                else { return nil }
                return information.acknowledged
            } ?? nil
        #else
            nil
        #endif
    }
}

#if os(Linux)
    /// The head of Linux's `struct tcp_info`, of which the C library's header knows less than the kernel gives.
    private struct TCPInformation {
        /// Eight bytes of state, 24 numbers of 32 bits and two rates of 64 stand before it.
        private var head: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0)
        private var more: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
        /// `tcpi_bytes_acked`, since Linux 4.1.
        var acknowledged: UInt64 = 0

        static let lengthUpToAcknowledged = 128
    }
#endif
