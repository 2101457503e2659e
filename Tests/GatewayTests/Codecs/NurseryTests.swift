import CLinux
import Foundation
import Glibc
import Pixels
import Testing

@testable import Gateway

/// The process that forks workers, when it does not do as it should.
@Suite struct NurseryTests {
    /// Whoever has the nursery's descriptor after it must keep it, and a process with its number is not to be killed.
    @Test func aNurseryThatCannotBeStartedAgainIsForgotten() throws {
        let link = "/tmp/gantry-nursery-\(getpid())"
        symlink(CodecWorkersTests.program, link)
        defer { unlink(link) }
        let nursery = Nursery(program: link)
        let memory = try #require(SharedMemory(count: 4096).descriptor)
        var (ends, others) = ([CInt](repeating: -1, count: 2), [CInt](repeating: -1, count: 2))
        socketpair(AF_UNIX, CInt(SOCK_SEQPACKET.rawValue), 0, &ends)
        defer { (ends + others).forEach { _ = close($0) } }
        let child = try nursery.child(socket: ends[0], memory: memory)
        kill(try #require(Self.parent(of: child.process)), SIGKILL)
        unlink(link)
        #expect(throws: PixelError.self) { try nursery.child(socket: ends[0], memory: memory) }
        socketpair(AF_UNIX, CInt(SOCK_SEQPACKET.rawValue), 0, &others)
        #expect(throws: PixelError.self) { try nursery.child(socket: ends[0], memory: memory) }
        #expect(others.allSatisfy { fcntl($0, F_GETFD) >= 0 })
        symlink(CodecWorkersTests.program, link)
        let next = try nursery.child(socket: ends[0], memory: memory)
        #expect(nursery.end(child) == "ended")
        #expect(nursery.end(next).hasPrefix("ended by "))
    }

    /// As `/proc` tells.
    private static func parent(of process: pid_t) -> pid_t? {
        guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 200)
        while fgets(&line, CInt(line.count), file) != nil {
            if strncmp(line, "PPid:", 5) == 0 { return pid_t(atoi(Array(line.dropFirst(5)))) }
        }
        return nil
    }

    /// Runs a test with a nursery that is a script of the shell: descriptor 3 is its socket, on which messages have eight
    /// bytes, the first four a child's number.
    private static func withNursery(
        script: String,
        patience: Duration = .seconds(30),
        _ body: (_ nursery: Nursery, _ socket: CInt, _ memory: CInt) throws -> Void
    ) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "gantry-nursery-\(UUID())").path
        defer { unlink(path) }
        try ("#!/bin/sh\n" + script).write(toFile: path, atomically: false, encoding: .utf8)
        chmod(path, 0o700)
        let shared = try SharedMemory(count: 4096)
        var ends = [CInt](repeating: -1, count: 2)
        socketpair(AF_UNIX, CInt(SOCK_SEQPACKET.rawValue), 0, &ends)
        defer { ends.forEach { _ = close($0) } }
        try body(Nursery(program: path, patience: patience), ends[0], try #require(shared.descriptor))
    }

    private static let read = "head -c 8 <&3 >/dev/null\n"

    private static func answer(_ child: String) -> String { "printf '\(child)\\0\\0\\0\\0' >&3\n" }

    @Test func aForkThatFailsIsSaidSo() throws {
        let script = Self.read + Self.answer(#"\377\377\377\377"#) + Self.read + Self.answer(#"\7\0\0\0"#) + Self.read
        try Self.withNursery(script: script) { nursery, socket, memory in
            #expect(throws: PixelError.noWorker("fork fails")) { try nursery.child(socket: socket, memory: memory) }
            // The next one may not.
            let next = try nursery.child(socket: socket, memory: memory)
            #expect(next.process == 7)
        }
    }

    /// Its answer would be taken for that to the next question.
    @Test func aNurseryThatAnswersLateIsReplaced() throws {
        let script = Self.read + Self.answer(#"\7\0\0\0"#) + Self.read + "sleep 4\n" + Self.answer(#"\10\0\0\0"#)
        try Self.withNursery(script: script, patience: .milliseconds(2500)) { nursery, socket, memory in
            let child = try nursery.child(socket: socket, memory: memory)
            #expect(nursery.end(child) == "ended")
            let next = try nursery.child(socket: socket, memory: memory)
            #expect(next.process == 7)
            // One of another nursery is not asked for.
            #expect(nursery.end(child) == "ended")
        }
    }
}
