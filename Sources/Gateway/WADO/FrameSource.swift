import DICOM
import HTTPTypes
import NIOCore
import Pixels

/// The frames of an instance in the cache.
struct FrameSource: Sendable {
    let instance: CachedInstance
    let header: DataSet
    private let index: FrameIndex

    /// - Throws: `Problem` 404 of an instance without pixels; `DataError` when they cannot be told apart.
    init(_ instance: CachedInstance) throws {
        let content = instance.content
        self.instance = instance
        header = try content.header()
        guard content.hasPixels else {
            throw Problem(.notFound, "The instance has no pixel data.")
        }
        index = try FrameIndex(header, transferSyntax: content.transferSyntax) { range in
            try content.extent.read(range.lowerBound..<min(range.lowerBound + Self.startLength, range.upperBound))
        }
    }

    /// How much of a fragment tells whether a codestream begins there.
    private static let startLength = 16

    var count: Int { index.count }

    /// True where the frames can be had in native form.
    var isDecodable: Bool { Codec.isSupported(instance.content.transferSyntax) }

    /// - Throws: `Problem` 404 when there is no such frame as one of these, counted from 1; `DataError` when the pixels
    ///   end before one of them, which is better known before anything is sent.
    func check(_ frames: [Int]) throws {
        guard frames.allSatisfy({ $0 >= 1 && $0 <= count }) else {
            throw Problem(.notFound, "The instance has \(count) frames.")
        }
        for frame in frames { _ = try index.frame(frame - 1) }
    }

    /// As ``check(_:)`` of all frames.
    func checkLast() throws { _ = try index.frame(count - 1) }

    /// The numbers of all frames, for whoever wants each of them.
    ///
    /// - Throws: as ``checkLast()``, so that no list is as long as a data set may claim; `PixelError.tooLarge` when there
    ///   are too many to list.
    func all() throws -> [Int] {
        try checkLast()
        guard count <= Self.maximumListed else { throw PixelError.tooLarge }
        return Array(1...max(count, 1))
    }

    /// Frames that one response is made of: as many as whole slides have.
    private static let maximumListed = 1 << 20

    /// True where a stored frame goes as it lies there: neither turned to little endian nor taken out of words of bits.
    var goesAsStored: Bool {
        instance.content.transferSyntax.byteOrder == .little && header.integer(.bitsAllocated) != 1
    }

    /// True of a native frame of grey that is read, looked up and compressed in about a millisecond.
    func isBrief(_ frame: Int) -> Bool {
        guard !instance.content.transferSyntax.isEncapsulated, goesAsStored,
            let length = try? index.frame(frame - 1)?.count,
            let description = try? PixelDescription(header)
        else { return false }
        return length <= 2 * Self.briefPixels && description.rows * description.columns <= Self.briefPixels
            && header.isPlainGrey(frame: frame)
    }

    /// Those of a slice of 512 by 512.
    private static let briefPixels = 256 << 10

    /// How many bytes the frame takes as stored; nil when there is no such frame.
    func storedLength(_ frame: Int) throws -> Int { try index.frame(frame - 1)?.count ?? 0 }

    /// How many bytes a frame takes in native form; zero where that is not described.
    var frameLength: Int {
        // Then nothing can be decoded, which says why itself.
        (try? PixelDescription(header))?.frameLength ?? 0
    }

    /// The frame as it lies in the archive: of an encapsulated one the codestream, else the samples, little-endian.
    func stored(_ frame: Int) throws -> ByteBuffer {
        if instance.content.transferSyntax.byteOrder == .big { return try decoded(frame, by: NoLibraries()).bytes }
        return try raw(frame)
    }

    /// - Parameters:
    ///   - libraries: does what C libraries do; see ``CodecPool/run(_:)``.
    ///   - reduce: how often the size may be halved, where the codestream holds smaller ones.
    func decoded(_ frame: Int, by libraries: any LibraryRunner, reduce: Int = 0) throws -> Frame {
        try Frame(
            decoding: raw(frame),
            PixelDescription(header),
            instance.content.transferSyntax,
            by: libraries,
            reduce: reduce
        )
    }

    /// What the frames can be put into (PS3.18 §8.7.3); nothing where they cannot be read.
    var targets: [TransferSyntax] {
        // An image that is not described has no other form, whatever is wrong with it.
        guard isDecodable, let description = try? PixelDescription(header) else { return [] }
        return Encoder.syntaxes(for: description, storedAs: instance.content.transferSyntax)
    }

    /// The frame in a form that is not the stored one: decoded, or compressed anew without loss.
    ///
    /// - Parameter libraries: does what C libraries do; see ``CodecPool/run(_:)``.
    func frame(_ frame: Int, as syntax: TransferSyntax, by libraries: any LibraryRunner) throws -> EncodedFrame {
        let decoded = try decoded(frame, by: libraries)
        guard syntax.isEncapsulated else {
            return EncodedFrame(description: decoded.description, bytes: decoded.bytes)
        }
        return try Encoder.encode(decoded, as: syntax, by: libraries)
    }

    private func raw(_ frame: Int) throws -> ByteBuffer {
        guard let bytes = try index.bytes(of: frame - 1, reading: littleEndian) else {
            throw Problem(.notFound, "The instance has \(count) frames.")
        }
        return bytes
    }

    /// Bytes of the pixels as little-endian values have them: a frame of bytes in words may begin inside a word.
    private func littleEndian(_ range: Range<Int>) throws -> ByteBuffer {
        let extent = instance.content.extent
        guard let element = header.pixelElement, case .deferred(let deferred) = element.value,
            deferred.byteOrder == .big
        else { return try extent.read(range) }
        let (start, width) = (deferred.range.lowerBound, element.vr.width)
        let lower = start + (range.lowerBound - start) / width * width
        let upper = min(start + (range.upperBound - start + width - 1) / width * width, deferred.range.upperBound)
        var words = try extent.read(lower..<upper)
        words.swap(width: width)
        words.moveReaderIndex(forwardBy: range.lowerBound - lower)
        return words.readSlice(length: range.count) ?? words
    }
}
