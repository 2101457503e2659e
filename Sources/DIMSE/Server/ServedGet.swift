import DICOM

extension ServedDialogue {
    /// C-GET (PS3.7 §9.1.3.2): each instance is a C-STORE on this association, of which the requestor is the SCP.
    func get(_ operation: ServedOperation) async throws {
        guard let instances = try await matches(operation) else { return }
        let watchdog = writer.connection.watchdog()
        try await retrieve(operation, instances) { instance in
            guard let context = context(for: instance) else { return .cannotPerformSubOperations }
            let command = CommandSet(
                storing: StoreRequest(
                    sopClassUID: instance.sopClassUID,
                    sopInstanceUID: instance.sopInstanceUID,
                    transferSyntax: context.transferSyntax
                )
            )
            do {
                try await writer.writeInstance(command, on: context.id) { data in
                    try await provider.write(instance, as: context.transferSyntax, into: &data)
                }
            } catch {
                // Nothing of the instance was sent, or else there is no association any more.
                guard writer.connection.abortReason == nil, !(error is MessageWriter.Failure) else { throw error }
                return .processingFailure
            }
            return try await operation.storeResponse(
                to: command,
                watchdog,
                within: configuration.timeouts.response
            )
        }
    }

    /// The context that takes an instance, in the best of its transfer syntaxes that were accepted.
    private func context(for instance: StoredInstance) -> AcceptedContext? {
        for syntax in instance.transferSyntaxes {
            if let context = negotiation.context(for: instance.sopClassUID, syntax, role: .scp) { return context }
        }
        return nil
    }
}
