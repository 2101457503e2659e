import CodecShims
import NIOCore

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
        guard output.count == outputLength else { throw .unsupportedForm("room of another size") }
        let (bytes, samples) = (input.bindMemory(to: UInt8.self), output.bindMemory(to: UInt8.self))
        switch work {
        case .decode:
            guard output.count == raster.length else { throw .unsupportedForm("room of another size") }
            try Shim.call({ decode(bytes, samples.baseAddress, $0) }, failure: { .damaged($0) })
            return outputLength
        case .encode:
            guard input.count == raster.length else { throw .unsupportedForm("samples of another size") }
            var count = outputLength
            try Shim.call({ encode(bytes.baseAddress, samples.baseAddress, &count, $0) }, failure: { .notEncoded($0) })
            return count
        case .convert:
            try convert(bytes, samples)
            return outputLength
        }
    }

    private func convert(
        _ input: UnsafeBufferPointer<UInt8>,
        _ converted: UnsafeMutableBufferPointer<UInt8>
    ) throws(PixelError) {
        let (length, space) = (raster.length, Int(option))
        guard raster.samplesPerPixel == 3, raster.sampleBytes == 1, converted.count == length, input.count > length,
            RGBSpace.targets.indices.contains(space)
        else { throw .unsupportedForm("a conversion of another form") }
        let profile = UnsafeBufferPointer(rebasing: input[length...])
        let target = Array(ICCProfile(RGBSpace.targets[space]).bytes.readableBytesView)
        try Shim.call(
            {
                let (samples, pixels) = (input.baseAddress, length / 3)
                let (source, room) = (profile.baseAddress, converted.baseAddress)
                return shim_icc_convert(samples, pixels, source, profile.count, target, target.count, room, $0)
            },
            failure: { .damaged($0) }
        )
    }

    private func encode(
        _ samples: UnsafePointer<UInt8>?,
        _ codestream: UnsafeMutablePointer<UInt8>?,
        _ count: inout Int,
        _ message: UnsafeMutablePointer<CChar>
    ) -> CInt {
        var raster = raster.shim
        let options = Options(number: option)
        switch library {
        case .jpegLS: return shim_jpegls_encode(samples, &raster, codestream, &count, message)
        case .jpeg2000:
            return shim_jpeg2000_encode(samples, &raster, options.hasColorTransform, codestream, &count, message)
        case .htj2k:
            let halvings = UInt32(truncatingIfNeeded: options.decompositions)
            return shim_htj2k_encode(
                samples,
                &raster,
                halvings,
                options.hasColorTransform,
                codestream,
                &count,
                message
            )
        case .jpeg, .jpegXL, .iccProfile: return -1
        }
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
        case .htj2k, .iccProfile: -1
        }
    }
}
