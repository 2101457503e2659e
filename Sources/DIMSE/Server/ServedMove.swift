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
        try await move(operation, instances, to: destination)
    }

    /// An association after the other, each with the contexts of as many instances as fit into one.
    private func move(
        _ operation: ServedOperation,
        _ instances: [StoredInstance],
        to destination: Peer
    ) async throws {
        var count = SubOperationCount(instances.count)
        var comment: String?
        for group in groups(of: instances) where !operation.isCancelled {
            guard try await !move(operation, group, to: destination, &count) else { continue }
            comment = "no association to destination"
            for instance in group.elements {
                count.add(.cannotPerformSubOperations, instance)
            }
        }
        try await end(operation, count, comment: comment)
    }

    /// A context for each class and transfer syntax.
    private func groups(of instances: [StoredInstance]) -> [ContextGroup<StoredInstance>] {
        ContextGroup.groups(of: instances) { instance in
            instance.transferSyntaxes.map { ProposedContext(instance.sopClassUID, [$0]) }
        }
    }

    /// False when there is no association with the destination.
    private func move(
        _ operation: ServedOperation,
        _ group: ContextGroup<StoredInstance>,
        to destination: Peer,
        _ count: inout SubOperationCount
    ) async throws -> Bool {
        var isOpen = false
        do {
            try await Association.connect(
                to: destination,
                from: configuration.aeTitle,
                proposing: group.contexts,
                options: AssociationOptions(timeouts: configuration.moveTimeouts)
            ) { association in
                isOpen = true
                try await perform(operation, group.elements, &count) { instance in
                    try await store(instance, of: operation, over: association)
                }
            }
            return true
        } catch is AssociationError where !isOpen {
            return false
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
}
