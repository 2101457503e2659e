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

    /// What a socket is told.
    fileprivate static let options: [(ChannelOptions.Types.SocketOption, SocketOptionValue)] = {
        let question: (ChannelOptions.Types.SocketOption, SocketOptionValue) = (.socketOption(.so_keepalive), 1)
        #if os(Linux)
            return [question, (.keepAliveIdle, idle), (.keepAliveInterval, interval), (.keepAliveProbes, probes)]
        #else
            return [question]
        #endif
    }()
}

extension ClientBootstrap {
    func keepingAlive() -> ClientBootstrap {
        KeepAlive.options.reduce(self) { $0.channelOption($1.0, value: $1.1) }
    }
}

extension ServerBootstrap {
    /// The channels that it accepts.
    func keepingAlive() -> ServerBootstrap {
        KeepAlive.options.reduce(self) { $0.childChannelOption($1.0, value: $1.1) }
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
