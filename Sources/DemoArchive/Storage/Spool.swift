import FoundationEssentials
import NIOCore

/// What the archive made or was sent: one file without a name, gone with the process.
///
/// Room is not given back: an instance that is replaced, or did not come whole, takes it until the end.
actor Spool {
    private let file: DiskFile
    private let capacity: Int
    private var end = 0

    static let defaultCapacity = 16 << 30

    init(
        directory: String = FileManager.default.temporaryDirectory.path(percentEncoded: false),
        capacity: Int = Spool.defaultCapacity
    ) throws(DiskError) {
        file = try DiskFile(anonymousIn: directory)
        self.capacity = capacity
    }

    /// Appends a piece of an instance, and those of other instances around it.
    ///
    /// - Throws: ``DiskError/full`` beyond the capacity.
    func append(_ bytes: ByteBuffer, to extents: [Range<Int>]) throws(DiskError) -> [Range<Int>] {
        guard bytes.readableBytes <= capacity - end else { throw .full }
        try file.write(bytes, at: end)
        let start = end
        end += bytes.readableBytes
        guard let last = extents.last, last.upperBound == start else { return extents + [start..<end] }
        return extents.dropLast() + [last.lowerBound..<end]
    }

    nonisolated func stored(_ extents: [Range<Int>]) -> StoredBytes { StoredBytes(file, extents) }
}
