package import NIOCore

extension Codestreams {
    /// An ICC profile of an input device that has tables alone (ISO 15076-1 §10.10, lut16Type): curves to linear light, a
    /// grid of two steps for each colour, in XYZ.
    ///
    /// - Parameters:
    ///   - curve: of each of the three colours, at even distances.
    ///   - primaries: X, Y and Z of red, of green and of blue.
    package static func tableProfile(curve: [UInt16], primaries: [[Double]]) -> ByteBuffer {
        var table = ByteBuffer(string: "mft2")
        table.writeInteger(UInt32(0))
        table.writeBytes([3, 3, 2, 0])
        for place in 0..<9 { table.writeInteger(place % 4 == 0 ? UInt32(65_536) : 0) }
        table.writeInteger(UInt16(curve.count))
        table.writeInteger(UInt16(2))
        for _ in 0..<3 { for value in curve { table.writeInteger(value) } }
        for corner in 0..<8 {
            for axis in 0..<3 {
                // Blue varies fastest.
                let sum = (0..<3).reduce(0) { $0 + Double(corner >> (2 - $1) & 1) * primaries[$1][axis] }
                table.writeInteger(UInt16((sum * 32_768).rounded()))
            }
        }
        for _ in 0..<3 { table.writeMultipleIntegers(UInt16(0), UInt16.max) }

        var profile = ByteBuffer()
        profile.writeMultipleIntegers(UInt32(144 + table.readableBytes), UInt32(0), UInt32(0x0240_0000))
        profile.writeString("scnrRGB XYZ ")
        for number in [2026, 1, 1, 0, 0, 0] { profile.writeInteger(UInt16(number)) }
        profile.writeString("acsp")
        profile.writeRepeatingByte(0, count: 68 - profile.readableBytes)
        profile.writeMultipleIntegers(UInt32(0xF6D6), UInt32(0x1_0000), UInt32(0xD32D))
        profile.writeRepeatingByte(0, count: 128 - profile.readableBytes)
        profile.writeInteger(UInt32(1))
        profile.writeString("A2B0")
        profile.writeMultipleIntegers(UInt32(144), UInt32(table.readableBytes))
        profile.writeBuffer(&table)
        return profile
    }
}
