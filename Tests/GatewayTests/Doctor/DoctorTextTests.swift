import DICOM
import DIMSE
import FoundationEssentials
import Testing

@testable import Gateway

/// What people and machines read.
@Suite struct DoctorTextTests {
    private static let source = ConfigurationSource(
        file: "gantry.yaml",
        lines: ["archives": 3, "archives[0]": 4, "archives[0].port": 7, "storage": 8, "storage.port": 10]
    )

    /// An archive with which all goes well but C-GET and C-MOVE.
    private static func example() -> DoctorReport.Archive {
        let parties = Diagnosis.Parties(aeTitle: "GANTRY", storage: "10.0.0.5:11112")
        let unknown = Status.moveDestinationUnknown
        let context = DoctorStep.Context(abstractSyntax: "1.2.840.10008.1.1", name: "Verification", answer: "accepted")
        var archive = DoctorReport.Archive(
            GatewayConfiguration.Archive(name: "main", aeTitle: "ARCHIVE", host: "pacs.example.org", port: 104),
            index: 0
        )
        func step(
            _ name: DoctorStep.Name,
            _ outcome: DoctorStep.Outcome,
            _ tenths: Int,
            _ findings: String...,
            diagnosis: Diagnosis? = nil,
            status: Status? = nil,
            contexts: [DoctorStep.Context] = []
        ) {
            archive.steps.append(
                DoctorStep(
                    name,
                    outcome,
                    duration: .microseconds(tenths * 100),
                    findings: findings,
                    diagnosis: diagnosis,
                    status: status,
                    contexts: contexts
                )
            )
        }
        var verification = context
        verification.transferSyntax = "Explicit VR Little Endian"
        var get = DoctorStep.Context(
            abstractSyntax: "1.2.840.10008.5.1.4.1.2.2.3",
            name: "Study Root Query/Retrieve Information Model - GET",
            answer: "abstract syntax not supported"
        )
        get.transferSyntax = nil
        step(.name, .passed, 12, "pacs.example.org is 10.0.0.7")
        step(.tcp, .passed, 9, "from 10.0.0.5 to 10.0.0.7 port 104")
        step(.tls, .skipped, 0, "not configured")
        step(.association, .passed, 41, "1 of 2 presentation contexts accepted", contexts: [verification, get])
        step(.echo, .passed, 15)
        step(.findStudy, .passed, 230, "12 studies")
        step(.findSeries, .passed, 83, "3 series")
        step(.findImage, .passed, 121, "36 instances")
        let notOffered = Diagnosis(.notOffered, "the archive does not offer C-GET")
        step(.get, .notOffered, 0, diagnosis: notOffered)
        step(.move, .failed, 66, diagnosis: Diagnosis(unknown, .retrieve, parties), status: unknown)
        step(.store, .passed, 218, "112 of 128 storage SOP classes accepted; nothing was sent")
        return archive
    }

    private static func text(hasColors: Bool = false) -> String {
        let text = DoctorText("GANTRY", source, hasColors: hasColors)
        let archive = example()
        let steps = archive.steps.flatMap { step -> [String] in
            let notice = text.notice(Sample(study: "1", modality: "CT").notice)
            return (step.name == .get ? [notice] : []) + [text.step(step, of: archive)]
        }
        return ([text.heading(archive)] + steps + [text.verdict(archive)]).joined(separator: "\n")
    }

    /// The README shows what is printed.
    @Test func theSampleInTheReadmeIsWhatIsPrinted() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
        let readme = try String(contentsOf: url, encoding: .utf8)
        #expect(readme.contains(Self.text()), "\(Self.text())")
    }

    @Test func aFailureNamesCauseAndPlace() {
        let text = Self.text()
        #expect(
            text.contains(
                "the archive does not know AE title GANTRY as a destination (A801): register GANTRY at 10.0.0.5:11112"
            )
        )
        #expect(text.contains("to change: in the configuration of the archive"))
    }

    @Test func theLineToChangeIsNamed() {
        let text = DoctorText("GANTRY", Self.source, hasColors: false)
        let refused = Diagnosis(.connectionRefused, "nothing listens", at: .archiveKey("port"))
        let line = text.step(DoctorStep(.tcp, .failed, diagnosis: refused), of: Self.example())
        #expect(line.contains("to change: archives[0].port, line 7 of gantry.yaml"))
    }

    @Test func colorsAreForTerminals() {
        #expect(!Self.text().contains("\u{1B}"))
        let colored = Self.text(hasColors: true)
        #expect(colored.contains("\u{1B}[31mfailed"))
        #expect(colored.contains("\u{1B}[33mnot offered"))
        #expect(colored.replacing(/\u{1B}\[\d+m/, with: "") == Self.text())
    }

    @Test func theReportForMachines() throws {
        struct Report: Decodable {
            struct Archive: Decodable {
                var name: String
                var failures: [String]
                var steps: [Step]
            }
            struct Step: Decodable {
                struct Change: Decodable { var at: String }
                var name, outcome: String
                var milliseconds: Double
                var code, cause, remedy, dimseStatus: String?
                var change: Change?
            }
            var version: Int
            var healthy: Bool
            var archives: [Archive]
        }
        var report = DoctorReport(aeTitle: "GANTRY", source: Self.source)
        report.archives = [Self.example()]
        let read = try JSONDecoder().decode(Report.self, from: report.json())
        #expect(read.version == 1)
        #expect(!read.healthy)
        let archive = try #require(read.archives.first)
        #expect(archive.failures == ["get", "move"])
        #expect(archive.steps.map(\.name) == DoctorStep.Name.allCases.map(\.rawValue))
        let move = try #require(archive.steps.first { $0.name == "move" })
        #expect(move.outcome == "failed")
        #expect(move.code == "destination-unknown")
        #expect(move.dimseStatus == "A801")
        #expect(move.milliseconds == 6.6)
        #expect(move.remedy == "register GANTRY at 10.0.0.5:11112")
        #expect(move.change?.at == "archive")
        #expect(archive.steps.first { $0.name == "get" }?.outcome == "not-offered")
    }
}
