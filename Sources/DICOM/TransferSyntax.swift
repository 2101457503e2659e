/// How a data set is encoded (PS3.5 §10, Annex A).
package struct TransferSyntax: Hashable, Sendable {
    package let uid: UID

    package init(_ uid: UID) {
        self.uid = uid
    }
}

extension TransferSyntax {
    package static let implicitVRLittleEndian = TransferSyntax("1.2.840.10008.1.2")
    package static let explicitVRLittleEndian = TransferSyntax("1.2.840.10008.1.2.1")
    package static let deflatedExplicitVRLittleEndian = TransferSyntax("1.2.840.10008.1.2.1.99")
    package static let explicitVRBigEndian = TransferSyntax("1.2.840.10008.1.2.2")
    package static let jpegBaseline8Bit = TransferSyntax("1.2.840.10008.1.2.4.50")
    package static let jpegExtended12Bit = TransferSyntax("1.2.840.10008.1.2.4.51")
    package static let jpegLossless = TransferSyntax("1.2.840.10008.1.2.4.57")
    package static let jpegLosslessFirstOrder = TransferSyntax("1.2.840.10008.1.2.4.70")
    package static let jpegLSLossless = TransferSyntax("1.2.840.10008.1.2.4.80")
    package static let jpegLSNearLossless = TransferSyntax("1.2.840.10008.1.2.4.81")
    package static let jpeg2000Lossless = TransferSyntax("1.2.840.10008.1.2.4.90")
    package static let jpeg2000 = TransferSyntax("1.2.840.10008.1.2.4.91")
    package static let rleLossless = TransferSyntax("1.2.840.10008.1.2.5")

    /// Those in which Pixel Data is not compressed, and which every class can have.
    package static let native: [TransferSyntax] = [
        .explicitVRLittleEndian, .implicitVRLittleEndian, .deflatedExplicitVRLittleEndian, .explicitVRBigEndian,
    ]

    package var isImplicitVR: Bool { self == .implicitVRLittleEndian }
    package var byteOrder: ByteOrder { self == .explicitVRBigEndian ? .big : .little }
    package var isDeflated: Bool { self == .deflatedExplicitVRLittleEndian }

    /// True where Pixel Data lies in fragments (PS3.5 §A.4): all but the four native syntaxes.
    package var isEncapsulated: Bool { !Self.native.contains(self) }
}

extension TransferSyntax: CustomStringConvertible {
    package var description: String { uid.rawValue }
}
