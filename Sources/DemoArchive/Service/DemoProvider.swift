import DICOM
import DIMSE
import NIOCore

/// The services of the archive, over its index.
struct DemoProvider: ServiceProvider {
    let index: ArchiveIndex
    let spool: Spool
    /// Where the destinations of C-MOVE listen.
    let destinations: @Sendable (_ aeTitle: String) -> Peer?

    func find(_ query: Query, yield: (DataSet) async throws -> Void) async throws -> Status {
        let asked = try ArchiveQuery(query)
        let entries = await index.entries
        let answering = Answering(asked, combinesDateAndTime: query.combinesDateAndTime, in: entries)
        for entity in asked.entities(of: asked.selected(from: entries)) {
            guard let answer = try answering.answer(for: entity) else { continue }
            try await yield(answer)
        }
        return .success
    }

    /// Keys of a level below the query's come back empty.
    func supportsAllKeys(of query: Query) async -> Bool {
        guard let asked = try? ArchiveQuery(query) else { return true }
        return asked.identifier.elements.allSatisfy { $0.isControl || QueryRetrieveLevel(of: $0.tag) <= asked.level }
    }

    func instances(_ query: Query) async throws -> [StoredInstance] {
        let asked = try ArchiveQuery(query)
        return await asked.selected(from: index.entries).map {
            StoredInstance(
                sopClassUID: $0.sopClassUID,
                sopInstanceUID: $0.sopInstanceUID,
                transferSyntaxes: $0.transferSyntax.sendable
            )
        }
    }

    func write(
        _ instance: StoredInstance,
        as transferSyntax: TransferSyntax,
        into data: inout DataWriter
    ) async throws {
        guard let entry = await index.entry(of: instance.sopInstanceUID) else {
            throw ServiceFailure(.noSuchSOPInstance)
        }
        let reader = try entry.stored.open()
        if transferSyntax == entry.transferSyntax {
            try await reader.read { try await data.write($0) }
        } else {
            try await reader.convert(from: entry.transferSyntax, to: transferSyntax) { try await data.write($0) }
        }
    }

    func destination(_ aeTitle: String, for caller: Caller) async throws -> Peer? { destinations(aeTitle) }

    func store(_ arrival: Arrival, from caller: Caller) async throws -> Status {
        do {
            let entry = try await receive(arrival)
            await index.store(entry)
            return .success
        } catch is DataError {
            throw ServiceFailure(.cannotUnderstand, comment: "the data set cannot be decoded")
        } catch is DiskError {
            throw ServiceFailure(.outOfResources, comment: "the instance cannot be kept")
        }
    }

    /// Spools the instance as it comes, and decodes it to its end.
    private func receive(_ arrival: Arrival) async throws -> Entry {
        var decoder = DataSetDecoder(arrival.transferSyntax, deferringAbove: Entry.maximumValueLength)
        var extents: [Range<Int>] = []
        while let piece = try await arrival.next() {
            try decoder.feed(piece)
            extents = try await spool.append(piece, to: extents)
        }
        let dataSet = try decoder.finish()
        guard let entry = Entry(dataSet, as: arrival.transferSyntax, spool.stored(extents)),
            entry.sopClassUID == arrival.sopClassUID, entry.sopInstanceUID == arrival.sopInstanceUID
        else {
            throw ServiceFailure(.dataSetDoesNotMatchSOPClass, comment: "the data set is not the instance announced")
        }
        return entry
    }
}
