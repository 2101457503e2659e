import DICOM
import DICOMweb
import DIMSE
import NIOConcurrencyHelpers
import NIOCore

/// Takes instances as they arrive into spool files, several at once, and checks that they are what was asked for.
///
/// As many files are open as instances arrive at once; each is used again and again.
final class Reception: Sendable {
    /// A file that nothing is written to now, and where its bytes end.
    private struct Idle {
        let file: SpoolFile
        let offset: Int
    }

    private let scope: Scope
    private let archive: String
    private let spool: Spool
    private let idle = NIOLockedValueBox<[Idle]>([])

    init(of scope: Scope, from archive: String, into spool: Spool) {
        self.scope = scope
        self.archive = archive
        self.spool = spool
    }

    /// Spools one instance, piece by piece.
    ///
    /// - Throws: `ArchiveError` when the data are damaged, when their UIDs are not within the scope or differ from those
    ///   of the C-STORE request (PS3.7 §9.3.1), or when the spool fails; else what the source threw.
    func receive(_ incoming: IncomingInstance) async throws -> CachedInstance {
        do {
            let idle = try takeFile()
            var writer = SpoolWriter(idle.file, from: idle.offset)
            do {
                let instance = try await spool(incoming, into: &writer)
                giveBack(Idle(file: idle.file, offset: writer.offset))
                return instance
            } catch {
                writer.discard()
                giveBack(Idle(file: idle.file, offset: writer.offset))
                throw error
            }
        } catch let error as DataError {
            throw failure(.damaged(error))
        } catch let error as SpoolError {
            throw failure(.spool(error))
        }
    }

    private func takeFile() throws -> Idle {
        try idle.withLockedValue { $0.popLast() } ?? Idle(file: spool.makeFile(), offset: 0)
    }

    private func giveBack(_ file: Idle) {
        idle.withLockedValue { $0.append(file) }
    }

    private func spool(_ incoming: IncomingInstance, into writer: inout SpoolWriter) async throws -> CachedInstance {
        // What comes deflated lies inflated in the spool: it would leave the gateway so in any case (PS3.18 §8.7.3).
        let syntax = incoming.transferSyntax.isDeflated ? .explicitVRLittleEndian : incoming.transferSyntax
        var decoder = DataSetDecoder(syntax, deferringAbove: StoredDataSet.deferralThreshold)
        if incoming.transferSyntax.isDeflated {
            var inflater = try Inflater()
            while let piece = try await incoming.next() {
                inflater.feed(piece)
                while let bytes = try inflater.next() {
                    try take(bytes, into: &writer, &decoder)
                }
            }
            guard inflater.isFinished else { throw DataError(reason: .truncated) }
        } else {
            while let piece = try await incoming.next() {
                try take(piece, into: &writer, &decoder)
            }
        }
        let dataSet = try decoder.finish()
        let place = try check(dataSet, against: incoming)
        let content = StoredDataSet(
            dataSet,
            in: writer.finishExtent(),
            as: syntax,
            assuming: incoming.assumedCharacterSet,
            pixelDataOffset: decoder.pixelDataOffset
        )
        return CachedInstance(
            scope: place,
            instance: incoming.instance,
            sopClass: incoming.sopClass,
            arrivedAs: incoming.transferSyntax,
            content: content
        )
    }

    private func take(
        _ bytes: ByteBuffer,
        into writer: inout SpoolWriter,
        _ decoder: inout DataSetDecoder
    ) throws {
        try writer.append(bytes)
        try decoder.feed(bytes)
    }

    /// The instance's own place, if it is part of the scope and says the same as the command that brought it.
    private func check(_ dataSet: DataSet, against incoming: IncomingInstance) throws -> Scope {
        guard
            let study = dataSet.uid(.studyInstanceUID), let series = dataSet.uid(.seriesInstanceUID),
            let instance = dataSet.uid(.sopInstanceUID), instance == incoming.instance
        else { throw failure(.unasked) }
        let own = Scope.instance(study: study, series: series, instance: instance)
        guard scope.contains(own) else { throw failure(.unasked) }
        return own
    }

    private func failure(_ cause: ArchiveError.Cause) -> ArchiveError {
        ArchiveError(archive: archive, step: .retrieve, cause: cause)
    }
}
