package import NIOCore

/// What a C library is asked to do with bytes. It is fixed in size, so that it goes to a worker process as one message.
package struct LibraryJob: Hashable, Sendable {
    package enum Work: UInt32, Sendable {
        /// Bytes are a codestream; what comes of them is exactly the raster's samples.
        case decode = 1
        /// Bytes are the raster's samples; what comes of them is a codestream of at most ``LibraryJob/outputLength``.
        case encode = 2
        /// Bytes are the raster's samples, RGB of eight bits, and behind them the ICC profile that they are in; what comes
        /// of them is as many samples in the space of that number.
        case convert = 3
    }

    /// The libraries, by what they read and write.
    package enum Library: UInt32, CaseIterable, Sendable {
        /// libjpeg-turbo.
        case jpeg = 1
        /// CharLS.
        case jpegLS = 2
        /// OpenJPEG, High-Throughput JPEG 2000 too.
        case jpeg2000 = 3
        /// libjxl.
        case jpegXL = 4
        /// OpenJPH, which only encodes.
        case htj2k = 5
        /// Little CMS, which only converts.
        case iccProfile = 6
    }

    package var work: Work
    package var library: Library
    package var raster: Raster
    /// What the work and the library make of it: how often the size is halved (JPEG 2000), whether YCbCr becomes RGB
    /// (JPEG); of encoding the ``Options``; of converting the space's place in ``RGBSpace/targets``.
    package var option: UInt32 = 0
    /// Bytes of what comes of it: exactly so many of decoding and converting, at most so many of encoding.
    package var outputLength: Int

    static func decoding(_ raster: Raster, by library: Library, option: UInt32 = 0) -> LibraryJob {
        LibraryJob(work: .decode, library: library, raster: raster, option: option, outputLength: raster.length)
    }

    /// - Parameter options: what the library takes of them.
    static func encoding(_ raster: Raster, by library: Library, _ options: Options = Options()) -> LibraryJob {
        // Noise takes more room than it had; no lossless code doubles it.
        let length = raster.length &* 2 &+ headerRoom
        return LibraryJob(work: .encode, library: library, raster: raster, option: options.number, outputLength: length)
    }

    /// - Parameter space: its place in ``RGBSpace/targets``.
    static func converting(_ raster: Raster, to space: UInt32) -> LibraryJob {
        LibraryJob(work: .convert, library: .iccProfile, raster: raster, option: space, outputLength: raster.length)
    }

    private static let headerRoom = 64 << 10

    /// What an encoder is told beside the raster.
    struct Options: Hashable, Sendable {
        /// Whether RGB goes through the reversible colour transform (JPEG 2000).
        var hasColorTransform = false
        /// How often the image is halved (High-Throughput JPEG 2000).
        var decompositions = 0

        init(hasColorTransform: Bool = false, decompositions: Int = 0) {
            self.hasColorTransform = hasColorTransform
            self.decompositions = decompositions
        }

        init(number: UInt32) {
            self.init(hasColorTransform: number & 1 != 0, decompositions: Int(number >> 1 & 63))
        }

        var number: UInt32 { UInt32(truncatingIfNeeded: decompositions) << 1 | (hasColorTransform ? 1 : 0) }
    }

    /// What has to follow the bytes. CharLS does not end without an end of the image.
    package var suffix: [UInt8] { work == .decode && library == .jpegLS ? [0xFF, 0xD9] : [] }
}

/// Where the jobs of C libraries are done: in worker processes, where the bytes come from outside.
package protocol LibraryRunner: Sendable {
    /// Asks idle threads to run `body` beside the caller's, each once. They come when they can, if they come at all: `body`
    /// takes what is left to do, and the caller waits for nothing but what has been taken.
    ///
    /// - Returns: How many were asked, at most `count`.
    @discardableResult
    func help(atMost count: Int, _ body: @escaping @Sendable () -> Void) -> Int

    /// - Returns: What came of it, ``LibraryJob/outputLength`` bytes or, of encoding, at most so many.
    func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer
}

extension LibraryRunner {
    /// Nobody is asked.
    package func help(atMost count: Int, _ body: @escaping @Sendable () -> Void) -> Int { 0 }
}
