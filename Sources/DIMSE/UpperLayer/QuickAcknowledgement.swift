import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension ChannelHandlerContext {
    /// Has the kernel acknowledge what was read without waiting 40 ms for an answer to ride on (Linux: TCP_QUICKACK).
    ///
    /// Peers on DCMTK and pynetdicom leave Nagle's algorithm on, and then hold back the end of each message until the
    /// acknowledgement comes. The option does not stick: it is set again after every read.
    func acknowledgeAtOnce() {
        #if os(Linux)
            // Fails only on a closed socket, or one that is not TCP: then there is nothing to hasten.
            try? channel.syncOptions?.setOption(.quickAcknowledgement, value: 1)
        #endif
    }
}

#if os(Linux)
    extension ChannelOption where Self == ChannelOptions.Types.SocketOption {
        fileprivate static var quickAcknowledgement: Self {
            ChannelOptions.Types.SocketOption(level: .tcp, name: NIOBSDSocket.Option(rawValue: TCP_QUICKACK))
        }
    }
#endif
