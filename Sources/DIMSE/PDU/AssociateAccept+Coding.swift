import DICOM
import NIOCore

extension AssociateAccept {
    /// What follows the PDU's header (Table 9-17).
    init(reading body: inout ByteBuffer, limits: PDULimits) throws(PDUError) {
        let heading = try AssociationHeading(reading: &body)
        var parts = AssociationParts<PresentationContext>()
        while let item = try body.readItem() {
            guard item.type == ItemType.answeredPresentationContext.rawValue else {
                try parts.take(item, limits: limits)
                continue
            }
            try parts.add(PresentationContext(reading: item.bytes), limits: limits)
        }
        self.init(
            protocolVersion: heading.protocolVersion,
            calledAETitle: heading.calledAETitle,
            callingAETitle: heading.callingAETitle,
            // There is only one, so an acceptor that leaves it out is understood.
            applicationContext: parts.applicationContext ?? .dicomApplicationContext,
            presentationContexts: parts.contexts,
            userInformation: parts.userInformation
        )
    }

    func write(to buffer: inout ByteBuffer) throws(PDUError) {
        try AssociationHeading(protocolVersion, called: calledAETitle, calling: callingAETitle).write(to: &buffer)
        try buffer.writeUIDItem(.applicationContext, applicationContext)
        for context in presentationContexts {
            try context.write(to: &buffer)
        }
        try buffer.writeItem(.userInformation) { (buffer) throws(PDUError) in
            try userInformation.write(to: &buffer)
        }
    }
}

extension AssociateAccept.PresentationContext {
    /// Table 9-18.
    fileprivate init(reading bytes: ByteBuffer) throws(PDUError) {
        var bytes = bytes
        let id = try bytes.require(UInt8.self)
        try bytes.skip(1)
        let code = try bytes.require(UInt8.self)
        try bytes.skip(1)
        var transferSyntax: TransferSyntax?
        while let item = try bytes.readItem() {
            guard item.type == ItemType.transferSyntax.rawValue else { continue }
            transferSyntax = TransferSyntax(item.bytes.uid())
        }
        // A code that the standard does not know is no acceptance.
        self.init(id: id, result: Result(rawValue: code) ?? .noReason, transferSyntax: transferSyntax)
    }

    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        try buffer.writeItem(.answeredPresentationContext) { (buffer) throws(PDUError) in
            buffer.writeMultipleIntegers(id, UInt8(0), result.rawValue, UInt8(0))
            // Present even in a rejection, where it is not significant (PS3.8 §9.3.3.2).
            try buffer.writeUIDItem(.transferSyntax, (transferSyntax ?? .implicitVRLittleEndian).uid)
        }
    }
}
