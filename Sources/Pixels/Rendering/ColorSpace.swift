import NIOCore

/// From the samples of colour images to RGB of eight bits (PS3.3 §C.7.6.3.1.2).
enum ColorSpace {
    /// Samples by pixel, of YBR with the halved planes spread out.
    static func rgb(_ frame: Frame) throws(PixelError) -> [UInt8] {
        let description = frame.description
        guard case .patterns(let patterns) = frame.storedSamples else {
            throw .unsupportedForm("colour of floating-point numbers")
        }
        switch description.photometricInterpretation {
        case .ybrFull422, .ybrPartial422:
            let samples = StoredPatterns(
                bytes: patterns.bytes,
                count: description.pixels &* 2,
                bits: patterns.bits
            )
            var spread = spreadPairs(samples.eightBits(), pixels: description.pixels)
            convert(&spread, description.photometricInterpretation == .ybrFull422 ? .full : .partial)
            return spread
        case .ybrFull:
            var samples = interleaved(patterns.eightBits(), description)
            convert(&samples, .full)
            return samples
        default:
            return interleaved(patterns.eightBits(), description)
        }
    }

    /// Planes side by side become pixels.
    private static func interleaved(_ planes: [UInt8], _ description: PixelDescription) -> [UInt8] {
        guard description.planarConfiguration == .byPlane else { return planes }
        let count = description.pixels
        var pixels = [UInt8](repeating: 0, count: planes.count)
        let source = planes.span
        var output = pixels.mutableSpan
        for index in 0..<count {
            output[index &* 3] = source[index]
            output[index &* 3 &+ 1] = source[count &+ index]
            output[index &* 3 &+ 2] = source[count &+ count &+ index]
        }
        return pixels
    }

    /// Y1 Y2 Cb Cr becomes Y1 Cb Cr, Y2 Cb Cr. Pairs run on over the ends of rows of an odd width, as other readers
    /// have it. What is left of an odd number of pixels has no chrominance of its own, and takes its neighbour's.
    private static func spreadPairs(_ pairs: [UInt8], pixels count: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 128, count: count &* 3)
        let source = pairs.span
        var output = pixels.mutableSpan
        for index in 0..<count {
            output[index &* 3] = source[index / 2 &* 4 &+ index & 1]
            guard count > 1 else { break }
            let pair = min(index / 2, count / 2 &- 1) &* 4
            output[index &* 3 &+ 1] = source[pair &+ 2]
            output[index &* 3 &+ 2] = source[pair &+ 3]
        }
        return pixels
    }

    /// The equations of PS3.3 §C.7.6.3.1.2 inverted, in parts of 65,536.
    private struct Equations {
        let black: Int32
        let luminance: Int32
        let redOfRed: Int32
        let greenOfBlue: Int32
        let greenOfRed: Int32
        let blueOfBlue: Int32

        static let full = Equations(
            black: 0,
            luminance: 65_536,
            redOfRed: 91_881,
            greenOfBlue: 22_554,
            greenOfRed: 46_802,
            blueOfBlue: 116_130
        )
        /// Of luminance from 16 to 235 and chrominance from 16 to 240.
        static let partial = Equations(
            black: 16,
            luminance: 76_309,
            redOfRed: 104_597,
            greenOfBlue: 25_675,
            greenOfRed: 53_279,
            blueOfBlue: 132_201
        )
    }

    private static func convert(_ samples: inout [UInt8], _ equations: Equations) {
        var output = samples.mutableSpan
        for index in stride(from: 0, to: output.count &- 2, by: 3) {
            let luminance = (Int32(output[index]) &- equations.black) &* equations.luminance &+ 32_768
            let blue = Int32(output[index &+ 1]) &- 128
            let red = Int32(output[index &+ 2]) &- 128
            output[index] = clamp(luminance &+ equations.redOfRed &* red)
            output[index &+ 1] = clamp(luminance &- equations.greenOfBlue &* blue &- equations.greenOfRed &* red)
            output[index &+ 2] = clamp(luminance &+ equations.blueOfBlue &* blue)
        }
    }

    @inline(__always)
    private static func clamp(_ value: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: min(max(value >> 16, 0), 255))
    }
}

extension StoredPatterns {
    /// Each sample scaled from its stored bits, not its allocated ones, to eight.
    fileprivate func eightBits() -> [UInt8] {
        if bits.allocated == 8, bits.stored == 8 {
            return Array(bytes.readableBytesView.prefix(count))
        }
        guard bits.stored <= Self.maximumTableBits else {
            let excess = UInt32(truncatingIfNeeded: bits.stored &- 8)
            return map { UInt8(truncatingIfNeeded: $0 >> excess) }
        }
        let maximum = Int(bits.mask)
        return mapped((0...maximum).map { UInt8(truncatingIfNeeded: ($0 &* 255 &+ maximum / 2) / maximum) })
    }
}
