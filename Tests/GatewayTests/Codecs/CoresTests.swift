import CLinux
import Foundation
import Testing

/// Where a thread and the process that it waits for run.
@Suite struct CoresTests {
    /// It is kept where the thread is that asks, and goes where it likes again when it is told to.
    @Test(.enabled(if: linux_count_cores() > 1)) func aProcessIsKeptOnACoreAndLeavesIt() throws {
        let other = Process()
        other.executableURL = URL(filePath: "/bin/sleep")
        other.arguments = ["60"]
        try other.run()
        defer { other.terminate() }
        let process = other.processIdentifier
        let before = try #require(Self.cores(of: process))
        defer { linux_leave_core(0) }
        let core = linux_share_core(process, -1)
        #expect(Self.cores(of: process) == "\(core)")
        #expect(linux_count_cores() == 1)
        #expect(linux_share_core(process, core) == core)
        linux_leave_core(process)
        #expect(Self.cores(of: process) == before)
        // Who is known to be there is not asked again.
        #expect(linux_share_core(process, core) == core)
        #expect(Self.cores(of: process) == before)
    }

    /// As `/proc` tells.
    private static func cores(of process: pid_t) -> String? {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
        return line.map { $0.dropFirst(18).trimmingCharacters(in: .whitespaces) }
    }
}
