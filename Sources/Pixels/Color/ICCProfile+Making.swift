import NIOCore

extension ICCProfile {
    package static let sRGB = ICCProfile(.sRGB)

    /// A display profile, version 4, of the space's curves and matrix (ISO 15076-1 §8.3).
    package init(_ space: RGBSpace) {
        var elements: [(UInt32, ByteBuffer)] = [
            (0x6465_7363, Self.text(space.name)),  // desc
            (0x6370_7274, Self.text("No copyright, use freely")),  // cprt
            (0x7774_7074, Self.xyz(Self.whitePoint)),  // wtpt
        ]
        elements += zip(Signature.primaries, space.primaries).map { ($0, Self.xyz($1)) }
        elements += zip(Signature.curves, space.curves).map { ($0, Self.curve($1)) }
        bytes = Self.profile(elements)
    }

    /// D50, the one of all profiles.
    private static let whitePoint = [0.9642, 1, 0.8249]

    private static func profile(_ elements: [(signature: UInt32, data: ByteBuffer)]) -> ByteBuffer {
        var (table, data) = (ByteBuffer(), ByteBuffer())
        let start = 128 + 4 + elements.count * 12
        table.writeInteger(UInt32(elements.count))
        for (signature, element) in elements {
            table.writeInteger(signature)
            table.writeInteger(UInt32(start + data.readableBytes))
            table.writeInteger(UInt32(element.readableBytes))
            data.writeImmutableBuffer(element)
            data.writeRepeatingByte(0, count: (4 - data.readableBytes % 4) % 4)
        }
        var profile = header(length: start + data.readableBytes)
        profile.writeBuffer(&table)
        profile.writeBuffer(&data)
        return profile
    }

    /// §7.2.
    private static func header(length: Int) -> ByteBuffer {
        var header = ByteBuffer()
        header.writeInteger(UInt32(length))
        header.writeInteger(UInt32(0))
        header.writeInteger(UInt32(0x0440_0000))
        header.writeString("mntrRGB XYZ ")
        for number in [2026, 1, 1, 0, 0, 0] { header.writeInteger(UInt16(number)) }
        header.writeString("acsp")
        header.writeRepeatingByte(0, count: 28)
        for number in whitePoint { header.writeFixed(number) }
        header.writeRepeatingByte(0, count: 128 - header.readableBytes)
        return header
    }

    /// §10.15, in one language.
    private static func text(_ text: String) -> ByteBuffer {
        var element = ByteBuffer(string: "mluc")
        for number in [0, 1, 12] { element.writeInteger(UInt32(number)) }
        element.writeString("enUS")
        element.writeInteger(UInt32(text.utf16.count * 2))
        element.writeInteger(UInt32(28))
        for unit in text.utf16 { element.writeInteger(unit) }
        return element
    }

    private static func xyz(_ numbers: [Double]) -> ByteBuffer {
        var element = ByteBuffer(string: "XYZ ")
        element.writeInteger(UInt32(0))
        for number in numbers { element.writeFixed(number) }
        return element
    }

    private static func curve(_ curve: RGBSpace.Curve) -> ByteBuffer {
        var element = ByteBuffer()
        switch curve {
        case .parametric(let g, let a, let b, let c, let d):
            element.writeString("para")
            element.writeInteger(UInt32(0))
            element.writeInteger(UInt16(3))
            element.writeInteger(UInt16(0))
            for number in [g, a, b, c, d] { element.writeFixed(number) }
        case .sampled(let samples):
            element.writeString("curv")
            element.writeInteger(UInt32(0))
            element.writeInteger(UInt32(samples.count))
            for sample in samples { element.writeInteger(sample) }
        }
        return element
    }
}

extension ByteBuffer {
    fileprivate mutating func writeFixed(_ number: Double) {
        writeInteger(Int32(clamping: Int(saturating: number * 65_536)))
    }
}
