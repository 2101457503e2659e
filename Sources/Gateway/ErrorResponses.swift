import DICOM
import DICOMweb
import DIMSE
import HTTPTypes
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
            if status.code >= 500 {
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
        case let error as PixelError: self.init(error)
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
        let archive = "Archive \(error.archive)"
        switch error.cause {
        case .association(let cause): self.init(cause, archive: archive)
        case .status(let status, _): self.init(status, step: error.step, archive: archive)
        case .notOffered: self.init(.notImplemented, "\(archive) does not offer that service.")
        case .notFound: self.init(.notFound, "\(archive) has nothing of that name.")
        case .incomplete(let received, let expected):
            self.init(.badGateway, "\(archive) sent \(received) of \(expected) instances.")
        case .unasked: self.init(.badGateway, "\(archive) sent something else than was asked for.")
        case .damaged(let error): self.init(.badGateway, "\(archive) sent what cannot be read: \(error.reason).")
        case .spool(let error): self.init(error)
        case .abandoned: self.init(.serviceUnavailable, "The request was given up.", headers: [.retryAfter: "1"])
        }
    }

    private init(_ error: AssociationError, archive: String) {
        switch error {
        case .timedOut: self.init(.gatewayTimeout, "\(archive) did not answer in time.")
        case .noContext: self.init(.notImplemented, "\(archive) does not offer that service.")
        case .rejected(let rejection) where !rejection.isPermanent:
            self.init(.serviceUnavailable, "\(archive) takes no more associations now.", headers: [.retryAfter: "5"])
        case .rejected(.callingAETitleNotRecognized):
            self.init(.badGateway, "\(archive) does not know the gateway's AE title: register it there.")
        case .rejected(.calledAETitleNotRecognized):
            self.init(.badGateway, "\(archive) does not go by the AE title that is configured for it.")
        case .rejected: self.init(.badGateway, "\(archive) refused the association.")
        case .connectionFailed: self.init(.badGateway, "\(archive) cannot be reached.")
        case .aborted, .closed, .releasedByPeer: self.init(.badGateway, "\(archive) broke off.")
        case .protocolViolation, .tooManyContexts, .invalidProposal, .unexpectedMessage, .invalidMessage:
            self.init(.badGateway, "\(archive) and the gateway did not understand each other.")
        }
    }

    /// A final status that is no success (PS3.7 Annex C; PS3.4 Tables C.4-1, C.4-2 and C.4-3).
    private init(_ status: Status, step: ArchiveError.Step, archive: String) {
        let told = "\(archive) answered with status \(status)."
        switch (step, status.rawValue) {
        case (.search, 0xA700), (.retrieve, 0xA701), (.retrieve, 0xA702):
            self.init(.serviceUnavailable, "\(archive) is out of resources.", headers: [.retryAfter: "5"])
        case (.retrieve, 0xAA00...0xAA04): self.init(.notFound, "\(archive) has no such frames.")
        case (_, 0x0122): self.init(.notImplemented, "\(archive) does not offer that service.")
        case (_, 0x0124): self.init(.forbidden, "\(archive) does not allow that.")
        default: self.init(.badGateway, told)
        }
    }
}

extension ArchiveError.Cause {
    /// For the log: an archive's comment stays out, since it may quote what was asked.
    fileprivate var summary: String {
        switch self {
        case .association(let error): "\(error)"
        case .status(let status, _): "status \(status)"
        case .incomplete(let received, let expected): "\(received) of \(expected) instances"
        case .damaged(let error): "\(error)"
        case .spool(let error): "\(error)"
        case .notOffered(let uid): "\(uid) not offered"
        case .notFound, .unasked, .abandoned: "\(self)"
        }
    }
}
