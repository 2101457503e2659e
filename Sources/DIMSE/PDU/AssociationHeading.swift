import DICOM
import NIOCore

/// The 68 bytes that A-ASSOCIATE-RQ and -AC begin with (PS3.8 Tables 9-11 and 9-17).
struct AssociationHeading {
    private static let reservedAfterTitles = 32

    let protocolVersion: UInt16
    let calledAETitle: String
    let callingAETitle: String

    init(_ protocolVersion: UInt16, called: String, calling: String) {
        self.protocolVersion = protocolVersion
        calledAETitle = called
        callingAETitle = calling
    }

    init(reading buffer: inout ByteBuffer) throws(PDUError) {
        protocolVersion = try buffer.require(UInt16.self)
        try buffer.skip(2)
        calledAETitle = try buffer.readAETitle()
        callingAETitle = try buffer.readAETitle()
        try buffer.skip(Self.reservedAfterTitles)
    }

    /// Nothing but spaces is the user's to refuse, who has a reason for it (PS3.8 §9.3.4).
    var hasPossibleTitles: Bool {
        [calledAETitle, callingAETitle].allSatisfy { $0.isEmpty || AETitle.isValid($0) }
    }

    func write(to buffer: inout ByteBuffer) throws(PDUError) {
        buffer.writeMultipleIntegers(protocolVersion, UInt16(0))
        try buffer.writeAETitle(calledAETitle)
        try buffer.writeAETitle(callingAETitle)
        buffer.writeRepeatingByte(0, count: Self.reservedAfterTitles)
    }
}

/// What the items after the heading said so far.
struct AssociationParts<Context> {
    var applicationContext: UID?
    var contexts: [Context] = []
    var userInformation = UserInformation(maximumLength: nil, implementationClassUID: nil)

    mutating func add(_ context: Context, limits: PDULimits) throws(PDUError) {
        guard contexts.count < limits.presentationContexts else { throw PDUError(.tooMany) }
        contexts.append(context)
    }

    /// Takes the items that request and acceptance share; skips the others, as PS3.8 §9.3.1 asks.
    mutating func take(_ item: Item, limits: PDULimits) throws(PDUError) {
        switch ItemType(rawValue: item.type) {
        case .applicationContext: applicationContext = item.bytes.uid()
        case .userInformation: userInformation = try UserInformation(reading: item.bytes, limits: limits)
        default: break
        }
    }
}
