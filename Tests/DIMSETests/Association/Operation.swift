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
    /// Each a little different from what it is mistaken for.
    static let short = AssociationTimeouts(
        connect: .seconds(2),
        associate: .milliseconds(200),
        response: .milliseconds(200),
        progress: .milliseconds(200),
        release: .milliseconds(200),
        send: .milliseconds(200),
        cancel: .milliseconds(200)
    )
}
