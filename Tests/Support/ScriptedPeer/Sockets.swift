import Foundation
import Glibc

/// The sockets of this process.
package enum Sockets {
    /// The connections that this process holds an end of at `port`, as states of TCP (1 established, 8 closed by the peer).
    ///
    /// Asked socket by socket: the kernel's list of all that there are is slow where there are thousands.
    package static func connections(of port: Int) -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }.compactMap { descriptor in
            // A socket of UDP, of which Foundation has some, may have the same number for its port.
            guard option(descriptor, SO_ACCEPTCONN) == 0, option(descriptor, SO_PROTOCOL) == Int32(IPPROTO_TCP),
                name(descriptor, getsockname) == port || name(descriptor, getpeername) == port
            else { return nil }
            var state = UInt8(0)
            var length = socklen_t(1)
            return getsockopt(descriptor, Int32(IPPROTO_TCP), TCP_INFO, &state, &length) == 0 ? Int(state) : 0
        }
    }

    /// An option of a socket that is a number; nil where the descriptor is none.
    private static func option(_ descriptor: Int32, _ name: Int32) -> Int32? {
        var (value, length) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
        return getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 ? value : nil
    }

    /// The port of one of a socket's ends; nil where it has none.
    private static func name(
        _ descriptor: Int32,
        _ call: (Int32, UnsafeMutablePointer<sockaddr>?, UnsafeMutablePointer<socklen_t>?) -> Int32
    ) -> Int? {
        var address = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let isKnown = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call(descriptor, $0, &length) == 0 }
        }
        // The port stands at the same place in both families.
        let isInternet = [sa_family_t(AF_INET), sa_family_t(AF_INET6)].contains(address.sin6_family)
        return isKnown && isInternet ? Int(UInt16(bigEndian: address.sin6_port)) : nil
    }

    /// Those of this process.
    package static var open: Int {
        let folder = "/proc/self/fd"
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return descriptors.count {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
            return target?.hasPrefix("socket:") ?? false
        }
    }

    /// How many more this process has than `before`, after five seconds at most.
    package static func more(than before: Int) async -> Int {
        let start = ContinuousClock.now
        while open > before, ContinuousClock.now - start < .seconds(5) {
            try? await Task.sleep(for: .milliseconds(20))
        }
        return max(0, open - before)
    }

    /// Waits until the port has no connection left.
    ///
    /// - Returns: the states of those that are left after five seconds.
    package static func left(of port: Int) async -> [Int] {
        let start = ContinuousClock.now
        while true {
            let states = connections(of: port)
            if states.isEmpty || ContinuousClock.now - start > .seconds(5) { return states }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }
}
