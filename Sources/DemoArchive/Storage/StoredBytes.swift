import NIOCore

/// Where the bytes of an encoded data set lie.
struct StoredBytes: Sendable {
    private enum Place {
        /// Opened whenever it is read: there may be more of them than a process may have open.
        case path(String)
        case file(DiskFile)
    }

    private let place: Place
    /// The parts of the file that the bytes are, in order.
    private let extents: [Range<Int>]

    init(path: String, _ range: Range<Int>) {
        place = .path(path)
        extents = [range]
    }

    init(_ file: DiskFile, _ extents: [Range<Int>]) {
        place = .file(file)
        self.extents = extents
    }

    func open() throws(DiskError) -> StoredReader {
        switch place {
        case .path(let path): StoredReader(file: try DiskFile(reading: path), extents: extents)
        case .file(let file): StoredReader(file: file, extents: extents)
        }
    }
}

/// Reads an encoded data set by pieces or ranges, wherever it lies.
struct StoredReader {
    fileprivate let file: DiskFile
    fileprivate let extents: [Range<Int>]

    /// How many bytes are read at a time; a multiple of every number's width.
    static let pieceLength = 512 << 10

    var count: Int { extents.reduce(0) { $0 + $1.count } }

    /// The bytes of a range that counts from the data set's first byte, at most ``pieceLength`` at a time.
    func read(_ range: Range<Int>, _ body: (ByteBuffer) async throws -> Void) async throws {
        guard range.upperBound <= count else { throw DiskError.short }
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.pieceLength) {
            try await body(try piece(start..<min(start + Self.pieceLength, range.upperBound)))
        }
    }

    private func piece(_ range: Range<Int>) throws(DiskError) -> ByteBuffer {
        var joined = ByteBuffer()
        var start = 0
        for extent in extents {
            let part = range.clamped(to: start..<start + extent.count)
            if !part.isEmpty {
                let offset = extent.lowerBound - start
                var bytes = try file.read(part.lowerBound + offset..<part.upperBound + offset)
                if part == range { return bytes }
                joined.writeBuffer(&bytes)
            }
            start += extent.count
        }
        return joined
    }
}
