import DICOM
import DICOMweb
package import DIMSE
package import HTTPTypes
package import Logging
import Pixels

extension Problem {
    /// What an error means to a client: the one place that gives statuses to errors (REQUIREMENTS §1.6, §7.5, D-12, G-29).
    ///
    /// What lies behind a failure of the gateway or of an archive goes to the log, and only its kind to the client.
    ///
    /// - Parameter logger: nil when the failure has been logged already.
    package init(describing error: any Error, logger: Logger?) {
        switch error {
        case let problem as Problem: self = problem
        case let error as WebError: self.init(error)
        case let error as ArchiveError:
            self.init(error)
            if status.code >= 500, !error.isRefusal {
                logger?.warning(
                    "archive failed",
                    metadata: [
                        "archive": "\(error.archive)", "step": "\(error.step)", "cause": "\(error.cause.summary)",
                    ]
                )
            }
        case let error as SpoolError:
            self.init(error)
            logger?.error("cache failed", metadata: ["cause": "\(error)"])
        case let error as PixelError:
            self.init(error)
            if case .noWorker(let cause) = error { logger?.error("no codec worker", metadata: ["cause": "\(cause)"]) }
        case let error as DataError: self.init(.badGateway, "An instance cannot be read: \(error.reason).")
        case is CancellationError:
            self.init(.serviceUnavailable, "The request was given up.", headers: [.retryAfter: "1"])
        default:
            logger?.error("unexpected error", metadata: ["type": "\(type(of: error))", "error": "\(error)"])
            self.init(.internalServerError, "The gateway failed.")
        }
    }
}

extension Problem {
    private init(_ error: WebError) {
        switch error {
        case .badRequest(let text), .truncated(let text): self.init(.badRequest, text)
        case .notFound(let text): self.init(.notFound, text)
        case .notAcceptable: self.init(.notAcceptable, "\(error)")
        case .contentTooLarge(let text): self.init(.contentTooLarge, text)
        case .unsupportedMediaType(let text): self.init(.unsupportedMediaType, text)
        case .notImplemented(let text): self.init(.notImplemented, text)
        }
    }

    private init(_ error: PixelError) {
        switch error {
        case .invalidWindow: self.init(.badRequest, "The window's width is not one that its function allows.")
        case .invalidViewport: self.init(.badRequest, "The viewport is empty, or its region is not inside the image.")
        case .unsupported(let syntax):
            self.init(.notAcceptable, "Pixels in transfer syntax \(syntax) cannot be decoded.")
        case .unsupportedForm(let form): self.init(.notAcceptable, "Pixels of this form cannot be decoded: \(form).")
        case .tooLarge: self.init(.contentTooLarge, "The image is larger than the gateway decodes.")
        case .missing(let tag), .invalid(let tag), .mismatch(let tag, _, _):
            self.init(.badGateway, "The image cannot be decoded: \(tag) is missing or wrong.")
        case .tooSlow:
            self.init(.badGateway, "The image cannot be decoded: it takes more time than the gateway gives it.")
        case .noWorker:
            self.init(.serviceUnavailable, "No codec worker can be started.", headers: [.retryAfter: "5"])
        case .abandoned: self.init(.serviceUnavailable, "The request was given up.", headers: [.retryAfter: "1"])
        case .truncated, .damaged: self.init(.badGateway, "The image cannot be decoded: its pixels are damaged.")
        case .notEncoded: self.init(.internalServerError, "The picture cannot be written.")
        }
    }

    private init(_ error: SpoolError) {
        switch error {
        case .full:
            self.init(
                HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
                "The cache has no room for what was asked."
            )
        case .system, .short: self.init(.internalServerError, "The cache failed.")
        }
    }

