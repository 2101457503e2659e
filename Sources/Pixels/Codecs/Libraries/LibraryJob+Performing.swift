import CodecShims

extension LibraryJob {
    /// Does the job in this process.
    ///
    /// - Parameters:
    ///   - input: the bytes and behind them the ``suffix``.
    ///   - output: room for ``outputLength`` bytes.
    /// - Returns: How many bytes came of it.
    package func perform(
        on input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(PixelError) -> Int {
        guard work == .decode, output.count == raster.length, output.count == outputLength else {
            throw .unsupportedForm("job \(work) of \(library)")
        }
        let (bytes, samples) = (input.bindMemory(to: UInt8.self), output.bindMemory(to: UInt8.self))
        try Shim.call({ decode(bytes, samples.baseAddress, $0) }, failure: { .damaged($0) })
        return outputLength
    }

    private func decode(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ samples: UnsafeMutablePointer<UInt8>?,
        _ message: UnsafeMutablePointer<CChar>
    ) -> CInt {
        var raster = raster.shim
        return switch library {
        case .jpeg: shim_jpeg_decode(bytes.baseAddress, bytes.count, option != 0, &raster, samples, message)
        case .jpegLS: shim_jpegls_decode(bytes.baseAddress, bytes.count, &raster, samples, message)
        case .jpegXL: shim_jpegxl_decode(bytes.baseAddress, bytes.count, &raster, samples, message)
        case .jpeg2000: shim_jpeg2000_decode(bytes.baseAddress, bytes.count, option, &raster, samples, message)
        }
    }
}
