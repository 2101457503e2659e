package import NIOCore

extension CharacterSet {
    /// The values in this character set, separated and padded to an even length.
    ///
    /// Escape sequences stand where they must and nowhere else (PS3.5 §6.1.2.5.3).
    ///
    /// - Throws: `invalidValue` for a character that the set does not have, and for a backslash inside a value.
    package func encode(_ values: [String], vr: VR) throws(DataError) -> ByteBuffer {
        let (bytes, isFaithful) = encoding(values, vr: vr)
        guard isFaithful else { throw DataError(reason: .invalidValue) }
        return bytes
    }

    /// As ``encode(_:vr:)``, with a question mark for each character that the set does not have.
    package func encodeReplacing(_ values: [String], vr: VR) -> ByteBuffer { encoding(values, vr: vr).bytes }

    /// True where the set has every character of the text.
    package func canEncode(_ text: String) -> Bool { encoding([text], vr: .LT).isFaithful }

    private func encoding(_ values: [String], vr: VR) -> (bytes: ByteBuffer, isFaithful: Bool) {
        var isFaithful = true
        var bytes = ByteBuffer()
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.writeInteger(UInt8(ascii: "\\")) }
            if vr.splitsValues, value.utf8.contains(UInt8(ascii: "\\")) { isFaithful = false }
            isFaithful = write(value, vr: vr, to: &bytes) && isFaithful
        }
        if bytes.readableBytes % 2 == 1 { bytes.writeInteger(vr.padding) }
        return (bytes, isFaithful)
    }

    /// Writes one value, and says whether every character of it could be written.
    private func write(_ value: String, vr: VR, to bytes: inout ByteBuffer) -> Bool {
        if value.utf8.allSatisfy(\.isPlain) {
            bytes.writeString(value)
            return true
        }
        switch vr.isText ? repertoire : CharacterSet.default.repertoire {
        case .utf8:
            bytes.writeString(value)
            return true
        case .chinese(let encoding):
            return write(value, as: encoding, to: &bytes)
        case .extended(let g0, let g1, let listed):
            var encoder = CodeExtensionEncoder(g0: g0, g1: g1, listed: listed, vr: vr)
            encoder.encode(value)
            bytes.writeBytes(encoder.bytes)
            return encoder.isFaithful
        }
    }

    private func write(_ value: String, as encoding: Conversion.Encoding, to bytes: inout ByteBuffer) -> Bool {
        guard let conversion = Conversion(from: .utf8, to: encoding) else { return false }
        var isFaithful = true
        for scalar in value.unicodeScalars {
            let encoded = conversion.encode(scalar)
            bytes.writeBytes(encoded ?? [UInt8(ascii: "?")])
            if encoded == nil { isFaithful = false }
        }
        return isFaithful
    }
}
