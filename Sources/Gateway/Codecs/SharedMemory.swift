import CLinux
import Glibc
import NIOCore
import Pixels

/// Memory of a fixed size that this process and a worker see.
///
/// Each side has it mapped as long as it runs. Whose turn it is to touch it is said by the messages.
final class SharedMemory: @unchecked Sendable {
    // Unchecked: it is touched by whoever has leased the worker that it belongs to, and by nobody else.
    private let bytes: UnsafeMutableRawBufferPointer
    /// Nil on the worker's side.
    let descriptor: CInt?

    var count: Int { bytes.count }

    /// Creates it, filled with zeros.
    init(count: Int) throws(PixelError) {
        let descriptor = linux_create_shared_memory(count)
        guard descriptor >= 0 else { throw .noWorker("memfd_create: errno \(errno)") }
        guard let bytes = Self.map(descriptor, count) else {
            close(descriptor)
            throw .noWorker("no address space for \(count) bytes")
        }
        self.bytes = bytes
        self.descriptor = descriptor
    }

    /// What the process that started this one has created; nil where there is no such thing.
    init?(inherited descriptor: CInt) {
        let count = Int(lseek(descriptor, 0, SEEK_END))
        guard count > 0, let bytes = Self.map(descriptor, count) else { return nil }
        self.bytes = bytes
        self.descriptor = nil
    }

    deinit {
        munmap(bytes.baseAddress, bytes.count)
        if let descriptor { close(descriptor) }
    }

    private static func map(_ descriptor: CInt, _ count: Int) -> UnsafeMutableRawBufferPointer? {
        let start = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let start, start != MAP_FAILED else { return nil }
        return UnsafeMutableRawBufferPointer(start: start, count: count)
    }

    /// The bytes of a range that lies within.
    subscript(range: Range<Int>) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(rebasing: bytes[range])
    }

    /// Writes bytes, and those of `suffix` behind them, at the start. There must be room.
    func write(_ buffer: ByteBuffer, suffix: [UInt8]) {
        buffer.withUnsafeReadableBytes { bytes.copyMemory(from: $0) }
        for (offset, byte) in suffix.enumerated() { bytes[buffer.readableBytes &+ offset] = byte }
    }

    /// Moves bytes out, and leaves zeros.
    func take(_ range: Range<Int>) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: range.count)
        var start = range.lowerBound
        while start < range.upperBound {
            // In pieces that are still in the processor's cache when they are overwritten.
            let piece = self[start..<min(start &+ Self.pieceLength, range.upperBound)]
            buffer.writeBytes(UnsafeRawBufferPointer(piece))
            erase(piece)
            start &+= piece.count
        }
        return buffer
    }

    private static let pieceLength = 128 << 10

    /// Overwrites bytes with zeros.
    func erase(_ range: Range<Int>) { erase(self[range]) }

    /// Gives all of it back to the system; what is read then is zeros.
    func release() {
        guard let descriptor else { return }
        _ = linux_punch_hole(descriptor, 0, off_t(count))
    }

    private func erase(_ piece: UnsafeMutableRawBufferPointer) {
        piece.initializeMemory(as: UInt8.self, repeating: 0)
    }
}
