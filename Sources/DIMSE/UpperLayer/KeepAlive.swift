import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The kernel's question to a silent peer whether it is still there (RFC 9293 §3.8.4).
///
/// What is awaited has a time limit of its own; this finds the peers that nothing is awaited of, such as one that a
/// router has forgotten between two messages. It is gone after 90 seconds: idle + probes * interval.
enum KeepAlive {
    /// In seconds.
    static let idle: Int = 45
    /// In seconds.
    static let interval: Int = 15
    static let probes: Int = 3
}

extension ClientBootstrap {
    func keepingAlive() -> ClientBootstrap {
        let bootstrap = channelOption(.socketOption(.so_keepalive), value: 1)
        #if os(Linux)
            return bootstrap.channelOption(.keepAliveIdle, value: KeepAlive.idle)
                .channelOption(.keepAliveInterval, value: KeepAlive.interval)
                .channelOption(.keepAliveProbes, value: KeepAlive.probes)
        #else
            return bootstrap
        #endif
    }
}

extension ServerBootstrap {
    /// The channels that it accepts.
    func keepingAlive() -> ServerBootstrap {
        let bootstrap = childChannelOption(.socketOption(.so_keepalive), value: 1)
        #if os(Linux)
            return bootstrap.childChannelOption(.keepAliveIdle, value: KeepAlive.idle)
                .childChannelOption(.keepAliveInterval, value: KeepAlive.interval)
                .childChannelOption(.keepAliveProbes, value: KeepAlive.probes)
        #else
            return bootstrap
        #endif
    }
}

#if os(Linux)
    extension ChannelOption where Self == ChannelOptions.Types.SocketOption {
        static var keepAliveIdle: Self { tcp(TCP_KEEPIDLE) }
        static var keepAliveInterval: Self { tcp(TCP_KEEPINTVL) }
        static var keepAliveProbes: Self { tcp(TCP_KEEPCNT) }

        private static func tcp(_ name: CInt) -> Self {
            ChannelOptions.Types.SocketOption(level: .tcp, name: NIOBSDSocket.Option(rawValue: name))
        }
    }
#endif
