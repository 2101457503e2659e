import DICOM
import DIMSE
import NIOCore
import Testing

@testable import DemoArchive

/// C-GET, C-MOVE and C-STORE over a real association.
struct RetrieveTests {
    private let series = (1...3).map { Sample(instance: $0, pixelCount: 400_000) }

    @Test func aSeriesIsDeliveredByteByByte() async throws {
        try await withArchive(of: series + [Sample(study: 2)]) { peer in
            let asked = identifier("SERIES", [(.studyInstanceUID, "1.2.1"), (.seriesInstanceUID, "1.2.1.1")])
            let (status, instances) = try await get(peer, asked)
            #expect(status == .success)
            #expect(instances.count == 3)
            for sample in series {
                let stored = try sample.encoded
                #expect(instances[sample.sopInstanceUID] == stored)
            }
        }
    }

    @Test(arguments: [
        (TransferSyntax.explicitVRBigEndian, TransferSyntax.implicitVRLittleEndian),
        (.implicitVRLittleEndian, .explicitVRLittleEndian), (.deflatedExplicitVRLittleEndian, .explicitVRLittleEndian),
    ])
    func whatIsNativeIsConverted(_ stored: TransferSyntax, _ accepted: TransferSyntax) async throws {
        let sample = Sample(transferSyntax: stored, pixelCount: 700_001)
        try await withArchive(of: [sample]) { peer in
            let asked = identifier("STUDY", [(.studyInstanceUID, "1.2.1")])
            let (status, instances) = try await get(peer, asked, as: accepted)
            #expect(status == .success)
            let bytes = try #require(instances[sample.sopInstanceUID])
            #expect(try DataSet.decode(bytes, as: accepted) == sample.dataSet)
        }
    }

    @Test func whatIsEncapsulatedIsNotConverted() async throws {
        var sample = Sample(transferSyntax: .jpegBaseline8Bit).dataSet
        sample.set(DataElement(.pixelData, .OB, .fragments(Fragments(fragments: [ByteBuffer(bytes: [0xFF, 0xD8])]))))
        let bytes = try DataSetEncoder(.jpegBaseline8Bit).encode(sample)
        try await withArchive(of: []) { peer in
            let stored = try await store(peer, bytes, as: .jpegBaseline8Bit)
            #expect(stored == .success)
            let asked = identifier("STUDY", [(.studyInstanceUID, "1.2.1")])
            let refused = try await get(peer, asked)
            #expect(refused.status == .cannotPerformSubOperations && refused.instances.isEmpty)
            let delivered = try await get(peer, asked, as: .jpegBaseline8Bit)
            #expect(delivered.instances == ["1.2.1.1.1": bytes])
        }
    }

    @Test func whatIsStoredIsFoundAndRetrievedAndReplacesWhatWasThere() async throws {
        try await withArchive(of: [Sample()]) { peer in
            let sample = Sample(patientName: "Carter^Cleo", pixelCount: 900_000)
            let bytes = try sample.encoded
            try await expect(store(peer, bytes), is: .success)
            let asked = identifier("STUDY", [(.studyInstanceUID, ""), (.patientName, "Carter*")])
            try await expect(find(peer, asked).matches.count, is: 1)
            try await expect(find(peer, identifier("STUDY", [(.studyInstanceUID, "")])).matches.count, is: 1)
            let got = try await get(peer, identifier("STUDY", [(.studyInstanceUID, "1.2.1")]))
            #expect(got.instances == [sample.sopInstanceUID: bytes])
        }
    }

    @Test func whatIsDamagedOrSomethingElseIsNotStored() async throws {
        try await withArchive(of: []) { peer in
            var bytes = try Sample().encoded
            try await expect(
                store(peer, bytes, as: .explicitVRLittleEndian, uid: "1.2.9"),
                is: .dataSetDoesNotMatchSOPClass
            )
            bytes.moveWriterIndex(to: bytes.writerIndex - 100)
            try await expect(store(peer, bytes), is: .cannotUnderstand)
            try await expect(find(peer, identifier("STUDY", [(.studyInstanceUID, "")])).matches.isEmpty, is: true)
        }
    }

    @Test func aFullSpoolRefusesAndKeepsWhatItHas() async throws {
        let spool = try Spool(capacity: 10)
        let first = try await spool.append(ByteBuffer(repeating: 1, count: 6), to: [])
        await #expect(throws: DiskError.full) { try await spool.append(ByteBuffer(repeating: 2, count: 6), to: first) }
        let both = try await spool.append(ByteBuffer(repeating: 3, count: 4), to: first)
        #expect(both == [0..<10])
        var read = ByteBuffer()
        try await spool.stored(both).open().read { read.writeImmutableBuffer($0) }
        #expect(Array(read.readableBytesView) == [1, 1, 1, 1, 1, 1, 3, 3, 3, 3])
    }

    @Test func bytesInSeveralExtentsAreReadAcrossThem() async throws {
        let spool = try Spool()
        let first = try await spool.append(ByteBuffer(bytes: [1, 2, 3]), to: [])
        _ = try await spool.append(ByteBuffer(bytes: [9]), to: [])
        let extents = try await spool.append(ByteBuffer(bytes: [4, 5]), to: first)
        #expect(extents == [0..<3, 4..<6])
        let reader = try spool.stored(extents).open()
        for (range, expected) in [(0..<5, [1, 2, 3, 4, 5]), (1..<4, [2, 3, 4]), (3..<5, [4, 5])] as [(Range, [UInt8])] {
            var read = ByteBuffer()
            try await reader.read(range) { read.writeImmutableBuffer($0) }
            #expect(Array(read.readableBytesView) == expected)
        }
        await #expect(throws: DiskError.short) { try await reader.read(2..<6) { _ in } }
    }

    @Test func aMoveGoesToAKnownDestinationOnly() async throws {
        try await withArchive(of: []) { destination in
            try await withArchive(of: series, destinations: ["OTHER": destination]) { peer in
                let asked = identifier("STUDY", [(.studyInstanceUID, "1.2.1")])
                try await expect(move(peer, asked, to: "NOWHERE"), is: .moveDestinationUnknown)
                try await expect(find(destination, identifier("STUDY", [(.studyInstanceUID, "")])).matches.count, is: 0)
                try await expect(move(peer, asked, to: "OTHER"), is: .success)
                try await expect(get(destination, asked).instances, is: get(peer, asked).instances)
            }
        }
    }

    private func move(_ peer: Peer, _ identifier: DataSet, to destination: String) async throws -> Status {
        let sopClass = SOPClass.studyRootMove
        return try await Association.connect(
            to: peer,
            from: "TEST",
            proposing: [ProposedContext(sopClass, [.implicitVRLittleEndian])]
        ) { association in
            try await association.move(sopClass, identifier, to: destination).status
        }
    }

    private func store(
        _ peer: Peer,
        _ bytes: ByteBuffer,
        as syntax: TransferSyntax = .explicitVRLittleEndian,
        uid: UID = "1.2.1.1.1"
    ) async throws -> Status {
        let request = StoreRequest(
            sopClassUID: StorageSOPClass.ctImage,
            sopInstanceUID: uid,
            transferSyntax: syntax
        )
        return try await Association.connect(
            to: peer,
            from: "TEST",
            proposing: [ProposedContext(StorageSOPClass.ctImage, [syntax])]
        ) { association in
            try await association.store(request) { try await $0.write(bytes) }.status
        }
    }
}
