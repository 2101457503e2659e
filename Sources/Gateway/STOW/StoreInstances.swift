import DICOM
import DICOMweb
import DIMSE
import HTTPTypes
import Hummingbird

/// Takes instances and sends them to the archive (STOW-RS, PS3.18 §10.5).
///
/// All parts are in the spool before the archive is asked, since the association is negotiated for just what they hold;
/// the answer says of each part what the archive said.
struct StoreInstances: Sendable {
    let archives: ArchiveDirectory
    let cache: InstanceCache

    /// - Parameter study: of the path; instances of others are not sent.
    func respond(to request: ResourceRequest, into study: Scope?) async throws -> Response {
        let choice = try request.accept(nil).choose(among: [.json])
        let payload = try StorePayload(contentType: request.http.headers[.contentType])
        let archive = try archives[request.archives]
        let parts = try await payload.spool(request.http.body, by: cache)
        let sendable = parts.filter { $0.isOf(study) }.compactMap(\.outgoing)
        var answers = await archive.store(sendable)[...]
        var result = StoreResponse(root: request.baseURI)
        var unsent: ArchiveError?
        for part in parts {
            guard let scope = part.scope, part.isOf(study), let outgoing = part.outgoing else {
                result.append(part.refusal)
                continue
            }
            guard let answer = answers.popFirst() else { continue }
            if case .notSent(let error) = answer { unsent = unsent ?? error }
            result.append(.init(answer, outgoing), at: scope)
        }
        return response(result, choice.contentType, unsent: unsent, request)
    }

    private func response(
        _ result: StoreResponse,
        _ type: MediaType,
        unsent: ArchiveError?,
        _ request: ResourceRequest
    ) -> Response {
        var response = Response(
            status: HTTPResponse.Status(code: result.status),
            headers: [.contentType: type.description],
            body: ResponseBody(byteBuffer: result.json)
        )
        if let url = result.studyURL {
            response.headers[.contentLocation] = url
            response.headers[.location] = url
        }
        if result.status == 409, let unsent {
            // Nothing was stored since the archive could not be had: the same request may succeed later.
            let problem = Problem(describing: unsent, logger: request.logger)
            let hadNoAssociation = if case .association = unsent.cause { true } else { false }
            response.status = hadNoAssociation ? .serviceUnavailable : problem.status
            response.headers[.retryAfter] = problem.headers[.retryAfter] ?? "5"
        }
        return response
    }
}

extension StoreResponse.Outcome {
    /// What the archive's answer means for an instance (PS3.18 §I.2).
    fileprivate init(_ answer: StoreAnswer, _ part: OutgoingInstance) {
        let reason: UInt16 =
            switch answer {
            case .status(let status, _):
                status.rawValue
            case .refused(.sopClass): FailureReason.sopClassNotSupported
            case .refused(.syntax): FailureReason.transferSyntaxNotSupported
            case .refused(.unexplained), .notAcknowledged: FailureReason.processingFailure
            case .notSent: FailureReason.outOfResources
            }
        if case .status = answer {
            self.init(cStoreStatus: reason, sopClass: part.sopClass, instance: part.instance)
        } else {
            self = .failed(sopClass: part.sopClass, instance: part.instance, reason: reason)
        }
    }
}
