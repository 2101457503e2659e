import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The way to the archive: its name, and a TCP connection.
extension Examination {
    mutating func resolveName() async throws -> DoctorStep.Findings {
        let (host, port) = (archive.host, archive.port)
        guard let found = await within(archive.timeouts.connect, { await Look.up(host, port) }) else {
            throw Diagnosis(
                .nameNotFound,
                "the name server did not answer for \(host)",
                remedy: "does this machine reach its name server?",
                at: .archiveKey("host")
            )
        }
        switch found {
        case .failure(let failure):
            throw Diagnosis(
                .nameNotFound,
                "there is no host called \(host) (\(failure.text))",
                remedy: "is the name right?",
                at: .archiveKey("host")
            )
        case .success(let found):
            addresses = found
            let texts = found.compactMap(\.ipAddress)
            return DoctorStep.Findings(
                texts == [host] ? "\(host) is an address" : "\(host) is \(texts.joined(separator: ", "))"
            )
        }
    }

    /// To the first of the addresses that takes one.
    mutating func connect() async throws -> DoctorStep.Findings {
        var failure: Diagnosis?
        for address in addresses {
            do {
                let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connectTimeout(TimeAmount(archive.timeouts.connect))
                    .connect(to: address).get()
                ourAddress = channel.localAddress?.ipAddress
                parties.storage = storageAddress
                // Closed or closing: either way it is out of the way.
                try? await channel.close()
                return DoctorStep.Findings(
                    "from \(ourAddress ?? "?") to \(address.ipAddress ?? "?") port \(archive.port)"
                )
            } catch {
                failure = failure ?? diagnosis(connecting: error, to: address)
            }
        }
        throw failure ?? Diagnosis(.unreachable, "\(archive.host) has no address", at: .archiveKey("host"))
    }

    private func diagnosis(connecting error: any Error, to address: SocketAddress) -> Diagnosis {
        let place = "\(address.ipAddress ?? archive.host):\(archive.port)"
        if case ChannelError.connectTimeout? = error as? ChannelError {
            return Diagnosis(
                .connectionTimedOut,
                "nothing answers at \(place) within \(archive.timeouts.connect.inWords)",
                remedy: "is the address right, and does a firewall drop what is sent to it?",
                at: .archiveKey("host")
            )
        }
        guard let code = (error as? IOError)?.errnoCode else {
            return Diagnosis(.unreachable, "\(place) cannot be reached", at: .archiveKey("host"))
        }
        guard code == ECONNREFUSED else {
            return Diagnosis(
                .unreachable,
                "\(place) cannot be reached (\(String(cString: strerror(code))))",
                remedy: "is there a route to it?",
                at: .archiveKey("host")
            )
        }
        return Diagnosis(
            .connectionRefused,
            "nothing listens on port \(archive.port) of \(address.ipAddress ?? archive.host)",
            remedy: "is the archive running, and is that its DICOM port?",
            at: .archiveKey("port")
        )
    }

    /// Where the archive has to send to: our end of its connection, unless the storage port listens on one address only.
    private var storageAddress: String {
        let host = configuration.storage.host
        let listensOnAll = ["0.0.0.0", "::", ""].contains(host)
        return "\(listensOnAll ? ourAddress ?? host : host):\(configuration.storage.port)"
    }
}

/// Resolution of a name by the system, which blocks a thread of its own as long as it likes.
private enum Look {
    struct Failure: Error {
        var text: String
    }

    static func up(_ host: String, _ port: Int) async -> Result<[SocketAddress], Failure> {
        do {
            return try await NIOThreadPool.singleton.runIfActive { resolve(host, port) }
        } catch {
            return .failure(Failure(text: "\(error)"))
        }
    }

    private static func resolve(_ host: String, _ port: Int) -> Result<[SocketAddress], Failure> {
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, "\(port)", &hints, &list)
        guard code == 0, let first = list else {
            return .failure(Failure(text: String(cString: gai_strerror(code))))
        }
        defer { freeaddrinfo(first) }
        var found: [SocketAddress] = []
        for entry in sequence(first: first, next: { $0.pointee.ai_next }) {
            guard let address = entry.pointee.socketAddress, !found.contains(address) else { continue }
            found.append(address)
        }
        return .success(found)
    }
}

extension addrinfo {
    fileprivate var socketAddress: SocketAddress? {
        guard let raw = UnsafeRawPointer(ai_addr) else { return nil }
        switch ai_family {
        case AF_INET: return SocketAddress(raw.loadUnaligned(as: sockaddr_in.self))
        case AF_INET6: return SocketAddress(raw.loadUnaligned(as: sockaddr_in6.self))
        default: return nil
        }
    }
}

/// What `body` gives, or nil when the time is over; what goes on then is left to itself.
func within<Result: Sendable>(
    _ limit: Duration,
    _ body: @escaping @Sendable () async -> Result
) async -> Result? {
    let (results, end) = AsyncStream.makeStream(of: Result?.self)
    // Neither is a child: a look-up that hangs in the system cannot be cancelled, and would be waited for.
    let work = Task { end.yield(await body()) }
    let clock = Task {
        try await Task.sleep(for: limit)
        end.yield(nil)
    }
    defer {
        work.cancel()
        clock.cancel()
    }
    for await result in results { return result }
    return nil
}

extension Duration {
    /// "5 s", "250 ms".
    package var inWords: String {
        let (seconds, rest) = components
        let milliseconds = rest / 1_000_000_000_000_000
        return milliseconds == 0 ? "\(seconds) s" : "\(seconds * 1000 + milliseconds) ms"
    }
}
