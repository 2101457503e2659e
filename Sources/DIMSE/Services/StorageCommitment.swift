package import DICOM

extension ProposedContext {
    /// The context of the Storage Commitment Push Model (PS3.4 §J.3).
    package static let storageCommitment = ProposedContext(
        SOPClass.storageCommitmentPushModel,
        [.explicitVRLittleEndian, .implicitVRLittleEndian]
    )
}

extension CommandSet {
    /// (0000,1008) of the request that instances be kept (PS3.4 §J.3.2.1.1).
    static let requestStorageCommitment: UInt16 = 1
    /// The one instance of the class (PS3.4 §J.3.5).
    static let storageCommitmentInstance: UID = "1.2.840.10008.1.20.1.1"
}

extension Association {
    /// Asks the peer to say later, to the application entity that this association calls from, whether it keeps the
    /// instance (N-ACTION: PS3.7 §10.1.4, PS3.4 §J.3.2).
    ///
    /// - Returns: whether the peer takes the request. Its report comes on an association of its own, if at all.
    package func requestStorageCommitment(
        of sopClass: UID,
        _ instance: UID
    ) async throws -> Status {
        let context = try context(for: SOPClass.storageCommitmentPushModel)
        let request = CommandSet(
            .actionRequest,
            sopClassUID: SOPClass.storageCommitmentPushModel,
            messageID: MessageID.next(),
            sopInstanceUID: CommandSet.storageCommitmentInstance,
            actionTypeID: CommandSet.requestStorageCommitment
        )
        var reference = DataSet()
        reference.set(.referencedSOPClassUID, uid: sopClass)
        reference.set(.referencedSOPInstanceUID, uid: instance)
        var action = DataSet()
        action.set(.transactionUID, uid: .random())
        action.set(.referencedSOPSequence, items: [reference])
        let bytes = try DataSetEncoder(context.transferSyntax).encode(action)
        try await send(request, on: context.id, dataSet: bytes)
        let (response, _) = try await receiveCommand(.response, within: options.timeouts.response)
        try check(response, answers: request)
        // An action reply, which this action does not have, is read past.
        _ = try await identifier(of: response, context, .response, within: options.timeouts.response)
        return try status(of: response)
    }
}
