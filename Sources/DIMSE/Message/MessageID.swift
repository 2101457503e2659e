import Synchronization

/// Message ids, unique over all associations of the process until 65,535 later ones were used.
///
/// The Move Originator Message ID of a C-STORE says nothing of the association on which its C-MOVE runs; ids that no
/// two associations share tell the operations apart.
package enum MessageID {
    private static let last = Atomic<UInt16>(0)

    /// The next id, never zero.
    package static func next() -> UInt16 {
        while true {
            let id = last.wrappingAdd(1, ordering: .relaxed).newValue
            if id != 0 { return id }
        }
    }
}
