package import DICOM

/// The command of a message: what is asked or answered, of which data set it may be the head (PS3.7 §6.3.1, §E.1).
package struct CommandSet: Hashable, Sendable {
    package var field: CommandField
    /// (0000,0002), or (0000,0003) in the requests that name it so.
    package var sopClassUID: UID?
    /// (0000,0110), in requests.
    package var messageID: UInt16?
    /// (0000,0120), in responses, and in C-CANCEL the request that is to stop.
    package var messageIDBeingRespondedTo: UInt16?
    package var moveDestination: String?
    package var priority: Priority?
    /// True when (0000,0800) is anything but 0101H, which alone says that no data set follows.
    package var hasDataSet: Bool
    package var status: Status?
    package var offendingElements: [Tag]
    package var errorComment: String?
    /// (0000,1000), or (0000,1001) in the requests that name it so.
    package var sopInstanceUID: UID?
    /// (0000,1008), in N-ACTION.
    package var actionTypeID: UInt16?
    package var subOperations: SubOperations
    package var moveOriginator: MoveOriginator?

    package init(
        _ field: CommandField,
        sopClassUID: UID? = nil,
        messageID: UInt16? = nil,
        messageIDBeingRespondedTo: UInt16? = nil,
        moveDestination: String? = nil,
        priority: Priority? = nil,
        hasDataSet: Bool = false,
        status: Status? = nil,
        offendingElements: [Tag] = [],
        errorComment: String? = nil,
        sopInstanceUID: UID? = nil,
        actionTypeID: UInt16? = nil,
        subOperations: SubOperations = SubOperations(),
        moveOriginator: MoveOriginator? = nil
    ) {
        self.field = field
        self.sopClassUID = sopClassUID
        self.messageID = messageID
        self.messageIDBeingRespondedTo = messageIDBeingRespondedTo
        self.moveDestination = moveDestination
        self.priority = priority
        self.hasDataSet = hasDataSet
        self.status = status
        self.offendingElements = offendingElements
        self.errorComment = errorComment
        self.sopInstanceUID = sopInstanceUID
        self.actionTypeID = actionTypeID
        self.subOperations = subOperations
        self.moveOriginator = moveOriginator
    }
}

/// How far a retrieval has come (PS3.7 §9.1.3.1.7 to §9.1.3.1.10); nil is what the peer did not say.
package struct SubOperations: Hashable, Sendable {
    package var remaining: UInt16?
    package var completed: UInt16?
    package var failed: UInt16?
    package var warning: UInt16?

    package init(
        remaining: UInt16? = nil,
        completed: UInt16? = nil,
        failed: UInt16? = nil,
        warning: UInt16? = nil
    ) {
        self.remaining = remaining
        self.completed = completed
        self.failed = failed
        self.warning = warning
    }
}

/// Of which C-MOVE a C-STORE is a sub-operation (PS3.7 §9.1.1.1.7, §9.1.1.1.8); archives may omit either.
package struct MoveOriginator: Hashable, Sendable {
    package var aeTitle: String?
    package var messageID: UInt16?

    package init(aeTitle: String? = nil, messageID: UInt16? = nil) {
        self.aeTitle = aeTitle
        self.messageID = messageID
    }
}

extension CommandSet {
    /// The response to this request: its class and id, and as it stands no data set.
    package func response(_ status: Status, comment: String? = nil) -> CommandSet {
        CommandSet(
            field.response,
            sopClassUID: sopClassUID,
            messageIDBeingRespondedTo: messageID,
            status: status,
            errorComment: comment,
            sopInstanceUID: field == .storeRequest ? sopInstanceUID : nil
        )
    }
}
