package import NIOCore

/// What a C library is asked to do with bytes. It is fixed in size, so that it goes to a worker process as one message.
package struct LibraryJob: Hashable, Sendable {
    package enum Work: UInt32, Sendable {
        /// Bytes are a codestream; what comes of them is exactly the raster's samples.
        case decode = 1
        /// Bytes are the raster's samples; what comes of them is a codestream of at most ``LibraryJob/outputLength``.
        case encode = 2
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
    }

    package var work: Work
    package var library: Library
    package var raster: Raster
    /// What the work and the library make of it: how often the size is halved (JPEG 2000), whether YCbCr becomes RGB
    /// (JPEG).
    package var option: UInt32 = 0
    /// Bytes of what comes of it: exactly so many of decoding, at most so many of encoding.
    package var outputLength: Int

    static func decoding(_ raster: Raster, by library: Library, option: UInt32 = 0) -> LibraryJob {
        LibraryJob(work: .decode, library: library, raster: raster, option: option, outputLength: raster.length)
    }

    /// What has to follow the bytes. CharLS does not end without an end of the image.
    package var suffix: [UInt8] { work == .decode && library == .jpegLS ? [0xFF, 0xD9] : [] }
}

/// Where the jobs of C libraries are done: in worker processes, where the bytes come from outside.
package protocol LibraryRunner: Sendable {
    /// - Returns: What came of it, ``LibraryJob/outputLength`` bytes or, of encoding, at most so many.
    func run(_ job: LibraryJob, on bytes: ByteBuffer) throws(PixelError) -> ByteBuffer
}
