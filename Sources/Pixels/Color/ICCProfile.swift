package import NIOCore

/// An ICC profile as bytes (ISO 15076-1), as an image carries one or as one is made here.
package struct ICCProfile: Hashable, Sendable {
    package let bytes: ByteBuffer

    /// Longer ones are not embedded.
    package static let maximumLength = 4 << 20
    private static let headerLength = 128

    /// The profile of a data set's ICC Profile (0028,2000), without the padding behind it; nil of what is none.
    package init?(_ bytes: ByteBuffer) {
        let start = bytes.readerIndex
        guard bytes.readableBytes >= Self.headerLength + 4,
            let length: UInt32 = bytes.getInteger(at: start), let mark: UInt32 = bytes.getInteger(at: start + 36),
            mark == Signature.profile, length >= Self.headerLength + 4, length <= Self.maximumLength,
            let profile = bytes.getSlice(at: start, length: Int(length))
        else { return nil }
        self.bytes = profile
    }

    /// True of a profile for pictures of three components.
    package var isRGB: Bool { bytes.getInteger(at: bytes.readerIndex + 16) == Signature.rgb }

    /// The space, of a profile that says it by three curves and a matrix; nil of one that has tables.
    package var space: RGBSpace? {
        guard isRGB, bytes.getInteger(at: bytes.readerIndex + 20) == Signature.xyz,
            element(Signature.tables) == nil
        else { return nil }
        let primaries = Signature.primaries.compactMap { element($0).flatMap(Self.xyz) }
        let curves = Signature.curves.compactMap { element($0).flatMap(Self.curve) }
        guard primaries.count == 3, curves.count == 3 else { return nil }
        return RGBSpace(name: "", curves: curves, primaries: primaries)
    }

    /// A tag's element (§7.3); nil where the profile has none, or it lies beyond its end.
    private func element(_ signature: UInt32) -> ByteBuffer? {
        let start = bytes.readerIndex
        guard let count: UInt32 = bytes.getInteger(at: start + Self.headerLength), count <= 100 else { return nil }
        for index in 0..<Int(count) {
            let entry = start + Self.headerLength + 4 + index * 12
            guard let name: UInt32 = bytes.getInteger(at: entry), let offset: UInt32 = bytes.getInteger(at: entry + 4),
                let length: UInt32 = bytes.getInteger(at: entry + 8)
            else { return nil }
            if name == signature { return bytes.getSlice(at: start + Int(offset), length: Int(length)) }
        }
        return nil
    }

    /// §10.31.
    private static func xyz(_ element: ByteBuffer) -> [Double]? {
        var reader = element
        guard reader.readInteger(as: UInt32.self) == Signature.xyz, reader.readInteger(as: UInt32.self) != nil else {
            return nil
        }
        let numbers = (0..<3).compactMap { _ in reader.readFixed() }
        return numbers.count == 3 ? numbers : nil
    }

    /// §10.6 and §10.18.
    private static func curve(_ element: ByteBuffer) -> RGBSpace.Curve? {
        var reader = element
        guard let type: UInt32 = reader.readInteger(), reader.readInteger(as: UInt32.self) != nil else { return nil }
        switch type {
        case Signature.curve: return sampled(&reader)
        case Signature.parametric: return parametric(&reader)
        default: return nil
        }
    }

    private static func sampled(_ reader: inout ByteBuffer) -> RGBSpace.Curve? {
        guard let count: UInt32 = reader.readInteger() else { return nil }
        if count == 0 { return .gamma(1) }
        if count == 1 { return reader.readInteger(as: UInt16.self).map { .gamma(Double($0) / 256) } }
        guard count <= 65_536, reader.readableBytes >= Int(count) * 2 else { return nil }
        return .sampled((0..<count).compactMap { _ in reader.readInteger() })
    }

    private static func parametric(_ reader: inout ByteBuffer) -> RGBSpace.Curve? {
        guard let kind: UInt16 = reader.readInteger(), reader.readInteger(as: UInt16.self) != nil else { return nil }
        let numbers = (0..<5).compactMap { _ in reader.readFixed() }
        switch (kind, numbers.count) {
        case (0, 1...): return .gamma(numbers[0])
        case (3, 5): return .parametric(g: numbers[0], a: numbers[1], b: numbers[2], c: numbers[3], d: numbers[4])
        default: return nil
        }
    }

    enum Signature {
        static let profile: UInt32 = 0x6163_7370  // acsp
        static let rgb: UInt32 = 0x5247_4220
        static let xyz: UInt32 = 0x5859_5A20
        static let curve: UInt32 = 0x6375_7276
        static let parametric: UInt32 = 0x7061_7261
        /// A2B0: a conversion by tables, which goes before curves and matrix.
        static let tables: UInt32 = 0x4132_4230
        static let primaries: [UInt32] = [0x7258_595A, 0x6758_595A, 0x6258_595A]  // rXYZ gXYZ bXYZ
        static let curves: [UInt32] = [0x7254_5243, 0x6754_5243, 0x6254_5243]  // rTRC gTRC bTRC
    }
}

extension ByteBuffer {
    /// A signed number with 16 bits behind the point.
    fileprivate mutating func readFixed() -> Double? {
        readInteger(as: Int32.self).map { Double($0) / 65_536 }
    }
}
