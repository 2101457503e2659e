import DICOM
import NIOCore

/// The sub-operations of a retrieval, counted (PS3.4 §C.4.2.1.6).
struct SubOperationCount {
    private(set) var remaining: Int
    private(set) var completed = 0
    private(set) var failed = 0
    private(set) var warning = 0
    private(set) var failedUIDs: [UID] = []

    init(_ count: Int) {
        remaining = count
    }

    mutating func add(_ status: Status, _ instance: StoredInstance) {
        remaining -= 1
        if status.isSuccess {
            completed += 1
        } else if status.isWarning {
            warning += 1
        } else {
            failed += 1
            failedUIDs.append(instance.sopInstanceUID)
        }
    }

    /// Success only if all succeeded, failure if none did (PS3.4 §C.4.2.3.1).
    var finalStatus: Status {
        if failed == 0, warning == 0 { return .success }
        return completed == 0 && warning == 0 ? .cannotPerformSubOperations : .subOperationsCompleteWithFailures
    }

    /// The numbers as the response gives them: those that remain are told of an operation that goes on, or was cancelled.
    func numbers(withRemaining: Bool) -> SubOperations {
        SubOperations(
            remaining: withRemaining ? UInt16(clamping: remaining) : nil,
            completed: UInt16(clamping: completed),
            failed: UInt16(clamping: failed),
            warning: UInt16(clamping: warning)
        )
    }
}

extension ServedDialogue {
    /// Sends what matches by `send`, with a pending response after each instance; then the final response.
    func retrieve(
        _ operation: ServedOperation,
        _ instances: [StoredInstance],
        send: (StoredInstance) async throws -> Status
    ) async throws {
        var count = SubOperationCount(instances.count)
        try await perform(operation, instances, &count, send: send)
        try await end(operation, count)
    }

    /// Some of the sub-operations, until the peer cancels.
    func perform(
        _ operation: ServedOperation,
        _ instances: [StoredInstance],
        _ count: inout SubOperationCount,
        send: (StoredInstance) async throws -> Status
    ) async throws {
        for instance in instances where !operation.isCancelled {
            count.add(try await send(instance), instance)
            if count.remaining > 0 {
                try await respondPending(operation, count)
            }
        }
    }

    /// The final response: cancelled when something was left undone.
    func end(_ operation: ServedOperation, _ count: SubOperationCount, comment: String? = nil) async throws {
        let status = count.remaining > 0 ? .cancelled : count.finalStatus
        try await respond(operation, status, count, comment: comment)
    }

    func respond(
        _ operation: ServedOperation,
        _ status: Status,
        _ count: SubOperationCount,
        comment: String? = nil
    ) async throws {
        var response = operation.request.response(status, comment: comment)
        response.subOperations = count.numbers(withRemaining: status.isCancelled)
        var dataSet: ByteBuffer?
        if !count.failedUIDs.isEmpty {
            var identifier = DataSet()
            identifier.set(.failedSOPInstanceUIDList, uids: count.failedUIDs)
            dataSet = try DataSetEncoder(operation.context.transferSyntax).encode(identifier)
        }
        try await writer.write(response, on: operation.context.id, dataSet: dataSet)
    }

    private func respondPending(_ operation: ServedOperation, _ count: SubOperationCount) async throws {
        var response = operation.request.response(.pending)
        response.subOperations = count.numbers(withRemaining: true)
        try await writer.write(response, on: operation.context.id)
    }

    /// What matches; nil after the response that says why there is nothing.
    func matches(_ operation: ServedOperation) async throws -> [StoredInstance]? {
        do {
            return try await provider.instances(operation.query)
        } catch {
            let failure = ServiceFailure(error)
            try await respond(operation, failure.status, SubOperationCount(0), comment: failure.comment)
            return nil
        }
    }
}
