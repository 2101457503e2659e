@testable import DIMSE

/// PS3.8 Table 9-10, typed again: an event to a row, a state to a column, Sta1 to Sta13.
enum Table9_10 {
    /// One square of the table; `action` is nil where it is blank.
    struct Cell: Sendable {
        let event: Int
        let state: UpperLayer.State
        let action: String?
    }

    static let cells: [Cell] = rows.split(separator: "\n").flatMap { row in
        let words = row.split(separator: " ").map(String.init)
        return zip(UpperLayer.State.allCases, words.dropFirst()).map { state, action in
            Cell(event: Int(words[0]) ?? 0, state: state, action: action == "." ? nil : action)
        }
    }

    private static let rows = """
         1  AE-1  .     .     .     .     .     .     .     .     .     .     .     .
         2  .     .     .     AE-2  .     .     .     .     .     .     .     .     .
         3  .     AA-1  AA-8  .     AE-3  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
         4  .     AA-1  AA-8  .     AE-4  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
         5  AE-5  .     .     .     .     .     .     .     .     .     .     .     .
         6  .     AE-6  AA-8  .     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
         7  .     .     AE-7  .     .     .     .     .     .     .     .     .     .
         8  .     .     AE-8  .     .     .     .     .     .     .     .     .     .
         9  .     .     .     .     .     DT-1  .     AR-7  .     .     .     .     .
        10  .     AA-1  AA-8  .     AA-8  DT-2  AR-6  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
        11  .     .     .     .     .     AR-1  .     .     .     .     .     .     .
        12  .     AA-1  AA-8  .     AA-8  AR-2  AR-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
        13  .     AA-1  AA-8  .     AA-8  AA-8  AR-3  AA-8  AA-8  AR-10 AR-3  AA-8  AA-6
        14  .     .     .     .     .     .     .     AR-4  AR-9  .     .     AR-4  .
        15  .     .     AA-1  AA-2  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  .
        16  .     AA-2  AA-3  .     AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-2
        17  .     AA-5  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AR-5
        18  .     AA-2  .     .     .     .     .     .     .     .     .     .     AA-2
        19  .     AA-1  AA-8  .     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
        """
}

/// Tables 9-6 to 9-9, typed again: what an action does and where it leads.
extension Table9_10 {
    struct Effect: Equatable {
        var reaction: Reaction
        var next: UpperLayer.State

        init(_ reaction: Reaction, _ next: UpperLayer.State) {
            self.reaction = reaction
            self.next = next
        }
    }

    /// - Parameter violation: what A-ABORT says when the provider aborts.
    static func effect(of action: String, for role: UpperLayer.Role, violation: Abort.Reason) -> Effect? {
        switch action {
        case "AE-1": Effect(Reaction(connect: true), .sta4)
        case "AE-2": Effect(Reaction(send: .associateRequest(.sample)), .sta5)
        case "AE-3": Effect(Reaction(indicate: .associateAccept(.sample)), .sta6)
        case "AE-4": Effect(Reaction(indicate: .associateReject(.noReasonGiven), close: true), .sta1)
        case "AE-5": Effect(Reaction(timer: .start), .sta2)
        case "AE-6": Effect(Reaction(indicate: .associateRequest(.sample), timer: .stop), .sta3)
        case "AE-7": Effect(Reaction(send: .associateAccept(.sample)), .sta6)
        case "AE-8": Effect(Reaction(send: .associateReject(.noReasonGiven), timer: .start), .sta13)
        case "DT-1": Effect(Reaction(send: .dataTransfer(.sample)), .sta6)
        case "DT-2": Effect(Reaction(indicate: .data(.sample)), .sta6)
        case "AR-1": Effect(Reaction(send: .releaseRequest), .sta7)
        case "AR-2": Effect(Reaction(indicate: .releaseRequest), .sta8)
        case "AR-3": Effect(Reaction(indicate: .releaseResponse, close: true), .sta1)
        case "AR-4": Effect(Reaction(send: .releaseResponse, timer: .start), .sta13)
        case "AR-5": Effect(Reaction(timer: .stop), .sta1)
        case "AR-6": Effect(Reaction(indicate: .data(.sample)), .sta7)
        case "AR-7": Effect(Reaction(send: .dataTransfer(.sample)), .sta8)
        case "AR-8": Effect(Reaction(indicate: .releaseRequest), role == .requestor ? .sta9 : .sta10)
        case "AR-9": Effect(Reaction(send: .releaseResponse), .sta11)
        case "AR-10": Effect(Reaction(indicate: .releaseResponse), .sta12)
        default: abortEffect(of: action, violation: violation)
        }
    }

    private static func abortEffect(of action: String, violation: Abort.Reason) -> Effect? {
        switch action {
        case "AA-1": Effect(Reaction(send: .abort(.byUser), timer: .start), .sta13)
        case "AA-2": Effect(Reaction(timer: .stop, close: true), .sta1)
        case "AA-3": Effect(Reaction(indicate: .abort, close: true), .sta1)
        case "AA-4": Effect(Reaction(indicate: .providerAbort(.connectionClosed)), .sta1)
        case "AA-5": Effect(Reaction(timer: .stop), .sta1)
        case "AA-6": Effect(Reaction(), .sta13)
        case "AA-7": Effect(Reaction(send: .abort(.byProvider(violation))), .sta13)
        case "AA-8":
            Effect(
                Reaction(
                    send: .abort(.byProvider(violation)),
                    indicate: .providerAbort(.byProtocolViolation(violation)),
                    timer: .start
                ),
                .sta13
            )
        default: nil
        }
    }
}
