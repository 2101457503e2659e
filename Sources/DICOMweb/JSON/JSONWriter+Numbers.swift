import DICOM
import NIOCore

/// Values of fixed width (PS3.18 §F.2.3).
extension JSONWriter {
    /// Writes the values; bytes that make no whole value at the end are left out.
    mutating func writeNumbers(_ bytes: ByteBuffer, _ vr: VR) {
        switch vr {
        case .US: write(bytes, as: UInt16.self) { $0.integer($1) }
        case .SS: write(bytes, as: Int16.self) { $0.integer($1) }
        case .UL: write(bytes, as: UInt32.self) { $0.integer($1) }
        case .SL: write(bytes, as: Int32.self) { $0.integer($1) }
        case .UV: write(bytes, as: UInt64.self) { $0.large($1) }
        case .SV: write(bytes, as: Int64.self) { $0.large($1) }
        case .FL: write(bytes, as: UInt32.self) { $0.finite(Float(bitPattern: $1)) }
        case .FD: write(bytes, as: UInt64.self) { $0.finite(Double(bitPattern: $1)) }
        case .AT: write(bytes, as: UInt32.self) { $0.tag(Tag(rawValue: $1 << 16 | $1 >> 16)) }
        default: break
        }
    }

    private mutating func write<Number: FixedWidthInteger>(
        _ bytes: ByteBuffer,
        as _: Number.Type,
        _ body: (inout JSONOutput, Number) -> Void
    ) {
        var bytes = bytes
        guard let first = bytes.readInteger(endianness: .little, as: Number.self) else { return }
        output.raw(#","Value":["#)
        body(&output, first)
        while let number = bytes.readInteger(endianness: .little, as: Number.self) {
            output.raw(UInt8(ascii: ","))
            body(&output, number)
        }
        output.raw(UInt8(ascii: "]"))
    }
}

extension JSONOutput {
    /// A number, or a string where readers' doubles do not have it.
    fileprivate mutating func large(_ value: some FixedWidthInteger) {
        let isExact = value.magnitude <= 1 << 53
        if !isExact { raw(UInt8(ascii: "\"")) }
        integer(value)
        if !isExact { raw(UInt8(ascii: "\"")) }
    }

    fileprivate mutating func finite(_ value: some LosslessStringConvertible & BinaryFloatingPoint) {
        if value.isFinite {
            number(value)
        } else {
            raw("null")
        }
    }
}

extension ByteBuffer {
    /// False when an FL or FD value is infinite or not a number: its exponent is all ones.
    func areFinite(_ vr: VR) -> Bool {
        var rest = self
        if vr == .FL {
            while let bits = rest.readInteger(endianness: .little, as: UInt32.self) {
                if bits & 0x7F80_0000 == 0x7F80_0000 { return false }
            }
        } else {
            while let bits = rest.readInteger(endianness: .little, as: UInt64.self) {
                if bits & 0x7FF0_0000_0000_0000 == 0x7FF0_0000_0000_0000 { return false }
            }
        }
        return true
    }
}
