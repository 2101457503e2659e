import DICOM
import DICOMweb
import DIMSE
import NIOCore

/// One small instance, by each of the services that bring instances (PS3.4 §C.4.2, §C.4.3).
extension Examination {
    func get() async throws -> DoctorStep.Findings {
        guard accepted.contains(model.getClass) else { throw notOffered("C-GET") }
        let (listed, identifier) = try chosen()
        let service = ProposedContext(model.getClass, Self.uncompressed)
        let scope = Scope.instance(study: listed.study, series: listed.series, instance: listed.instance)
        let storage = RetrievalPlan(scope, of: [listed]).steps.first?.contexts ?? []
        var arrivals: [Arrived] = []
        let outcome = try await open(for: .retrieve, proposing: [service] + storage) { association in
            try await association.get(service.abstractSyntax, identifier) { arrival in
                arrivals.append(try await Arrived(arrival))
                return .success
            }
        }
        guard let arrival = arrivals.first(where: { $0.instance == listed.instance }) else {
            throw failure(of: outcome, count: arrivals.count)
        }
        return DoctorStep.Findings(arrival.inWords)
    }

    private func failure(of outcome: RetrieveOutcome, count: Int) -> any Error {
        guard outcome.status.isSuccess else {
            return associations.error(.retrieve, .status(outcome.status, comment: outcome.comment))
        }
        return count == 0
            ? Diagnosis(.incomplete, "success, but the archive sent nothing", remedy: "look into its log", at: .archive)
            : Diagnosis(.unasked, "the archive sent something else than was asked for")
    }

    func notOffered(_ service: String) -> Diagnosis {
        Diagnosis(.notOffered, "the archive does not offer \(service)")
    }

    /// The instance to ask for, and how.
    func chosen() throws -> (ListedInstance, DataSet) {
        guard let sample, let listed = sample.listed, let scope = sample.scope else {
            throw DoctorStep.Skipped(reason: "the archive holds nothing that could be retrieved")
        }
        return (listed, scope.identifier(in: model, patientID: sample.patientID, characterSet: characterSet))
    }
}

/// An instance that came, of which only this is kept.
struct Arrived: Hashable, Sendable {
    var instance: UID
    var bytes = 0
    var transferSyntax: TransferSyntax

    /// Reads it to its end.
    init(_ arrival: Arrival) async throws {
        instance = arrival.sopInstanceUID
        transferSyntax = arrival.transferSyntax
        while let piece = try await arrival.next() {
            bytes += piece.readableBytes
        }
    }

    var inWords: String { "\((bytes + 1023) / 1024) KiB came in \(transferSyntax.name)" }
}
