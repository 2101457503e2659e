import CTurboJPEG
package import NIOCore

extension Picture {
    /// What JPEG can express in a side, in libjpeg's build.
    package static let maximumJPEGSide = 65_500

    /// A baseline, sequential JPEG of 8 bits (PS3.18 §8.7.4): grey with one component, colour without subsampling.
    ///
    /// A large picture is compressed in stripes, of which several may be at work at once; see ``JPEGStripes``.
    ///
    /// - Parameters:
    ///   - quality: 1 to 100, libjpeg's scale; values outside count as the nearest.
    ///   - libraries: whose idle threads help. The bytes are the same with any.
    package func jpeg(quality: Int, by libraries: any LibraryRunner = NoLibraries()) throws(PixelError) -> ByteBuffer {
        guard width <= Self.maximumJPEGSide, height <= Self.maximumJPEGSide else { throw .tooLarge }
        let stripes = JPEGStripes(width: width, height: height)
        guard stripes.count > 1 else { return try jpeg(of: 0..<height, quality: quality) }
        return try stripes.joined(by: libraries) { (rows) throws(PixelError) in try jpeg(of: rows, quality: quality) }
    }

    /// Some of its rows, which lie within, as a JPEG of their own.
    func jpeg(of rows: Range<Int>, quality: Int) throws(PixelError) -> ByteBuffer {
        guard let encoder = tjInitCompress() else { throw .notEncoded("No JPEG encoder") }
        defer { tjDestroy(encoder) }
        let sampling = CInt(components == 1 ? TJSAMP_GRAY.rawValue : TJSAMP_444.rawValue)
        let format = CInt(components == 1 ? TJPF_GRAY.rawValue : TJPF_RGB.rawValue)
        let capacity = tjBufSize(CInt(width), CInt(rows.count), sampling)
        var jpeg = ByteBuffer()
        var result: CInt = -1
        samples(of: rows).withUnsafeBufferPointer { source in
            _ = jpeg.writeWithUnsafeMutableBytes(minimumWritableBytes: Int(capacity)) { room in
                var target = room.bindMemory(to: UInt8.self).baseAddress
                var length = capacity
                result = tjCompress2(
                    encoder,
                    source.baseAddress,
                    CInt(width),
                    0,
                    CInt(rows.count),
                    format,
                    &target,
                    &length,
                    sampling,
                    CInt(min(max(quality, 1), 100)),
                    TJFLAG_NOREALLOC
                )
                return result == 0 ? Int(length) : 0
            }
        }
        guard result == 0 else { throw .notEncoded(String(cString: tjGetErrorStr2(encoder))) }
        return jpeg
    }
}
