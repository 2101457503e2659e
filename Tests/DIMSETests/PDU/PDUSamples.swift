import DICOM
import NIOCore
import Testing

@testable import DIMSE

/// A PDU and its bytes. Those of the associations were written by pynetdicom 3.0.
struct PDUSample: Sendable, CustomTestStringConvertible {
    let pdu: PDU
    let bytes: ByteBuffer

    init(_ pdu: PDU, hex: String) {
        self.pdu = pdu
        bytes = ByteBuffer(hex: hex)
    }

    var testDescription: String { "\(pdu.kind), \(bytes.readableBytes) bytes" }

    static let all: [PDUSample] = [
        PDUSample(.associateRequest(.sample), hex: associateRequestHex),
        PDUSample(.associateAccept(.sample), hex: associateAcceptHex),
        PDUSample(.associateReject(.calledAETitleNotRecognized), hex: "03 00 00000004 00 01 01 07"),
        PDUSample(.associateReject(.localLimitExceeded), hex: "03 00 00000004 00 02 03 02"),
        PDUSample(
            .dataTransfer(.init(contextID: 1, isCommand: true, isLast: true, bytes: ByteBuffer(bytes: [1, 2, 3, 4]))),
            hex: "04 00 0000000A 00000006 01 03 01020304"
        ),
        PDUSample(
            .dataTransfer(.init(contextID: 255, isCommand: false, isLast: false, bytes: ByteBuffer(bytes: [9, 8]))),
            hex: "04 00 00000008 00000004 FF 00 0908"
        ),
        PDUSample(
            .dataTransfer(.init(contextID: 3, isCommand: false, isLast: true, bytes: ByteBuffer())),
            hex: "04 00 00000006 00000002 03 02"
        ),
        PDUSample(.releaseRequest, hex: "05 00 00000004 00000000"),
        PDUSample(.releaseResponse, hex: "06 00 00000004 00000000"),
        PDUSample(.abort(.byUser), hex: "07 00 00000004 0000 00 00"),
        PDUSample(.abort(.byProvider(.invalidParameterValue)), hex: "07 00 00000004 0000 02 06"),
    ]
}

extension AssociateRequest {
    static let sample = AssociateRequest(
        calledAETitle: "ORTHANC",
        callingAETitle: "GANTRY",
        presentationContexts: [
            PresentationContext(
                id: 1,
                abstractSyntax: "1.2.840.10008.1.1",
                transferSyntaxes: [
                    .implicitVRLittleEndian, .explicitVRLittleEndian, .deflatedExplicitVRLittleEndian,
                    .explicitVRBigEndian,
                ]
            ),
            PresentationContext(
                id: 255,
                abstractSyntax: "1.2.840.10008.5.1.4.1.1.2",
                transferSyntaxes: [.explicitVRLittleEndian, .jpeg2000Lossless]
            ),
        ],
        userInformation: .sample(
            commonExtendedNegotiations: [
                CommonExtendedNegotiation(
                    sopClassUID: "1.2.840.10008.5.1.4.1.1.88.22",
                    serviceClassUID: "1.2.840.10008.4.2",
                    relatedGeneralSOPClassUIDs: ["1.2.840.10008.5.1.4.1.1.88.11"]
                )
            ],
            userIdentity: UserIdentity(
                kind: .usernameAndPasscode,
                isResponseRequested: true,
                primary: Array("user".utf8),
                secondary: Array("secret".utf8)
            )
        )
    )
}

extension AssociateAccept {
    static let sample = AssociateAccept(
        calledAETitle: "ORTHANC",
        callingAETitle: "GANTRY",
        presentationContexts: [
            PresentationContext(id: 1, result: .acceptance, transferSyntax: .implicitVRLittleEndian),
            PresentationContext(
                id: 255,
                result: .transferSyntaxesNotSupported,
                transferSyntax: .implicitVRLittleEndian
            ),
        ],
        userInformation: .sample(userIdentityResponse: Array("ticket".utf8))
    )
}

extension UserInformation {
    fileprivate static func sample(
        commonExtendedNegotiations: [CommonExtendedNegotiation] = [],
        userIdentity: UserIdentity? = nil,
        userIdentityResponse: [UInt8]? = nil
    ) -> UserInformation {
        UserInformation(
            maximumLength: 262144,
            implementationClassUID: "1.2.826.0.1.3680043.10.999",
            implementationVersionName: "GANTRY_1",
            asynchronousOperationsWindow: AsynchronousOperationsWindow(invoked: 1, performed: 1),
            roleSelections: [RoleSelection(sopClassUID: "1.2.840.10008.5.1.4.1.1.2", isSCU: false, isSCP: true)],
            extendedNegotiations: [
                ExtendedNegotiation(sopClassUID: "1.2.840.10008.5.1.4.1.2.2.1", information: [1, 1, 1])
            ],
            commonExtendedNegotiations: commonExtendedNegotiations,
            userIdentity: userIdentity,
            userIdentityResponse: userIdentityResponse
        )
    }
}

extension ByteBuffer {
    /// Bytes from pairs of hexadecimal digits, spaces between them ignored.
    init(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        self.init(
            bytes: stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
        )
    }

    func joined(with other: ByteBuffer) -> ByteBuffer {
        var both = self
        both.writeImmutableBuffer(other)
        return both
    }
}

private let associateRequestHex = """
    01000000021b000100004f525448414e4320202020202020202047414e5452592020202020202020202000000000000000000000
    0000000000000000000000000000000000000000000010000015312e322e3834302e31303030382e332e312e312e312000007601
    00000030000011312e322e3834302e31303030382e312e3140000011312e322e3834302e31303030382e312e3240000013312e32
    2e3834302e31303030382e312e322e3140000016312e322e3834302e31303030382e312e322e312e393940000013312e322e3834
    302e31303030382e312e322e3220000052ff00000030000019312e322e3834302e31303030382e352e312e342e312e312e324000
    0013312e322e3834302e31303030382e312e322e3140000016312e322e3834302e31303030382e312e322e342e3930500000ea51
    000004000400005200001a312e322e3832362e302e312e333638303034332e31302e3939395500000847414e5452595f31530000
    04000100015400001d0019312e322e3834302e31303030382e352e312e342e312e312e32000156000020001b312e322e3834302e
    31303030382e352e312e342e312e322e322e3101010157000053001d312e322e3834302e31303030382e352e312e342e312e312e
    38382e32320011312e322e3834302e31303030382e342e32001f001d312e322e3834302e31303030382e352e312e342e312e312e
    38382e31315800001002010004757365720006736563726574
    """

private let associateAcceptHex = """
    020000000126000100004f525448414e4320202020202020202047414e5452592020202020202020202000000000000000000000
    0000000000000000000000000000000000000000000010000015312e322e3834302e31303030382e332e312e312e312100001901
    00000040000011312e322e3834302e31303030382e312e3221000019ff00040040000011312e322e3834302e31303030382e312e
    325000008b51000004000400005200001a312e322e3832362e302e312e333638303034332e31302e3939395500000847414e5452
    595f3153000004000100015400001d0019312e322e3834302e31303030382e352e312e342e312e312e32000156000020001b312e
    322e3834302e31303030382e352e312e342e312e322e322e310101015900000800067469636b6574
    """
