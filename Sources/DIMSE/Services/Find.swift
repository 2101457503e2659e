package import DICOM
import Logging
import NIOCore

/// What a requestor wants after a match.
package enum FindStep: Hashable, Sendable {
    case more
    /// C-CANCEL: no match that comes later is handed on.
    case enough
}

/// How a C-FIND ended.
package struct FindOutcome: Hashable, Sendable {
    package var status: Status
    package var comment: String?
    package var offendingElements: [Tag]
    /// True after ``FindStep/enough``.
    package var wasCancelled: Bool
    /// True when some match came with FF01: an optional key was not honoured (PS3.4 Table C.4-1).
    package var hadUnsupportedKeys: Bool
    /// True when C-CANCEL had no effect within its time, so that the association was aborted.
    package var isCancelIgnored = false
}

extension Association {
    /// C-FIND: hands on each match as it comes (PS3.7 §9.1.2, PS3.4 §C.4.1).
    ///
    /// The next match is read when `onMatch` returns. When it returns ``FindStep/enough``, C-CANCEL is sent and what
    /// still comes is dropped; a peer that does not end within the cancel timeout is aborted, and the outcome is that
    /// of a cancelled operation all the same. When it throws, the association is aborted. A match that does not say how
    /// its text is encoded is taken to be encoded as the identifier is.
    package func find(
        _ sopClass: UID,
        _ identifier: DataSet,
        onMatch: (DataSet) async throws -> FindStep
    ) async throws -> FindOutcome {
        let context = try context(for: sopClass)
        let request = CommandSet(
            .findRequest,
            sopClassUID: sopClass,
            messageID: MessageID.next(),
            priority: .medium
        )
        let bytes = try DataSetEncoder(context.transferSyntax).encode(identifier)
        try await send(request, on: context.id, dataSet: bytes)
        var (hadUnsupportedKeys, isProgress) = (false, true)
        while true {
            let (response, answered) = try await receiveCommand(
                .response,
                within: options.timeouts.response,
                afterProgress: isProgress
            )
            try check(response, answers: request)
            let status = try status(of: response)
            let match = try await self.identifier(
                of: response,
                answered,
                assuming: identifier.characterSet,
                .response,
                within: options.timeouts.response
            )
            guard status.isPending else {
                return FindOutcome(response, status, hadUnsupportedKeys: hadUnsupportedKeys)
            }
            hadUnsupportedKeys = hadUnsupportedKeys || status == .pendingWithUnsupportedKeys
            // A pending response without a match is allowed to be ignored, and not to go on for ever.
            isProgress = match != nil
            guard let match else { continue }
            if try await orAbort({ try await onMatch(match) }) == .enough {
                return try await cancelFind(request, context, hadUnsupportedKeys: hadUnsupportedKeys)
            }
        }
    }

    /// The data set of a response, if it has one.
    func identifier(
        of response: CommandSet,
        _ context: AcceptedContext,
        assuming characterSet: CharacterSet = .default,
        _ step: AssociationError.Step,
        within limit: Duration,
        isProgress: Bool = true
    ) async throws -> DataSet? {
        guard response.hasDataSet else { return nil }
        return try await inbox.identifier(
            context.transferSyntax,
            assuming: characterSet,
            step,
            within: limit,
            isProgress: isProgress
        )
    }

    /// Sends C-CANCEL and waits for the end (PS3.7 §9.3.2.3).
    private func cancelFind(
        _ request: CommandSet,
        _ context: AcceptedContext,
        hadUnsupportedKeys: Bool
    ) async throws -> FindOutcome {
        try await send(.cancel(request), on: context.id)
        inbox.watchdog.arm(.cancel, within: options.timeouts.cancel)
        defer { inbox.watchdog.disarm() }
        do {
            while true {
                let (response, _) = try await receiveCommand()
                try check(response, answers: request)
                let status = try status(of: response)
                if response.hasDataSet {
                    try await inbox.skipDataSet()
                }
                guard status.isPending else {
                    return FindOutcome(response, status, wasCancelled: true, hadUnsupportedKeys: hadUnsupportedKeys)
                }
            }
        } catch AssociationError.timedOut(.cancel) {
            options.logger.notice("the peer ignores C-CANCEL: aborted")
            return FindOutcome(
                status: .cancelled,
                comment: nil,
                offendingElements: [],
                wasCancelled: true,
                hadUnsupportedKeys: hadUnsupportedKeys,
                isCancelIgnored: true
            )
        }
    }
}

extension FindOutcome {
    init(_ response: CommandSet, _ status: Status, wasCancelled: Bool = false, hadUnsupportedKeys: Bool) {
        self.init(
            status: status,
            comment: response.errorComment,
            offendingElements: response.offendingElements,
            wasCancelled: wasCancelled,
            hadUnsupportedKeys: hadUnsupportedKeys
        )
    }
}

extension CommandSet {
    /// C-CANCEL of a request (PS3.7 §9.3.2.3): it has no response of its own.
    static func cancel(_ request: CommandSet) -> CommandSet {
        CommandSet(.cancelRequest, messageIDBeingRespondedTo: request.messageID)
    }
}
