import DICOM
import DIMSE

extension Diagnosis {
    /// Why an archive could not do what was asked.
    package init(_ error: ArchiveError, _ parties: Parties, phase: Phase = .unknown) {
        let archive = parties.archive
        switch error.cause {
        case .association(let cause): self.init(cause, parties, phase: phase)
        case .status(let status, _): self.init(status, error.step, parties)
        case .notOffered: self.init(.notOffered, "\(archive) does not offer that service")
        case .keyRefused(let tags, let status):
            let names = tags.map { Dictionary.entry($0)?.keyword ?? "\($0)" }.joined(separator: ", ")
            self.init(.keyRefused, "\(archive) refuses to match \(names) (\(status))", remedy: "search without it")
        case .notFound: self.init(.notFound, "\(archive) has nothing of that name")
        case .incomplete(let received, let expected):
            self.init(.incomplete, "\(archive) sent \(received) of \(expected) instances")
        case .destinationUnknown(let aeTitle, _):
            var parties = parties
            parties.aeTitle = aeTitle
            self.init(.moveDestinationUnknown, error.step, parties)
        case .nothingArrived(let aeTitle):
            self.init(
                .nothingArrived,
                "\(archive) says that it has sent everything, and nothing has come to AE title \(aeTitle)",
                remedy: "is the address right that it has of it, and can it reach that?",
                at: .archive
            )
        case .conflicting: self.init(.conflicting, "\(archive) sent two different instances with the same UID")
        case .unasked: self.init(.unasked, "\(archive) sent something else than was asked for")
        case .damaged(let error): self.init(.damaged, "\(archive) sent what cannot be read: \(error.reason)")
        case .spool(.full): self.init(.cacheFull, "the cache has no room for what was asked")
        case .spool: self.init(.cacheFailed, "the cache failed")
        case .noCapacity(let refusal): self.init(refusal, parties)
        case .abandoned: self.init(.abandoned, "the request was given up")
        }
    }

    private init(_ refusal: CapacityRefusal, _ parties: Parties) {
        let archive = parties.archive
        switch refusal.reason {
        case .queueFull:
            self.init(
                .queueFull,
                "as many requests as may do so wait for \(archive)",
                at: .archiveKey("maximumWaiting")
            )
        case .waitedTooLong:
            self.init(
                .waitedTooLong,
                "\(archive) is busy with other requests",
                at: .archiveKey("maximumAssociations")
            )
        case .suspended:
            self.init(.suspended, "\(archive) failed several times in a row, and is asked again every few seconds")
        }
    }
}
