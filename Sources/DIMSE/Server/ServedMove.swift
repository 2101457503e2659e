import DICOM

extension ServedDialogue {
    /// C-MOVE (PS3.7 §9.1.4.2): each instance is a C-STORE on an association to the destination.
    func move(_ operation: ServedOperation) async throws {
        let title = operation.request.moveDestination ?? ""
        let destination: Peer?
        do {
            destination = try await provider.destination(title, for: caller)
        } catch {
            let failure = ServiceFailure(error)
            return try await respond(operation, failure.status, SubOperationCount(0), comment: failure.comment)
        }
        guard let destination else {
            return try await respond(operation, .moveDestinationUnknown, SubOperationCount(0))
        }
        guard let instances = try await matches(operation) else { return }
        guard !instances.isEmpty else { return try await retrieve(operation, []) { _ in .success } }
        try await move(operation, instances, to: destination)
    }

    private func move(
        _ operation: ServedOperation,
        _ instances: [StoredInstance],
        to destination: Peer
    ) async throws {
        var isOpen = false
        do {
            try await Association.connect(
                to: destination,
                from: configuration.aeTitle,
                proposing: contexts(for: instances),
                options: AssociationOptions(timeouts: configuration.moveTimeouts)
            ) { association in
                isOpen = true
                try await retrieve(operation, instances) { instance in
                    try await store(instance, of: operation, over: association)
                }
            }
        } catch is AssociationError where !isOpen {
            var count = SubOperationCount(instances.count)
            for instance in instances {
                count.add(.cannotPerformSubOperations, instance)
            }
            try await respond(operation, .cannotPerformSubOperations, count, comment: "no association to destination")
        }
    }

    private func store(
        _ instance: StoredInstance,
        of operation: ServedOperation,
        over association: Association
    ) async throws -> Status {
        let accepted = association.negotiation
        guard
            let syntax = instance.transferSyntaxes.first(where: {
                accepted.context(for: instance.sopClassUID, $0) != nil
            })
        else { return .cannotPerformSubOperations }
        let request = StoreRequest(
            sopClassUID: instance.sopClassUID,
            sopInstanceUID: instance.sopInstanceUID,
            transferSyntax: syntax,
            moveOriginator: MoveOriginator(
                aeTitle: caller.callingAETitle,
                messageID: operation.request.messageID
            )
        )
        do {
            return try await association.store(request) { data in
                try await provider.write(instance, as: syntax, into: &data)
            }.status
        } catch {
            // Of this and, if the association to the destination has ended, of every later instance.
            try Task.checkCancellation()
            return .cannotPerformSubOperations
        }
    }

    /// A context for each class and transfer syntax, as far as they go.
    private func contexts(for instances: [StoredInstance]) -> [ProposedContext] {
        var seen: Set<ProposedContext> = []
        var contexts: [ProposedContext] = []
        for instance in instances {
            for syntax in instance.transferSyntaxes {
                let context = ProposedContext(instance.sopClassUID, [syntax])
                guard contexts.count < Negotiation.maximumContexts, seen.insert(context).inserted else { continue }
                contexts.append(context)
            }
        }
        return contexts
    }
}