    private init(_ error: ArchiveError) {
        let diagnosis = Diagnosis(error, Diagnosis.Parties(archive: "archive \(error.archive)", aeTitle: error.aeTitle))
        self.init(diagnosis.code.status, diagnosis.sentence.asSentence)
        if status == .serviceUnavailable { headers[.retryAfter] = error.retryAfter ?? diagnosis.code.retryAfter }
        failure = Failure(
            archive: error.archive,
            step: error.step,
            code: diagnosis.code,
            dimseStatus: error.status?.description,
            comment: error.toldComment,
            remedy: diagnosis.remedy
        )
    }
}

extension Diagnosis.Code {
    /// The status that a client gets: the rows of REQUIREMENTS §1.6 and §7.5, D-12 and G-29.
    package var status: HTTPResponse.Status {
        switch self {
        case .keyRefused, .framesRefused: .badRequest
        case .notAuthorized: .forbidden
        case .notFound, .noSuchFrames: .notFound
        case .cacheFailed: .internalServerError
        case .notOffered, .notSupported: .notImplemented
        case .busy, .outOfResources, .queueFull, .waitedTooLong, .suspended, .abandoned: .serviceUnavailable
        case .connectionTimedOut, .associationTimedOut, .timedOut: .gatewayTimeout
        case .cacheFull: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
        case .nameNotFound, .unreachable, .connectionRefused, .notDICOM, .speaksHTTP, .speaksTLS, .speaksNoTLS,
            .certificateExpired, .certificateNotYetValid, .certificateForAnotherName, .certificateNotTrusted,
            .certificateRefused, .certificateMissing, .certificateUnreadable, .handshakeFailed, .identityRejected,
            .identityNotConfirmed,
            .hungUp,
            .callingAETitleRejected, .calledAETitleRejected, .rejected, .aborted, .brokeOff, .misunderstood,
            .invalidProposal, .destinationUnknown, .identifierRefused, .partial, .cancelled, .failed, .incomplete,
            .unasked, .conflicting, .damaged, .storagePortTaken, .storageNotReachable, .nothingArrived, .notDelivered:
            .badGateway
        }
    }

    /// In how many seconds to ask again.
    fileprivate var retryAfter: String { self == .abandoned ? "1" : "5" }
}

extension String {
    /// With a capital letter at its start and a full stop at its end.
    fileprivate var asSentence: String {
        prefix(1).uppercased() + dropFirst() + (hasSuffix("?") ? "" : ".")
    }
}

extension ArchiveError {
    /// The final status that the archive answered with, if that was the failure.
    package var status: Status? {
        switch cause {
        case .status(let status, _), .keyRefused(_, let status): status
        case .destinationUnknown: .moveDestinationUnknown
        default: nil
        }
    }

    /// In how many seconds to ask again, where that is known.
    fileprivate var retryAfter: String? {
        if case .noCapacity(let refusal) = cause { "\(refusal.retryAfter)" } else { nil }
    }

    /// What may be told of the archive's comment.
    package var toldComment: String? {
        switch cause {
        case .status(_, let comment): ErrorComment.told(comment, titles: aeTitle.map { [$0] } ?? [])
        case .destinationUnknown(let destination, let comment): ErrorComment.told(comment, titles: [destination])
        default: nil
        }
    }
}

extension ArchiveError.Cause {
    /// For the log: of an archive's comment, only what may be told.
    fileprivate var summary: String {
        switch self {
        case .association(let error): "\(error)"
        case .status(let status, let comment):
            "status \(status)" + (ErrorComment.told(comment).map { ", \"\($0)\"" } ?? "")
        case .keyRefused(let tags, let status): "status \(status) for \(tags)"
        case .incomplete(let received, let expected): "\(received) of \(expected) instances"
        case .damaged(let error): "\(error)"
        case .spool(let error): "\(error)"
        case .notOffered(let uid): "\(uid) not offered"
        case .destinationUnknown(let aeTitle, _): "destination \(aeTitle) unknown (A801)"
        case .nothingArrived(let aeTitle): "nothing arrived at \(aeTitle)"
        case .notFound, .unasked, .conflicting, .abandoned: "\(self)"
        case .noCapacity(let refusal): refusal.reason.rawValue
        }
    }
}
