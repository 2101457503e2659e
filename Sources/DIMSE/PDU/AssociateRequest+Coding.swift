import DICOM
import NIOCore

extension AssociateRequest {
    /// What follows the PDU's header (Table 9-11).
    init(reading body: inout ByteBuffer, limits: PDULimits) throws(PDUError) {
        let heading = try AssociationHeading(reading: &body)
        guard heading.hasPossibleTitles else { throw PDUError(.invalidAETitle) }
        var parts = AssociationParts<PresentationContext>()
        while let item = try body.readItem() {
            guard item.type == ItemType.proposedPresentationContext.rawValue else {
                try parts.take(item, limits: limits)
                continue
            }
            try parts.add(PresentationContext(reading: item.bytes, limits: limits), limits: limits)
        }
        guard Set(parts.contexts.map(\.id)).count == parts.contexts.count else { throw PDUError(.invalidContextID) }
        guard let applicationContext = parts.applicationContext else { throw PDUError(.missingItem) }
        self.init(
            protocolVersion: heading.protocolVersion,
            calledAETitle: heading.calledAETitle,
            callingAETitle: heading.callingAETitle,
            applicationContext: applicationContext,
            presentationContexts: parts.contexts,
            userInformation: parts.userInformation
        )
    }

    func write(to buffer: inout ByteBuffer) throws(PDUError) {
        guard AETitle.isValid(calledAETitle), AETitle.isValid(callingAETitle) else { throw PDUError(.invalidAETitle) }
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

extension AssociateRequest.PresentationContext {
    /// Table 9-13.
    fileprivate init(reading bytes: ByteBuffer, limits: PDULimits) throws(PDUError) {
        var bytes = bytes
        let id = try bytes.require(UInt8.self)
        guard !id.isMultiple(of: 2) else { throw PDUError(.invalidContextID) }
        try bytes.skip(3)
        var abstractSyntax: UID?
        var transferSyntaxes: [TransferSyntax] = []
        while let item = try bytes.readItem() {
            switch ItemType(rawValue: item.type) {
            case .abstractSyntax: abstractSyntax = item.bytes.uid()
            case .transferSyntax: transferSyntaxes.append(TransferSyntax(item.bytes.uid()))
            default: continue
            }
            guard transferSyntaxes.count <= limits.transferSyntaxes else { throw PDUError(.tooMany) }
        }
        guard let abstractSyntax else { throw PDUError(.missingItem) }
        self.init(id: id, abstractSyntax: abstractSyntax, transferSyntaxes: transferSyntaxes)
    }

    fileprivate func write(to buffer: inout ByteBuffer) throws(PDUError) {
        guard !id.isMultiple(of: 2) else { throw PDUError(.invalidContextID) }
        try buffer.writeItem(.proposedPresentationContext) { (buffer) throws(PDUError) in
            buffer.writeMultipleIntegers(id, UInt8(0), UInt8(0), UInt8(0))
            try buffer.writeUIDItem(.abstractSyntax, abstractSyntax)
            for syntax in transferSyntaxes {
                try buffer.writeUIDItem(.transferSyntax, syntax.uid)
            }
        }
    }
}
