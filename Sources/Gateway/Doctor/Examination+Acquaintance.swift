import DICOM
import DIMSE

/// Whether an archive knows an AE title of ours, where its answer to a C-MOVE leaves that open.
enum Acquaintance: Hashable, Sendable {
    case known, unknown
    /// The archive does not offer what would tell, or answers neither so nor so.
    case untold
}

extension Examination {
    /// Asks for storage commitment in the name of `title`: an archive that takes the request has to know where its report
    /// will go (PS3.4 §J.3.3), and turns a stranger away. Nothing is moved by it.
    ///
    /// Orthanc 1.10 answers a C-MOVE with C000 whether it does not know the destination or cannot reach it; a stranger's
    /// request for commitment it aborts.
    func acquaintance(with title: String, from listed: ListedInstance) async -> Acquaintance {
        guard let sopClass = listed.sopClass else { return .untold }
        let associations = DIMSEArchive(archive, aeTitle: title, logger: logger).associations
        var isAsked = false
        do {
            let status = try await associations.open(for: .store, proposing: [.storageCommitment]) { association in
                isAsked = !association.accepted.isEmpty
                return try await association.requestStorageCommitment(of: sopClass, listed.instance)
            }
            return Acquaintance(status)
        } catch let error as ArchiveError {
            return Acquaintance(error, isAsked: isAsked)
        } catch {
            return .untold
        }
    }
}

extension Acquaintance {
    fileprivate init(_ status: Status) {
        switch status {
        case .success: self = .known
        case .notAuthorized: self = .unknown
        default: self = .untold
        }
    }

    fileprivate init(_ error: ArchiveError, isAsked: Bool) {
        switch error.cause {
        case .association(.rejected(.callingAETitleNotRecognized)): self = .unknown
        case .association(.aborted), .association(.closed): self = isAsked ? .unknown : .untold
        default: self = .untold
        }
    }
}
