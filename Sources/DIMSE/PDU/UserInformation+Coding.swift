import DICOM
import NIOCore

extension UserInformation {
    /// The sub-items; unknown ones are skipped (PS3.8 §D.2), and of one given twice the last counts.
    init(reading bytes: ByteBuffer, limits: PDULimits) throws(PDUError) {
        self.init(maximumLength: nil, implementationClassUID: nil)
        var bytes = bytes
        while let item = try bytes.readItem() {
            try take(item)
            guard largestCount <= limits.userInformationItems else { throw PDUError(.tooMany) }
        }
    }

    private var largestCount: Int {
        max(roleSelections.count, extendedNegotiations.count, commonExtendedNegotiations.count)
    }

    private mutating func take(_ item: Item) throws(PDUError) {
        var bytes = item.bytes
        switch ItemType(rawValue: item.type) {
        case .maximumLength: maximumLength = try bytes.require(UInt32.self)
        case .implementationClassUID: implementationClassUID = bytes.uid()
        case .asynchronousOperationsWindow: asynchronousOperationsWindow = try .init(reading: &bytes)
        case .roleSelection: roleSelections.append(try .init(reading: &bytes))
        case .implementationVersionName: implementationVersionName = bytes.trimmedText()
        case .extendedNegotiation: extendedNegotiations.append(try .init(reading: &bytes))
        case .commonExtendedNegotiation: commonExtendedNegotiations.append(try .init(reading: &bytes))
        case .userIdentity: userIdentity = try .init(reading: &bytes)
        case .userIdentityResponse: userIdentityResponse = try bytes.requireLengthPrefixed().remainingBytes()
        default: break
        }
    }

    func write(to buffer: inout ByteBuffer) throws(PDUError) {
        if let maximumLength { try buffer.writeItem(.maximumLength) { $0.writeInteger(maximumLength) } }
        if let uid = implementationClassUID { try buffer.writeUIDItem(.implementationClassUID, uid) }
        if let name = implementationVersionName {
            try buffer.writeItem(.implementationVersionName) { $0.writeString(name) }
        }
        try asynchronousOperationsWindow?.write(to: &buffer)
        for selection in roleSelections { try selection.write(to: &buffer) }
        for negotiation in extendedNegotiations { try negotiation.write(to: &buffer) }
        for negotiation in commonExtendedNegotiations { try negotiation.write(to: &buffer) }
        try userIdentity?.write(to: &buffer)
        if let response = userIdentityResponse {
            try buffer.writeItem(.userIdentityResponse) { (buffer) throws(PDUError) in
                try buffer.writeLengthPrefixed { $0.writeBytes(response) }
            }
        }
    }
}

/// PS3.7 Tables D.3-7 and D.3-8.
extension AsynchronousOperationsWindow {
    fileprivate init(reading bytes: inout ByteBuffer) throws(PDUError) {
        try self.init(invoked: bytes.require(UInt16.self), performed: bytes.require(UInt16.self))
    }

    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        try buffer.writeItem(.asynchronousOperationsWindow) { $0.writeMultipleIntegers(invoked, performed) }
    }
}

/// PS3.7 Tables D.3-9 and D.3-10.
extension RoleSelection {
    fileprivate init(reading bytes: inout ByteBuffer) throws(PDUError) {
        try self.init(
            sopClassUID: bytes.requireLengthPrefixed().uid(),
            isSCU: bytes.require(UInt8.self) == 1,
            isSCP: bytes.require(UInt8.self) == 1
        )
    }

    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        try buffer.writeItem(.roleSelection) { (buffer) throws(PDUError) in
            try buffer.writeLengthPrefixed { $0.writeString(sopClassUID.rawValue) }
            buffer.writeMultipleIntegers(UInt8(isSCU ? 1 : 0), UInt8(isSCP ? 1 : 0))
        }
    }
}

/// PS3.7 Table D.3-11.
extension ExtendedNegotiation {
    fileprivate init(reading bytes: inout ByteBuffer) throws(PDUError) {
        try self.init(sopClassUID: bytes.requireLengthPrefixed().uid(), information: bytes.remainingBytes())
    }

    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        try buffer.writeItem(.extendedNegotiation) { (buffer) throws(PDUError) in
            try buffer.writeLengthPrefixed { $0.writeString(sopClassUID.rawValue) }
            buffer.writeBytes(information)
        }
    }
}

/// PS3.7 Table D.3-12.
extension CommonExtendedNegotiation {
    fileprivate init(reading bytes: inout ByteBuffer) throws(PDUError) {
        let sopClass = try bytes.requireLengthPrefixed().uid()
        let serviceClass = try bytes.requireLengthPrefixed().uid()
        // Left out by some, though the table has its length.
        var list = bytes.readLengthPrefixed() ?? ByteBuffer()
        var related: [UID] = []
        while list.readableBytes > 0 {
            related.append(try list.requireLengthPrefixed().uid())
        }
        self.init(sopClassUID: sopClass, serviceClassUID: serviceClass, relatedGeneralSOPClassUIDs: related)
    }

    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        try buffer.writeItem(.commonExtendedNegotiation) { (buffer) throws(PDUError) in
            try buffer.writeLengthPrefixed { $0.writeString(sopClassUID.rawValue) }
            try buffer.writeLengthPrefixed { $0.writeString(serviceClassUID.rawValue) }
            try buffer.writeLengthPrefixed { (buffer) throws(PDUError) in
                for uid in relatedGeneralSOPClassUIDs {
                    try buffer.writeLengthPrefixed { $0.writeString(uid.rawValue) }
                }
            }
        }
    }
}

/// PS3.7 Table D.3-14.
extension UserIdentity {
    fileprivate init(reading bytes: inout ByteBuffer) throws(PDUError) {
        let kind = try Kind(rawValue: bytes.require(UInt8.self))
        let isResponseRequested = try bytes.require(UInt8.self) == 1
        try self.init(
            kind: kind,
            isResponseRequested: isResponseRequested,
            primary: bytes.requireLengthPrefixed().remainingBytes(),
            secondary: bytes.requireLengthPrefixed().remainingBytes()
        )
    }

    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        try buffer.writeItem(.userIdentity) { (buffer) throws(PDUError) in
            buffer.writeMultipleIntegers(kind.rawValue, UInt8(isResponseRequested ? 1 : 0))
            try buffer.writeLengthPrefixed { $0.writeBytes(primary) }
            try buffer.writeLengthPrefixed { $0.writeBytes(secondary) }
        }
    }
}
