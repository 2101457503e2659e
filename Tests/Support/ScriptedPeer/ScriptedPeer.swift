import Foundation
import Glibc

/// An application entity that follows a script: it listens on loopback, or it calls.
package enum ScriptedPeer {
    /// How each connection went, in the order of their ends.
    package typealias Transcripts = AsyncStream<Transcript>

    /// Calls, follows the script, closes, and tells how it went.
    ///
    /// - Parameter receiveBuffer: the bytes that the kernel takes for us unread; nil is what the system gives.
    package static func call(_ port: Int, receiveBuffer: Int32? = nil, _ script: [Step]) async throws -> Transcript {
        let descriptor = try open()
        if let receiveBuffer { setReceiveBuffer(descriptor, receiveBuffer) }
        var address = loopback(port)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            let code = errno
            Glibc.close(descriptor)
            throw WireError.system("connect", code)
        }
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: follow(script, on: descriptor)) }
        }
    }

    /// Listens while `body` runs; each connection follows the script. Returns when all have ended.
    ///
    /// - Parameter script: what the connection of that number (0 for the first) does.
    package static func listen<Result: Sendable>(
        receiveBuffer: Int32? = nil,
        _ script: @escaping @Sendable (_ connection: Int) -> [Step],
        _ body: (_ port: Int, _ transcripts: Transcripts) async throws -> Result
    ) async throws -> Result {
        let descriptor = try open()
        if let receiveBuffer { setReceiveBuffer(descriptor, receiveBuffer) }
        let port = try bindAndListen(descriptor)
        let (transcripts, ended) = Transcripts.makeStream()
        let (threads, threadsEnd) = AsyncStream.makeStream(of: Void.self)
        Thread.detachNewThread {
            accept(on: descriptor, script) { ended.yield($0) }
            ended.finish()
            threadsEnd.finish()
        }
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await body(port, transcripts))
        } catch {
            result = .failure(error)
        }
        // Wakes the thread that accepts.
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
        for await _ in threads {}
        return try result.get()
    }

    /// The same script for all connections.
    package static func listen<Result: Sendable>(
        receiveBuffer: Int32? = nil,
        _ script: [Step],
        _ body: (_ port: Int, _ transcripts: Transcripts) async throws -> Result
    ) async throws -> Result {
        try await listen(receiveBuffer: receiveBuffer, { _ in script }, body)
    }

    private static func accept(
        on listener: Int32,
        _ script: @escaping @Sendable (Int) -> [Step],
        _ ended: @escaping @Sendable (Transcript) -> Void
    ) {
        let threads = DispatchGroup()
        var count = 0
        while true {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else {
                if errno == EINTR || errno == ECONNABORTED { continue }
                break
            }
            let steps = script(count)
            count += 1
            threads.enter()
            Thread.detachNewThread {
                ended(follow(steps, on: descriptor))
                threads.leave()
            }
        }
        Glibc.close(listener)
        threads.wait()
    }

    private static func follow(_ script: [Step], on descriptor: Int32) -> Transcript {
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let wire = Wire(descriptor)
        do {
            for step in script { try step.run(wire) }
        } catch {
            wire.transcript.failure = error as? WireError ?? .unexpected("\(error)")
        }
        wire.close()
        return wire.transcript
    }
}

extension ScriptedPeer {
    private static func open() throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw WireError.system("socket", errno) }
        return descriptor
    }

    private static func setReceiveBuffer(_ descriptor: Int32, _ size: Int32) {
        var size = size
        _ = setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func bindAndListen(_ descriptor: Int32) throws -> Int {
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                guard bind(descriptor, pointer, length) == 0, Glibc.listen(descriptor, 512) == 0,
                    getsockname(descriptor, pointer, &length) == 0
                else {
                    let code = errno
                    Glibc.close(descriptor)
                    throw WireError.system("listen", code)
                }
            }
            return Int(UInt16(bigEndian: pointer.pointee.sin_port))
        }
    }
}
