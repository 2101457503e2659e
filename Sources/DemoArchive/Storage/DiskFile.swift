import CLinux
import Glibc
import NIOCore

/// What the system refused of a file.
enum DiskError: Error, Hashable {
    /// The call and its `errno`.
    case system(call: String, code: CInt)
    /// The file ends before the bytes that were there when it was indexed.
    case short
    /// What is stored leaves no room under the spool's capacity.
    case full
}

/// An open file, read and written at offsets. A class since the descriptor is to be closed once.
final class DiskFile: Sendable {
    private let descriptor: CInt

    /// Opens a file to be read.
    init(reading path: String) throws(DiskError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(call: "open", code: errno) }
    }

    /// Makes a file that has no name, so that nothing is left of it whichever way the process ends.
    init(anonymousIn directory: String) throws(DiskError) {
        descriptor = linux_open_anonymous(directory)
        guard descriptor >= 0 else { throw .system(call: "open", code: errno) }
    }

    deinit {
        close(descriptor)
    }

    func length() throws(DiskError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(call: "fstat", code: errno) }
        return Int(status.st_size)
    }

    /// Reads exactly the bytes of the range.
    func read(_ range: Range<Int>) throws(DiskError) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: range.count)
        var code: CInt = 0
        let count = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: range.count) { room in
            let count = linux_read(descriptor, room.baseAddress, range.count, off_t(range.lowerBound))
            code = count < 0 ? errno : 0
            return max(count, 0)
        }
        guard code == 0 else { throw .system(call: "pread", code: code) }
        guard count == range.count else { throw .short }
        return buffer
    }

    /// Writes the readable bytes at the offset, all of them.
    func write(_ buffer: ByteBuffer, at offset: Int) throws(DiskError) {
        let code = buffer.withUnsafeReadableBytes { bytes in
            linux_write(descriptor, bytes.baseAddress, bytes.count, off_t(offset)) == 0 ? 0 : errno
        }
        guard code == 0 else { throw .system(call: "pwrite", code: code) }
    }
}
