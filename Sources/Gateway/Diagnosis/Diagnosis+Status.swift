package import DIMSE

extension Diagnosis {
    /// What a final status that is no success means, in the step that it ended (PS3.7 Annex C; PS3.4 Tables B.2-1, C.4-1,
    /// C.4-2 and C.4-3).
    package init(_ status: Status, _ step: ArchiveError.Step, _ parties: Parties) {
        let archive = parties.archive
        switch (step, status.rawValue) {
        case (.search, 0xA700), (.retrieve, 0xA701), (.retrieve, 0xA702), (.store, 0xA700...0xA7FF):
            self.init(.outOfResources, "\(archive) is out of resources (\(status))", remedy: "ask again later")
        case (.search, 0xA710):
            self.init(.keyRefused, "\(archive) does not know the record that the search goes on from (\(status))")
        case (.retrieve, 0xA801):
            self.init(
                .destinationUnknown,
                "\(archive) does not know \(parties.title) as a destination (\(status))",
                remedy: parties.registration,
                at: .archive
            )
        case (.store, 0xA900...0xA9FF):
            self.init(.identifierRefused, "\(archive) finds that an instance does not fit its class (\(status))")
        case (_, 0xA900): self.init(.identifierRefused, "\(archive) refuses the form of the request (\(status))")
        case (.retrieve, 0xAA00...0xAA02): self.init(.noSuchFrames, "\(archive) cannot give such frames (\(status))")
        case (.retrieve, 0xAA03...0xAA04): self.init(.framesRefused, "\(archive) refuses such frames (\(status))")
        case (.retrieve, 0xB000): self.init(.partial, "\(archive) could not send every instance (\(status))")
        case (_, 0xFE00): self.init(.cancelled, "\(archive) gave up, though nobody asked it to (\(status))")
        case (_, 0x0122): self.init(.notSupported, "\(archive) does not offer that service (\(status))")
        case (_, 0x0124):
            self.init(
                .notAuthorized,
                "\(archive) does not allow \(parties.title) that (\(status))",
                remedy: "allow it there",
                at: .archive
            )
        default: self.init(.failed, "\(archive) failed with status \(status), \(status.meaning(in: step))")
        }
    }
}

extension Status {
    fileprivate func meaning(in step: ArchiveError.Step) -> String {
        switch step {
        case .echo: name(in: .echo)
        case .search: name(in: .find)
        case .retrieve: name(in: .move)
        case .store: name(in: .store)
        }
    }
}
