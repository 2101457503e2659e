import Foundation

/// The sockets of this machine, as the kernel lists them.
package enum Sockets {
    /// TCP connections over loopback that `port` has an end of, listening and long-gone ones left out.
    package static func connections(of port: Int) -> [String] {
        let digits = String(port, radix: 16, uppercase: true)
        let suffix = ":" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        guard let table = try? String(contentsOfFile: "/proc/net/tcp", encoding: .utf8) else { return [] }
        return table.split(separator: "\n").dropFirst().compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 9, words[1].hasSuffix(suffix) || words[2].hasSuffix(suffix) else { return nil }
            // 0A listens; what no process holds any more (inode 0) is the kernel's.
            return words[3] == "0A" || words[9] == "0" ? nil : String(words[3])
        }
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
    /// - Returns: the states of those that are left after five seconds: `01` established, `08` waiting to be closed here.
    package static func left(of port: Int) async -> [String] {
        let start = ContinuousClock.now
        while true {
            let states = connections(of: port)
            if states.isEmpty || ContinuousClock.now - start > .seconds(5) { return states }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }
}
