import CLinux
import Glibc
package import NIOCore
import Synchronization

/// What went wrong with the cache's files.
package enum SpoolError: Error, Hashable {
    /// The system refused: the call and its `errno`.
    case system(call: String, code: CInt)
    /// The bytes that are needed are no longer, or not yet, there.
    case short(wanted: Int, got: Int)
    /// What is being read leaves no room under the configured size.
    case full(capacity: Int)
}

/// Where the bytes of instances lie: anonymous files in one directory, counted against one limit.
///
/// The files have no name, so that nothing of them is seen in the directory, and nothing is left after `kill -9`.
package final class Spool: Sendable {
    private let directory: String
    private let used = Atomic<Int>(0)

    package init(directory: String) {
        self.directory = directory
    }

    /// The bytes that live extents take.
    package var bytesInUse: Int { used.load(ordering: .relaxed) }

    /// A new, empty, anonymous file.
    package func makeFile() throws -> SpoolFile {
        let descriptor = linux_open_anonymous(directory)
        guard descriptor >= 0 else { throw SpoolError.system(call: "open", code: errno) }
        return SpoolFile(descriptor: descriptor, spool: self)
    }

    fileprivate func count(_ bytes: Int) {
        used.add(bytes, ordering: .relaxed)
    }
}

/// One anonymous file, to which one task appends. It is gone when its last extent is.
package final class SpoolFile: Sendable {
    private let descriptor: CInt
    fileprivate let spool: Spool

    fileprivate init(descriptor: CInt, spool: Spool) {
        self.descriptor = descriptor
        self.spool = spool
    }

    deinit {
        close(descriptor)
    }

    /// Writes the buffer's readable bytes at an offset, all of them.
    fileprivate func write(_ buffer: ByteBuffer, at offset: Int) throws {
        try buffer.withUnsafeReadableBytes { bytes in
            guard linux_write(descriptor, bytes.baseAddress, bytes.count, off_t(offset)) == 0 else {
                throw SpoolError.system(call: "pwrite", code: errno)
            }
        }
    }

    /// Reads exactly the bytes of `range`.
    fileprivate func read(_ range: Range<Int>) throws -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: range.count)
        let count = try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: range.count) { room in
            let count = linux_read(descriptor, room.baseAddress, range.count, off_t(range.lowerBound))
            guard count >= 0 else { throw SpoolError.system(call: "pread", code: errno) }
            return count
        }
        guard count == range.count else { throw SpoolError.short(wanted: range.count, got: count) }
        return buffer
    }

    /// Gives the blocks of `range` back to the file system. Where it cannot, they go with the file.
    fileprivate func release(_ range: Range<Int>) {
        _ = linux_punch_hole(descriptor, off_t(range.lowerBound), off_t(range.count))
    }
}

/// The bytes of one instance in a spool file. They last as long as somebody holds the extent, and no longer.
package final class SpoolExtent: Sendable {
    private let file: SpoolFile
    private let range: Range<Int>

    fileprivate init(file: SpoolFile, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    deinit {
        file.release(range)
        file.spool.count(-range.count)
    }

    /// The number of bytes.
    package var count: Int { range.count }

    /// Reads bytes by their offsets in the extent.
    ///
    /// The bytes were written moments ago and mostly lie in the page cache, so that reading them blocks for microseconds.
    package func read(_ part: Range<Int>) throws -> ByteBuffer {
        guard part.lowerBound >= 0, part.upperBound <= range.count else {
            throw SpoolError.short(wanted: part.upperBound, got: range.count)
        }
        return try file.read(range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound)
    }
}

/// Appends instances to a spool file, one after the other.
package struct SpoolWriter: ~Copyable {
    private let file: SpoolFile
    private var start = 0
    private var end = 0

    /// - Parameter offset: where the bytes of an earlier writer end.
    package init(_ file: SpoolFile, from offset: Int = 0) {
        self.file = file
        start = offset
        end = offset
    }

    deinit {
        discardCurrent()
    }

    /// The bytes written since the last extent.
    package var count: Int { end - start }

    /// Where the next byte will lie in the file.
    package var offset: Int { end }

    package mutating func append(_ buffer: ByteBuffer) throws {
        try file.write(buffer, at: end)
        end += buffer.readableBytes
        file.spool.count(buffer.readableBytes)
    }

    /// Forgets the bytes written since the last extent.
    package mutating func discard() {
        discardCurrent()
        start = end
    }

    /// The bytes written since the last extent, as an extent of their own.
    ///
    /// - Parameter count: how many of them the extent does not have.
    package mutating func finishExtent(droppingFirst count: Int = 0) -> SpoolExtent {
        let dropped = min(max(count, 0), end - start)
        file.spool.count(-dropped)
        defer { start = end }
        return SpoolExtent(file: file, range: start + dropped..<end)
    }

    private borrowing func discardCurrent() {
        guard count > 0 else { return }
        file.release(start..<end)
        file.spool.count(-count)
    }
}
