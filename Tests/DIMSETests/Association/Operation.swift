import DICOM
import DIMSE
import NIOCore

/// The operations that a peer can spoil.
enum Operation: CaseIterable, Sendable {
    case echo, find, get, move, store

    /// The context that it needs, on which a scripted peer answers as id 1.
    var context: ProposedContext {
        switch self {
        case .echo: .verification
        case .find: ProposedContext(TestArchive.studyRootFind, [.implicitVRLittleEndian])
        case .get: ProposedContext(TestArchive.studyRootGet, [.implicitVRLittleEndian])
        case .move: ProposedContext(TestArchive.studyRootMove, [.implicitVRLittleEndian])
        case .store: ProposedContext(TestArchive.ct, [.implicitVRLittleEndian])
        }
    }

    /// The limit that ends the wait for an answer.
    var step: AssociationError.Step {
        switch self {
        case .echo, .find, .store: .response
        case .get, .move: .progress
        }
    }

    func run(_ association: Association) async throws -> Status {
        var identifier = DataSet()
        identifier.set(.queryRetrieveLevel, .CS, "STUDY")
        switch self {
        case .echo: return try await association.echo()
        case .find: return try await association.find(TestArchive.studyRootFind, identifier) { _ in .more }.status
        case .get: return try await association.get(TestArchive.studyRootGet, identifier, deliver: Self.take).status
        case .move: return try await association.move(TestArchive.studyRootMove, identifier, to: "X").status
        case .store:
            return try await association.store(Self.instance) { try await $0.write(ByteBuffer(string: "data")) }.status
        }
    }

    static let instance = StoreRequest(
        sopClassUID: TestArchive.ct,
        sopInstanceUID: "1.2.3",
        transferSyntax: .implicitVRLittleEndian
    )

    private static func take(_ arrival: Arrival) async throws -> Status {
        while try await arrival.next() != nil {}
        return .success
    }
}

extension AssociationTimeouts {
    /// Short for that step alone: what a busy machine does late must not be mistaken for it.
    static func short(_ step: AssociationError.Step) -> AssociationTimeouts {
        let short = Duration.milliseconds(200)
        var timeouts = AssociationTimeouts()
        switch step {
        case .connect: timeouts.connect = short
        case .handshake, .associate: timeouts.associate = short
        case .response: timeouts.response = short
        case .progress: timeouts.progress = short
        case .cancel: timeouts.cancel = short
        case .release: timeouts.release = short
        case .send: timeouts.send = short
        case .idle: break
        }
        return timeouts
    }
}
