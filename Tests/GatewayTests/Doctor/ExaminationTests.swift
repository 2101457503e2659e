import DICOM
import DIMSE
import Logging
import NIOCore
import NIOPosix
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Gateway

/// The steps against archives in this process.
@Suite struct ExaminationTests {
    /// A port that is free now, below those that systems give to connections of other tests.
    private static func freePort() async throws -> Int {
        while true {
            let port = Int.random(in: 20_000..<32_768)
            do {
                try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .bind(host: "127.0.0.1", port: port).get().close()
                return port
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                continue
            }
        }
    }

    private static func examine(
        _ port: Int,
        storage: Int,
        as aeTitle: String = "GANTRY"
    ) async throws -> (steps: [DoctorStep.Name: DoctorStep], told: String) {
        var configuration = GatewayConfiguration()
        configuration.aeTitle = aeTitle
        configuration.storage.port = storage
        let archive = GatewayConfiguration.Archive(name: "tiny", aeTitle: "TINY", host: "127.0.0.1", port: port)
        configuration.archives = [archive]
        let source = ConfigurationSource(file: "test.yaml", lines: [:])
        let doctor = Doctor(
            configuration,
            from: source,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let text = DoctorText("GANTRY", source, hasColors: false)
        var told: [String] = []
        let report = try await doctor.examine { event in
            switch event {
            case .archive(let archive): told.append(text.heading(archive))
            case .step(let step, let archive): told.append(text.step(step, of: archive))
            case .notice(let notice): told.append(notice)
            case .done(let archive): told.append(text.verdict(archive))
            }
        }
        let steps = (report.archives.first?.steps ?? []).map { ($0.name, $0) }
        let json = String(decoding: try report.json(), as: UTF8.self)
        return (
            [DoctorStep.Name: DoctorStep](steps, uniquingKeysWith: { first, _ in first }),
            told.joined(separator: "\n") + json
        )
    }

    @Test(arguments: InformationModel.allCases)
    func aHealthyArchive(model: InformationModel) async throws {
        let storage = try await Self.freePort()
        let archive = TinyArchive(model, destination: Peer(aeTitle: "GANTRY", host: "127.0.0.1", port: storage))
        let (steps, told) = try await TinyArchive.serve(archive) { try await Self.examine($0, storage: storage) }
        for name in DoctorStep.Name.allCases where name != .tls {
            #expect(steps[name]?.outcome == .passed, "\(told)")
        }
        #expect(steps[.association]?.contexts.count { $0.transferSyntax != nil } == 4)
        #expect(steps[.get]?.findings.first == "2 KiB came in Explicit VR Little Endian")
        #expect(steps[.move]?.findings.first == "2 KiB came in Explicit VR Little Endian")
        for secret in [TinyArchive.patientID, "Sekret", "Nomen", "1.2.3.4"] {
            #expect(!told.contains(secret), "\(told)")
        }
    }

    /// Nothing of the patient is asked for where studies can be asked for without.
    @Test func queriesAskForNoPatient() async throws {
        let storage = try await Self.freePort()
        let archive = TinyArchive()
        _ = try await TinyArchive.serve(archive) { try await Self.examine($0, storage: storage) }
        #expect(archive.queries.count == 3)
        for query in archive.queries {
            #expect(!query.elements.contains { $0.tag.group == 0x0010 })
        }
    }

    @Test func anUnknownDestination() async throws {
        let storage = try await Self.freePort()
        let (steps, _) = try await TinyArchive.serve(TinyArchive()) { try await Self.examine($0, storage: storage) }
        let move = try #require(steps[.move])
        #expect(move.outcome == .failed)
        #expect(
            move.diagnosis?.sentence == "the archive does not know AE title GANTRY as a destination (A801): "
                + "register GANTRY at 127.0.0.1:\(storage)"
        )
        #expect(move.status == .moveDestinationUnknown)
    }

    @Test func successWithoutAnInstance() async throws {
        let storage = try await Self.freePort()
        let archive = TinyArchive(
            destination: Peer(aeTitle: "GANTRY", host: "127.0.0.1", port: storage),
            sends: false
        )
        let (steps, _) = try await TinyArchive.serve(archive) { try await Self.examine($0, storage: storage) }
        #expect(
            steps[.move]?.diagnosis?.cause == "success, but nothing arrived within 5 s"
        )
        #expect(steps[.move]?.diagnosis?.remedy?.hasPrefix("is port \(storage) reachable from the archive") == true)
        #expect(steps[.get]?.diagnosis?.cause == "success, but the archive sent nothing")
    }

    /// It is sent to us under a name that is not ours, which a gateway would turn away.
    @Test func anotherTitleThanOurs() async throws {
        let storage = try await Self.freePort()
        let archive = TinyArchive(destination: Peer(aeTitle: "OTHER", host: "127.0.0.1", port: storage))
        let (steps, _) = try await TinyArchive.serve(archive) { try await Self.examine($0, storage: storage) }
        #expect(
            steps[.move]?.diagnosis?.cause == "the archive sends to AE title OTHER where it was asked to send to GANTRY"
        )
    }

    /// What has our port and is of our kind is a gateway that runs.
    @Test func aRunningGatewayHasThePort() async throws {
        let (steps, _) = try await TinyArchive.serve(TinyArchive()) { port in
            try await Self.examine(port, storage: port, as: "TINY")
        }
        #expect(steps[.move]?.outcome == .skipped)
        #expect(
            steps[.move]?.findings.first?.hasPrefix("storage port is already in use: a running gateway has") == true
        )
    }
}
