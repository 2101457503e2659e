package import DIMSE
package import Logging

/// A small archive that speaks DIMSE as any other: Verification, Storage, Query and Retrieve as SCP.
///
/// It holds the files of a directory or, without one, studies that it makes itself; what is stored into it goes with the
/// process. It listens on the loopback interface.
package struct DemoArchive: Sendable {
    package static let aeTitle = "GANTRY-DEMO"

    private let server: DIMSEServer

    /// Indexes the files, or draws the studies.
    ///
    /// - Parameters:
    ///   - files: the path of a directory; nil for made studies.
    ///   - port: 0 is any free one.
    ///   - destinations: where those listen to whom C-MOVE may send, by AE title; asked for each C-MOVE.
    ///   - progress: is told in words how far the indexing has come.
    /// - Throws: ``DemoArchiveError``; `CancellationError`; what the system says when there is no room for studies.
    package init(
        files: String? = nil,
        port: Int = 0,
        destinations: @escaping @Sendable (_ aeTitle: String) -> Peer? = { _ in nil },
        logger: Logger,
        progress: (String) -> Void = { _ in }
    ) async throws {
        let (index, spool) = (ArchiveIndex(), try Spool())
        if let files {
            try await index.add(Folder(files), progress: progress)
        } else {
            try await index.addMadeStudies(to: spool, progress: progress)
        }
        server = DIMSEServer(
            port: port,
            configuration: .demo(storageClasses: Set(await index.entries.map(\.sopClassUID))),
            provider: DemoProvider(index: index, spool: spool, destinations: destinations),
            logger: logger
        )
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameter whenListening: is told the port.
    package func run(whenListening: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        try await server.run(whenListening: whenListening)
    }
}

/// Why there is no archive.
package enum DemoArchiveError: Error, Hashable, CustomStringConvertible {
    case noDirectory(String)

    package var description: String {
        switch self {
        case .noDirectory(let path): "\(path) is not a directory"
        }
    }
}
