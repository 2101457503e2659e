import DICOM
import DIMSE
import Testing

/// N-ACTION of the Storage Commitment Push Model (PS3.4 §J.3.2).
struct StorageCommitmentTests {
    @Test(arguments: [Status.success, .notAuthorized, .processingFailure])
    func theRequestNamesTheInstanceAndTheStatusComesBack(status: Status) async throws {
        try await withInterlocutor { line in
            try await line.accept()
            let request = try #require(try await line.command())
            #expect(request.field == .actionRequest)
            #expect(request.sopClassUID == SOPClass.storageCommitmentPushModel)
            #expect(request.sopInstanceUID == "1.2.840.10008.1.20.1.1")
            #expect(request.actionTypeID == 1)
            guard case .data(let piece)? = try await line.next() else { return nil }
            let action = try DataSet.decode(piece.bytes, as: .explicitVRLittleEndian)
            #expect(action.uid(.transactionUID)?.isValid == true)
            let references = action.items(.referencedSOPSequence)
            #expect(references.map { $0.uid(.referencedSOPClassUID) } == [StorageSOPClass.ctImage])
            #expect(references.map { $0.uid(.referencedSOPInstanceUID) } == ["1.2.3"])
            try await line.send(request.response(status))
            _ = try await line.next()
            try await line.send(.releaseResponse)
            return nil
        } _: { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: [.storageCommitment]) { association in
                let answer = try await association.requestStorageCommitment(of: StorageSOPClass.ctImage, "1.2.3")
                #expect(answer == status)
            }
        }
    }
}
