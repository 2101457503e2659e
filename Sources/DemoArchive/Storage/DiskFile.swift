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
        var template = Array("\(directory)/gantry-demo-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .system(call: "mkstemp", code: errno) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
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
        while buffer.readableBytes < range.count {
            let (place, wanted) = (range.lowerBound + buffer.readableBytes, range.count - buffer.readableBytes)
            var code: CInt = 0
            let count = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { room in
                let count = pread(descriptor, room.baseAddress, wanted, off_t(place))
                code = count < 0 ? errno : 0
                return max(count, 0)
            }
            guard code == 0 || code == EINTR else { throw .system(call: "pread", code: code) }
            if count == 0, code == 0 { throw .short }
        }
        return buffer
    }

    /// Writes the readable bytes at the offset, all of them.
    func write(_ buffer: ByteBuffer, at offset: Int) throws(DiskError) {
        var rest = buffer
        while rest.readableBytes > 0 {
            let place = off_t(offset + buffer.readableBytes - rest.readableBytes)
            let count = rest.withUnsafeReadableBytes { pwrite(descriptor, $0.baseAddress, $0.count, place) }
            if count >= 0 {
                rest.moveReaderIndex(forwardBy: count)
            } else if errno != EINTR {
                throw .system(call: "pwrite", code: errno)
            }
        }
    }
}
