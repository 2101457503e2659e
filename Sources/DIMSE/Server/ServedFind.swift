import DICOM

/// What the closure of a query throws when the peer wants no more.
struct OperationCancelled: Error {}

extension ServedDialogue {
    /// C-FIND (PS3.7 §9.1.2.2): a pending response with each match, then the final one.
    func find(_ operation: ServedOperation) async throws {
        let (request, context) = (operation.request, operation.context)
        let encoder = DataSetEncoder(context.transferSyntax)
        let isFull = await provider.supportsAllKeys(of: operation.query)
        let pending = request.response(isFull ? .pending : .pendingWithUnsupportedKeys)
        var ending = await status {
            try await provider.find(operation.query) { match in
                guard !operation.isCancelled else { throw OperationCancelled() }
                let bytes = try encoder.encode(match)
                try await writer.write(pending, on: context.id, dataSet: bytes)
            }
        }
        if operation.isCancelled {
            ending = ServiceFailure(.cancelled)
        }
        try await writer.write(request.response(ending.status, comment: ending.comment), on: context.id)
    }
}
