import DICOM
import DIMSE
import NIOCore
import Testing

/// C-STORE between requestor and acceptor of this project, over loopback.
struct StoreTests {
    @Test func aStoreArrivesWholeHoweverItIsWritten() async throws {
        let archive = TestArchive()
        try await withServer(archive) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                for (number, step) in [1, 7, 100_000, 262_144, 5_000_000].enumerated() {
                    let request = StoreRequest(
                        sopClassUID: TestArchive.ct,
                        sopInstanceUID: UID(rawValue: "1.2.3.\(number)"),
                        transferSyntax: .explicitVRLittleEndian
                    )
                    let bytes = TestArchive.content(of: number, length: step < 100 ? 5000 : 2_000_001)
                    var rest = bytes
                    let outcome = try await association.store(request) { data in
                        while rest.readableBytes > 0 {
                            guard let piece = rest.readSlice(length: min(step, rest.readableBytes)) else { return }
                            try await data.write(piece)
                        }
                    }
                    #expect(outcome.status == .success)
                    let isWhole = archive.received.last?.bytes == bytes
                    #expect(isWhole)
                }
            }
        }
    }

    @Test func aSlowStoreHoldsItsSenderBack() async throws {
        let total = 96 << 20
        // What sockets (Linux: up to 32 MiB received, 4 MiB sent) and a few pieces hold, with room.
        let buffered = 64 << 20
        let archive = TestArchive(delay: .milliseconds(5))
        try await withServer(archive) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let request = StoreRequest(
                    sopClassUID: TestArchive.ct,
                    sopInstanceUID: "1.2.3",
                    transferSyntax: .explicitVRLittleEndian
                )
                let piece = ByteBuffer(repeating: 7, count: 1 << 20)
                let outcome = try await association.store(request) { data in
                    for _ in 0..<(total >> 20) { try await data.write(piece) }
                    #expect(archive.taken > total - buffered)
                }
                #expect(outcome.status == .success)
                #expect(archive.taken == total)
            }
        }
    }

    @Test func aStoreThatFailsMidwayLeavesNothingBehind() async throws {
        struct Unreadable: Error {}
        let archive = TestArchive()
        try await withServer(archive) { peer, server in
            await #expect(throws: Unreadable.self) {
                try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                    let request = StoreRequest(
                        sopClassUID: TestArchive.ct,
                        sopInstanceUID: "1.2.3",
                        transferSyntax: .explicitVRLittleEndian
                    )
                    _ = try await association.store(request) { data in
                        try await data.write(ByteBuffer(repeating: 7, count: 1 << 20))
                        throw Unreadable()
                    }
                }
            }
            #expect(archive.received.isEmpty)
        }
    }

    @Test func aStoreNeedsItsExactContext() async throws {
        try await withServer(TestArchive()) { peer, _ in
            try await Association.connect(to: peer, from: "GANTRY", proposing: .all) { association in
                let request = StoreRequest(
                    sopClassUID: TestArchive.ct,
                    sopInstanceUID: "1.2.3",
                    transferSyntax: .jpegBaseline8Bit
                )
                await #expect(throws: AssociationError.noContext(TestArchive.ct, .jpegBaseline8Bit)) {
                    try await association.store(request) { _ in }
                }
                let status = try await association.echo()
                #expect(status == .success)
            }
        }
    }
}
